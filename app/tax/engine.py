"""The one tax engine: till, order, invoice and return all come here.

Every tax is linear in the amount and the quantity of a line, also a tax on a tax and a tax that is
taken out of a price. So for each list of taxes the factors are worked out once, as integers over one
denominator (`_form`), and a line or a whole document is a few multiplications and one division.
Halves go away from zero: a return is the exact mirror of the sale (README.md says which rule is
whose). No database here, and no Decimal or Fraction on the way of a sale.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Final, NamedTuple

from app.kernel.money import round_half_up
from app.kernel.quantity import ONE
from app.tax.rules import (
    EXACT,
    ExactLine,
    ExactTax,
    LineTax,
    Tax,
    TaxableLine,
    TaxedDocument,
    TaxRounding,
    TaxTotal,
)

RATE_ONE: Final = 100_000  # 100 % in thousandths of a per cent
HUNDRED_PER_CENT: Final = 10_000  # in hundredths of a per cent, the unit of discounts


class _Part(NamedTuple):
    """One tax: base and tax are (factor x amount + factor x quantity) / denominator."""

    key: tuple[str, int]
    base_amount: int
    base_quantity: int
    tax_amount: int
    tax_quantity: int
    inside: bool  # contained in the line's amount


class _Form(NamedTuple):
    """The factors of one list of taxes on an amount that contains them, or does not."""

    denominator: int
    net_amount: int
    net_quantity: int
    parts: tuple[_Part, ...]
    residue: int | None  # index of the tax that takes what rounding leaves; None: none is contained


class _Linear(NamedTuple):
    """a x net + q x quantity, the working form of `_form`."""

    a: Fraction
    q: Fraction

    def plus(self, other: _Linear) -> _Linear:
        return _Linear(self.a + other.a, self.q + other.q)


@lru_cache(maxsize=2048)
def _form(taxes: tuple[Tax, ...], includes_tax: bool) -> _Form:  # noqa: FBT001 - a cache key
    zero = _Linear(Fraction(0), Fraction(0))
    on_earlier = contained = zero
    found: list[tuple[Tax, _Linear, _Linear, bool]] = []
    for tax in taxes:
        base = _Linear(Fraction(1), Fraction(0))
        base = base.plus(on_earlier) if tax.base_includes_earlier else base
        rate = Fraction(tax.rate, RATE_ONE)
        amount = _Linear(base.a * rate, base.q * rate + Fraction(tax.fixed_minor, ONE))
        on_earlier = on_earlier.plus(amount) if tax.adds_to_next_base else on_earlier
        inside = includes_tax and not tax.on_top
        contained = contained.plus(amount) if inside else contained
        found.append((tax, base, amount, inside))
    # the line's amount is net x (1 + contained.a) + quantity x contained.q: solved for net
    share = 1 / (1 + contained.a)
    net = _Linear(share, -contained.q * share)

    def of_amount(line: _Linear) -> tuple[Fraction, Fraction]:
        return line.a * net.a, line.a * net.q + line.q

    rows = [(tax, *of_amount(base), *of_amount(amount), inside) for tax, base, amount, inside in found]
    denominator = lcm(
        net.a.denominator, net.q.denominator, *(f.denominator for _t, *fs, _i in rows for f in fs)
    )
    parts = tuple(
        _Part(
            (tax.code, tax.rate), int(base_a * denominator), int(base_q * denominator),
            int(tax_a * denominator), int(tax_q * denominator), inside,
        )
        for tax, base_a, base_q, tax_a, tax_q, inside in rows
    )  # fmt: skip
    due = [i for i, (tax, *_rest, inside) in enumerate(rows) if inside and (tax.rate or tax.fixed_minor)]
    net_amount, net_quantity = int(net.a * denominator), int(net.q * denominator)
    return _Form(denominator, net_amount, net_quantity, parts, due[-1] if due else None)


def allocate(target: int, numerators: Sequence[int], denominator: int) -> list[int]:
    """Integers that sum to target, each next to its own numerator / denominator.

    Largest remainder, ties to the earlier; signs may be mixed, and the parts of the negated shares
    are the negated parts. Where the target lies beyond what rounding up or down can reach, the
    shares are rounded and the largest ones take the rest.
    """
    if target < 0 or (target == 0 and next((n for n in numerators if n), 0) < 0):
        return [-part for part in allocate(-target, [-n for n in numerators], denominator)]
    parts = [n // denominator for n in numerators]
    left = target - sum(parts)
    if left == 0:
        return parts
    remainders = [n % denominator for n in numerators]
    if not 0 < left <= len(parts) - remainders.count(0):
        return _allocate_beyond(target, numerators, denominator)
    for i in sorted(range(len(parts)), key=remainders.__getitem__, reverse=True)[:left]:
        parts[i] += 1
    return parts


def _allocate_beyond(target: int, numerators: Sequence[int], denominator: int) -> list[int]:
    parts = [round_half_up(n, denominator) for n in numerators]
    left = target - sum(parts)
    step = 1 if left > 0 else -1
    order = sorted(range(len(parts)), key=lambda i: -abs(numerators[i]))
    for turn in range(abs(left)):
        parts[order[turn % len(order)]] += step
    return parts


@dataclass(slots=True)
class _Sums:
    """What is being added up: one net and tax per line, base and tax per (code, rate)."""

    nets: list[int]
    taxes: list[int]
    totals: dict[tuple[str, int], list[int]] = field(default_factory=dict)

    def add(self, key: tuple[str, int], base_minor: int, tax_minor: int) -> None:
        total = self.totals.get(key)
        if total is None:
            self.totals[key] = [base_minor, tax_minor]
        else:
            total[0] += base_minor
            total[1] += tax_minor

    def document(self) -> TaxedDocument:
        net, tax = sum(self.nets), sum(self.taxes)
        return TaxedDocument(
            tuple([LineTax(n, t, n + t) for n, t in zip(self.nets, self.taxes, strict=True)]),
            tuple([TaxTotal(*key, *figures) for key, figures in sorted(self.totals.items())]),
            net,
            tax,
            net + tax,
        )


def tax_document(
    lines: Sequence[TaxableLine], *, rounding: TaxRounding = TaxRounding.DOCUMENT
) -> TaxedDocument:
    """The taxes of a document, in total and shared out to its lines.

    Prices without tax: net is the amount of the line, tax is due on top, rounded once per tax over
    the document. Prices with tax: the amount of the line is its gross and stays so; lines of the
    same taxes are taken together, their tax is rounded and net is the rest (design/rules.md 3.1, 3.2).
    Several taxes in one price are rounded each, and the last one that is not zero takes the rest.
    """
    sums = _Sums([0] * len(lines), [0] * len(lines))
    if rounding is TaxRounding.LINE:
        for i, line in enumerate(lines):
            _work_out(sums, lines, [i], _form(line.taxes, line.includes_tax))
        return sums.document()
    groups: dict[tuple[tuple[Tax, ...], bool], list[int]] = {}
    for i, line in enumerate(lines):
        groups.setdefault((line.taxes, line.includes_tax), []).append(i)
    on_top: list[tuple[_Form, list[int]]] = []
    for (taxes, includes_tax), members in groups.items():
        if includes_tax:
            _work_out(sums, lines, members, _form(taxes, True))  # noqa: FBT003 - a cache key
        else:
            on_top.append((_form(taxes, False), members))  # noqa: FBT003 - a cache key
    if on_top:
        _work_out_on_top(sums, lines, on_top, rounding)
    return sums.document()


def _work_out(sums: _Sums, lines: Sequence[TaxableLine], members: list[int], form: _Form) -> None:
    """Round lines of the same taxes as one: the tax inside, each tax, the rest to the last one inside."""
    amount = sum([lines[i].amount_minor for i in members])
    quantity = sum([lines[i].quantity_milli for i in members])
    den = form.denominator
    exact_net = form.net_amount * amount + form.net_quantity * quantity
    # the tax contained is rounded and net is the rest: a half goes to the tax (design/rules.md 3.2)
    net = amount - round_half_up(amount * den - exact_net, den)
    taxes = [round_half_up(p.tax_amount * amount + p.tax_quantity * quantity, den) for p in form.parts]
    if form.residue is not None:
        inside = sum([t for t, p in zip(taxes, form.parts, strict=True) if p.inside])
        taxes[form.residue] += amount - net - inside
    for part, tax in zip(form.parts, taxes, strict=True):
        if part.base_amount == form.net_amount and part.base_quantity == form.net_quantity:
            base = net
        else:
            base = round_half_up(part.base_amount * amount + part.base_quantity * quantity, den)
        sums.add(part.key, base, tax)
    if len(members) == 1:
        sums.nets[members[0]], sums.taxes[members[0]] = net, sum(taxes)
    else:
        _share_out(sums, lines, members, form, net, taxes)


def _share_out(
    sums: _Sums, lines: Sequence[TaxableLine], members: list[int], form: _Form, net: int, taxes: list[int]
) -> None:
    """Net by largest remainder; what is contained is the rest of each line's amount."""
    picked = [lines[i] for i in members]
    exact = [form.net_amount * x.amount_minor + form.net_quantity * x.quantity_milli for x in picked]
    for i, line, share in zip(members, picked, allocate(net, exact, form.denominator), strict=True):
        sums.nets[i] = share
        sums.taxes[i] = line.amount_minor - share
    for part, tax in zip(form.parts, taxes, strict=True):
        if not part.inside:
            exact = [part.tax_amount * x.amount_minor + part.tax_quantity * x.quantity_milli for x in picked]
            for i, share in zip(members, allocate(tax, exact, form.denominator), strict=True):
                sums.taxes[i] += share


