"""X and Z reports and cash slips for the receipt printer."""

from __future__ import annotations

from collections.abc import Iterator

from app.audit.codes import PaperCode
from app.audit.signatures import short_print
from app.devices.paper import Align, Barcode, Block, Columns, Feed, Paper, QrCode, Rule, Table, TextLine
from app.documents.formats import amount, day, moment, money, quantity, rate
from app.documents.texts import tender_name, text
from app.organisation.queries import Company
from app.till.shift_report import ShiftReport, TenderFigure

_COUNTERS = ("voided_lines", "voided_sales", "no_sale", "parked", "discounts")
_TAX_WIDTHS = (12, -10, -9, -11)


def shift_title(report: ShiftReport, language: str) -> str:
    """What stands on top: "Z report 12", or "X report" while the shift is open."""
    if report.z_number is None:
        return text("x_report", language)
    return f"{text('z_report', language)} {report.z_number}"


def shift_paper(
    report: ShiftReport, company: Company, *, is_copy: bool = False, code: PaperCode | None = None
) -> Paper:
    """Lay an X or Z report out; a Z is printed from the closed shift, so it is the same each time.

    Args:
        report: the figures.
        company: whose it is.
        is_copy: printed again.
        code: of its place in the journal, with the key that signed it.
    """
    language = company.language
    title = shift_title(report, language)
    blocks: list[Block] = []
    if company.is_training:
        blocks.append(TextLine(text("training", language), Align.CENTRE, bold=True))
    if is_copy:
        blocks.append(TextLine(f"*** {text('copy', language)} ***", Align.CENTRE, bold=True))
    blocks += [
        TextLine(company.name, Align.CENTRE, bold=True),
        TextLine(title, Align.CENTRE, bold=True, big=True),
        *_about(report, company),
        Rule("="),
        *_turnover(report, company),
        *_takings(report, company),
        Rule(),
        *_by_tax(report, company),
        Rule(),
        *_by_tender(report, company),
        Rule(),
        *_drawer(report, company),
        Rule(),
        *_by_category(report, company),
        Rule(),
        *_counters(report, company),
        *_foot(report, company, code),
    ]
    return Paper(f"{title} {report.till_code}", tuple(blocks), language)


def _about(report: ShiftReport, company: Company) -> Iterator[Block]:
    language = company.language
    if report.z_number is None:
        yield TextLine(text("not_closed", language), Align.CENTRE)
    yield Columns(f"{text('till', language)} {report.till_code}", report.till_name)
    yield Columns(text("business_date", language), day(report.business_date, language))
    opened = moment(report.opened_at, time_zone=company.time_zone, language=language)
    yield Columns(text("opened", language), f"{opened} {report.opened_by}")
    if report.closed_at is not None:
        closed = moment(report.closed_at, time_zone=company.time_zone, language=language)
        yield Columns(text("closed", language), f"{closed} {report.closed_by or ''}")


def _count(report: ShiftReport, name: str) -> int:
    return report.figures.get(name, (0, 0))[0]


def _turnover(report: ShiftReport, company: Company) -> Iterator[Block]:
    language, currency = company.language, company.currency
    for name, total in (("sales", report.sales_gross_minor), ("returns", report.returns_gross_minor)):
        yield Columns(f"{text(name, language)} ({_count(report, name)})", amount(total, currency, language))
    yield Columns(
        text("total_gross", language), money(report.total_gross_minor, currency, language), bold=True
    )
    yield Columns(text("total_tax", language), amount(report.total_tax_minor, currency, language))
    yield Columns(text("total_net", language), amount(report.total_net_minor, currency, language))
    rounding = report.figures.get("rounding")
    if rounding:
        yield Columns(text("rounding", language), amount(rounding[1], currency, language))


def _takings(report: ShiftReport, company: Company) -> Iterator[Block]:
    """Money that was taken for no goods: no turnover, but in the drawer."""
    language = company.language
    for name in ("taking_voucher", "taking_account", "taking_tip"):
        count, minor = report.figures.get(name, (0, 0))
        if count:
            yield Columns(f"{text(name, language)} ({count})", amount(minor, company.currency, language))


def _by_tax(report: ShiftReport, company: Company) -> Iterator[Block]:
    language, currency = company.language, company.currency
    yield TextLine(text("by_tax", language), bold=True)
    for t in report.taxes:
        label = f"{t.code} {rate(t.rate, language)}" + (" R" if t.kind == "return" else "")
        cells = (t.base_minor, t.tax_minor, t.base_minor + t.tax_minor)
        yield Table((label, *(amount(c, currency, language) for c in cells)), _TAX_WIDTHS)


