"""The corpus of the fuzzer once more in every run: what it ever found, and what widened its view."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.fuzz.grammar import values_of
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
ROUNDS = 15
HANGS = 1.0  # seconds of CPU for one input of a few kilobytes


def _kept(name: str) -> list[Path]:
    return sorted((CORPUS / name).iterdir())


def _spoilt(content: bytes, dice: random.Random) -> bytes:
    """A few bytes cut out, doubled, changed or put in."""
    made = bytearray(content)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(made) + 1)
        size = dice.randint(1, 12)
        match dice.randrange(4):
            case 0:
                del made[at : at + size]
            case 1:
                made[at:at] = made[at : at + size]
            case 2:
                made[at : at + 1] = bytes([dice.randrange(256)])
            case _:
                made[at:at] = dice.choice((b"\x00", b"\xff", b"-", b'"', b"9" * size, b"\r\n", b",", b"<a>"))
    return bytes(made)


def _within(name: str, content: bytes) -> None:
    started = time.process_time()
    TARGETS[name](content)
    assert time.process_time() - started < HANGS, f"{name} hangs at {content[:80]!r}"


def test_each_target_has_a_corpus() -> None:
    assert sorted(p.name for p in CORPUS.iterdir()) == sorted(TARGETS)
    assert all(_kept(name) for name in TARGETS)


@pytest.mark.parametrize("name", list(TARGETS))
def test_what_was_found_once_is_read_or_refused(name: str) -> None:
    dice = random.Random(name)  # noqa: S311 - not for secrets
    for path in _kept(name):
        content = path.read_bytes()
        try:
            _within(name, content)
            for _ in range(ROUNDS if len(content) < 2000 else ROUNDS // 8):
                content = _spoilt(path.read_bytes(), dice)
                _within(name, content)
        except Exception as error:
            error.add_note(f"{path.name}: {content!r}")
            raise


@pytest.mark.parametrize("text", ["1€50", "1 2", "1'2", "1,2,3", "5€5", "1-5", "½", "1e3", "0x10", "", "-"])
def test_the_judge_of_numbers_takes_no_repair_for_a_number(text: str) -> None:
    assert not values_of(text)