@dataclass(frozen=True, slots=True)
class _OnTop:
    """The lines whose prices are without tax; amounts and quantities in 1/scale."""

    groups: list[tuple[_Form, list[int]]]
    amounts: list[int]
    quantities: list[int]
    scale: int

    @property
    def members(self) -> list[int]:
        return [i for _form, picked in self.groups for i in picked]

    @property
    def amount(self) -> int:
        return sum([self.amounts[i] for i in self.members])


def _work_out_on_top(
    sums: _Sums, lines: Sequence[TaxableLine], groups: list[tuple[_Form, list[int]]], rounding: TaxRounding
) -> None:
    """Prices without tax: each tax once over every line that bears it, whatever else it bears."""
    scale = 1 if rounding is TaxRounding.DOCUMENT else EXACT
    part = _OnTop(
        groups,
        [line.amount_minor if scale == 1 else _exact_amount(line) for line in lines],
        [line.quantity_milli * scale for line in lines],
        scale,
    )
    bearers: dict[tuple[str, int], list[tuple[_Form, _Part, list[int]]]] = {}
    for form, members in groups:
        for i in members:
            sums.nets[i] = lines[i].amount_minor
        for tax in form.parts:
            bearers.setdefault(tax.key, []).append((form, tax, members))
    rounded = [_one_tax(sums, part, key, bearing) for key, bearing in bearers.items()]
    if rounding is TaxRounding.DOCUMENT_BASE:
        _share_net(sums, part, round_half_up(part.amount, EXACT))
    elif rounding is TaxRounding.DOCUMENT_TOTAL:
        gross = sum([exact for exact, _tax in rounded], Fraction(part.amount, EXACT))
        net = round_half_up(gross.numerator, gross.denominator) - sum([tax for _exact, tax in rounded])
        _share_net(sums, part, net)


