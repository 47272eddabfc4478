"""Entering the back office: password, code of the app, recovery codes, and one count for all."""

from __future__ import annotations

import json
from base64 import b32decode
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select, update

from app.access.guesses import MOST_A_DAY
from app.access.office import OfficeNeeds, OfficeSignIn, enter_office, office_needs
from app.access.one_time_codes import hotp, step_of
from app.access.operations import create_user, sign_in, unlock_user
from app.access.own_sign_in import (
    RECOVERY_CODES,
    Enrolment,
    NotBegunError,
    OwnResetError,
    PasswordReusedError,
    TwoFactorNeededError,
    TwoFactorOffError,
    TwoFactorOnError,
    begin_two_factor,
    choose_password,
    confirm_two_factor,
    own_sign_in,
    reset_password,
    reset_two_factor,
    stop_two_factor,
)
from app.access.passwords import CommonPasswordError
from app.access.policy import SETTING, AccessPolicy, PolicyError, policy_of, save_policy
from app.access.tables import old_password, recovery_code, user_guess, user_secret
from app.kernel.permission import SYSTEM_ACTOR
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import books_are_whole, entry, kinds

PEPPER = b"p" * 32
FIRST, SECOND, THIRD = "tuba-kiwi-lampe", "regen-mais-ofen", "hut-zebra-kompass"


