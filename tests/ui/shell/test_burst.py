"""What makes a scan of keystrokes."""

from __future__ import annotations

import pytest

from ui.shell.burst import Burst, WedgeSettings


def typed(text: str, gap: int = 8, **settings: object) -> Burst:
    burst = Burst(WedgeSettings(**settings))  # type: ignore[arg-type]
    for place, sign in enumerate(text):
        burst.add(sign, place * gap)
    return burst


def test_thirteen_signs_are_a_code() -> None:
    assert typed("4006381333931").code() == "4006381333931"


def test_five_signs_are_typing() -> None:
    assert typed("12345").code() is None


def test_a_short_code_is_one_behind_its_prefix() -> None:
    assert typed("~12", prefix="~").code() == "12"


def test_prefix_and_suffix_are_taken_off() -> None:
    assert typed("~1234567#", prefix="~", suffix="#").code() == "1234567"


@pytest.mark.parametrize(("gap", "follows"), [(35, True), (36, False), (-1, False)])
def test_a_key_belongs_to_the_code_within_the_gap(gap: int, follows: bool) -> None:  # noqa: FBT001
    burst = typed("1")
    assert burst.follows(gap) is follows


def test_nothing_follows_an_empty_burst() -> None:
    assert not Burst(WedgeSettings()).follows(0)


@pytest.mark.parametrize("text", ["", "\r", "\b", "\x1b", "ab"])
def test_keys_without_a_sign_are_no_part(text: str) -> None:
    assert not typed("1").fits(text)


def test_the_separator_of_gs1_is_part_of_a_code_but_begins_none() -> None:
    assert typed("01").fits("\x1d")
    assert not Burst(WedgeSettings()).fits("\x1d")


def test_a_scan_of_thirty_thousand_signs_is_cut_and_not_kept_for_ever() -> None:
    code = typed("1" * 30_000).code()
    assert code is not None
    assert len(code) == 20_000


def test_settings_that_make_no_sense_are_left_as_they_are() -> None:
    found = WedgeSettings.of({"scanner_gap_ms": "fast", "scanner_min_length": 0, "scanner_prefix": "~"})
    assert (found.gap_ms, found.min_length, found.prefix) == (35, 6, "~")


def test_a_slow_scanner_gets_a_longer_end() -> None:
    assert WedgeSettings.of({"scanner_gap_ms": 90}).idle_ms > 90
