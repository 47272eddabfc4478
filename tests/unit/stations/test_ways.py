"""Every operation that a till's window can ask for goes a way that somebody chose."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module

import pytest

from app.loyalty.rules import SETTING, Program, as_setting
from app.stations.rules import jumped, message_hash, wait_seconds, went_back
from app.stations.runtime import HERE, SHARED, SHOPS
from app.stations.telling import TOLD
from app.till.cart import Cart
from app.till.holds import HoldPart, Load, wish_of
from app.till.states import HoldKind, TakingKind
from app.till.taking import Taking
from app.till.tender import Tender
from app.vouchers.states import VoucherKind
from tests.conftest import ROOT, SteadyClock
from tests.integration.till.checkout import money

AT_THE_SERVER = {
    "app.catalog.operations.codes.link_code",
    "app.catalog.operations.products.quick_create",
    "app.invoicing.operations.bill.invoice_order",
    "app.invoicing.operations.bill.invoice_shipments",
    "app.mailing.sending.send_draft",
    "app.parties.operations.create_customer",
    "app.storeops.operations.tick_task",
    "app.storeops.operations.untick_task",
}
REFUSED = {
    "app.till.operations.floating.suspend_shift",
    "app.till.operations.floating.take_up_shift",
}


def operations() -> Iterator[str]:
    """By name: what the till's screens and what follows a commit import."""
    for folder in ("ui/till", "app/flows"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app."):
                    module = import_module(str(node.module))
                    for alias in node.names:
                        found = getattr(module, alias.name, None)
                        if hasattr(found, "permission") and callable(found):
                            yield f"{found.__module__}.{found.__name__}"


def test_each_is_told_stays_here_runs_at_the_server_or_is_refused() -> None:
    own = {name for name in operations() if name.startswith("app.stations.")}
    unknown = set(operations()) - set(TOLD) - HERE - SHOPS - AT_THE_SERVER - REFUSED - own
    assert unknown == set(), "say in app/stations/runtime.py (or here: at the server) which way it goes"


@pytest.mark.parametrize(
    ("minutes", "back", "forward"),
    [
        (0, False, False),
        (-1, False, False),
        (-3, True, False),
        (60 * 23, False, False),
        (60 * 25, False, True),
    ],
)
def test_a_clock_jumps_back_by_two_minutes_or_ahead_by_a_day(
    clock: SteadyClock, minutes: int, *, back: bool, forward: bool
) -> None:
    last = clock()
    clock.advance(minutes=minutes)
    assert (went_back(clock(), last), jumped(clock(), last)) == (back, forward)
    assert (went_back(clock(), None), jumped(clock(), None)) == (False, False)


def test_the_hash_of_a_message_is_of_all_that_says_which_it_is() -> None:
    whole = {"till_id": 1, "epoch": 1, "seq": 7, "uuid": "u", "kind": "sale", "payload": "{}"}
    others = {
        message_hash(**{**whole, name: value})  # type: ignore[arg-type]
        for name, value in (
            ("till_id", 2), ("epoch", 2), ("seq", 8), ("uuid", "v"), ("kind", "cash_moved"),
            ("payload", "[]"),
        )
    }  # fmt: skip
    assert len(others | {message_hash(**whole)}) == 7  # type: ignore[arg-type]


def test_waiting_grows_and_never_beyond_half_a_minute() -> None:
    waits = [wait_seconds(n) for n in range(12)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (1.0, 30.0)


def test_what_is_asked_of_the_server_is_there_to_be_asked() -> None:
    for name in SHARED:
        room, _dot, query = name.rpartition(".")
        assert callable(getattr(import_module(room), query))
        assert not hasattr(getattr(import_module(room), query), "permission")


@pytest.mark.parametrize(
    ("kind", "minor", "found"),
    [
        ("cash", 1290, None),
        ("card", 1290, None),
        ("gift_card", 1290, HoldPart(HoldKind.GIFT_CARD, 1290, "X1")),
        ("store_credit", 1290, HoldPart(HoldKind.STORE_CREDIT, 1290, "X1")),
        ("points", 1290, HoldPart(HoldKind.POINTS, 645)),
        ("account", 1290, HoldPart(HoldKind.ACCOUNT, 1290, party_id=7)),
    ],
)
def test_only_what_other_tills_could_give_too_is_asked_for(
    kind: str, minor: int, found: HoldPart | None
) -> None:
    party = 7 if kind == "account" else None
    wish = wish_of(
        Cart(), [Tender(kind, kind, minor, minor, 0, "X1", party)], {SETTING: as_setting(Program(1, 2))}
    )
    assert (wish.parts if wish is not None else None) == ((found,) if found is not None else None)


def test_change_on_store_credit_is_a_load_and_a_tip_asks_nobody() -> None:
    wish = wish_of(Cart(), [Tender("store_credit", "store_credit", -200, -200, 0, "SC1")], {})
    assert wish is not None
    assert (wish.parts, wish.loads) == ((), (Load("SC1", VoucherKind.STORE_CREDIT, 200),))
    assert wish_of(money(Cart(), 200, Taking(TakingKind.TIP)), [], {}) is None