def _one_tax(
    sums: _Sums, part: _OnTop, key: tuple[str, int], bearing: list[tuple[_Form, _Part, list[int]]]
) -> tuple[Fraction, int]:
    """Round one tax over the lines that bear it; returns it exact and rounded."""
    common = lcm(*[form.denominator for form, _tax, _members in bearing])
    base = 0
    where: list[int] = []
    shares: list[int] = []
    for form, tax, members in bearing:
        up = common // form.denominator
        for i in members:
            amount, quantity = part.amounts[i], part.quantities[i]
            base += up * (tax.base_amount * amount + tax.base_quantity * quantity)
            shares.append(up * (tax.tax_amount * amount + tax.tax_quantity * quantity))
        where += members
    den = common * part.scale
    exact = sum(shares)
    tax_minor = round_half_up(exact, den)
    sums.add(key, round_half_up(base, den), tax_minor)
    for i, share in zip(where, allocate(tax_minor, shares, den), strict=True):
        sums.taxes[i] += share
    return (Fraction(exact, den) if part.scale != 1 else Fraction(0)), tax_minor


def _share_net(sums: _Sums, part: _OnTop, net_minor: int) -> None:
    exact = [part.amounts[i] for i in part.members]
    for i, share in zip(part.members, allocate(net_minor, exact, EXACT), strict=True):
        sums.nets[i] = share


