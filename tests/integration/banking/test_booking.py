"""Lines are booked with everything they explain, and every match is taken back to the cent."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.banking.matching.model import Candidate, Ground, Share
from app.banking.operations.accounts import AccountDraft, save_bank_account
from app.banking.operations.booking import Booking, book_payment_line, booking_of
from app.banking.operations.imports import import_statements
from app.banking.operations.others import (
    AccountShare,
    book_to_accounts,
    leave_out,
    match_recorded,
    take_in_again,
)
from app.banking.operations.undo import undo_match
from app.banking.queries import LineRow, list_lines, list_matches
from app.banking.refusals import (
    LineDoneError,
    LineSignError,
    MatchReasonError,
    NoSuchLineError,
    NothingChosenError,
    NotMatchedError,
    OtherCustomerError,
    PartsDifferError,
    UnknownAccountCodeError,
)
from app.banking.run import match_open_lines, suggest
from app.banking.states import LineStatus
from app.banking.tables import payer_alias
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.settle import record_payment
from app.invoicing.store import SavedInvoice
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.ledger.periods import close_period
from app.ledger.queries import list_balances
from app.payments.customers import NoSuchPaymentError, PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.queries import items_of, list_open_items, list_unapplied, owed_minor
from app.terms.operations import TermsDraft, create_payment_term, save_terms
from app.terms.rules import TermLine
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import Mt940, books_agree

PAYER = "DE21500500009876543210"


def _bill(trade: Wholesale, customer: str = "Unlimited Ltd", pieces: int = 1) -> SavedInvoice:
    order = trade.order(("WINE", pieces), customer=customer)
    return trade.bill(trade.ship_all(order.order_id))


def _item(trade: Wholesale, bill: SavedInvoice) -> int:
    item: int = trade.ask(items_of, document_type="invoice", document_id=bill.invoice_id)[0].id
    return item


def _words(text: str, name: str = "UNLIMITED LTD", iban: str = PAYER) -> str:
    return f"166?00GUTSCHRIFT?20SVWZ+{text}?31{iban}?32{name}"


def _line(trade: Wholesale, mt940: Mt940, amount: int, words: str, **more: object) -> LineRow:
    made = trade.run(import_statements, content=mt940((amount, words), **more), name="a.sta")
    (line_id,) = made.line_ids
    return next(x for x in trade.ask(list_lines) if x.id == line_id)


def _balances(trade: Wholesale) -> dict[str, int]:
    return {b.code: b.balance_minor for b in trade.ask(list_balances)}


def _book(trade: Wholesale, line: LineRow, booking: Booking, **more: object) -> None:
    trade.run(book_payment_line, uuid=str(uuid4()), line_id=line.id, booking=booking, **more)


def _undo(trade: Wholesale, line: LineRow) -> None:
    trade.run(undo_match, line_id=line.id, reason="wrong")


def _best(trade: Wholesale, line: LineRow) -> Candidate:
    found: list[Candidate] = trade.ask(suggest, line_id=line.id)
    return found[0]


def _status(trade: Wholesale, line: LineRow) -> str:
    return next(x.status for x in trade.ask(list_lines) if x.id == line.id)


def test_a_line_that_is_sure_is_booked_by_the_program_and_the_order_closes(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    order = trade.order(("WINE", 1))
    bill = trade.bill(trade.ship_all(order.order_id))
    line = _line(trade, mt940, 833, _words(f"RE {bill.number}"))
    done = match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR)
    assert (done.looked_at, done.booked, done.booked_minor, done.refused) == (1, 1, 833, ())
    assert trade.head_of(order.order_id).status == "closed"
    (match,) = trade.ask(list_matches, line_id=line.id)
    assert (match.matched_by, match.party_name) == ("program", "Unlimited Ltd")
    assert (Ground.NUMBER.value, bill.number) in match.evidence
    assert match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR).looked_at == 0
    books_agree(trade)


def test_three_invoices_less_discount_and_fee_in_one_line_and_back(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    term = trade.run(
        create_payment_term, code="skonto", name="2 %", lines=[TermLine(10_000, days=30)],
        discount_hundredths=200, discount_days=10,
    )  # fmt: skip
    party = trade.shop.parties["Unlimited Ltd"]
    terms = TermsDraft(price_list_id=trade.price_list_id, payment_term_id=term)
    trade.run(save_terms, party_id=party, terms=terms)
    bills = [_bill(trade, pieces=n) for n in (1, 2, 12)]
    before = _balances(trade)
    gross = sum(b.gross_minor for b in bills)
    discount = sum(round(b.gross_minor * 2 / 100) for b in bills)
    line = _line(trade, mt940, gross - discount - 50, _words(" ".join(b.number for b in bills)))
    shares = tuple(Share(_item(trade, b), b.gross_minor, round(b.gross_minor * 2 / 100)) for b in bills)
    booking = Booking(party, shares, fee_minor=50)
    _book(trade, line, booking)
    after = _balances(trade)
    assert trade.ask(owed_minor, party_id=party) == 0
    assert after["1200"] - before.get("1200", 0) == line.amount_minor
    tax = sum(round(round(b.gross_minor * 2 / 100) * 19 / 119) for b in bills)
    assert after["4200"] == discount - tax  # net of the discount
    assert after["2100"] - before["2100"] == tax
    assert after["6920"] == 50
    books_agree(trade)
    _undo(trade, line)
    back = {code: minor for code, minor in _balances(trade).items() if minor}
    assert back == {code: minor for code, minor in before.items() if minor}
    assert trade.ask(owed_minor, party_id=party) == gross
    assert _status(trade, line) == "open"
    books_agree(trade)
    _book(trade, line, booking)  # and once more
    assert [m.status for m in trade.ask(list_matches, line_id=line.id)] == ["posted", "undone"]
    books_agree(trade)


def test_discounts_are_found_by_the_matching(trade: Wholesale, account_id: int, mt940: Mt940):
    term = trade.run(
        create_payment_term, code="s", name="2 %", lines=[TermLine(10_000, days=30)],
        discount_hundredths=200, discount_days=10,
    )  # fmt: skip
    party = trade.shop.parties["Unlimited Ltd"]
    trade.run(
        save_terms, party_id=party,
        terms=TermsDraft(price_list_id=trade.price_list_id, payment_term_id=term),
    )  # fmt: skip
    bill = _bill(trade, pieces=10)
    off = round(bill.gross_minor * 2 / 100)
    line = _line(trade, mt940, bill.gross_minor - off, _words(bill.number))
    best = _best(trade, line)
    assert (best.sure, best.shares) == (True, (Share(_item(trade, bill), bill.gross_minor, off),))
    _book(trade, line, booking_of(best))
    assert trade.ask(owed_minor, party_id=party) == 0
    books_agree(trade)


def test_a_strangers_account_is_learnt_by_a_match_and_unlearnt_by_its_undoing(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    bill = _bill(trade)
    party = trade.shop.parties["Unlimited Ltd"]
    line = _line(trade, mt940, 833, _words(bill.number, "ANNA PRIVAT", "FR7630006000011234567890189"))
    best = _best(trade, line)
    assert not best.sure
    assert best.has(Ground.OTHER_PAYER)
    _book(trade, line, booking_of(best))
    second = _bill(trade)
    again = _words(second.number, "ANNA PRIVAT", "FR7630006000011234567890189")
    later = _line(trade, mt940, 833, again, number=2, opening=833)
    assert _best(trade, later).sure
    _undo(trade, line)
    assert not _best(trade, later).sure
    with trade.shop.runtime.factory.read() as connection:
        rows = connection.execute(select(payer_alias)).all()
    assert {(r.kind, r.party_id, r.undone_at is None) for r in rows} == {
        ("iban", party, False), ("name", party, False),
    }  # fmt: skip


def test_a_part_an_over_payment_and_cents_either_way(trade: Wholesale, account_id: int, mt940: Mt940):
    party = trade.shop.parties["Unlimited Ltd"]
    first, second, third, fourth = (_bill(trade) for _ in range(4))
    part = _line(trade, mt940, 400, _words(first.number))
    _book(trade, part, booking_of(_best(trade, part)))
    assert trade.ask(items_of, document_type="invoice", document_id=first.invoice_id)[0].open_minor == 433
    over = _line(trade, mt940, 1500, _words(second.number), number=2, opening=400)
    _book(trade, over, booking_of(_best(trade, over)))
    (credit,) = trade.ask(list_unapplied, party_id=party)
    assert credit.open_minor == 833 - 1500
    less = _line(trade, mt940, 830, _words(third.number), number=3, opening=1900)
    more = _line(trade, mt940, 835, _words(fourth.number), number=4, opening=2730)
    for line, cents in ((less, 3), (more, -2)):
        best = _best(trade, line)
        assert best.difference_minor == cents
        _book(trade, line, booking_of(best))
    assert _balances(trade)["6910"] == 3 - 2
    assert trade.ask(owed_minor, party_id=party) == 433 - 667
    books_agree(trade)
    for line in (part, over, less, more):
        _undo(trade, line)
    assert trade.ask(owed_minor, party_id=party) == 4 * 833
    assert _balances(trade)["6910"] == 0
    books_agree(trade)


def test_a_credit_note_is_set_against_and_loosened_again(trade: Wholesale, account_id: int, mt940: Mt940):
    party = trade.shop.parties["Unlimited Ltd"]
    old = _bill(trade, pieces=1)
    paid = _line(trade, mt940, 833, _words(old.number))
    _book(trade, paid, booking_of(_best(trade, paid)))
    trade.run(credit_invoice, uuid=str(uuid4()), invoice_id=old.invoice_id, reason="broken")
    bill = _bill(trade, pieces=3)
    line = _line(trade, mt940, bill.gross_minor - 833, _words(bill.number), number=2, opening=833)
    best = _best(trade, line)
    assert best.sure
    assert [c.pays_minor for c in best.credits] == [833]
    _book(trade, line, booking_of(best))
    assert trade.ask(owed_minor, party_id=party) == 0
    assert trade.ask(list_open_items, party_id=party) == []
    _undo(trade, line)
    assert sorted(x.open_minor for x in trade.ask(list_open_items, party_id=party)) == [
        -833,
        bill.gross_minor,
    ]
    books_agree(trade)


def test_several_lines_pay_one_invoice(trade: Wholesale, account_id: int, mt940: Mt940):
    bill = _bill(trade, pieces=3)
    content = mt940(
        (1000, _words(f"1st {bill.number}")), (bill.gross_minor - 1000, _words(f"2nd {bill.number}"))
    )
    trade.run(import_statements, content=content, name="a")
    first, second = trade.ask(list_lines, status=LineStatus.OPEN)
    _book(trade, first, booking_of(_best(trade, first)))
    assert _best(trade, second).sure
    assert match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR).booked == 1
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Unlimited Ltd"]) == 0
    books_agree(trade)


def test_what_was_recorded_by_hand_is_not_booked_again(trade: Wholesale, account_id: int, mt940: Mt940):
    bill = _bill(trade)
    party = trade.shop.parties["Unlimited Ltd"]
    draft = PaymentDraft(party, 833, PaymentMethod.BANK)
    saved = trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    before = _balances(trade)
    line = _line(trade, mt940, 833, _words(bill.number))
    assert not _best(trade, line).sure  # it is paid already
    assert match_open_lines(trade.shop.runtime, actor=SYSTEM_ACTOR).booked == 0
    uuid = str(uuid4())
    for _ in range(2):
        trade.run(match_recorded, uuid=uuid, line_id=line.id, payment_ids=[saved.payment_id])
    assert _balances(trade) == before
    assert _status(trade, line) == "booked"
    other = _line(trade, mt940, 833, _words("again"), number=2, opening=833)
    with pytest.raises(NoSuchPaymentError):
        trade.run(match_recorded, uuid=str(uuid4()), line_id=other.id, payment_ids=[saved.payment_id])
    _undo(trade, line)
    assert _balances(trade) == before  # the payment itself stays
    trade.run(match_recorded, uuid=str(uuid4()), line_id=other.id, payment_ids=[saved.payment_id])
    books_agree(trade)


def test_money_on_a_second_account_is_booked_on_its_own_account_of_the_ledger(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    draft = AccountDraft("Second", "NL91ABNA0417164300", "EUR", ledger_code="1210")
    trade.run(save_bank_account, draft=draft)
    bill = _bill(trade)
    line = _line(trade, mt940, 833, _words(bill.number), iban="NL91ABNA0417164300")
    _book(trade, line, booking_of(_best(trade, line)))
    assert _balances(trade)["1210"] == 833
    books_agree(trade)
    _undo(trade, line)
    assert _balances(trade)["1210"] == 0
    # recorded on the first, come on the second: moved between them
    saved = trade.run(
        record_payment, uuid=str(uuid4()),
        draft=PaymentDraft(trade.shop.parties["Unlimited Ltd"], 833, PaymentMethod.BANK),
    )  # fmt: skip
    trade.run(match_recorded, uuid=str(uuid4()), line_id=line.id, payment_ids=[saved.payment_id])
    assert (_balances(trade)["1200"], _balances(trade)["1210"]) == (0, 833)
    _undo(trade, line)
    assert (_balances(trade)["1200"], _balances(trade)["1210"]) == (833, 0)
    books_agree(trade)


def test_charges_go_to_an_account_and_come_back(trade: Wholesale, account_id: int, mt940: Mt940):
    line = _line(trade, mt940, -1250, "Charges of the month")
    for shares, refusal in (
        ([], NothingChosenError), ([AccountShare("6920", -1000)], PartsDifferError),
        ([AccountShare("9999", -1250)], UnknownAccountCodeError),
        ([AccountShare("1300", -1250)], UnknownAccountCodeError),
    ):  # fmt: skip
        with pytest.raises(refusal):
            trade.run(book_to_accounts, uuid=str(uuid4()), line_id=line.id, shares=shares)
    shares = [AccountShare("6920", -1000), AccountShare("6000", -250)]
    trade.run(book_to_accounts, uuid=str(uuid4()), line_id=line.id, shares=shares, words="March")
    found = _balances(trade)
    assert (found["1200"], found["6920"], found["6000"]) == (-1250, 1000, 250)
    assert trade.ask(list_matches, line_id=line.id)[0].evidence == (("words", "March"),)
    books_agree(trade)
    _undo(trade, line)
    found = _balances(trade)
    assert (found["1200"], found["6920"], found["6000"]) == (0, 0, 0)
    books_agree(trade)


def test_a_line_is_left_out_with_a_reason_and_taken_in_again(trade: Wholesale, account_id: int, mt940: Mt940):
    line = _line(trade, mt940, 500, "x")
    with pytest.raises(MatchReasonError):
        trade.run(leave_out, line_id=line.id, reason=" ")
    trade.run(leave_out, line_id=line.id, reason="booked by the accountant")
    (kept,) = trade.ask(list_lines, status=LineStatus.LEFT_OUT)
    assert kept.note == "booked by the accountant"
    trade.run(take_in_again, line_id=line.id)
    assert _status(trade, line) == "open"


def test_a_booking_that_does_not_explain_the_line_is_refused_whole(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    bill, other = _bill(trade), _bill(trade, "Limited Ltd")
    party = trade.shop.parties["Unlimited Ltd"]
    item = _item(trade, bill)
    line = _line(trade, mt940, 833, _words(bill.number))
    out = _line(trade, mt940, -833, _words("out"), number=2, opening=833)
    before = _balances(trade)
    whole = Booking(party, (Share(item, 833),))
    for target, booking, refusal in (
        (line, Booking(party), NothingChosenError),
        (line, Booking(party, (Share(item, 800),)), PartsDifferError),
        (line, Booking(party, (Share(item, 800),), rest_minor=-33), PartsDifferError),
        (line, Booking(party, (Share(_item(trade, other), 833),)), OtherCustomerError),
        (out, whole, LineSignError),
    ):
        with pytest.raises(refusal):
            _book(trade, target, booking)
    with pytest.raises(NoSuchLineError):
        trade.run(book_payment_line, uuid=str(uuid4()), line_id=5, booking=whole)
    with pytest.raises(PermissionNeededError):
        trade.run(book_payment_line, by="cashier", uuid=str(uuid4()), line_id=line.id, booking=whole)
    assert _balances(trade) == before
    uuid = str(uuid4())
    one, two = (trade.run(book_payment_line, uuid=uuid, line_id=line.id, booking=whole) for _ in range(2))
    assert (one.match_id, two.was_there) == (two.match_id, True)
    with pytest.raises(LineDoneError):
        _book(trade, line, whole)
    with pytest.raises(MatchReasonError):
        trade.run(undo_match, line_id=line.id, reason="")
    _undo(trade, line)
    with pytest.raises(NotMatchedError):
        _undo(trade, line)
    books_agree(trade)


def test_a_day_in_closed_books_is_booked_on_the_first_open_one(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    bill = _bill(trade)
    line = _line(trade, mt940, 833, _words(bill.number), day="260227")
    trade.run(close_period, until=date(2026, 3, 1))
    _book(trade, line, Booking(trade.shop.parties["Unlimited Ltd"], (Share(_item(trade, bill), 833),)))
    assert trade.ask(list_matches, line_id=line.id)[0].business_date == date(2026, 3, 2)
    books_agree(trade)


def test_what_the_program_may_not_book_is_told_and_stays_open(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    bill = _bill(trade)
    line = _line(trade, mt940, 833, _words(f"RE {bill.number}"))
    done = match_open_lines(trade.shop.runtime, actor=trade.shop.actor("cashier"))
    ((refused, why),) = done.refused
    assert (refused, done.booked) == (line.id, 0)
    assert isinstance(why, PermissionNeededError)
    assert _status(trade, line) == "open"