def _by_tender(report: ShiftReport, company: Company) -> Iterator[Block]:
    language = company.language
    yield TextLine(text("by_tender", language), bold=True)
    for t in report.tenders:
        if t.code == "exchange":
            continue  # between the documents of one checkout: no money, and nothing in all
        name = tender_name(t.code, t.code, language)
        label = f"{name} ({t.count}){_kind_of(t.kind, language)}"
        yield Columns(label, amount(t.amount_minor, company.currency, language))


def _kind_of(kind: str, language: str) -> str:
    """What stands behind a tender that was not taken for goods."""
    words = {"return": text("returns", language), "taking": text("no_goods", language)}
    return f" {words[kind]}" if kind in words else ""


def _cash(tenders: tuple[TenderFigure, ...]) -> int:
    return sum(t.amount_minor for t in tenders if t.code == "cash")


def _drawer(report: ShiftReport, company: Company) -> Iterator[Block]:
    language, currency = company.language, company.currency
    yield TextLine(text("cash_drawer", language), bold=True)
    yield Columns(text("float", language), amount(report.float_minor, currency, language))
    yield Columns(text("cash_taken", language), amount(_cash(report.tenders), currency, language))
    for m in report.movements:
        if m.kind != "no_sale":
            sign = 1 if m.kind == "pay_in" else -1
            yield Columns(
                f"{text(m.kind, language)}: {m.reason}", amount(sign * m.amount_minor, currency, language)
            )
    yield Columns(
        text("expected", language), amount(report.expected_cash_minor, currency, language), bold=True
    )
    for d in report.differences:
        name = tender_name(d.code, d.code, language)
        yield Columns(f"{name}: {text('counted', language)}", amount(d.counted_minor, currency, language))
        yield Columns(
            f"{name}: {text('difference', language)}",
            amount(d.difference_minor, currency, language),
            bold=d.difference_minor != 0,
        )
    if report.note:
        yield TextLine(f"{text('explanation', language)}: {report.note}")
    if report.next_float_minor is not None:
        yield Columns(text("next_float", language), amount(report.next_float_minor, currency, language))


def _by_category(report: ShiftReport, company: Company) -> Iterator[Block]:
    language = company.language
    yield TextLine(text("by_category", language), bold=True)
    for c in report.categories:
        name = (c.name or text("open_items", language)) + (" R" if c.kind == "return" else "")
        yield Columns(
            f"{name} ({quantity(c.quantity_milli, language)})",
            amount(c.gross_minor, company.currency, language),
        )


def _counters(report: ShiftReport, company: Company) -> Iterator[Block]:
    language = company.language
    yield TextLine(text("counters", language), bold=True)
    for name in _COUNTERS:
        count, minor = report.figures.get(name, (0, 0))
        yield Columns(f"{text(name, language)} ({count})", amount(minor, company.currency, language))


def _foot(report: ShiftReport, company: Company, code: PaperCode | None) -> Iterator[Block]:
    language = company.language
    if report.perpetual_minor is not None:
        yield Columns(text("perpetual", language), amount(report.perpetual_minor, company.currency, language))
    if report.journal_excerpt:
        yield Columns(text("journal", language), report.journal_excerpt)
        if code is not None:
            if code.fingerprint:
                yield Columns(text("key", language), short_print(code.fingerprint))
            yield QrCode(code.text)
        yield Barcode(f"Z-{report.till_code}-{report.z_number}")


def movement_paper(
    company: Company, *, kind: str, number: str, amount_minor: int, reason: str, at_text: str, by: str,
    till_code: str, is_copy: bool = False,
) -> Paper:  # fmt: skip
    """The slip of a pay-in, pay-out, safe or bank drop, with a line to sign."""
    language = company.language
    blocks: list[Block] = [
        TextLine(company.name, Align.CENTRE, bold=True),
        TextLine(f"{text(kind, language)} {number}", Align.CENTRE, bold=True, big=True),
    ]
    if is_copy:
        blocks.append(TextLine(f"*** {text('copy', language)} ***", Align.CENTRE, bold=True))
    blocks += [
        Columns(f"{text('till', language)} {till_code}", at_text),
        Columns(text("cashier", language), by),
        Columns(text(kind, language), money(amount_minor, company.currency, language), bold=True, big=True),
        TextLine(f"{text('reason', language)}: {reason}"),
        Feed(2),
        Rule("."),
        TextLine(text("signature", language)),
    ]
    return Paper(f"{text(kind, language)} {number}", tuple(blocks), language)
