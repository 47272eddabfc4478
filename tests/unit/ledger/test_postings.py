"""Entries balance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ledger.rules import DEFAULT_CHART, Posting, combine, is_balanced
from app.ledger.states import AccountKind

POSTINGS = st.lists(
    st.builds(
        Posting, st.sampled_from(["sales:A", "cash_drawer", "inventory"]), st.integers(-(10**9), 10**9),
        st.none() | st.integers(1, 3),
    ),
    max_size=30,
)  # fmt: skip


@given(POSTINGS)
def test_combining_keeps_every_sum_and_leaves_no_zero(postings: list[Posting]) -> None:
    combined = combine(postings)
    assert all(p.amount_minor for p in combined)
    assert len({(p.role, p.party_id) for p in combined}) == len(combined)
    for role in {p.role for p in postings}:
        before = sum(p.amount_minor for p in postings if p.role == role)
        assert sum(p.amount_minor for p in combined if p.role == role) == before
    assert is_balanced(combined) == is_balanced(postings)


def test_the_chart_books_each_role_on_one_account_of_a_known_kind() -> None:
    codes: dict[str, tuple[str, str]] = {}
    for code, name, kind in DEFAULT_CHART.values():
        assert codes.setdefault(code, (name, kind)) == (name, kind)
        assert AccountKind(kind)
