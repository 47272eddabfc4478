"""Receivables, cash and bank agree with the ledger, or the list explains why not, to the cent."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import update

from app.banking.operations.imports import import_statements
from app.banking.operations.opening import take_over_opening
from app.banking.operations.others import AccountShare, book_to_accounts, leave_out
from app.banking.refusals import NothingChosenError
from app.banking.run import match_open_lines
from app.invoicing.operations.settle import record_payment
from app.kernel.permission import SYSTEM_ACTOR
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.tables import open_item
from app.reporting.reconcile import Figure, FigureKind, ItemKind, reconcile
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import Mt940


def _figures(trade: Wholesale) -> dict[FigureKind, Figure]:
    return {f.kind: f for f in trade.ask(reconcile)}


def test_everything_that_differs_is_listed_and_goes_away_when_it_is_booked(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    party = trade.shop.parties["Unlimited Ltd"]
    bill = trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    shift = trade.shop.open_shift()
    trade.shop.sell(trade.shop.cart("MILK"), shift)
    content = mt940((833, f"RE {bill.number}"), (-500, "Charges"), (70, "Error of the bank"), opening=10_000)
    brought = trade.run(import_statements, content=content, name="a")
    trade.run(record_payment, uuid=str(uuid4()), draft=PaymentDraft(party, 99, PaymentMethod.CHEQUE))
    found = _figures(trade)
    assert found[FigureKind.RECEIVABLES].agrees
    assert found[FigureKind.CASH].agrees
    assert found[FigureKind.CASH].told_minor == 20_119
    bank = found[FigureKind.BANK]
    assert (bank.told_minor, bank.ledger_minor, bank.unexplained_minor) == (10_403, 99, 0)
    assert sorted((i.kind, i.amount_minor) for i in bank.items) == [
        (ItemKind.OPEN_LINE, -833), (ItemKind.OPEN_LINE, -70), (ItemKind.OPEN_LINE, 500),
        (ItemKind.OPENING, -10_000), (ItemKind.RECORDED, 99),
    ]  # fmt: skip
    assert trade.run(take_over_opening, account_id=account_id) == 10_000
    with pytest.raises(NothingChosenError):
        trade.run(take_over_opening, account_id=account_id)
    assert match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR).looked_at == 2
    trade.run(
        book_to_accounts, uuid=str(uuid4()), line_id=brought.line_ids[1],
        shares=[AccountShare("6920", -500)],
    )  # fmt: skip
    trade.run(leave_out, line_id=brought.line_ids[2], reason="the bank takes it back")
    bank = _figures(trade)[FigureKind.BANK]
    assert {i.kind for i in bank.items} <= {ItemKind.OPEN_LINE, ItemKind.LEFT_OUT, ItemKind.RECORDED}
    assert bank.unexplained_minor == 0


def test_a_missing_statement_and_a_broken_item_are_named(trade: Wholesale, account_id: int, mt940: Mt940):
    trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    trade.run(import_statements, content=mt940((100, "a")), name="a")
    trade.run(import_statements, content=mt940((5, "b"), number=3, opening=150), name="b")
    bank = _figures(trade)[FigureKind.BANK]
    assert (ItemKind.MISSING, -50) in {(i.kind, i.amount_minor) for i in bank.items}
    assert bank.unexplained_minor == 0
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(open_item).values(open_minor=800))
    receivables = _figures(trade)[FigureKind.RECEIVABLES]
    assert (receivables.difference_minor, receivables.unexplained_minor) == (33, 0)
    assert [i.text for i in receivables.items] == ["Unlimited Ltd"]
