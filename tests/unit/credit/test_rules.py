"""May more be owed."""

from __future__ import annotations

from dataclasses import replace

from app.credit.rules import CreditStanding, Finding, judge
from app.terms.states import LatePolicy

PLAIN = CreditStanding(
    limit_minor=1000, posted_minor=400, confirmed_minor=300, new_minor=350, unapplied_minor=50,
    overdue_minor=0, late_policy=LatePolicy.ALLOW,
)  # fmt: skip


def test_the_exposure_counts_what_is_owed_promised_and_new_less_what_was_paid():
    assert (PLAIN.exposure_minor, PLAIN.headroom_minor) == (1000, 0)
    assert judge(PLAIN) == []
    assert judge(replace(PLAIN, new_minor=351)) == [Finding.CREDIT_LIMIT]


def test_no_limit_is_unlimited_and_a_limit_of_nothing_lets_only_paid_orders_pass():
    assert judge(replace(PLAIN, limit_minor=None, new_minor=10**9)) == []
    assert replace(PLAIN, limit_minor=None).headroom_minor is None
    assert judge(replace(PLAIN, limit_minor=0)) == [Finding.NO_CREDIT]
    assert judge(replace(PLAIN, limit_minor=0, unapplied_minor=1050)) == []


def test_what_is_overdue_counts_by_the_customers_policy():
    late = replace(PLAIN, overdue_minor=1)
    assert judge(late) == []
    assert judge(replace(late, late_policy=LatePolicy.NO_CREDIT)) == [Finding.NO_CREDIT]
    assert judge(replace(late, late_policy=LatePolicy.NO_SALE)) == [Finding.OVERDUE]
    both = replace(late, late_policy=LatePolicy.NO_SALE, new_minor=10_000)
    assert judge(both) == [Finding.CREDIT_LIMIT, Finding.OVERDUE]
