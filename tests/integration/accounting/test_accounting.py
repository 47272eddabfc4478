"""Statements, taxes, journals, years, charts and expenses, with figures."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import text

from app.accounting.account_ledger import account_ledger
from app.accounting.charts import chart_csv, import_chart, list_chart, parse_chart, save_account
from app.accounting.expenses import (
    ExpenseDraft,
    book_expense,
    fill_petty_cash,
    list_expenses,
    reverse_expense,
)
from app.accounting.exports import ExportedJournal, export_csv, export_datev, export_saft
from app.accounting.journal import day_journal, load_journal
from app.accounting.refusals import (
    ChartLineError,
    ChartRolesError,
    ChartTakenError,
    ExpenseAccountError,
    ExpenseAmountError,
    ExpenseTextError,
    NoSuchExpenseError,
    NotAfterClosingError,
    ReasonError,
    YearOpenError,
)
from app.accounting.statements import balance_sheet, profit_and_loss, trial_balance
from app.accounting.states import PaidFrom
from app.accounting.stock_value import stock_value
from app.accounting.taxes import tax_report
from app.accounting.years import close_year, list_closed_years
from app.collections.operations.reductions import reduce_item, undo_reduction
from app.collections.operations.write_offs import claim_vat_relief
from app.collections.states import ReductionKind, VatRelief
from app.invoicing.operations.credit import credit_invoice
from app.invoicing.operations.prepay import invoice_deposit
from app.kernel.permission import PermissionNeededError
from app.ledger.periods import PeriodClosedError
from app.ledger.states import AccountKind
from app.payments.customers import PaymentFutureError
from app.receivables.ageing import age_receivables
from app.receivables.items import AmountNotPositiveError
from app.reporting.verify import verify_database
from app.till.states import SaleKind
from tests.factories.shop import TODAY
from tests.integration.collections.conftest import Late

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def busy(late: Late) -> None:
    """A day of everything that has tax."""
    shop = late.trade.shop
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shift, ("cash", 2000))
    shop.sell(shop.cart("WINE"), shift, ("card", 799))
    shop.sell(shop.cart("WINE"), shift, by="supervisor", kind=SaleKind.RETURN)
    bill = late.bill(("COFFEE", 10), ("MILK", 100))  # 200.00 and 26.00
    late.run(
        reduce_item, uuid="r", item_id=late.item(bill).id, kind=ReductionKind.EARLY_DISCOUNT, amount_minor=226
    )
    back = late.bill(("WINE", 10))
    late.run(credit_invoice, uuid="c", invoice_id=back.invoice_id, reason="all broken")
    late.pay(10_000)
    late.run(
        book_expense, uuid="e",
        draft=ExpenseDraft("6000", 1190, PaidFrom.PETTY_CASH, "lamp", "", "", 190, "A", 19_000),
    )  # fmt: skip


def test_the_trial_balance_sums_to_zero_and_every_account_leads_to_its_lines(late: Late) -> None:
    busy(late)
    found = late.ask(trial_balance, since=YEAR[0], until=YEAR[1])
    assert found.difference_minor == 0
    assert found.debit_minor == found.credit_minor > 0
    rows = {r.code: r for r in found.rows}
    assert rows["1300"].closing_minor == late.balances()["1300"]
    for r in found.rows:
        ledger = late.ask(account_ledger, code=r.code, since=YEAR[0], until=YEAR[1])
        assert (ledger.opening_minor, ledger.closing_minor) == (r.opening_minor, r.closing_minor)
        assert sum(x.amount_minor for x in ledger.rows) == r.debit_minor - r.credit_minor
    receivable = late.ask(account_ledger, code="1300", since=YEAR[0], until=YEAR[1])
    first = receivable.rows[0]
    assert (first.document_number, first.party_name) == ("INV-2026-000001", "Unlimited Ltd")
    later = late.ask(trial_balance, since=TODAY + timedelta(days=1), until=YEAR[1])
    assert {r.code: r.opening_minor for r in later.rows} == {c: r.closing_minor for c, r in rows.items()}


def test_profit_and_balance_agree(late: Late) -> None:
    busy(late)
    result = late.ask(profit_and_loss, since=YEAR[0], until=YEAR[1])
    income = {r.code: r.minor for r in result.income}
    assert income["4200"] == -200  # the discount without its tax
    assert {r.code: r.minor for r in result.expense}["6000"] == 1000
    sheet = late.ask(balance_sheet, on=YEAR[1])
    assert sheet.result_minor == result.result_minor
    assert sheet.assets_minor == sheet.claims_minor
    assert {r.code: r.minor for r in sheet.assets}["1030"] == -1190


def test_the_tax_report_is_tied_to_the_tax_accounts(late: Late) -> None:
    order = late.trade.order(("COFFEE", 1), ("MILK", 1))
    late.run(invoice_deposit, uuid="d", order_id=order.order_id, amount_minor=500)
    late.trade.bill(late.trade.ship_all(order.order_id))
    busy(late)
    report = late.ask(tax_report, since=YEAR[0], until=YEAR[1])
    assert report.difference_minor == 0
    assert report.output_minor == report.output_ledger_minor
    assert (report.input_minor, report.input_ledger_minor) == (190, 190)
    assert report.payable_minor == report.output_minor - 190
    sources = {p.source for p in report.parts}
    assert sources == {"sales", "invoices", "credit_notes", "deposits", "deductions", "expenses"}
    by_rate = {(p.code, p.rate): (p.base_minor, p.tax_minor) for p in report.by_rate()}
    for (code, rate), (base, tax) in by_rate.items():
        assert abs(tax - base * rate / 100_000) < 3, code
    assert late.ask(tax_report, since=YEAR[0], until=TODAY - timedelta(days=1)).parts == ()


def test_tax_of_deductions_is_reported_on_the_day_it_was_booked(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    gone = late.run(
        reduce_item, uuid="w", item_id=item.id, kind=ReductionKind.WRITE_OFF, amount_minor=5950,
        reason="insolvent", vat_relief=VatRelief.LATER,
    )  # fmt: skip
    assert late.ask(tax_report, since=TODAY, until=TODAY).difference_minor == 0
    late.wait(1)
    late.run(claim_vat_relief, reduction_id=gone.reduction_id)
    tomorrow = TODAY + timedelta(days=1)
    report = late.ask(tax_report, since=tomorrow, until=tomorrow)
    assert (report.output_minor, report.difference_minor) == (-950, 0)
    late.wait(1)
    late.run(undo_reduction, reduction_id=gone.reduction_id, reason="he paid")
    report = late.ask(tax_report, since=tomorrow, until=tomorrow + timedelta(days=1))
    assert (report.output_minor, report.difference_minor) == (0, 0)


def test_the_journal_holds_every_line_in_each_layout(late: Late) -> None:
    busy(late)
    span = {"since": YEAR[0], "until": YEAR[1]}
    balance = late.ask(trial_balance, **span)
    plain: ExportedJournal = late.ask(export_csv, **span)
    assert (plain.debit_minor, plain.credit_minor) == (balance.debit_minor, balance.credit_minor)
    rows = list(csv.DictReader(io.StringIO(plain.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == plain.lines
    cents = {r["account"]: 0 for r in rows}
    for r in rows:
        cents[r["account"]] += round(float(r["debit"] or 0) * 100) - round(float(r["credit"] or 0) * 100)
    assert cents == {r.code: r.closing_minor for r in balance.rows}
    datev = late.ask(export_datev, **span).content.decode("cp1252")
    pairs = list(csv.DictReader(io.StringIO(datev), delimiter=";"))
    moved = dict.fromkeys(cents, 0)
    for p in pairs:
        minor = int(p["Umsatz (ohne Soll/Haben-Kz)"].replace(",", ""))
        moved[p["Konto"]] += minor
        moved[p["Gegenkonto (ohne BU-Schlüssel)"]] -= minor
    assert moved == cents
    assert pairs[0]["Belegdatum"] == "0203"


def test_the_saft_file_says_the_same_and_names_accounts_and_customers(late: Late) -> None:
    busy(late)
    span = {"since": YEAR[0], "until": YEAR[1]}
    saft = late.ask(export_saft, **span)
    root = ET.fromstring(saft.content)  # noqa: S314 - our own file
    ns = {"s": "urn:OECD:StandardAuditFile-Taxation/2.00"}

    def texts(path: str) -> list[str]:
        return [e.text or "" for e in root.findall(path, ns)]

    def cents(path: str) -> int:
        return sum(int(t.replace(".", "")) for t in texts(path))

    assert cents(".//s:DebitAmount/s:Amount") == cents(".//s:CreditAmount/s:Amount") == saft.debit_minor
    assert cents(".//s:TotalDebit") == saft.debit_minor
    assert texts(".//s:NumberOfEntries") == [str(saft.entries)]
    named = set(texts(".//s:GeneralLedgerAccounts/s:Account/s:AccountID"))
    assert named >= set(texts(".//s:Line/s:AccountID"))
    assert texts(".//s:Customers/s:Customer/s:Name") == ["Unlimited Ltd"]
    assert set(texts(".//s:Line/s:CustomerID")) == set(texts(".//s:Customers/s:Customer/s:CustomerID"))
    assert cents(".//s:ClosingDebitBalance") == cents(".//s:ClosingCreditBalance")


def test_sales_are_summed_by_shift_when_asked_and_the_day_agrees_with_the_reports(late: Late) -> None:
    busy(late)
    single = late.ask(load_journal, since=TODAY, until=TODAY)
    summed = late.ask(load_journal, since=TODAY, until=TODAY, sum_by_shift=True)

    def by_account(journal: object) -> dict[str, int]:
        found: dict[str, int] = {}
        for x in journal.lines:  # type: ignore[attr-defined]
            found[x.account_code] = found.get(x.account_code, 0) + x.amount_minor
        return {code: minor for code, minor in found.items() if minor}

    assert by_account(single) == by_account(summed)
    kinds = [x[0].kind for x in summed.entries()]
    assert kinds.count("shift_sales") == 1
    assert "sale" not in kinds
    day = late.ask(day_journal, on=TODAY)
    assert day.balanced
    assert day.agrees
    assert day.booked_sales_minor > 0
    assert late.ask(day_journal, on=TODAY + timedelta(days=1)).accounts == ()


def test_a_year_is_closed_once_and_nothing_is_booked_into_it(late: Late) -> None:
    busy(late)
    result = late.ask(profit_and_loss, since=YEAR[0], until=YEAR[1]).result_minor
    end = date(2026, 12, 31)
    with pytest.raises(YearOpenError):
        late.run(close_year, last_day=end)
    late.wait(400)
    with pytest.raises(PermissionNeededError):
        late.trade.run(close_year, by="office", last_day=end)
    closed = late.run(close_year, last_day=end)
    assert (closed.result_minor, closed.last_day) == (result, end)
    assert late.ask(list_closed_years) == [closed]
    sheet = late.ask(balance_sheet, on=end)
    assert (sheet.result_minor, {r.code: r.minor for r in sheet.equity}["3200"]) == (0, result)
    assert sheet.assets_minor == sheet.claims_minor
    assert late.ask(profit_and_loss, since=YEAR[0], until=YEAR[1]).result_minor == result
    with pytest.raises(PeriodClosedError):
        late.pay(100, on=end)
    with pytest.raises(NotAfterClosingError):
        late.run(close_year, last_day=end)
    late.bill(("COFFEE", 1))
    following = late.ask(profit_and_loss, since=end + timedelta(days=1), until=late.clock().date())
    assert following.result_minor != 0
    assert late.ask(balance_sheet, on=late.clock().date()).result_minor == following.result_minor


def test_a_chart_is_put_in_the_place_of_the_old_one_and_the_books_still_hold(late: Late) -> None:
    busy(late)
    chart = late.ask(list_chart)
    assert parse_chart(chart_csv(chart)) == chart
    with pytest.raises(ChartTakenError, match="1400 is the account of inventory"):
        late.run(import_chart, chart=parse_chart("code;name;kind;roles\n1400;x;asset;receivable\n"))
    skr = parse_chart(
        "\ufeffCode;Name;Kind;Roles\n1401;Forderungen;asset;receivable\n8400;Erlöse 19 %;income;sales:A\n"
        "8300;Erlöse 7 %;income;sales:B\n1776;USt 19 %;liability;tax_output:A\n"
    )
    before = late.balances()
    assert late.run(import_chart, chart=skr) == 1
    after = late.balances()
    assert after["1401"] == before["1300"]
    assert "1300" not in after
    late.bill(("COFFEE", 1))
    assert late.balances()["8400"] == -1000
    assert late.balances()["1776"] == -190
    assert late.ask(age_receivables, on=late.clock().date()).difference_minor == 0
    assert late.ask(age_receivables, on=late.clock().date()).total_minor > 0
    assert late.ask(tax_report, since=YEAR[0], until=YEAR[1]).difference_minor == 0
    assert late.ask(trial_balance, since=YEAR[0], until=YEAR[1]).difference_minor == 0


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("code;name\n1;x\n", "kind is missing"),
        ("code;name;kind\n1;;asset\n", "name is missing"),
        ("code;name;kind\n1;x;thing\n", "kind must be one of"),
        ("code;name;kind\n1;x;asset\n1;y;asset\n", "1 stands twice"),
        ("code;name;kind;roles\n1;x;asset;bank\n2;y;asset;bank\n", "bank stands twice"),
        ("", "code is missing"),
    ],
)
def test_a_chart_that_cannot_be_read_says_where(text: str, what: str) -> None:
    with pytest.raises(ChartLineError, match=what):
        parse_chart(text)


def test_an_account_is_added_and_renamed(late: Late) -> None:
    late.run(save_account, code="6100", name="Rent", kind=AccountKind.EXPENSE)
    late.run(save_account, code="6100", name="Rent and heating", kind=AccountKind.EXPENSE)
    found = {a.code: a.name for a in late.ask(list_chart)}
    assert found["6100"] == "Rent and heating"
    assert ChartRolesError.message.endswith(".")


def test_an_expense_is_booked_with_its_input_tax_once_and_taken_back(late: Late) -> None:
    before = late.balances()
    late.run(fill_petty_cash, amount_minor=10_000)
    assert late.balances() == {**before, "1030": 10_000, "1200": -10_000}
    draft = ExpenseDraft(
        "6000", 1190, PaidFrom.PETTY_CASH, "light bulbs", "Lamp shop", "4711", 190, "A", 19_000
    )
    booked = late.trade.run(book_expense, by="office", uuid="x", draft=draft)
    assert late.run(book_expense, uuid="x", draft=draft).id == booked.id
    spent = {"1030": 8810, "1200": -10_000, "1500": 190, "6000": 1000}
    assert late.balances() == {**before, **spent}
    assert [e.number for e in late.ask(list_expenses, since=TODAY, until=TODAY)] == ["EX-2026-000001"]
    with pytest.raises(ReasonError):
        late.run(reverse_expense, expense_id=booked.id, reason="")
    late.run(reverse_expense, expense_id=booked.id, reason="brought back")
    assert late.balances() == {**before, "1030": 10_000, "1200": -10_000}
    with pytest.raises(NoSuchExpenseError):
        late.run(reverse_expense, expense_id=booked.id, reason="again")
    kept = late.run(book_expense, uuid="y", draft=draft)
    assert [r for r in late.ask(verify_database) if not r.holds] == []
    with late.trade.shop.runtime.factory.begin(actor=late.trade.shop.actor("manager")) as uow:
        uow.connection.execute(text("UPDATE expense SET gross_minor = 1191, net_minor = 1001"))
    broken = {r.name: r for r in late.ask(verify_database) if not r.holds}
    assert broken["expenses_are_booked"].faults[0].startswith(f"expense {kept.id}: amount is 1191")


def test_an_expense_that_cannot_be_is_refused(late: Late) -> None:
    def book(**changes: object) -> None:
        values = {
            "account_code": "6000",
            "gross_minor": 100,
            "paid_from": PaidFrom.BANK,
            "note": "x",
            **changes,
        }
        late.run(book_expense, uuid=str(uuid4()), draft=ExpenseDraft(**values))  # type: ignore[arg-type]

    for changes, refusal in (
        ({"gross_minor": 0}, ExpenseAmountError), ({"tax_minor": 100}, ExpenseAmountError),
        ({"note": " "}, ExpenseTextError), ({"account_code": "4000"}, ExpenseAccountError),
        ({"account_code": "nope"}, ExpenseAccountError),
        ({"on": TODAY + timedelta(days=1)}, PaymentFutureError),
    ):  # fmt: skip
        with pytest.raises(refusal):
            book(**changes)
    with pytest.raises(AmountNotPositiveError):
        late.run(fill_petty_cash, amount_minor=0)


def test_the_stock_of_a_past_day_is_worth_what_the_inventory_account_says(late: Late) -> None:
    start = late.ask(stock_value, on=TODAY)
    assert start.difference_minor == 0
    coffee = next(r for r in start.rows if r.sku == "COFFEE")
    late.wait(3)
    late.bill(("COFFEE", 10))
    assert late.ask(stock_value, on=TODAY) == start
    now = late.ask(stock_value, on=late.clock().date())
    left = next(r for r in now.rows if r.sku == "COFFEE")
    assert left.quantity_milli == coffee.quantity_milli - 10_000
    cost = coffee.value_minor * 10_000 // coffee.quantity_milli
    assert (left.value_minor, now.value_minor) == (coffee.value_minor - cost, start.value_minor - cost)
    assert now.difference_minor == 0
    assert sum(now.by_location().values()) == now.value_minor
    assert late.ask(stock_value, on=TODAY - timedelta(days=1)).rows == ()
