"""Figures over a public layout of 2,466 invoices, reckoned a second time by plain means."""

from __future__ import annotations

import csv
import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.accounting.figures import (
    Basis,
    ageing_over_time,
    cash_forecast,
    list_settled,
    money_figures,
)
from app.accounting.statements import trial_balance
from app.collections.importing.operations import import_receivables
from app.collections.importing.profiles import (
    NoReceivablesProfileError,
    ReceivableLineError,
    list_profiles,
    parse_day,
    read_invoices,
)
from app.collections.operations.contacts import promise_payment
from app.collections.operations.disputes import DisputeDraft, open_dispute
from app.collections.states import DisputeReason
from app.receivables.ageing import Bucket, age_receivables
from app.receivables.queries import list_open_items
from tests.factories.shop import TODAY, Shop
from tests.integration.collections.conftest import Late

HEADS = (
    "countryCode", "customerID", "PaperlessDate", "invoiceNumber", "InvoiceDate", "DueDate", "InvoiceAmount",
    "Disputed", "SettledDate", "PaperlessBill", "DaysToSettle", "DaysLate",
)  # fmt: skip
COUNT = 2466
FIRST = date(2024, 1, 2)
LAST = date(2025, 12, 31)


def us(day: date) -> str:
    return f"{day.month}/{day.day}/{day.year}"


def write(path: Path) -> list[dict[str, object]]:
    """A file of the layout that is public, of our own making: a hundred customers of different habits."""
    chance = random.Random(2466)  # noqa: S311 - the same file each time
    habits = [chance.randint(-5, 40) for _ in range(100)]
    rows: list[dict[str, object]] = []
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        for n in range(COUNT):
            who = chance.randrange(100)
            on = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
            due = on + timedelta(days=30)
            settled = max(due + timedelta(days=habits[who] + chance.randint(-6, 6)), on)
            cents = chance.randint(500, 12_000)
            paid = settled if settled <= LAST else None
            rows.append({"who": who, "on": on, "due": due, "cents": cents, "settled": paid})
            writer.writerow(
                (391, f"C-{who:04d}", us(on), 100_000 + n, us(on), us(due),
                 f"{cents // 100}.{cents % 100:02d}", "No", us(paid) if paid else "", "Paper", "", "")
            )  # fmt: skip
    return rows


