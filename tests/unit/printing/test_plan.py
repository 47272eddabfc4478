"""Which printer a paper goes to: by its kind, by what was sold, and by what is not there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.refusal import Refusal
from app.printing.rules import (
    PLAN_SETTING,
    MorePrinter,
    PrinterNameError,
    PrintPlan,
    SelfFallbackError,
    SlipRule,
    TooManyPrintersError,
    UnknownPrinterError,
    WaitError,
    plan_of,
    plan_text,
    read_plan,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KITCHEN = MorePrinter("Kitchen", "tcp://10.0.0.8:9100")
STORE = MorePrinter("Warehouse", "tcp://10.0.0.9:9100", stands_in=False)
PLAN = PrintPlan(
    (KITCHEN, STORE), {"delivery_slip": "Warehouse"}, (SlipRule("Kitchen", (7, 9)),), "Kitchen", 10
)


@pytest.mark.parametrize(
    ("kind", "printer", "late", "place"),
    [
        ("receipt", "", 0, ""),
        ("receipt", "", 9, ""),
        ("receipt", "", 10, "Kitchen"),  # the till's own is not there: another one stands in
        ("counter_slip", "Kitchen", 0, "Kitchen"),
        ("counter_slip", "Kitchen", 10, ""),
        ("delivery_slip", "", 600, "Warehouse"),  # nothing stands in for it
        ("counter_slip", "Gone", 0, ""),  # a printer that was taken off the list
    ],
)
def test_a_paper_goes_to_its_printer_and_after_the_wait_to_the_one_that_stands_in(
    kind: str, printer: str, late: int, place: str
) -> None:
    since = NOW - timedelta(seconds=late) if late else None
    assert PLAN.place(kind=kind, printer=printer, failing_since=since, now=NOW) == place


def test_a_plan_is_kept_as_text_and_read_again_and_what_is_none_is_no_plan() -> None:
    assert plan_of({PLAN_SETTING: plan_text(PLAN)}) == PLAN
    assert plan_of({}) == PrintPlan()
    assert read_plan('{"printers": 3}') == read_plan("x") == PrintPlan()


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [
        (PrintPlan((KITCHEN, KITCHEN)), PrinterNameError),
        (PrintPlan((MorePrinter("", "virtual:"),)), PrinterNameError),
        (PrintPlan(tuple(MorePrinter(f"P{i}", "virtual:") for i in range(5))), TooManyPrintersError),
        (PrintPlan(by_kind={"receipt": "Nowhere"}), UnknownPrinterError),
        (PrintPlan((KITCHEN,), slips=(SlipRule("Bar", (1,)),)), UnknownPrinterError),
        (PrintPlan((MorePrinter("A", "virtual:", "A"),)), SelfFallbackError),
        (PrintPlan(wait_seconds=601), WaitError),
    ],
    ids=["twice", "nameless", "too many", "kind", "slip", "itself", "wait"],
)  # fmt: skip
def test_a_plan_that_leads_nowhere_is_refused(plan: PrintPlan, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        plan.check()


@given(
    st.lists(st.sampled_from(["A", "B", "C", "D"]), unique=True, max_size=4),
    st.sampled_from(["", "A", "B", "X"]),
    st.integers(0, 30),
)
def test_a_paper_never_goes_to_a_printer_that_is_not_in_the_plan(
    names: list[str], wanted: str, late: int
) -> None:
    printers = tuple(MorePrinter(n, "virtual:", names[i - 1] if i else "") for i, n in enumerate(names))
    plan = PrintPlan(printers, own_fallback=names[0] if names else "")
    since = NOW - timedelta(seconds=late)
    assert plan.place(kind="receipt", printer=wanted, failing_since=since, now=NOW) in {"", *names}
