"""The classes of the catalogue that reach PINs, devices and the payment of a sale."""

from __future__ import annotations

from functools import partial

from app.access.operations import create_user, sign_in
from app.devices.weight import NoWeight
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from drivers.scale.protocols import PROTOCOLS, Answer, GarbledError
from drivers.terminal.zvt import messages
from drivers.terminal.zvt.fields import BadFieldError
from drivers.terminal.zvt.frames import Apdu, ApduReader, BadFrameError
from tests.attack.catalogue.cases import Payload, Tally, payloads
from tests.conftest import SteadyClock
from tests.factories.shop import Shop

PEPPER = b"p" * 32
RIGHT = "2580"


class RefusedByDeviceError(Refusal):
    """A driver's own error, as its port tells it."""

    message = "The device was not understood."


def _bytes(payload: Payload) -> bytes:
    raw = payload.raw
    return bytes.fromhex(raw["hex"]) if "hex" in raw else payload.text.encode("latin-1")


def _weigh(protocol: str, content: bytes) -> Answer:
    try:
        return PROTOCOLS[protocol].read(content, "kg")
    except GarbledError as error:
        raise RefusedByDeviceError from error


def _hear(content: bytes) -> list[Apdu]:
    try:
        found = ApduReader().feed(content)
        for apdu in found:
            messages.read_completion_status(apdu.data)
            messages.read_intermediate(apdu.data)
            messages.read_print_line(apdu.data)
            messages.read_print_block(apdu.data)
            messages.read_status(apdu.data)
    except (BadFieldError, BadFrameError) as error:
        raise RefusedByDeviceError from error
    return found


def test_nonsense_of_a_device_is_no_weight_and_no_payment() -> None:
    tally = Tally()
    for payload in payloads("device"):
        for protocol in PROTOCOLS:
            case = f"{protocol}, {payload.name}"
            taken, given = tally.refusing(case, partial(_weigh, protocol, _bytes(payload)))
            if taken and not isinstance(given, NoWeight):
                tally.add(f"{case}: weighs {given}")
        tally.refusing(f"terminal, {payload.name}", partial(_hear, _bytes(payload)))
    tally.check()


def _enter(shop: Shop, user_id: int, pin: str) -> bool:
    return shop.runtime.run(
        sign_in, actor=SYSTEM_ACTOR, user_id=user_id, pin=pin, pepper=PEPPER, station="T01",
        till_id=shop.tills["T01"],
    ).actor is not None  # fmt: skip


def _new_user(shop: Shop, name: str, pin: str) -> int:
    return shop.runtime.run(
        create_user, actor=shop.actor("manager"), name=name, role_code="cashier", pin=pin, pepper=PEPPER
    )


def test_no_bad_pin_opens_and_only_plain_digits_are_set(shop: Shop, clock: SteadyClock) -> None:
    tally, ann = Tally(), _new_user(shop, "Ann", RIGHT)
    for payload in payloads("pin"):
        opened, given = tally.refusing(payload.name, partial(_enter, shop, ann, payload.text))
        if opened and given:
            tally.add(f"{payload.name}: opened")
        clock.advance(hours=1)
        assert _enter(shop, ann, RIGHT)  # counts anew, so that each one is looked at
        if payload.of.number != 95:  # the PIN of somebody else is a good one
            taken, _id = tally.refusing(payload.name, partial(_new_user, shop, "Bob", payload.text))
            if taken:
                tally.add(f"{payload.name}: was set")
    tally.check()


def test_setting_the_clock_back_opens_no_lock(shop: Shop, clock: SteadyClock) -> None:
    ann = _new_user(shop, "Ann", RIGHT)
    for _ in range(3):
        assert not _enter(shop, ann, "0001")
    for hours in (-1, -24, -24 * 400):
        clock.advance(hours=hours)
        assert not _enter(shop, ann, RIGHT), hours


def test_five_hundred_cents_pay_for_a_sale_and_change_larger_than_the_drawer_is_exact(shop: Shop) -> None:
    shift = shop.open_shift(float_minor=100)
    total = shop.total(shop.cart("MILK"))
    paid = shop.sell(shop.cart("MILK"), shift, *[("cash", 1)] * total)
    assert paid.gross_minor == total
    much = shop.pay(shop.cart("MILK"), ("cash", 50_000_00))
    assert much.change_minor == 50_000_00 - total
    assert shop.sell(shop.cart("MILK"), shift, ("cash", 50_000_00)).gross_minor == total
