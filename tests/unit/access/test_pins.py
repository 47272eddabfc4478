"""PINs and lock-out."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.pins import PepperUnreadableError, hash_pin, load_pepper, pin_matches
from app.access.rules import DEFAULT_ROLES, LOCK_AFTER, WeakPinError, check_pin, wait_after
from app.kernel.permission import Permission


@pytest.mark.parametrize(
    "pin", ["", "12", "123", "1234", "4321", "0000", "7777777", "9012", "12a4", "١٢٣٥", "1" * 13, "１２３５"]
)
def test_a_pin_that_is_guessed_first_is_refused(pin: str) -> None:
    with pytest.raises(WeakPinError, match="too easy to guess"):
        check_pin(pin)


@pytest.mark.parametrize("pin", ["1357", "8402", "112233", "135790864201"])
def test_other_pins_are_taken(pin: str) -> None:
    check_pin(pin)


def test_a_pin_needs_its_own_hash_and_its_own_pepper() -> None:
    kept = hash_pin("8402", b"p" * 32)
    assert pin_matches("8402", b"p" * 32, kept)
    assert not pin_matches("8403", b"p" * 32, kept)
    assert not pin_matches("8402", b"q" * 32, kept)
    assert not pin_matches("8402", b"p" * 32, "no hash at all")
    assert hash_pin("8402", b"p" * 32) != kept
    assert "8402" not in kept


def test_the_pepper_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    pepper = load_pepper(tmp_path / "data")
    assert load_pepper(tmp_path / "data") == pepper
    assert len(pepper) == 32
    assert stat.S_IMODE((tmp_path / "data" / "pepper").stat().st_mode) == 0o600


@given(st.integers(0, 100))
def test_the_wait_after_wrong_pins_never_gets_shorter(failed: int) -> None:
    assert (wait_after(failed) or timedelta()) <= (wait_after(failed + 1) or timedelta())


def test_three_tries_are_free_of_waiting() -> None:
    assert wait_after(2) is None
    assert wait_after(3) == timedelta(seconds=5)
    assert wait_after(LOCK_AFTER) == timedelta(minutes=15)


def test_no_role_has_the_right_of_the_program_itself() -> None:
    assert all(Permission.SYSTEM not in rights for _n, rights, _l, _s in DEFAULT_ROLES.values())
    managing = [
        code for code, (_n, rights, *_l) in DEFAULT_ROLES.items() if Permission.MANAGE_USERS in rights
    ]
    assert managing == ["manager"]


@pytest.mark.parametrize("left", ["", "ab" * 31, "not hexadecimal at all"])
def test_half_a_pepper_is_told_and_never_used(tmp_path: Path, left: str) -> None:
    (tmp_path / "pepper").write_text(left, encoding="ascii")
    with pytest.raises(PepperUnreadableError, match="Put the copy of it there"):
        load_pepper(tmp_path)
    assert (tmp_path / "pepper").read_text(encoding="ascii") == left


def test_a_pepper_that_could_not_be_written_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("app.access.pins.os.fsync", fail)
        with pytest.raises(PepperUnreadableError, match="No space left"):
            load_pepper(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert len(load_pepper(tmp_path)) == 32
