"""What a month of the file is made into: nothing is lost, and what comes back was bought."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.demo.month_plan import NEVER_BOUGHT, NO_CUSTOMER, NO_PRICE, order_total, read_plan
from app.demo.wholesale import country_code

HEADER = (
    "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country",
)  # fmt: skip


def _file(folder: Path, *rows: Sequence[object]) -> Path:
    path = folder / "file.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return path


def _row(
    number: str, code: str, quantity: int, at: str, price: str = "1.50", customer: str = "7.0"
) -> list[object]:
    return [number, code, " Mug ", quantity, f"{at}:00", price, customer, "EIRE"]


def test_every_line_is_ordered_credited_or_left_out_with_a_reason(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        _row("1", "85123a", 6, "2011-11-01 09:00"),
        _row("1", "85123a", 6, "2011-11-01 09:00"),
        _row("2", "85123A", 1, "2011-11-01 09:10", customer=""),
        _row("3", "22423", 1, "2011-11-01 09:20", price="0"),
        _row("4", "22423", 1, "2011-11-01 09:30", price="0.001"),
        _row("C5", "85123A", -8, "2011-11-02 10:00"),
        _row("C6", "85123A", -9, "2011-11-02 11:00"),
        _row("7", "22423", 1, "2011-12-01 09:00"),
    )
    plan = read_plan(path, "2011-11")
    assert [(o.number, len(o.lines)) for o in plan.orders] == [("1", 2)]
    # the latest purchase first, and no more than was bought
    assert [(p.order, p.index, p.quantity) for p in plan.credits[0].parts] == [("1", 1, 6), ("1", 0, 2)]
    assert [(p.index, p.quantity) for p in plan.credits[1].parts] == [(0, 4)]
    assert {why: [line.quantity for line in lines] for why, lines in plan.left_out.items()} == {
        NO_CUSTOMER: [1], NO_PRICE: [1, 1], NEVER_BOUGHT: [-5],
    }  # fmt: skip
    assert (plan.file_lines, plan.adds_up) == (7, True)


def test_what_was_bought_before_the_month_is_brought_forward_only_as_far_as_it_comes_back(
    tmp_path: Path,
) -> None:
    path = _file(
        tmp_path,
        _row("1", "85123A", 5, "2011-09-01 09:00"),
        _row("2", "85123A", 5, "2011-10-01 09:00"),
        _row("2", "22423", 5, "2011-10-01 09:00"),
        _row("3", "85123A", 5, "2011-10-02 09:00", price="9.99"),
        _row("C4", "85123A", -3, "2011-11-02 10:00"),
        _row("C5", "85123A", -3, "2011-11-03 10:00"),
    )
    plan = read_plan(path, "2011-11")
    assert [(o.number, [x.quantity for x in o.lines]) for o in plan.brought_forward] == [
        ("1", [5]), ("2", [5]),
    ]  # fmt: skip
    assert order_total(plan.brought_forward) == 1500
    assert [[(p.order, p.quantity) for p in c.parts] for c in plan.credits] == [
        [("2", 3)], [("2", 2), ("1", 1)],
    ]  # fmt: skip
    assert plan.adds_up


@pytest.mark.parametrize(
    ("name", "code"), [("EIRE", "IE"), ("United Kingdom", "GB"), ("Channel Islands", "JE"), ("Japan", "JP")]
)
def test_the_files_countries_have_their_two_letters(name: str, code: str) -> None:
    assert country_code(name) == code