class Door:
    """A user before the back office, with a clock."""

    def __init__(self, shop: Shop, user_id: int, clock: SteadyClock) -> None:
        self.shop, self.user_id, self.clock = shop, user_id, clock
        self.key = b""

    def system(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        return self.shop.runtime.run(
            operation, actor=SYSTEM_ACTOR, user_id=self.user_id, pepper=PEPPER, **arguments
        )

    def manage(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        return self.shop.runtime.run(
            operation, actor=self.shop.actor("manager"), user_id=self.user_id, **arguments
        )

    def policy(self, **values: Any) -> None:
        self.shop.runtime.run(save_policy, actor=self.shop.actor("manager"), policy=AccessPolicy(**values))

    def needs(self) -> OfficeNeeds:
        return self.shop.runtime.ask(office_needs, user_id=self.user_id)

    def enter(self, secret: str, code: str = "") -> OfficeSignIn:
        answer = self.system(enter_office, secret=secret, code=code, station="T01")
        assert isinstance(answer, OfficeSignIn)
        return answer

    def code(self, steps: int = 0) -> str:
        return hotp(self.key, step_of(self.clock()) + steps)

    def enrol(self, proof: str) -> tuple[str, ...]:
        begun = self.system(begin_two_factor, proof=proof)
        assert isinstance(begun, Enrolment)
        self.key = b32decode(parse_qs(urlsplit(begun.uri).query)["secret"][0])
        codes = self.system(confirm_two_factor, code=self.code())
        assert isinstance(codes, tuple)
        self.clock.advance(seconds=30)
        return codes


@pytest.fixture
def ann(shop: Shop, clock: SteadyClock) -> Door:
    made = shop.runtime.run(
        create_user, actor=shop.actor("manager"), name="Ann", role_code="office", pin="8402", pepper=PEPPER
    )
    return Door(shop, made, clock)


def test_as_delivered_nobody_is_asked_at_the_door(ann: Door) -> None:
    assert ann.needs() == OfficeNeeds()
    assert ann.enter("8402").passed


def test_with_the_setting_a_password_is_chosen_first_and_asked_for_then(ann: Door) -> None:
    ann.policy(password=True)
    assert ann.needs() == OfficeNeeds(asks=True, choose_password=True)
    first = ann.enter("8402")
    assert (first.passed, first.choose_password) == (True, True)
    assert ann.system(choose_password, proof="8402", password=FIRST) is None
    assert ann.needs() == OfficeNeeds(asks=True, has_password=True)
    assert ann.enter("8402").wrong
    answer = ann.enter(FIRST)
    assert (answer.passed, answer.choose_password) == (True, False)
    # the till goes on with the PIN alone
    at_till = ann.system(sign_in, pin="8402", station="T01", till_id=None)
    assert at_till.actor is not None
    assert {"access.password_changed", "access.office_entered"} <= set(kinds(ann.shop, "office"))
    assert FIRST not in json.dumps([entry(ann.shop, "access.password_changed").payload])


def test_a_password_is_changed_with_the_old_one_and_not_taken_back(ann: Door) -> None:
    ann.policy(password=True, remembered=1)
    ann.system(choose_password, proof="8402", password=FIRST)
    wrong = ann.system(choose_password, proof="8402", password=SECOND)
    assert wrong.wrong, "the PIN proves nothing once there is a password"
    assert ann.system(choose_password, proof=FIRST, password=SECOND) is None
    for before in (FIRST, SECOND):
        with pytest.raises(PasswordReusedError):
            ann.system(choose_password, proof=SECOND, password=before)
    with pytest.raises(CommonPasswordError):
        ann.system(choose_password, proof=SECOND, password="Password2026!")
    assert ann.system(choose_password, proof=SECOND, password=THIRD) is None
    assert ann.system(choose_password, proof=THIRD, password=FIRST) is None, "only one is remembered"
    with ann.shop.runtime.factory.read() as connection:
        assert len(connection.execute(select(old_password)).all()) == 1


def test_a_manager_hands_over_a_password_for_one_sign_in(ann: Door, clock: SteadyClock) -> None:
    ann.policy(password=True)
    ann.system(choose_password, proof="8402", password=FIRST)
    handed = ann.manage(reset_password, pepper=PEPPER)
    assert ann.enter(FIRST).wrong
    assert ann.enter(handed).choose_password
    clock.advance(days=4)
    assert ann.enter(handed).wrong, "it is worth nothing after three days"
    again = ann.manage(reset_password, pepper=PEPPER)
    with pytest.raises(PasswordReusedError):
        ann.system(choose_password, proof=again, password=FIRST)
    assert ann.system(choose_password, proof=again, password=SECOND) is None
    assert not ann.enter(SECOND).choose_password
    assert handed not in str(entry(ann.shop, "access.password_reset"))


def test_a_password_that_is_too_old_is_changed_first(ann: Door, clock: SteadyClock) -> None:
    ann.policy(password=True, max_age_days=90)
    ann.system(choose_password, proof="8402", password=FIRST)
    clock.advance(days=89)
    assert not ann.enter(FIRST).choose_password
    clock.advance(days=1)
    assert ann.enter(FIRST).choose_password


def test_nobody_resets_for_himself(ann: Door) -> None:
    manager = ann.shop.actor("manager")
    with pytest.raises(OwnResetError):
        ann.shop.runtime.run(reset_password, actor=manager, user_id=manager.user_id, pepper=PEPPER)
    with pytest.raises(OwnResetError):
        ann.shop.runtime.run(reset_two_factor, actor=manager, user_id=manager.user_id)


def test_wrong_pins_passwords_and_codes_are_one_count(ann: Door, clock: SteadyClock) -> None:
    ann.policy(password=True, two_factor=True)
    ann.system(choose_password, proof="8402", password=FIRST)
    ann.enrol(FIRST)
    for attempt in range(10):
        clock.advance(hours=1)
        if attempt % 3 == 0:
            answer = ann.system(sign_in, pin="0001", station="T01", till_id=None)
        elif attempt % 3 == 1:
            answer = ann.enter("wrong", ann.code())
        else:
            answer = ann.enter(FIRST, "000000")
        assert (answer.wrong, answer.tries_left) == (True, 9 - attempt)
    assert ann.enter(FIRST, ann.code()).locked
    assert ann.system(sign_in, pin="8402", station="T02", till_id=None).locked
    ann.shop.runtime.run(unlock_user, actor=ann.shop.actor("supervisor"), user_id=ann.user_id)
    assert ann.enter(FIRST, ann.code()).passed


def test_a_hundred_wrong_ones_a_day_lock_whatever_comes_between(ann: Door, clock: SteadyClock) -> None:
    assert ann.enter("1").wrong
    with ann.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(user_guess), {"wrong": MOST_A_DAY - 2})
    assert ann.enter("8402").passed, "a right one forgives those in a row, not those of the day"
    assert [ann.enter("1").locked, ann.enter("2").locked] == [False, True]
    clock.advance(days=2)
    assert ann.enter("8402").locked


def test_the_wrong_ones_of_yesterday_are_not_counted_today(ann: Door, clock: SteadyClock) -> None:
    ann.enter("1")
    with ann.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(user_guess), {"wrong": MOST_A_DAY})
    clock.advance(days=1)
    assert not ann.enter("1").locked


def test_a_clock_that_was_put_back_makes_nobody_wait_for_days(ann: Door, clock: SteadyClock) -> None:
    clock.advance(days=3)
    for _ in range(3):
        ann.enter("1")
    clock.advance(days=-3)
    waiting = ann.enter("8402")
    assert not waiting.passed
    assert waiting.wait_until == clock() + timedelta(seconds=5)
    clock.advance(seconds=6)
    assert ann.enter("8402").passed


