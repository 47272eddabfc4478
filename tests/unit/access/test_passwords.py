"""Which passwords are taken, and how the keys of apps are sealed."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.access.passwords import (
    CommonPasswordError,
    PasswordLengthError,
    PasswordNamesError,
    check_password,
    one_time_password,
)
from app.access.policy import SETTING, AccessPolicy, policy_of
from app.access.sealing import open_key, seal_key

PEPPER = b"p" * 32


@pytest.mark.parametrize(
    "password",
    ["Password2026!", "P@ssw0rd1234", "Willkommen1!", "Sommer2026!!", "qwertz123456", "abcdefghijkl",
     "aaaaaaaaaaaa", "abcabcabcabc", "1234567890", "0987654321", "1q2w3e4r5t6z", "Geheim-2026", "kasse12345",
     "asdfghjkl123", "passwordpassword", "Admin!Admin!", "zyxwvutsrqpo"],
)  # fmt: skip
def test_a_password_that_is_tried_first_is_refused(password: str) -> None:
    with pytest.raises(CommonPasswordError, match="easy to guess"):
        check_password(password, least=8)


@pytest.mark.parametrize(
    "password",
    ["correct horse battery", "Regenschirm im Mai", "tuba-kiwi-7-lampe", "mein Sommer riecht nach Teer",
     "ключ от квартиры", "8402 9157 3648", "öäü€ßµ¼ħŋŧ", " leading blank kept "],
)  # fmt: skip
def test_other_passwords_of_any_signs_are_taken(password: str) -> None:
    check_password(password, least=10)


@pytest.mark.parametrize("password", ["Corner2026!!", "ann.miller99", "CornerMiller"])
def test_names_that_everybody_knows_are_no_password(password: str) -> None:
    with pytest.raises(PasswordNamesError):
        check_password(password, least=8, names=("Ann Miller", "Corner Shop"))


def test_the_length_is_the_shops_and_never_below_eight() -> None:
    with pytest.raises(PasswordLengthError, match="14 to 128"):
        check_password("tuba-kiwi-la", least=14)
    with pytest.raises(PasswordLengthError, match="8 to 128"):
        check_password("tubkiw7", least=1)
    with pytest.raises(PasswordLengthError):
        check_password("tuba-kiwi-" * 13, least=8)
    check_password("tuba-kiwi-lampe"[:128], least=14)


def test_a_one_time_password_is_by_chance_and_would_be_taken() -> None:
    made = {one_time_password() for _ in range(100)}
    assert len(made) == 100
    for password in made:
        assert len(password) == 14
        assert password[4] == password[9] == "-"


def test_as_delivered_nothing_but_the_pin_is_asked_for() -> None:
    assert policy_of({}) == AccessPolicy()
    assert not AccessPolicy().asks
    assert replace(AccessPolicy(), two_factor=True).asks


@given(
    st.builds(
        AccessPolicy, st.booleans(), st.integers(8, 128), st.integers(0, 24), st.integers(0, 3650),
        st.integers(0, 240), st.booleans(), st.lists(st.text(), max_size=3).map(tuple),
    )
)  # fmt: skip
def test_a_policy_is_read_as_it_was_kept(policy: AccessPolicy) -> None:
    assert policy_of({SETTING: asdict(policy)}) == policy


@given(st.one_of(st.none(), st.integers(), st.text(), st.dictionaries(st.text(), st.integers())))
def test_what_is_no_policy_counts_as_delivered(kept: Any) -> None:
    assert policy_of({SETTING: kept}) == AccessPolicy()


def test_a_password_gets_too_old_only_where_the_shop_says_so() -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    year_ago = now - timedelta(days=365)
    assert not AccessPolicy().too_old(year_ago, now)
    assert AccessPolicy(max_age_days=365).too_old(year_ago, now)
    assert not AccessPolicy(max_age_days=366).too_old(year_ago, now)


def test_a_sealed_key_opens_only_with_its_pepper_for_its_user_and_unchanged() -> None:
    sealed = seal_key(b"key of the app 20 by", PEPPER, 7)
    assert open_key(sealed, PEPPER, 7) == b"key of the app 20 by"
    assert open_key(sealed, b"q" * 32, 7) is None
    assert open_key(sealed, PEPPER, 8) is None
    changed = f"{int(sealed[-2:], 16) ^ 1:02x}"
    assert open_key(sealed[:-2] + changed, PEPPER, 7) is None
    assert b"key of the app".hex() not in sealed
    assert seal_key(b"key of the app 20 by", PEPPER, 7) != sealed
