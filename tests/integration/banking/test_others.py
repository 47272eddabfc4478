"""Direct debits, returns, cheques, card payouts and advices: against the statement, to the cent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from lxml import etree
from sqlalchemy import insert

from app.banking.debit_queries import list_collectable, list_debit_runs, list_mandates, run_xml
from app.banking.offers import Offer, OfferKind, list_offers
from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.banking.operations.advices import AdviceLine, drop_advice, read_advice, save_advice
from app.banking.operations.booking import book_payment_line, booking_of
from app.banking.operations.debits import (
    MandateDraft,
    book_collection,
    cancel_debit_run,
    create_debit_run,
    revoke_mandate,
    save_mandate,
)
from app.banking.operations.imports import import_statements
from app.banking.operations.others import AccountShare, book_to_accounts, match_recorded
from app.banking.operations.payouts import book_payout
from app.banking.operations.returns import book_return
from app.banking.operations.undo import undo_match
from app.banking.queries import LineRow, list_lines, list_matches
from app.banking.refusals import (
    AdviceDocumentError,
    AdviceError,
    CreditorMissingError,
    LineSignError,
    MandateTextError,
    NoMandateError,
    NoSuchRunError,
    NothingDueError,
    NothingToSettleError,
    PartsDifferError,
)
from app.banking.run import match_open_lines, suggest
from app.banking.states import MandateKind, RunStatus
from app.invoicing.operations.settle import record_payment, take_back_payment
from app.kernel.ids import next_id
from app.kernel.permission import SYSTEM_ACTOR
from app.ledger.queries import list_balances
from app.payments.customers import PaymentDraft, PaymentReversedError
from app.payments.states import PaymentMethod
from app.pricing.tables import price, price_list
from app.receivables.queries import items_of, owed_minor
from app.reporting.reconcile import ItemKind, reconcile
from app.terms.operations import TermsDraft, save_rate, save_terms
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import IBAN, Mt940, books_agree

DEBTOR = "DE21500500009876543210"
DUE = date(2026, 3, 31)
CREDITOR = "DE98ZZZ09999999999"


def _bill(trade: Wholesale, customer: str = "Unlimited Ltd") -> int:
    order = trade.order(("WINE", 1), customer=customer)
    bill = trade.bill(trade.ship_all(order.order_id))
    item: int = trade.ask(items_of, document_type="invoice", document_id=bill.invoice_id)[0].id
    return item


def _lines(trade: Wholesale, content: bytes) -> list[LineRow]:
    made = trade.run(import_statements, content=content, name="a")
    by_id = {x.id: x for x in trade.ask(list_lines)}
    return [by_id[i] for i in made.line_ids]


def _balances(trade: Wholesale) -> dict[str, int]:
    return {b.code: b.balance_minor for b in trade.ask(list_balances)}


def _offers(trade: Wholesale, line: LineRow) -> list[Offer]:
    found: list[Offer] = trade.ask(list_offers, line=line)
    return found


@pytest.fixture
def collecting(trade: Wholesale, account_id: int) -> int:
    """The account may collect; two customers have given a mandate."""
    draft = AccountDraft("Main", IBAN, "EUR", holder="Corner Shop Ltd", creditor_id=CREDITOR)
    trade.run(save_bank_account, draft=draft, account_id=account_id)
    for number, name in enumerate(("Unlimited Ltd", "Limited Ltd")):
        mandate = MandateDraft(trade.shop.parties[name], f"M-{number}", DEBTOR, f"Münch & {name}", TODAY)
        trade.run(save_mandate, draft=mandate)
    return account_id


def test_a_run_makes_a_file_that_its_schema_accepts(trade: Wholesale, collecting: int):
    items = [_bill(trade), _bill(trade, "Limited Ltd")]
    uuid = str(uuid4())
    wish = {"uuid": uuid, "account_id": collecting, "item_ids": items, "collect_on": DUE}
    made, again = (trade.run(create_debit_run, **wish) for _ in range(2))
    assert (made.amount_minor, made.count, again.run_id) == (1666, 2, made.run_id)
    xml = trade.ask(run_xml, run_id=made.run_id)
    assert xml == made.xml
    import sepaxml

    schema = Path(sepaxml.__file__).parent / "schemas" / "pain.008.001.08.xsd"
    document = etree.fromstring(xml)
    etree.XMLSchema(etree.parse(str(schema))).assertValid(document)
    found = {
        name: [n.text for n in document.iter("{*}" + name)]
        for name in ("CtrlSum", "InstdAmt", "SeqTp", "MndtId", "EndToEndId", "ReqdColltnDt", "Nm")
    }
    assert found["CtrlSum"][0] == "16.66"
    assert found["InstdAmt"] == ["8.33", "8.33"]
    assert found["SeqTp"] == ["FRST"]
    assert sorted(found["MndtId"]) == ["M-0", "M-1"]
    assert "Munch & Unlimited Ltd" in found["Nm"]
    assert found["ReqdColltnDt"] == ["2026-03-31"]
    # they are not collected twice, unless the run is called off; the next time is no first time
    assert trade.ask(list_collectable, until=DUE) == []
    with pytest.raises(NothingDueError):
        trade.run(create_debit_run, **{**wish, "uuid": str(uuid4())})
    trade.run(cancel_debit_run, run_id=made.run_id)
    with pytest.raises(NoSuchRunError):
        trade.run(cancel_debit_run, run_id=made.run_id)
    second = trade.run(create_debit_run, **{**wish, "uuid": str(uuid4())})
    assert b"RCUR" in second.xml


def test_the_money_of_a_run_pays_every_item_and_one_comes_back(
    trade: Wholesale, collecting: int, mt940: Mt940
):
    items = [_bill(trade), _bill(trade, "Limited Ltd")]
    run = trade.run(
        create_debit_run, uuid=str(uuid4()), account_id=collecting, item_ids=items, collect_on=DUE
    )
    money, back = _lines(
        trade, mt940((1666, "Sammler"), (-1133, f"159?00RETOURE?20EREF+{run.number}-2?32LIMITED LTD?34914"))
    )
    (offer,) = _offers(trade, money)
    assert (offer.kind, offer.name) == (OfferKind.RUN, run.number)
    before = _balances(trade)
    trade.run(book_collection, uuid=str(uuid4()), line_id=money.id, run_id=run.run_id)
    assert [r.status for r in trade.ask(list_debit_runs)] == [RunStatus.PAID.value]
    for name in ("Unlimited Ltd", "Limited Ltd"):
        assert trade.ask(owed_minor, party_id=trade.shop.parties[name]) == 0
    best = _offers(trade, back)[0]
    assert (best.kind, best.name, best.fee_minor) == (OfferKind.RETURN, "Limited Ltd", 300)
    trade.run(book_return, uuid=str(uuid4()), line_id=back.id, payment_id=int(best.key))
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Limited Ltd"]) == 833
    found = _balances(trade)
    assert found["1200"] - before.get("1200", 0) == 1666 - 1133
    assert found["6920"] == 300
    books_agree(trade)
    trade.run(undo_match, line_id=back.id, reason="was another")
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Limited Ltd"]) == 0
    assert _balances(trade)["6920"] == 0
    books_agree(trade)


def test_a_collection_is_taken_back_and_its_run_waits_again(trade: Wholesale, collecting: int, mt940: Mt940):
    run = trade.run(
        create_debit_run, uuid=str(uuid4()), account_id=collecting, item_ids=[_bill(trade)], collect_on=DUE
    )
    money, other = _lines(trade, mt940((833, "Sammler"), (900, "x")))
    with pytest.raises(PartsDifferError):
        trade.run(book_collection, uuid=str(uuid4()), line_id=other.id, run_id=run.run_id)
    trade.run(book_collection, uuid=str(uuid4()), line_id=money.id, run_id=run.run_id)
    trade.run(undo_match, line_id=money.id, reason="wrong")
    assert [r.status for r in trade.ask(list_debit_runs)] == [RunStatus.MADE.value]
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Unlimited Ltd"]) == 833
    books_agree(trade)


def test_mandates_are_checked_replaced_and_taken_back(trade: Wholesale, account_id: int):
    party = trade.shop.parties["Unlimited Ltd"]
    good = {"party_id": party, "reference": "M-1", "iban": DEBTOR, "holder": "A", "signed_on": TODAY}
    for wrong in (
        {"reference": " "}, {"iban": "DE00500500009876543210"}, {"holder": ""},
        {"signed_on": date(2026, 3, 9)},
    ):  # fmt: skip
        with pytest.raises(MandateTextError):
            trade.run(save_mandate, draft=MandateDraft(**{**good, **wrong}))
    trade.run(save_mandate, draft=MandateDraft(**good))
    with pytest.raises(MandateTextError):
        trade.run(save_mandate, draft=MandateDraft(**good))
    trade.run(save_mandate, draft=MandateDraft(**{**good, "reference": "M-2"}, kind=MandateKind.B2B))
    assert [(m.reference, m.revoked_at is None) for m in trade.ask(list_mandates, party_id=party)] == [
        ("M-2", True), ("M-1", False),
    ]  # fmt: skip
    item = _bill(trade)
    with pytest.raises(CreditorMissingError):
        trade.run(create_debit_run, uuid=str(uuid4()), account_id=account_id, item_ids=[item], collect_on=DUE)
    trade.run(revoke_mandate, party_id=party)
    with pytest.raises(NoMandateError):
        trade.run(revoke_mandate, party_id=party)
    assert trade.ask(list_collectable, until=DUE) == []


def test_cheques_paid_in_together_are_found_and_a_bounced_one_is_open_again(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    _bill(trade)
    _bill(trade, "Limited Ltd")
    for name in ("Unlimited Ltd", "Limited Ltd"):
        draft = PaymentDraft(trade.shop.parties[name], 833, PaymentMethod.CHEQUE, reference="cheque 7")
        trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    deposit, bounced = _lines(trade, mt940((1666, "cheques"), (-833, "cheque 7 not honoured UNLIMITED")))
    before = _balances(trade)
    (offer,) = _offers(trade, deposit)
    assert (offer.kind, len(offer.numbers)) == (OfferKind.RECORDED, 2)
    ids = [int(i) for i in offer.key.split(",")]
    trade.run(match_recorded, uuid=str(uuid4()), line_id=deposit.id, payment_ids=ids)
    assert _balances(trade) == before
    back = _offers(trade, bounced)[0]
    assert (back.kind, back.fee_minor) == (OfferKind.RETURN, 0)
    trade.run(book_return, uuid=str(uuid4()), line_id=bounced.id, payment_id=ids[0])
    assert (
        sum(trade.ask(owed_minor, party_id=trade.shop.parties[n]) for n in ("Unlimited Ltd", "Limited Ltd"))
        == 833
    )
    assert _balances(trade)["1200"] == 833
    books_agree(trade)


def test_card_payments_of_days_are_settled_by_a_payout_less_fees_and_loosened(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    shift = trade.shop.open_shift()
    for goods in (("COFFEE",), ("WINE", "COFFEE")):
        cart = trade.shop.cart(*goods)
        trade.shop.sell(cart, shift, ("card", trade.shop.total(cart)))
    gross = 1290 + 799 + 1290
    payout, other, out = _lines(trade, mt940((gross - 51, "ACQUIRER 2.3."), (99_000, "x"), (-5, "y")))
    (offer,) = [o for o in _offers(trade, payout) if o.kind is OfferKind.PAYOUT]
    assert (offer.key, offer.amount_minor, offer.fee_minor) == ("2026-03-02", gross, 51)
    for line, refusal in ((other, NothingToSettleError), (out, LineSignError)):
        with pytest.raises(refusal):
            trade.run(book_payout, uuid=str(uuid4()), line_id=line.id, days=[TODAY])
    trade.run(book_payout, uuid=str(uuid4()), line_id=payout.id, days=[TODAY])
    found = _balances(trade)
    assert (found["1100"], found["1200"], found["6920"]) == (0, gross - 51, 51)
    assert [o for o in _offers(trade, payout) if o.kind is OfferKind.PAYOUT] == []
    books_agree(trade)
    trade.run(undo_match, line_id=payout.id, reason="wrong")
    found = _balances(trade)
    assert (found["1100"], found["1200"], found["6920"]) == (gross, 0, 0)
    assert [o.kind for o in _offers(trade, payout)] == [OfferKind.PAYOUT]
    books_agree(trade)


def test_an_advice_is_read_kept_and_applied_when_the_money_comes(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    party = trade.shop.parties["Unlimited Ltd"]
    _bill(trade)
    _bill(trade)
    text = "Document;Amount;Discount\nINV-2026-000001;8,00;0,33\nINV-2026-000002;5,00\nTotal;13,00\n"
    lines = read_advice(text, "EUR")
    assert lines == [AdviceLine("INV-2026-000001", 800, 33), AdviceLine("INV-2026-000002", 500)]
    assert read_advice("INV-2026-000002   5.00\n", "EUR") == [AdviceLine("INV-2026-000002", 500)]
    for wrong in ("hello", "INV-2026-000001;5,00,1"):
        with pytest.raises(AdviceError):
            read_advice(wrong, "EUR")
    wish = {"uuid": str(uuid4()), "party_id": party, "reference": "ADV-9", "on": TODAY}
    for bad in ([AdviceLine("INV-2026-000009", 1)], [AdviceLine("INV-2026-000001", 834)]):
        with pytest.raises(AdviceDocumentError):
            trade.run(save_advice, **wish, lines=bad)
    assert len({trade.run(save_advice, **wish, lines=lines) for _ in range(2)}) == 1
    dropped = trade.run(
        save_advice, **{**wish, "uuid": str(uuid4())}, lines=[AdviceLine("INV-2026-000002", 7)]
    )
    trade.run(drop_advice, advice_id=dropped)
    (line,) = _lines(trade, mt940((1300, "payment ADV-9")))
    best = trade.ask(suggest, line_id=line.id)[0]
    assert best.sure
    assert [(s.pays_minor, s.discount_minor) for s in best.shares] == [(833, 33), (500, 0)]
    trade.run(book_payment_line, uuid=str(uuid4()), line_id=line.id, booking=booking_of(best))
    assert trade.ask(owed_minor, party_id=party) == 333
    trade.run(undo_match, line_id=line.id, reason="again")
    done = match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR)
    assert (done.booked, done.refused) == (1, ())
    books_agree(trade)


def test_a_payment_taken_back_by_hand_meets_its_line_when_it_comes(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    _bill(trade)
    came, back = _lines(trade, mt940((833, "RE INV-2026-000001"), (-900, "returned UNLIMITED LTD")))
    assert match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR).booked == 1
    (payment_id,) = {p.payment_id for m in trade.ask(list_matches, line_id=came.id) for p in m.parts}
    trade.run(take_back_payment, payment_id=payment_id, reason="they called")
    party = trade.shop.parties["Unlimited Ltd"]
    assert trade.ask(owed_minor, party_id=party) == 833
    bank = trade.ask(reconcile)[2]
    assert (ItemKind.TAKEN_BACK, -833) in {(i.kind, i.amount_minor) for i in bank.items}
    assert bank.unexplained_minor == 0
    offer = _offers(trade, back)[0]
    assert (offer.kind, offer.fee_minor) == (OfferKind.RETURN, 67)
    trade.run(book_return, uuid=str(uuid4()), line_id=back.id, payment_id=payment_id)
    found = _balances(trade)
    assert (found["1200"], found["6920"]) == (-67, 67)
    assert trade.ask(reconcile)[2].agrees
    with pytest.raises(PaymentReversedError):
        (again,) = _lines(trade, mt940((-833, "x"), number=2, opening=-67))
        trade.run(book_return, uuid=str(uuid4()), line_id=again.id, payment_id=payment_id)
    for line in (back, came):
        trade.run(undo_match, line_id=line.id, reason="all wrong")
    assert trade.ask(owed_minor, party_id=party) == 833
    assert _balances(trade)["1200"] == 0
    books_agree(trade)


def _dollars(trade: Wholesale, party: int) -> None:
    """The customer buys in dollars, at 0.90."""
    list_id = next_id()
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(
            insert(price_list),
            {"id": list_id, "code": "usd", "name": "USD", "currency": "USD", "includes_tax": False},
        )
        uow.connection.execute(
            insert(price),
            {
                "id": next_id(), "price_list_id": list_id, "product_id": trade.shop.products["WINE"],
                "packaging_id": None, "min_quantity_milli": 0, "valid_from": None, "valid_to": None,
                "price_minor": 1000,
            },
        )  # fmt: skip
    trade.run(save_terms, party_id=party, terms=TermsDraft(price_list_id=list_id))
    trade.run(save_rate, currency="USD", on=TODAY, rate_micro=900_000)


def _from_abroad(text: str) -> bytes:
    """10.50 on the account for 11.90 dollars."""
    return (
        f"<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        '<Ntry><Amt Ccy="EUR">10.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
        "<BookgDt><Dt>2026-03-02</Dt></BookgDt><NtryDtls><TxDtls>"
        '<AmtDtls><InstdAmt><Amt Ccy="USD">11.90</Amt></InstdAmt></AmtDtls>'
        f"<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>"
    ).encode()


def test_money_from_abroad_pays_in_its_own_currency_and_the_banks_rate_is_booked(
    trade: Wholesale, account_id: int
):
    party = trade.shop.parties["Unlimited Ltd"]
    _dollars(trade, party)
    bill = trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    (line,) = _lines(trade, _from_abroad(str(bill.number)))
    assert (line.foreign_minor, line.foreign_currency) == (1190, "USD")
    best = trade.ask(suggest, line_id=line.id)[0]
    assert (best.currency, [s.pays_minor for s in best.shares]) == ("USD", [1190])
    trade.run(book_payment_line, uuid=str(uuid4()), line_id=line.id, booking=booking_of(best))
    found = _balances(trade)
    assert (found["1200"], found["1300"], found["6950"]) == (1050, 0, 1071 - 1050)
    books_agree(trade)
    trade.run(undo_match, line_id=line.id, reason="wrong")
    found = _balances(trade)
    assert (found["1200"], found["1300"], found["6950"]) == (0, 1071, 0)
    books_agree(trade)


def test_an_account_in_another_currency_is_booked_at_the_rate_of_the_day(trade: Wholesale, account_id: int):
    draft = AccountDraft("Dollars", "US-99", "USD", ledger_code="1220")
    dollars = trade.run(save_bank_account, draft=draft)
    _dollars(trade, trade.shop.parties["Unlimited Ltd"])
    bill = trade.bill(trade.ship_all(trade.order(("WINE", 1)).order_id))
    table = (
        f"Date,Amount,Description,Account\n2026-03-02,11.90,{bill.number},US-99\n2026-03-02,-2.00,fee,US-99\n"
    )
    content = table.replace("Account", "Account,Currency").replace("US-99", "US-99,USD").encode()
    money, fee = _lines(trade, content)
    assert (money.account_id, money.currency) == (dollars, "USD")
    assert match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR).booked == 1
    shares = [AccountShare("6920", -200)]
    trade.run(book_to_accounts, uuid=str(uuid4()), line_id=fee.id, shares=shares)
    found = _balances(trade)
    assert (found["1220"], found["1300"], found["6920"]) == (1071 - 180, 0, 180)
    books_agree(trade)
    trade.run(undo_match, line_id=fee.id, reason="wrong")
    assert _balances(trade)["1220"] == 1071
    books_agree(trade)
