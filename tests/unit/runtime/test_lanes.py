"""Lanes: in order within one, not waiting for each other, bounded."""

from __future__ import annotations

import threading

import pytest

from app.runtime.lanes import LaneFullError, Lanes, LanesStoppedError


def test_one_lane_works_in_order_and_on_one_thread() -> None:
    lanes = Lanes({"db": 1000})
    done: list[tuple[int, str]] = []
    futures = [
        lanes.submit("db", lambda n=n: done.append((n, threading.current_thread().name)))  # type: ignore[misc]
        for n in range(200)
    ]
    for future in futures:
        future.result(timeout=30)
    assert [n for n, _t in done] == list(range(200))
    assert len({t for _n, t in done}) == 1
    lanes.shutdown()


def test_a_slow_lane_holds_up_no_other() -> None:
    lanes = Lanes({"printer": 5, "db": 5})
    gate = threading.Event()
    slow = lanes.submit("printer", lambda: gate.wait(30))
    assert lanes.submit("db", lambda: "sold").result(timeout=30) == "sold"
    assert not slow.done()
    gate.set()
    assert slow.result(timeout=30)
    lanes.shutdown()


def test_a_lane_that_does_not_keep_up_is_refused_in_words_and_takes_work_again_later() -> None:
    lanes = Lanes({"printer": 2})
    gate = threading.Event()
    waiting = [lanes.submit("printer", lambda: gate.wait(30)) for _ in range(2)]
    with pytest.raises(LaneFullError, match="The printer does not keep up"):
        lanes.submit("printer", lambda: None)
    assert lanes.waiting("printer") == 2
    gate.set()
    for future in waiting:
        future.result(timeout=30)
    lanes.submit("printer", lambda: None).result(timeout=30)
    lanes.shutdown()


def test_after_the_end_nothing_is_taken_and_what_was_taken_is_done() -> None:
    stopped: list[str] = []
    lanes = Lanes({"db": 9}, on_stop=lambda: stopped.append("closed"))
    first = lanes.submit("db", lambda: "done")
    lanes.shutdown()
    assert (first.result(), stopped) == ("done", ["closed"])
    with pytest.raises(LanesStoppedError, match="closing"):
        lanes.submit("db", lambda: None)
    assert lanes.waiting("db") == 0
    lanes.shutdown()


def test_an_error_reaches_who_asked_and_the_lane_goes_on() -> None:
    lanes = Lanes({"db": 9})
    with pytest.raises(ZeroDivisionError):
        lanes.submit("db", lambda: 1 // 0).result(timeout=30)
    assert lanes.submit("db", lambda: 2).result(timeout=30) == 2
    lanes.shutdown()