def _exact_amount(line: TaxableLine) -> int:
    return line.amount_minor * EXACT if line.exact is None else line.exact


def exact_line(line: TaxableLine) -> ExactLine:
    """The line before any rounding: what the rounded figures are compared with."""
    form = _form(line.taxes, line.includes_tax)
    amount = Fraction(_exact_amount(line), EXACT)
    den, quantity = form.denominator, line.quantity_milli
    net = (form.net_amount * amount + form.net_quantity * quantity) / den
    taxes = tuple(
        ExactTax(
            part.key[0],
            (part.base_amount * amount + part.base_quantity * quantity) / den,
            (part.tax_amount * amount + part.tax_quantity * quantity) / den,
        )
        for part in form.parts
    )
    return ExactLine(net, taxes, net + sum(t.tax for t in taxes))


def change_inclusion(
    price_minor: int, *, from_taxes: tuple[Tax, ...], from_included: bool, to_taxes: tuple[Tax, ...],
    to_included: bool,
) -> int:  # fmt: skip
    """The price of one base unit carried to other taxes, so that its net stays; rounded once."""
    net = exact_line(TaxableLine(price_minor, ONE, from_included, from_taxes)).net
    if to_included:
        form = _form(to_taxes, True)  # noqa: FBT003 - a cache key
        net = (net * form.denominator - form.net_quantity * ONE) / form.net_amount
    return round_half_up(net.numerator, net.denominator)


def less_settlement_discount(document: TaxedDocument, *, hundredths: int) -> TaxedDocument:
    """The figures after a discount for early payment on a document that is written already.

    The gross is what was promised: it and each tax are reduced and rounded, net is the rest; the
    lines get their shares.

    Args:
        document: the figures as posted.
        hundredths: hundredths of a per cent, 0 to 10000.
    """
    keep = HUNDRED_PER_CENT - hundredths
    totals = tuple(
        TaxTotal(t.code, t.rate, _reduced(t.base_minor, keep), _reduced(t.tax_minor, keep))
        for t in document.totals
    )
    gross, tax = _reduced(document.gross_minor, keep), sum(t.tax_minor for t in totals)
    grosses = _shares(gross, (x.gross_minor * keep for x in document.lines))
    taxes = _shares(tax, (x.tax_minor * keep for x in document.lines))
    lines = tuple(LineTax(g - t, t, g) for g, t in zip(grosses, taxes, strict=True))
    return TaxedDocument(lines, totals, gross - tax, tax, gross)


def _reduced(amount_minor: int, keep: int) -> int:
    return round_half_up(amount_minor * keep, HUNDRED_PER_CENT)


def _shares(target: int, numerators: Iterable[int]) -> list[int]:
    return allocate(target, list(numerators), HUNDRED_PER_CENT)
