"""Turning a receipt of the till into a full invoice, and the receipt of a return into a credit note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.from_receipt import invoice_of_sale, post_receipt_invoice
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceKind
from app.invoicing.store import InvoiceHead, SavedInvoice
from app.kernel.ids import next_id
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.organisation.queries import get_company
from app.tax.queries import taxes_on
from app.tax.rules import TaxTotal
from app.terms.queries import get_terms, postal_address
from app.terms.rules import MICRO
from app.terms.tax_rules import as_billed
from app.till.kits import PartFigures
from app.till.queries import SaleLineView, SaleView, get_sale
from app.till.returnable import kit_figures
from app.till.states import SaleKind
from app.till.tables import sale, sale_return


class ReceiptCustomerMissingError(Refusal):
    """An invoice for nobody."""

    message = "Choose the customer whose name stands on the invoice."


class ReceiptOtherCustomerError(Refusal):
    """An invoice for somebody else than the receipt."""

    message = "Receipt {number} is of {name}. The invoice is written for the same customer."


class ReturnWithoutInvoiceError(Refusal):
    """A credit note for a return whose sale has no invoice."""

    message = "Receipt {number} takes back goods without an invoice. Make an invoice of the sale first."


@permitted(Permission.INVOICE)
def invoice_receipt(
    uow: UnitOfWork, *, sale_id: int, party_id: int | None = None, on: date | None = None
) -> SavedInvoice:
    """The full invoice for a receipt; a credit note for the receipt of a return.

    It has the receipt's lines, figures and taxes and books nothing. Asked for twice it is one invoice.

    Args:
        uow: the transaction.
        sale_id: the receipt.
        party_id: the customer; the receipt's own when left out.
        on: the date; today when left out.

    Raises:
        NoSuchReceiptError, ReceiptCustomerMissingError, ReceiptOtherCustomerError,
        ReturnWithoutInvoiceError, InvoiceDateError, InvoiceFutureError, BillingCountryError.
    """
    # the receipt's row is held, so that two presses at two stations make one invoice
    row = uow.connection.execute(select(sale).where(sale.c.id == sale_id).with_for_update()).one_or_none()
    receipt = get_sale(uow.connection, sale_id=sale_id)
    there = invoice_of_sale(uow, sale_id)
    if there is not None:
        return there
    kind = InvoiceKind.INVOICE
    corrects: SavedInvoice | None = None
    if receipt.kind == SaleKind.RETURN.value:
        kind, corrects = InvoiceKind.CREDIT_NOTE, _corrected(uow, receipt)
    own = None if row is None else row.party_id
    customer = _customer(uow, receipt, own, party_id)
    return post_receipt_invoice(
        uow, head=_head(uow, receipt, kind, customer, corrects), lines=_lines(uow, receipt),
        totals=_totals(receipt), receipt=receipt.number, on=on,
    )  # fmt: skip


def _corrected(uow: UnitOfWork, receipt: SaleView) -> SavedInvoice:
    origin = uow.connection.execute(
        select(sale_return.c.origin_sale_id).where(sale_return.c.sale_id == receipt.id)
    ).scalar_one_or_none()
    found = invoice_of_sale(uow, origin) if origin is not None else None
    if found is None:
        raise ReturnWithoutInvoiceError(number=receipt.number)
    return found


def _customer(uow: UnitOfWork, receipt: SaleView, own: int | None, asked: int | None) -> int:
    customer = asked if asked is not None else own
    if customer is None:
        raise ReceiptCustomerMissingError
    if own is not None and own != customer:
        name = get_terms(uow.connection, party_id=own).name
        raise ReceiptOtherCustomerError(number=receipt.number, name=name)
    return customer


def _head(
    uow: UnitOfWork, receipt: SaleView, kind: InvoiceKind, customer: int, corrects: SavedInvoice | None
) -> InvoiceHead:
    company = get_company(uow.connection)
    terms = get_terms(uow.connection, party_id=customer)
    return InvoiceHead(
        uuid=f"receipt-{next_id()}", kind=kind, party_id=customer,
        bill_to=postal_address(uow.connection, party_id=customer, kind="billing"),
        currency=receipt.currency, rate_micro=MICRO, includes_tax=_includes_tax(receipt),
        customer_reference=receipt.number, language=terms.language or company.language,
        delivered_on=receipt.business_date, sale_id=receipt.id,
        corrects_id=corrects.invoice_id if corrects is not None else None,
        reason=receipt.number if corrects is not None else None,
    )  # fmt: skip


def _includes_tax(receipt: SaleView) -> bool:
    return all(x.includes_tax for x in receipt.lines)


def _lines(uow: UnitOfWork, receipt: SaleView) -> list[BillLine]:
    """The lines as they were sold; of a return they stand for what is credited."""
    taxes = as_billed(taxes_on(uow.connection, receipt.business_date), [t.tax_code for t in receipt.taxes])
    includes = _includes_tax(receipt)
    sign = -1 if receipt.kind == SaleKind.RETURN.value else 1
    kits = kit_figures(uow.connection, sale_id=receipt.id)
    return [
        _line(shown, includes, sign, taxes.get(shown.tax_class_id, ()))
        for x in receipt.lines
        for shown in _by_tax_class(x, kits.get(x.position, {}))
    ]


def _by_tax_class(x: SaleLineView, figures: Mapping[int, PartFigures]) -> list[SaleLineView]:
    """A kit as one line for each of its tax classes: a line of an invoice has one rate (EN 16931)."""
    if not figures:
        return [x]
    return [
        replace(
            x, tax_class_id=class_id, net_minor=f.net_minor, tax_minor=f.tax_minor, gross_minor=f.gross_minor,
            unit_price_minor=abs(
                round_half_up((f.gross_minor if x.includes_tax else f.net_minor) * ONE, x.quantity_milli)
            )
            if len(figures) > 1
            else x.unit_price_minor,
        )
        for class_id, f in figures.items()
    ]  # fmt: skip


def _line(x: SaleLineView, includes_tax: bool, sign: int, due: tuple[object, ...]) -> BillLine:  # noqa: FBT001
    code = str(getattr(due[0], "code", "")) if due else ""
    return BillLine(
        name=x.name, sku=x.sku, unit=x.unit, quantity_milli=sign * x.quantity_milli,
        base_milli=sign * (x.base_quantity_milli or x.quantity_milli), unit_price_minor=x.unit_price_minor,
        amount_minor=sign * (x.gross_minor if includes_tax else x.net_minor), tax_class_id=x.tax_class_id,
        tax_code=code, net_minor=sign * x.net_minor, tax_minor=sign * x.tax_minor,
        gross_minor=sign * x.gross_minor, product_id=x.product_id,
    )  # fmt: skip


def _totals(receipt: SaleView) -> list[TaxTotal]:
    sign = -1 if receipt.kind == SaleKind.RETURN.value else 1
    return [TaxTotal(t.tax_code, t.rate, sign * t.base_minor, sign * t.tax_minor) for t in receipt.taxes]
