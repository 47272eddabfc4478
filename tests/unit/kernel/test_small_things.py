"""Canonical text, ids, events, states, permissions."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.audit.rules import chain_hash, excerpt
from app.kernel.canonical import EMPTY_HASH, canonical_json, sha256
from app.kernel.clock import system_clock
from app.kernel.events import Event, EventBus
from app.kernel.ids import DEALT_LANES, IdMaker, lane_of, next_id, take_ids
from app.kernel.permission import (
    SYSTEM_ACTOR,
    Actor,
    Approval,
    Permission,
    PermissionNeededError,
    permitted,
)
from app.kernel.refusal import Refusal
from app.kernel.state import InvalidTransitionError, check_transition
from app.payments.operations import INTENT_TRANSITIONS
from app.payments.states import IntentStatus
from app.printing.states import PRINT_TRANSITIONS, PrintStatus
from app.till.states import CART_TRANSITIONS, SHIFT_TRANSITIONS, CartStatus, ShiftStatus

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=6))
def test_one_value_has_one_canonical_text_whatever_the_order_of_its_keys(value: dict[str, object]) -> None:
    turned = dict(reversed(list(value.items())))
    assert canonical_json(value) == canonical_json(turned)


def test_times_are_written_in_utc_to_the_microsecond() -> None:
    moment = datetime(2026, 3, 2, 10, 0, 0, 123_456, tzinfo=timezone(timedelta(hours=1)))
    assert canonical_json({"b": moment, "a": date(2026, 3, 2)}) == (
        '{"a":"2026-03-02","b":"2026-03-02T09:00:00.123456+00:00"}'
    )
    with pytest.raises(TypeError, match="no canonical form for set"):
        canonical_json({"a": set()})


def test_a_hash_changes_with_every_field_and_with_the_hash_before() -> None:
    row: dict[str, object] = {"seq": 1, "kind": "sale", "payload": "{}"}
    first = chain_hash(EMPTY_HASH, row)
    assert first == sha256(EMPTY_HASH + '\n{"kind":"sale","payload":"{}","seq":1}')
    assert chain_hash(first, row) != first
    assert all(chain_hash(EMPTY_HASH, {**row, name: "x"}) != first for name in row)
    assert len(excerpt(first)) == 8


def test_the_clock_is_utc_and_keeps_what_both_databases_keep() -> None:
    now = system_clock()
    assert now.tzinfo is UTC
    assert now.microsecond % 1000 == 0


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=5))
def test_ids_grow_and_never_repeat(takes: list[int]) -> None:
    maker = IdMaker(lane=5)
    found = [i for count in takes for i in maker.take(count)]
    assert found == sorted(set(found))
    assert all(0 < i < 2**63 for i in found)


def test_two_lanes_never_give_the_same_id() -> None:
    assert not set(IdMaker(lane=1).take(5000)) & set(IdMaker(lane=2).take(5000))


def test_who_is_dealt_no_lane_draws_one_that_is_dealt_to_nobody() -> None:
    drawn = {lane_of(IdMaker().next_id()) for _ in range(200)}
    assert min(drawn) >= DEALT_LANES
    assert len(drawn) > 100


def test_in_another_lane_nothing_is_given_again() -> None:
    maker = IdMaker(lane=7)
    before = maker.take(3000)
    maker.move_to(8)
    other = maker.take(3000)
    maker.move_to(7)
    after = maker.take(3000)
    assert {lane_of(i) for i in other} == {8}
    assert len({*before, *other, *after}) == 9000


def test_ids_of_eight_threads_never_repeat() -> None:
    found: list[int] = []

    def take() -> None:
        found.extend(i for _ in range(200) for i in take_ids(7))

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == len(found) == 8 * 200 * 7
    assert next_id() > max(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened(Event):
    number: int


def test_one_failing_subscriber_stops_no_other() -> None:
    told: list[object] = []
    errors: list[Exception] = []
    bus = EventBus(on_error=lambda _event, error: errors.append(error))

    def fails(_event: Event) -> None:
        raise RuntimeError("broken")

    bus.subscribe(fails)
    bus.subscribe(told.append)
    bus.publish(Happened(number=1))
    assert told == [Happened(number=1)]
    assert [str(e) for e in errors] == ["broken"]


@pytest.mark.parametrize(
    ("table", "states", "start"),
    [
        (SHIFT_TRANSITIONS, ShiftStatus, ShiftStatus.OPEN),
        (CART_TRANSITIONS, CartStatus, CartStatus.OPEN),
        (PRINT_TRANSITIONS, PrintStatus, PrintStatus.QUEUED),
        (INTENT_TRANSITIONS, IntentStatus, IntentStatus.REQUESTED),
    ],
)
def test_every_state_has_a_row_and_is_reached(
    table: dict[StrEnum, frozenset[StrEnum]], states: type[StrEnum], start: StrEnum
) -> None:
    assert set(table) == set(states)
    reached, todo = {start}, [start]
    while todo:
        new = table[todo.pop()] - reached
        reached |= new
        todo += new
    assert reached == set(states)


def test_a_step_that_is_not_in_the_table_is_refused_in_words() -> None:
    with pytest.raises(InvalidTransitionError, match="This is closed and cannot become open"):
        check_transition(SHIFT_TRANSITIONS, ShiftStatus.CLOSED, ShiftStatus.OPEN)
    with pytest.raises(InvalidTransitionError):
        check_transition(INTENT_TRANSITIONS, IntentStatus.UNKNOWN, IntentStatus.REQUESTED)


class Acting:
    def __init__(self, actor: Actor) -> None:
        self.actor = actor


@permitted(Permission.VOID_SALE)
def void(uow: Acting, *, what: str) -> str:
    return f"{uow.actor.name} voided {what}"


@permitted(Permission.VOID_SALE, Permission.NO_SALE)
def either(uow: Acting) -> bool:
    return uow.actor.name != ""


def _actor(*rights: Permission) -> Actor:
    return Actor(1, "Ann", "cashier", frozenset(rights), "T01")


def test_an_operation_asks_for_its_right_before_its_first_line() -> None:
    assert void(Acting(_actor(Permission.VOID_SALE)), what="it") == "Ann voided it"
    with pytest.raises(PermissionNeededError, match=r"Ann may not do this \(till.void_sale\)"):
        void(Acting(_actor(Permission.SELL)), what="it")
    assert either(Acting(_actor(Permission.NO_SALE)))
    with pytest.raises(PermissionNeededError):
        either(Acting(_actor()))


def test_somebody_elses_approval_gives_the_right_for_one_operation() -> None:
    yes = Approval(2, "Sue", frozenset({Permission.VOID_SALE}), 0, 0, "n")
    assert void(Acting(_actor().approved(yes)), what="it") == "Ann voided it"
    with pytest.raises(PermissionNeededError):
        void(Acting(_actor().approved(yes).approved(None)), what="it")
    assert SYSTEM_ACTOR.may(Permission.SYSTEM)


class NoteMissing(Refusal):
    message = "Give {what}."


def test_a_refusal_is_a_sentence() -> None:
    refusal = NoteMissing(what="a note")
    assert str(refusal) == "Give a note."
    assert refusal.params == {"what": "a note"}