def test_2466_invoices_give_the_dso_and_the_ageing_that_plain_reckoning_gives(
    shop: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "receivables.csv"
    rows = write(path)
    read = read_invoices(path, digits=2)
    done = shop.runtime.run(import_receivables, actor=shop.actor("manager"), invoices=read)
    assert (done.invoices, done.customers, done.known) == (COUNT, 100, 0)
    assert done.settled == sum(r["settled"] is not None for r in rows)
    again = shop.runtime.run(import_receivables, actor=shop.actor("manager"), invoices=read)
    assert (again.invoices, again.known) == (0, COUNT)
    for on in (date(2024, 6, 30), date(2025, 3, 31), LAST):
        left = [r for r in rows if r["on"] <= on and (r["settled"] is None or r["settled"] > on)]
        ages: Counter[str] = Counter()
        for r in left:
            late = (on - r["due"]).days
            place = sum(late > last for last in (0, 30, 60, 90))
            ages[("current", "1_30", "31_60", "61_90", "over_90")[place]] += r["cents"]
        found = shop.runtime.ask(age_receivables, on=on)
        assert {b.value: m for b, m in found.minor.items() if m} == dict(ages)
        assert found.difference_minor == 0
        figures = shop.runtime.ask(money_figures, on=on, days=90)
        since = on - timedelta(days=89)
        sold = sum(r["cents"] for r in rows if since <= r["on"] <= on)
        owed = sum(r["cents"] for r in left)
        assert (figures.receivable_minor, figures.sales_minor) == (owed, sold)
        assert figures.dso_simple == round(owed * 900 / sold)
        assert figures.dso_best == round(ages["current"] * 900 / sold)
        paid = [r for r in rows if r["settled"] is not None and since <= r["settled"] <= on]
        money = sum(r["cents"] for r in paid)
        days = sum(r["cents"] * (r["settled"] - r["on"]).days for r in paid)
        assert figures.payments == len(paid)
        assert figures.days_to_pay == round(days * 10 / money)
        assert figures.dso_count_back == count_back(rows, owed, on)
    assert shop.runtime.ask(trial_balance, since=FIRST, until=LAST).difference_minor == 0
    _forecast(shop, rows)


def count_back(rows: list[dict[str, object]], owed: int, on: date) -> int:
    first, last, days = on.replace(day=1), on, 0.0
    for _month in range(12):
        sold = sum(r["cents"] for r in rows if first <= r["on"] <= last)
        length = (last - first).days + 1
        if owed < sold:
            return round((days + owed / sold * length) * 10)
        owed -= sold
        days += length
        last = first - timedelta(days=1)
        first = last.replace(day=1)
    return round(days * 10)


def _forecast(shop: Shop, rows: list[dict[str, object]]) -> None:
    """Thirteen weeks hold all that is open, each item by its customer's own habit."""
    forecast = shop.runtime.ask(cash_forecast, on=LAST)
    owed = sum(r["cents"] for r in rows if r["settled"] is None)
    assert sum(forecast.weeks) + forecast.later_minor == owed
    assert {e.basis for e in forecast.items} == {Basis.HABIT}
    one = forecast.items[-1]
    mine = shop.runtime.ask(
        list_settled, since=FIRST, until=LAST, party_id=one.item.item.party_id
    )  # fmt: skip
    mean = sum(s.days_late for s in mine) / len(mine)
    expected = max(one.item.item.due_date + timedelta(days=round(mean)), LAST)
    assert abs((one.on - expected).days) <= 1
    assert forecast.error_tenths is not None
    assert one.habit is not None
    assert one.habit.error_tenths < forecast.error_tenths  # his own habit says more than that of all


def test_promises_and_disputes_change_what_is_expected(late: Late) -> None:
    item = late.item(late.bill(("COFFEE", 10)))
    late.bill(("COFFEE", 1), customer="Limited Ltd")
    plain = late.ask(cash_forecast, on=TODAY)
    assert [(e.basis, e.on, e.minor) for e in plain.items] == [
        (Basis.DUE, TODAY + timedelta(days=14), 11_900), (Basis.DUE, TODAY + timedelta(days=14), 1190),
    ]  # fmt: skip
    assert plain.weeks[:4] == (0, 0, 13_090, 0)
    draft = DisputeDraft(item.id, 1900, DisputeReason.PRICE, "dear", late.trade.shop.users["office"], TODAY)
    late.run(open_dispute, uuid="d", draft=draft)
    due_on = TODAY + timedelta(days=30)
    late.run(promise_payment, uuid="p", party_id=late.party, amount_minor=10_000, due_on=due_on)
    found = late.ask(cash_forecast, on=TODAY)
    assert (found.disputed_minor, found.weeks[2], found.weeks[4]) == (1900, 1190, 10_000)
    assert found.items[-1].basis is Basis.PROMISE
    late.wait(14)
    late.pay(500)
    assert late.ask(cash_forecast, on=late.clock().date()).error_tenths == 0


def test_the_age_at_the_ends_of_the_last_months(late: Late) -> None:
    late.bill(("COFFEE", 10))
    late.wait(60)
    found = late.ask(ageing_over_time, on=late.clock().date(), months=4)
    assert [m.on.isoformat() for m in found] == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-01"]
    assert [m.total_minor for m in found] == [0, 11_900, 11_900, 11_900]
    assert found[1].minor[Bucket.TO_30] == 11_900
    assert [i.open_minor for i in late.ask(list_open_items, party_id=late.party)] == [11_900]


def test_days_are_read_in_the_order_of_the_profile() -> None:
    assert parse_day("1/2/2013", "mdy") == date(2013, 1, 2)
    assert parse_day("1.2.13", "dmy") == date(2013, 2, 1)
    assert parse_day("2013-02-01", "mdy") == date(2013, 2, 1)
    for text in ("31.31.2013", "soon", ""):
        with pytest.raises(ValueError, match="is no day"):
            parse_day(text, "dmy")


def test_a_file_nobody_knows_or_a_line_that_is_wrong_is_refused(tmp_path: Path) -> None:
    assert {p.name for p in list_profiles()} == {"accounts-receivable", "takings"}
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(NoReceivablesProfileError, match="takings"):
        read_invoices(path, digits=2)
    head = "Kunde;Rechnung;Datum;Fällig;Betrag;bezahlt\n"
    path.write_text(head + "K1;R1;2026-01-02;2026-02-01;1.234,50;2026-01-01\n", encoding="utf-8")
    with pytest.raises(ReceivableLineError, match=r"Line 2 .* settled before"):
        read_invoices(path, digits=2)
    path.write_text(head + "K1;R1;2026-01-02;2026-02-01;1.234,50;\n", encoding="utf-8")
    (one,) = read_invoices(path, digits=2, profile="takings")
    assert (one.amount_minor, one.settled_on, one.customer_name) == (123_450, None, "K1")
    path.write_text(head + "K1;;2026-01-02;2026-02-01;1;\n", encoding="utf-8")
    with pytest.raises(ReceivableLineError, match="number is missing"):
        read_invoices(path, digits=2)
