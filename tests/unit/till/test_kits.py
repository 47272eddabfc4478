"""Shares of a kit's price: whatever the parts, the rates and how it comes back, it adds up to the cent."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel.quantity import ONE
from app.tax.engine import tax_document
from app.tax.rules import Tax, TaxableLine, TaxRounding, TaxTotal
from app.till.back import ReceiptLine, amounts_back
from app.till.kits import KitPart, kits_there, shares, tax_with_kits
from tests.support.examples import examples

RATES = {1: (Tax("A", 19_000),), 2: (Tax("B", 7000),), 3: (Tax("C", 0),), 4: ()}
INCLUDED = True
PARTS = st.lists(
    st.builds(
        KitPart, st.integers(1, 9), st.integers(1, 20_000), st.integers(1, 4), st.integers(0, 10**6)
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@given(
    kits=st.lists(st.tuples(PARTS, st.integers(0, 10**7), st.integers(1, 50)), min_size=1, max_size=4),
    included=st.booleans(),
    rounding=st.sampled_from(list(TaxRounding)),
)
@settings(max_examples=examples(60))
def test_the_parts_of_each_kit_come_to_its_line_and_the_lines_to_the_document(
    kits: list[tuple[list[KitPart], int, int]],
    included: bool,  # noqa: FBT001
    rounding: TaxRounding,
) -> None:
    lines = [
        (tuple(parts), TaxableLine(amount, count * ONE, included, RATES[1])) for parts, amount, count in kits
    ]
    taxed, figures = tax_with_kits(lines, RATES, rounding)
    for (_parts, line), whole, mine in zip(lines, taxed.lines, figures, strict=True):
        for name in ("net_minor", "tax_minor", "gross_minor"):
            assert sum(getattr(x, name) for x in mine) == getattr(whole, name)
        assert whole.net_minor + whole.tax_minor == whole.gross_minor
        if included:
            assert whole.gross_minor == line.amount_minor
    assert sum(x.gross_minor for x in taxed.lines) == taxed.gross_minor
    assert sum(t.tax_minor for t in taxed.totals) == taxed.tax_minor


@given(parts=PARTS, amount=st.integers(0, 10**7), pieces=st.lists(st.integers(1, 5), min_size=1, max_size=6))
@settings(max_examples=examples(60))
def test_however_a_kit_comes_back_what_is_paid_back_adds_up_by_rate(
    parts: list[KitPart], amount: int, pieces: list[int]
) -> None:
    sold = sum(pieces) * ONE
    whole = TaxableLine(amount, sold, includes_tax=True, taxes=RATES[1])
    taxed, (figures,) = tax_with_kits([(tuple(parts), whole)], RATES, TaxRounding.DOCUMENT)
    line = taxed.lines[0]
    taxes: dict[tuple[str, int], tuple[int, int]] = {}
    for part, x in zip(parts, figures, strict=True):
        for t in RATES[part.tax_class_id]:
            base, tax = taxes.get((t.code, t.rate), (0, 0))
            taxes[t.code, t.rate] = (base + x.net_minor, tax + x.tax_minor)
    totals = tuple(TaxTotal(*key, *found) for key, found in taxes.items())
    paid = net = 0
    before = 0
    for count in pieces:
        receipt = ReceiptLine(
            1, 1, "R", "Kit", sold, before, INCLUDED, 0, 0, line.net_minor, line.tax_minor, line.gross_minor,
            totals, figures,
        )  # fmt: skip
        back = amounts_back(receipt, count * ONE)
        assert sum(x.net_minor for x in back.parts) == back.net_minor
        assert sum(x.tax_minor for x in back.parts) == back.tax_minor
        assert sum(t.tax_minor for t in back.taxes) == (back.tax_minor if totals else 0)
        paid, net, before = paid + back.gross_minor, net + back.net_minor, before + count * ONE
    assert (paid, net) == (line.gross_minor, line.net_minor)


def test_a_document_without_kits_is_taxed_as_ever() -> None:
    lines = [TaxableLine(1190, ONE, INCLUDED, RATES[1]), TaxableLine(333, 3 * ONE, INCLUDED, RATES[2])]
    taxed, parts = tax_with_kits([((), x) for x in lines], RATES, TaxRounding.DOCUMENT)
    assert taxed == tax_document(lines)
    assert parts == ((), ())


def test_parts_that_cost_nothing_alone_share_the_price_alike() -> None:
    assert shares(100, [0, 0, 0]) == [34, 33, 33]


def test_whole_kits_count() -> None:
    two = KitPart(1, 2000, 1, 100)
    one = KitPart(2, 1000, 1, 100)
    work = KitPart(3, 1000, 1, 100, stocked=False)
    assert kits_there([(two, 5500), (one, 9000), (work, 0)]) == 2000
    assert kits_there([(work, 0)]) is None
    assert kits_there([(one, -1000)]) == -1000
