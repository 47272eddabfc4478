"""What is set aside for doubtful debts, with the figures of its entry (design/money-in.md 7.3)."""

from __future__ import annotations

import pytest

from app.collections.allowance import (
    DEFAULT,
    AllowanceShareError,
    allowance_shares,
    book_allowance,
    read_allowance,
)
from app.receivables.ageing import Bucket
from app.reporting.verify import verify_database
from tests.integration.collections.conftest import Late
from tests.integration.collections.test_reductions import moved

AT_HALF = {Bucket.OVER_90: 5000}


def test_a_share_of_what_is_late_is_set_aside_without_its_tax_and_freed_again(late: Late) -> None:
    late.bill(("COFFEE", 100))  # 100 at 9.00 net: 900.00, with tax 1,071.00
    before = late.balances()
    late.wait(14 + 100)
    seen = late.ask(read_allowance, on=late.clock().date(), shares=AT_HALF)
    assert [(x.gross_minor, x.net_minor, x.allowance_minor) for x in seen.lines] == [
        (0, 0, 0), (0, 0, 0), (0, 0, 0), (107_100, 90_000, 45_000),
    ]  # fmt: skip
    assert seen.difference_minor == 45_000
    late.run(book_allowance, shares=AT_HALF)
    assert moved(late, before) == {"6930": 45_000, "1310": -45_000}
    again = late.run(book_allowance, shares=AT_HALF)
    assert (again.booked_minor, again.difference_minor) == (45_000, 0)
    late.pay(107_100)
    late.run(book_allowance, shares=AT_HALF)
    assert {code: m for code, m in moved(late, before).items() if code in {"6930", "1310"}} == {}
    assert [r.name for r in late.ask(verify_database) if not r.holds] == []


def test_each_age_has_its_share_and_the_shares_are_kept(late: Late) -> None:
    late.bill(("COFFEE", 100))
    assert late.ask(allowance_shares) == dict(DEFAULT)
    shares = {Bucket.TO_30: 100, Bucket.TO_60: 1000, Bucket.TO_90: 2000, Bucket.OVER_90: 10_000}
    found = []
    for days in (14, 20, 30, 30, 30):
        late.wait(days)
        found.append(late.ask(read_allowance, on=late.clock().date(), shares=shares).wanted_minor)
    assert found == [0, 900, 9_000, 18_000, 90_000]
    late.run(book_allowance, shares=shares)
    assert late.ask(allowance_shares) == shares


def test_a_share_is_one(late: Late) -> None:
    for share in (-1, 10_001):
        with pytest.raises(AllowanceShareError):
            late.run(book_allowance, shares={Bucket.TO_30: share})
