"""What quotes, orders and invoices have in common: columns, taxes by rate, totals, units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.documents.formats import amount, day, money, quantity, rate, symbol
from app.documents.texts import unit_word
from app.documents.trade_paper import Head, Total
from app.documents.trade_texts import words
from app.kernel.money import round_half_up
from app.kernel.quantity import ONE


@dataclass(frozen=True, slots=True)
class TaxPart:
    """The posted tax of one rate, as it is called; not taxed: what bears none."""

    label: str
    base_minor: int
    tax_minor: int
    taxed: bool = True


@dataclass(frozen=True, slots=True)
class Money:
    """How amounts of a letter are written."""

    currency: str
    language: str

    def plain(self, minor: int) -> str:
        """In a column, without the currency."""
        return amount(minor, self.currency, self.language)

    def full(self, minor: int) -> str:
        """With the currency."""
        return money(minor, self.currency, self.language)


def priced_heads(pay: Money) -> tuple[Head, ...]:
    """The columns of whatever has prices."""
    language, sign = pay.language, symbol(pay.currency, pay.language)
    return (
        Head(words("position", language), 12, right=False, key="position"),
        Head(words("item", language), 0, right=False), Head(words("quantity", language), 25),
        Head(f"{words('unit_price', language)} {sign}", 25, key="unit_price"),
        Head(words("vat", language), 15, key="vat"), Head(f"{words('amount', language)} {sign}", 26),
    )  # fmt: skip


def counted(milli: int, unit: str, language: str) -> str:
    """A quantity with its unit: "12 pc"."""
    return f"{quantity(milli, language)} {unit_word(unit, language)}".strip()


def discount_detail(
    *, unit_price_minor: int, quantity_milli: int, amount_minor: int, pay: Money, hundredths: int = 0
) -> str:
    """What stands between price times quantity and the amount agreed; "" where nothing does."""
    off = round_half_up(unit_price_minor * quantity_milli, ONE) - amount_minor
    if off <= 0:
        return ""
    if hundredths:
        return words("discount_rate", pay.language).format(
            rate=rate(hundredths * 10, pay.language), amount=pay.plain(-off)
        )
    return words("discount", pay.language).format(amount=pay.plain(-off))


def tax_heads(language: str) -> tuple[str, ...]:
    """The heads of the table of taxes."""
    return tuple(words(key, language) for key in ("rate", "net", "vat"))


def rate_words(thousandths: int, code: str, language: str) -> str:
    """A rate; a tax that is no per cent by its code."""
    return rate(thousandths, language) if thousandths else code or rate(0, language)


def tax_rows(parts: Iterable[TaxPart], pay: Money) -> tuple[tuple[str, ...], ...]:
    """The taxes by rate."""
    return tuple((p.label, pay.plain(p.base_minor), pay.plain(p.tax_minor)) for p in parts)


def totals_of(
    *, net_minor: int, gross_minor: int, parts: Sequence[TaxPart], pay: Money, last: str = "total"
) -> list[Total]:
    """Net, each tax, and the total."""
    found = [Total(words("net_total", pay.language), pay.plain(net_minor))]
    for part in parts:
        if part.taxed:
            label = words("vat_at", pay.language).format(rate=part.label)
            found.append(Total(label, pay.plain(part.tax_minor)))
    return [*found, Total(words(last, pay.language), pay.full(gross_minor), strong=True)]


def date_words(key: str, on: date | None, language: str) -> str:
    """A sentence with a day; "" without one."""
    return words(key, language).format(day=day(on, language)) if on else ""


def facts(*pairs: tuple[str, str], language: str) -> tuple[tuple[str, str], ...]:
    """The facts beside the address, those that are known."""
    return tuple((words(key, language), value) for key, value in pairs if value)


def some(numbers: Sequence[str], language: str, most: int = 3) -> str:
    """A list of numbers that never fills the page."""
    shown = ", ".join(numbers[:most])
    more = len(numbers) - most
    return f"{shown} {words('and_more', language).format(count=more)}" if more > 0 else shown