def test_each_code_counts_once_and_the_password_alone_does_not(ann: Door) -> None:
    ann.policy(password=True, two_factor=True)
    ann.system(choose_password, proof="8402", password=FIRST)
    ann.enrol(FIRST)
    assert ann.needs() == OfficeNeeds(asks=True, has_password=True, code=True)
    assert ann.enter(FIRST).wrong
    code = ann.code()
    assert ann.enter("wrong", code).wrong
    assert ann.enter(FIRST, code).passed, "a wrong password uses no code up"
    assert ann.enter(FIRST, code).wrong
    assert ann.enter(FIRST, ann.code(steps=1)).passed
    assert ann.enter(FIRST, ann.code(steps=-1)).wrong


def test_the_second_factor_goes_with_the_pin_alone_as_well(ann: Door) -> None:
    ann.policy(two_factor=True)
    ann.enrol("8402")
    assert ann.needs() == OfficeNeeds(asks=True, code=True)
    assert ann.enter("8402", ann.code()).passed


def test_a_recovery_code_opens_once(ann: Door) -> None:
    ann.policy(two_factor=True)
    codes = ann.enrol("8402")
    assert len(set(codes)) == RECOVERY_CODES
    answer = ann.enter("8402", codes[0].lower().replace("-", " "))
    assert (answer.passed, answer.recovery_left) == (True, RECOVERY_CODES - 1)
    assert ann.enter("8402", codes[0]).wrong
    assert ann.enter("8402", codes[1]).recovery_left == RECOVERY_CODES - 2
    assert ann.shop.runtime.ask(own_sign_in, user_id=ann.user_id).recovery_left == RECOVERY_CODES - 2


def test_a_role_that_must_sets_its_app_up_first_and_cannot_stop_it(ann: Door) -> None:
    ann.policy(two_factor=True, code_roles=("office",))
    assert ann.needs() == OfficeNeeds(asks=True, set_up_code=True)
    assert ann.enter("8402").set_up_code
    ann.enrol("8402")
    assert ann.needs() == OfficeNeeds(asks=True, code=True)
    with pytest.raises(TwoFactorNeededError):
        ann.system(stop_two_factor, proof="8402", code=ann.code())
    ann.policy(two_factor=True)
    assert ann.system(stop_two_factor, proof="8402", code="000000").wrong
    assert ann.system(stop_two_factor, proof="8402", code=ann.code()) is None
    assert ann.needs() == OfficeNeeds()


def test_a_lost_device_is_reset_by_a_manager_and_stands_in_the_journal(ann: Door) -> None:
    ann.policy(two_factor=True, code_roles=("office",))
    codes = ann.enrol("8402")
    old = ann.key
    ann.manage(reset_two_factor)
    assert ann.needs().set_up_code
    found = entry(ann.shop, "access.two_factor_reset")
    assert (found.document_id, found.actor_id) == (ann.user_id, ann.shop.users["manager"])
    ann.enrol("8402")
    assert ann.key != old
    assert ann.enter("8402", codes[0]).wrong


def test_an_app_is_set_up_in_order(ann: Door) -> None:
    with pytest.raises(TwoFactorOffError):
        ann.system(begin_two_factor, proof="8402")
    ann.policy(two_factor=True)
    with pytest.raises(NotBegunError):
        ann.system(confirm_two_factor, code="123456")
    assert ann.system(begin_two_factor, proof="0001").wrong
    begun = ann.system(begin_two_factor, proof="8402")
    assert isinstance(begun, Enrolment)
    assert ann.system(confirm_two_factor, code="000000").wrong
    assert not ann.needs().code, "a key that was not confirmed asks for nothing"
    ann.enrol("8402")
    with pytest.raises(TwoFactorOnError):
        ann.system(begin_two_factor, proof="8402")


@pytest.mark.parametrize(
    "values",
    [{"length": 7}, {"length": 129}, {"remembered": 25}, {"max_age_days": -1}, {"idle_minutes": 241}],
    ids=str,
)
def test_a_policy_out_of_bounds_counts_as_delivered(values: dict[str, Any]) -> None:
    assert policy_of({SETTING: asdict(AccessPolicy(**values))}) != AccessPolicy(**values)


def test_a_policy_that_is_out_of_bounds_is_not_kept(ann: Door) -> None:
    with pytest.raises(PolicyError):
        ann.policy(length=7)
    assert ann.needs() == OfficeNeeds()


def test_neither_password_nor_key_nor_recovery_code_stands_in_the_database(ann: Door) -> None:
    ann.policy(password=True, two_factor=True)
    ann.system(choose_password, proof="8402", password=FIRST)
    codes = ann.enrol(FIRST)
    handed = ann.manage(reset_password, pepper=PEPPER)
    with ann.shop.runtime.factory.read() as connection:
        kept = str([connection.execute(select(t)).all() for t in (user_secret, recovery_code, old_password)])
    for planted in (FIRST, handed, ann.key.hex(), *codes, *(c.replace("-", "") for c in codes)):
        assert planted not in kept
    books_are_whole(ann.shop)
