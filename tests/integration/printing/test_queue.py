"""The print queue: never lost, never twice without COPY."""

from __future__ import annotations

import pytest

from app.documents.build import build_paper
from app.kernel.state import InvalidTransitionError
from app.printing.operations import (
    NoSuchPrintJobError,
    reprint,
    retry_print,
    set_print_status,
    settle_interrupted,
)
from app.printing.queries import find_job, list_jobs
from app.printing.states import PRINT_TRANSITIONS, PrintStatus
from drivers.printer.render_text import render_text
from tests.factories.shop import Shop
from tests.integration.till.helpers import kinds


def a_job(shop: Shop) -> int:
    shop.sell(shop.cart("MILK"), shop.open_shift())
    return shop.runtime.ask(list_jobs, station="T01")[0].id


def to(shop: Shop, job: int, *path: PrintStatus) -> PrintStatus:
    for status in path:
        shop.runtime.run(set_print_status, actor=shop.actor(), job_id=job, status=status, error="why")
    found = shop.runtime.ask(find_job, job_id=job)
    assert found is not None
    return found.status


PATHS = {
    PrintStatus.QUEUED: (),
    PrintStatus.SENDING: (PrintStatus.SENDING,),
    PrintStatus.PRINTED: (PrintStatus.SENDING, PrintStatus.PRINTED),
    PrintStatus.SENT_UNCONFIRMED: (PrintStatus.SENDING, PrintStatus.SENT_UNCONFIRMED),
    PrintStatus.NEEDS_ATTENTION: (PrintStatus.SENDING, PrintStatus.NEEDS_ATTENTION),
    PrintStatus.CANCELLED: (PrintStatus.CANCELLED,),
}


@pytest.mark.parametrize("target", list(PrintStatus))
@pytest.mark.parametrize("current", list(PrintStatus))
def test_a_job_takes_only_the_steps_of_its_table(
    sqlite_shop: Shop, current: PrintStatus, target: PrintStatus
) -> None:
    job = a_job(sqlite_shop)
    assert to(sqlite_shop, job, *PATHS[current]) is current
    if target in PRINT_TRANSITIONS[current]:
        assert to(sqlite_shop, job, target) is target
    else:
        with pytest.raises(InvalidTransitionError, match=f"This is {current} and cannot become {target}"):
            to(sqlite_shop, job, target)


def test_each_try_is_counted_and_its_error_kept(shop: Shop) -> None:
    job = a_job(shop)
    to(shop, job, PrintStatus.SENDING, PrintStatus.NEEDS_ATTENTION, PrintStatus.QUEUED, PrintStatus.SENDING)
    found = shop.runtime.ask(find_job, job_id=job)
    assert found is not None
    assert (found.attempts, found.last_error) == (2, "why")
    with pytest.raises(NoSuchPrintJobError):
        to(shop, 1, PrintStatus.SENDING)


def test_what_was_being_sent_when_the_program_died_waits_for_a_persons_word(shop: Shop) -> None:
    job = a_job(shop)
    to(shop, job, PrintStatus.SENDING)
    assert shop.runtime.run(settle_interrupted, actor=shop.actor(), station="T02") == []
    assert shop.runtime.run(settle_interrupted, actor=shop.actor(), station="T01") == [job]
    assert shop.runtime.ask(list_jobs, station="T01") == []
    shop.runtime.run(retry_print, actor=shop.actor(), job_id=job)
    found = shop.runtime.ask(find_job, job_id=job)
    assert found is not None
    assert (found.status, found.is_copy) == (PrintStatus.QUEUED, True)
    assert kinds(shop)[-1] == "print.retried"


@pytest.mark.parametrize(
    ("nothing_sent", "is_copy"),
    [((True,), False), ((False,), True), ((True, False), True), ((False, True), True)],
)
def test_a_retry_says_copy_only_when_a_byte_of_any_try_may_have_left(
    shop: Shop, nothing_sent: tuple[bool, ...], *, is_copy: bool
) -> None:
    job = a_job(shop)
    for nothing in nothing_sent:
        to(shop, job, PrintStatus.SENDING)
        shop.runtime.run(
            set_print_status, actor=shop.actor(), job_id=job, status=PrintStatus.NEEDS_ATTENTION,
            nothing_sent=nothing,
        )  # fmt: skip
        shop.runtime.run(retry_print, actor=shop.actor(), job_id=job)
    found = shop.runtime.ask(find_job, job_id=job)
    assert found is not None
    assert found.is_copy is is_copy
    assert ("COPY" in render_text(shop.runtime.ask(build_paper, job=found))) is is_copy


def test_a_reprint_says_copy_and_stands_in_the_journal(shop: Shop) -> None:
    shift = shop.open_shift()
    sold = shop.sell(shop.cart("MILK"), shift)
    copy = shop.runtime.run(
        reprint, actor=shop.actor(), station="T01", kind="receipt", document_type="sale",
        document_id=sold.sale_id,
    )  # fmt: skip
    first, second = (
        render_text(shop.runtime.ask(build_paper, job=job))
        for job in shop.runtime.ask(list_jobs, station="T01")
    )
    assert "COPY" not in first
    assert second.count("*** COPY ***") == 2
    assert [line for line in second.splitlines() if "COPY" not in line] == first.splitlines()
    assert kinds(shop)[-1] == "reprint.receipt"
    assert copy > 0
