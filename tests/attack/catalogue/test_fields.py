"""Every text of the catalogue at every field that is read without a database."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.attack.catalogue.cases import Tally, classes, payloads
from tests.attack.catalogue.fields import FIELDS, Judge, NoNumberRefusedError, value_of
from tests.conftest import ROOT

LEAST = 2000
OPEN: list[int] = []  # classes that no test of ours tries


def _try(name: str, read: Callable[[str], Any], judge: Judge, tally: Tally) -> None:
    for payload in payloads("text"):
        text = payload.text
        taken, given = tally.refusing(f"{name}, {payload.name}", partial(read, text), size=len(text))
        if taken and (fault := judge(text, given)):
            tally.add(f"{name}, {payload.name}: {fault} for {text[:60]!r}")


@pytest.mark.parametrize("name", list(FIELDS))
def test_a_field_takes_a_text_exactly_or_refuses_it_in_a_sentence(name: str) -> None:
    tally = Tally()
    _try(name, *FIELDS[name], tally)
    tally.check()
    assert tally.tried == len(payloads("text"))


def test_there_are_124_classes_and_each_is_tried_or_proven_or_named_as_open() -> None:
    assert [c.number for c in classes()] == list(range(1, 125))
    for one in classes():
        assert one.payloads or one.proven or one.where == "sale" or one.expected == "open", one
    assert [c.number for c in classes() if c.expected == "open"] == OPEN


def test_there_are_more_than_two_thousand_cases() -> None:
    assert len(payloads("text")) * len(FIELDS) > LEAST


def test_the_tests_that_prove_the_other_classes_are_there() -> None:
    for one in classes():
        for told in one.proven:
            file, _, name = told.partition("::")
            text = (ROOT / file).read_text(encoding="utf-8")
            assert not name or re.search(rf"^ *(?:async )?def {name}\(", text, re.MULTILINE), told


def _repairs(text: str) -> int:
    """The losing variant: whatever digits there are make a number."""
    digits = re.sub(r"[^0-9]", "", text)
    if not digits:
        raise NoNumberRefusedError
    return int(digits[:15])


def _falls(text: str) -> int:
    """The other one: what it cannot read is a bug's exception."""
    return int(text)


@pytest.mark.parametrize(("read", "told"), [(_repairs, "repaired"), (_falls, "ValueError")])
def test_a_reader_that_repairs_or_falls_is_caught(read: Callable[[str], Any], told: str) -> None:
    tally = Tally()
    _try("planted", read, value_of(2), tally)
    assert sum(told in x for x in tally.wrong or ()) > 10
