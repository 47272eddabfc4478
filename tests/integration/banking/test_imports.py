"""Statements are kept once, twins are kept both, and what is missing is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.audit.tables import journal
from app.banking.gaps import Gap
from app.banking.operations.accounts import AccountDraft, save_bank_account, save_profile
from app.banking.operations.imports import import_statements, preview_statements
from app.banking.queries import (
    count_lines,
    get_bank_account,
    get_profile,
    list_bank_accounts,
    list_lines,
    list_profiles,
    list_statements,
)
from app.banking.reading.table import CsvProfile
from app.banking.refusals import (
    AccountCurrencyError,
    AccountTakenError,
    AccountTextError,
    AccountUnknownError,
    NoAccountTextError,
    SameFileError,
    UnknownProfileError,
    WrongSumError,
)
from app.banking.states import LineStatus
from app.kernel.permission import PermissionNeededError
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import IBAN, Mt940

SAMPLES = Path(__file__).resolve().parents[2] / "unit" / "banking" / "samples"


def _bring(trade: Wholesale, content: bytes, **more: object) -> tuple[int, int]:
    made = trade.run(import_statements, content=content, name="a.sta", **more)
    return made.new, made.known


def test_the_same_file_is_kept_once(trade: Wholesale, account_id: int, mt940: Mt940):
    content = mt940((100, "one"))
    assert _bring(trade, content) == (1, 0)
    with pytest.raises(SameFileError, match=r"2026-03-02.*a\.sta"):
        _bring(trade, content)
    with pytest.raises(SameFileError):
        trade.ask(preview_statements, content=content)
    assert len(trade.ask(list_lines, account_id=account_id)) == 1


def test_twins_of_one_day_are_two_lines_however_often_they_come(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    twins = ((500, "coffee"), (500, "coffee"))
    assert _bring(trade, mt940(*twins)) == (2, 0)
    # the same day once more, longer: only what was not there
    assert _bring(trade, mt940(*twins, (700, "cake"))) == (1, 2)
    # the next statement of the same day, with a third of them
    assert _bring(trade, mt940((500, "coffee"), number=2, opening=1700)) == (1, 0)
    assert sorted(x.amount_minor for x in trade.ask(list_lines)) == [500, 500, 500, 700]


def test_the_same_statement_in_another_format_brings_nothing(trade: Wholesale, account_id: int, mt940: Mt940):
    assert _bring(trade, mt940((125_000, "Salary"), (-8025, "Groceries"), opening=100_000)) == (2, 0)
    table = (
        b"Date;Description;Amount;Currency;Balance;Account\n2026-03-02;Salary;1250.00;EUR;2250.00;"
        + IBAN.encode() + b"\n2026-03-02;Groceries;-80.25;EUR;2169.75;" + IBAN.encode() + b"\n"
    )  # fmt: skip
    assert _bring(trade, table) == (0, 2)
    assert len(trade.ask(list_statements)) == 1


def test_a_statement_that_is_missing_is_told(trade: Wholesale, account_id: int, mt940: Mt940):
    _bring(trade, mt940((100, "a"), number=4))
    _bring(trade, mt940((100, "b"), number=7, opening=350, day="260305"))
    newest = trade.ask(list_statements)[0]
    assert newest.gap == Gap(5, 6, 100, 350)
    assert newest.gap.sentence("EUR") == (
        "Statement 5-6 is missing. The last statement closed with 1.00 EUR, this one opens with 3.50 EUR."
    )
    _bring(trade, mt940((100, "c"), number=8, opening=450, day="260306"))
    assert trade.ask(list_statements)[0].gap is None


def test_a_wrong_sum_keeps_nothing_of_the_file(trade: Wholesale, account_id: int, mt940: Mt940):
    wrong = (
        mt940((100, "a")) + b"\n" + mt940((100, "b"), number=2, opening=100).replace(b"EUR2,00", b"EUR9,00")
    )
    with pytest.raises(WrongSumError):
        _bring(trade, wrong)
    assert trade.ask(list_lines) == []
    (first, second), _read = trade.ask(preview_statements, content=wrong)[0].statements, None
    assert (first.new, first.refused) == (1, None)
    assert isinstance(second.refused, WrongSumError)


def test_a_preview_says_what_an_import_does_and_writes_nothing(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    content = mt940((100, "a")) + b"\n" + mt940((100, "b"), number=2, opening=100, day="260303")
    shown, read = trade.ask(preview_statements, content=content)
    assert [(s.new, s.gap) for s in shown.statements] == [(1, None), (1, None)]
    assert [len(s.lines) for s in read] == [1, 1]
    assert trade.ask(list_lines) == []
    assert _bring(trade, content) == (2, 0)


def test_a_collective_line_and_its_single_payments_are_the_same_money(trade: Wholesale, account_id: int):
    whole = (SAMPLES / "two-sides.camt053.v8.xml").read_bytes()
    assert _bring(trade, whole)[0] == 5  # one is pending
    assert trade.ask(count_lines) == {LineStatus.OPEN: 4, LineStatus.LEFT_OUT: 1}
    start = whole.index(b"<TxDtls><Refs><EndToEndId>A1")
    folded = whole[:start] + whole[whole.index(b"</NtryDtls>", start) :]
    assert b"<Ntry>" in folded
    assert _bring(trade, folded)[0] == 0


def test_of_whom_a_statement_is_must_be_known_or_chosen(trade: Wholesale, account_id: int, mt940: Mt940):
    with pytest.raises(AccountUnknownError, match="NL91"):
        _bring(trade, mt940((1, "a"), iban="NL91ABNA0417164300"))
    german = mt940((1, "a"), iban="12030000/0000202051")  # sort code and number of the IBAN
    assert _bring(trade, german) == (1, 0)
    nobody = b"Date,Amount,Currency\n2026-03-02,7.00,EUR\n"
    with pytest.raises(NoAccountTextError):
        _bring(trade, nobody)
    assert _bring(trade, nobody, account_id=account_id) == (1, 0)
    with pytest.raises(AccountCurrencyError):
        _bring(trade, nobody.replace(b"EUR", b"USD"), account_id=account_id)
    # without a currency the account's counts
    assert _bring(trade, b"Date,Amount\n2026-03-02,8.00\n", account_id=account_id) == (1, 0)


def test_an_import_stands_in_the_journal_and_needs_the_right(trade: Wholesale, account_id: int, mt940: Mt940):
    with pytest.raises(PermissionNeededError):
        trade.run(import_statements, by="cashier", content=mt940((100, "a")), name="a")
    _bring(trade, mt940((100, "a")))
    with trade.shop.runtime.factory.read() as connection:
        kinds = connection.execute(select(journal.c.kind).where(journal.c.kind.startswith("bank."))).scalars()
        assert list(kinds) == ["bank.account", "bank.imported"]


def test_bank_accounts_have_a_valid_number_once_and_an_account_of_the_ledger(
    trade: Wholesale, account_id: int, mt940: Mt940
):
    for draft, refusal in (
        (AccountDraft("", IBAN, "EUR"), AccountTextError),
        (AccountDraft("B", "DE03120300000000202051", "EUR"), AccountTextError),
        (AccountDraft("B", " ", "EUR"), AccountTextError),
        (AccountDraft("B", IBAN.lower(), "EUR"), AccountTakenError),
        (AccountDraft("Main", "12", "EUR"), AccountTakenError),
        (AccountDraft("B", "12", "EUR", ledger_code="4000"), AccountTextError),
    ):
        with pytest.raises(refusal):
            trade.run(save_bank_account, draft=draft)
    second = trade.run(save_bank_account, draft=AccountDraft("Savings", "77", "EUR", ledger_code="1210"))
    again = AccountDraft("Savings 2", "77", "EUR", ledger_code="1210", active=False)
    trade.run(save_bank_account, draft=again, account_id=second)
    _bring(trade, mt940((100, "a")))
    (main,) = trade.ask(list_bank_accounts)
    assert (main.ledger_code, main.balance_minor, main.balance_on) == ("1200", 100, date(2026, 3, 2))
    assert main.open_lines == 1
    assert trade.ask(get_bank_account, account_id=second).ledger_code == "1210"


def test_a_table_profile_is_kept_by_its_name(trade: Wholesale, account_id: int):
    profile = CsvProfile(
        "My bank", "utf-8", ";", 0, {"booked": "When", "amount": "How much"}, ",", "dmy", "EUR", IBAN
    )
    trade.run(save_profile, profile=profile)
    assert trade.ask(list_profiles) == [profile]
    content = b"When;How much\n2.3.2026;1.234,50\n"
    kept = trade.ask(get_profile, name="My bank")
    assert _bring(trade, content, profile=kept) == (1, 0)
    assert trade.ask(list_lines)[0].amount_minor == 123_450
    with pytest.raises(UnknownProfileError):
        trade.ask(get_profile, name="Other")
