"""Entries as pairs of two accounts lose nothing."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.accounting.journal import JournalLine, pairs_of
from app.accounting.table_files import TableFile, as_csv, as_xlsx

DAY = date(2026, 3, 2)


def line(account: str, minor: int) -> JournalLine:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return JournalLine(1, DAY, at, "sale", "sale", 1, "T01-1", account, account, "", "", minor)


@given(st.lists(st.integers(-(10**6), 10**6).filter(bool), min_size=1, max_size=12))
def test_each_account_gets_in_pairs_what_it_had_in_the_entry(amounts: list[int]) -> None:
    rest = -sum(amounts)
    lines = [line(str(i), minor) for i, minor in enumerate([*amounts, *([rest] if rest else [])])]
    moved: Counter[str] = Counter()
    for pair in pairs_of(lines):
        assert pair.amount_minor > 0
        moved[pair.debit.account_code] += pair.amount_minor
        moved[pair.credit.account_code] -= pair.amount_minor
    assert dict(moved) == {x.account_code: x.amount_minor for x in lines}


def test_a_table_is_written_with_amounts_as_numbers_and_no_formula() -> None:
    table = TableFile("Ageing [x]", ("who", "open", "days"), [["=1+1", 123_456, 7]], "EUR", frozenset({2}))
    assert as_csv(table).decode("utf-8-sig") == "who;open;days\r\n'=1+1;1234.56;7\r\n"
    import io

    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(as_xlsx(table))).active
    assert [c.value for c in sheet[2]] == ["=1+1", 1234.56, 7]
    assert sheet["A2"].data_type == "s"
