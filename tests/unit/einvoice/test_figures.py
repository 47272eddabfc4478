"""The figures of the books are the figures of the e-invoice, whatever was sold; and they pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.einvoice.details import TaxMeaning
from app.einvoice.figures import figures_of
from app.einvoice.formats import Category, Format, unit_code
from app.einvoice.judge import Judge
from app.einvoice.model import EInvoice, Identifier, Party, Payment, PostalAddress
from app.einvoice.reader import read_einvoice
from app.einvoice.refusals import CurrencyDecimalsError
from app.einvoice.sums import line_net, sum_faults
from app.einvoice.writer import LibraryWriter
from app.invoicing.queries import InvoiceDetail, InvoiceLine, InvoiceRow, InvoiceTax
from app.invoicing.states import InvoiceKind, InvoiceStatus
from app.kernel.quantity import extend
from app.tax.engine import tax_document
from app.tax.rules import Tax, TaxableLine

DAY = date(2026, 3, 2)
TAXES = {"A": Tax("A", 19_000), "B": Tax("B", 7_000), "C": Tax("C", 25_500), "Z": Tax("Z", 0), "": None}
TOLD = {"": TaxMeaning("", Category.EXEMPT, exemption_reason="Article 132")}


def detail_of(
    wanted: list[tuple[str, int, int, int]], *, includes_tax: bool, deposit: int = 0, currency: str = "EUR"
) -> InvoiceDetail:
    """A posted document of (tax code, unit price, thousandths, discount in per cent), by the one engine."""
    taxable, amounts = [], []
    for code, price, milli, discount in wanted:
        tax = TAXES[code]
        amounts.append(extend(price, milli) * (100 - discount) // 100)
        taxable.append(TaxableLine(amounts[-1], milli, includes_tax, () if tax is None else (tax,)))
    taxed = tax_document(taxable)
    lines = tuple(
        InvoiceLine(
            i, i, None, None, None, None, i, f"SKU{i}", f"Item {i}", "pc", milli, milli, price, amount,
            t.net_minor, t.tax_minor, t.gross_minor, code,
        )
        for i, ((code, price, milli, _d), amount, t) in enumerate(
            zip(wanted, amounts, taxed.lines, strict=True), start=1
        )
    )  # fmt: skip
    deposit = min(deposit, taxed.gross_minor)
    row = InvoiceRow(
        1, InvoiceKind.INVOICE, InvoiceStatus.POSTED, "INV-1", 1, "Buyer", DAY, DAY, currency,
        taxed.gross_minor, taxed.gross_minor - deposit, None,
    )  # fmt: skip
    return InvoiceDetail(
        row=row, bill_to={}, customer_reference="PO 1", language="en", reason=None, delivered_on=DAY,
        period_from=None, period_to=None, includes_tax=includes_tax, net_minor=taxed.net_minor,
        tax_minor=taxed.tax_minor, deposit_minor=deposit, rate_micro=1_000_000, sale_id=None, version=1,
        lines=lines,
        taxes=tuple(InvoiceTax(t.code, t.rate, t.base_minor, t.tax_minor) for t in taxed.totals),
        deposits=(), items=(), holds=(), credited=(),
    )  # fmt: skip


def einvoice_of_detail(detail: InvoiceDetail, charges: frozenset[int] = frozenset()) -> EInvoice:
    """With a seller and a buyer that pass."""
    figures = figures_of(detail, TOLD, charges, "EUR")
    address = PostalAddress(line1="Street 1", city="Town", postal_code="10115", country="DE")
    return EInvoice(
        number="INV-1", type="380", issue_date=DAY, due_date=DAY, currency=detail.row.currency,
        seller=Party("Seller", electronic_address=Identifier("DE123456788", "9930"), address=address,
                     vat_id="DE123456788"),
        buyer=Party("Buyer", electronic_address=Identifier("4000001123452", "0088"), address=address),
        lines=tuple(figures.body.lines), allowances=tuple(figures.body.allowances),
        charges=tuple(figures.body.charges), vat_breakdown=figures.vat_breakdown, totals=figures.totals,
        buyer_reference="4711", payment=Payment(),
    )  # fmt: skip


@pytest.fixture(scope="module")
def judge() -> Judge:
    """The rules, compiled once."""
    return Judge()


LINE = st.tuples(
    st.sampled_from(sorted(TAXES)), st.integers(1, 500_000),
    st.one_of(st.integers(1, 40).map(lambda n: n * 1000), st.integers(1, 90_000)),
    st.sampled_from([0, 0, 0, 3, 10, 33, 99]),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    wanted=st.lists(LINE, min_size=1, max_size=8), includes_tax=st.booleans(),
    deposit=st.integers(0, 100_000), form=st.sampled_from([Format.PEPPOL, Format.FACTURX]),
    as_charge=st.booleans(),
)  # fmt: skip
def test_posted_figures_in_are_the_figures_in_the_xml(
    judge: Judge, wanted: list[tuple[str, int, int, int]], includes_tax: bool, deposit: int,  # noqa: FBT001
    form: Format, as_charge: bool,  # noqa: FBT001
):  # fmt: skip
    posted = detail_of(wanted, includes_tax=includes_tax, deposit=deposit)
    charges = frozenset({posted.lines[-1].id}) if as_charge else frozenset[int]()
    xml = LibraryWriter().write(einvoice_of_detail(posted, charges), form)
    said = read_einvoice(xml, name="it").invoice
    t = said.totals
    assert (t.tax_exclusive, t.tax_total, t.tax_inclusive, t.prepaid, t.payable) == (
        posted.net_minor, posted.tax_minor, posted.row.gross_minor, posted.deposit_minor,
        posted.row.payable_minor,
    )  # fmt: skip
    assert sum_faults(said) == []
    nets = {int(x.id): x.net_amount for x in said.lines}
    assert nets == {x.id: x.net_minor for x in posted.lines if x.id in nets}
    assert sum(nets.values()) + sum(c.amount for c in said.charges) == posted.net_minor
    assert all(abs(line_net(x) - x.net_amount) <= 2 for x in said.lines)
    taxed = {(p.rate, p.taxable, p.tax) for p in said.vat_breakdown if p.category == "S"}
    assert taxed == {(Decimal(x.rate) / 1000, x.base_minor, x.tax_minor) for x in posted.taxes if x.rate}
    assert [f for f in judge.judge(xml, form) if f.is_fatal] == []


def test_yen_have_no_decimals_and_dinars_too_many():
    posted = detail_of([("A", 1000, 1000, 0)], includes_tax=False, currency="JPY")
    assert figures_of(posted, TOLD, (), "JPY").totals.payable == 119_000
    with pytest.raises(CurrencyDecimalsError, match="KWD"):
        figures_of(replace(posted, row=replace(posted.row, currency="KWD")), TOLD, (), "KWD")


def test_a_price_agreed_for_the_whole_line_states_its_own_unit_price():
    posted = detail_of([("A", 1000, 3000, 0)], includes_tax=False)
    odd = replace(posted.lines[0], net_minor=2500, amount_minor=3100)
    line = figures_of(replace(posted, lines=(odd,)), TOLD, (), "EUR").body.lines[0]
    assert line.allowances == ()
    assert line.price == Decimal("8.33333333")


@pytest.mark.parametrize(
    ("unit", "code"), [("pc", "C62"), ("kg", "KGM"), ("Stk.", "C62"), ("l", "LTR"), ("thing", "C62")]
)
def test_units_have_the_norms_codes(unit: str, code: str):
    assert unit_code(unit) == code
