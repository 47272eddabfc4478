"""What is interrupted: one operation each, as the program runs it, on the shop in a folder.

Each says on a pipe what a person would see: TRY uuid and ACK uuid number gross of a sale, DONE when the
operation said so, SAID and the sentence when it refused. FAULT: something else was raised, which a person
would see as a crash.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import select

from app.db.backup import restore_sqlite
from app.kernel.permission import Permission
from app.kernel.refusal import CommitUnknownError, Refusal
from app.migrations.migrate import known_revisions
from app.till.back import Back
from app.till.cart import Cart
from app.till.operations.carts import begin_tendering
from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.queries import find_sale_by_uuid
from app.till.returnable import get_returnable, line_back
from app.till.rules import price_cart
from app.till.shift_report import shift_report
from app.till.tables import sale
from app.till.tender import Tendering
from cli.folders import Folders
from cli.opening import Place, bring_up_to_date, make_backup, open_shop
from tests.crash.seller import Say, Seller

NOW: Final = datetime(2026, 3, 2, 12, tzinfo=UTC)
TARGET: Final = "copy.db"
FAR: Final = "elsewhere.db"  # a backup that is there already


class NotBookedError(Refusal):
    """As the till says it (ui.till.pay_figures.SaleNotBookedError)."""

    message = "Looked up: it was not booked."


def told(say: Say, work: Callable[[], object]) -> bool:
    """Whether it was done; a refusal is one sentence, anything else is a fault."""
    try:
        work()
    except Refusal as refusal:
        say(f"SAID {type(refusal).__name__}: {refusal}".replace("\n", " "))
        return False
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        frames = traceback.extract_tb(error.__traceback__)[-4:]
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        say(f"FAULT {type(error).__name__}: {error} at {where}".replace("\n", " "))
        return False
    return True


def place_in(folder: Path) -> Place:
    """The shop of a folder."""
    folders = Folders(folder, folder, folder / "logs")
    return Place(f"sqlite:///{folders.shop}", folders)


def seller_in(folder: Path, say: Say) -> Seller:
    """A till of the shop, with its first connections made, and somebody at it who may do everything."""
    seller = Seller(place_in(folder).url, "T01", 5, say)
    seller.actor = replace(seller.actor, permissions=frozenset(Permission))
    return seller


def sell(folder: Path, say: Say) -> None:
    """A sale is paid and booked; when that is refused the till asks, and tries the same sale again."""
    seller = seller_in(folder, say)
    _pay(seller, seller.new_cart(), say)


def take_back(folder: Path, say: Say) -> None:
    """The first receipt comes back."""
    seller = seller_in(folder, say)
    with seller.factory.read() as connection:
        first = connection.execute(select(sale.c.id).order_by(sale.c.id)).scalars().first()
        assert first is not None
        found = get_returnable(connection, sale_id=first)
    cart = Cart()
    for line in found.lines:
        cart = cart.put(
            line_back(
                line, line.receipt.left_milli, cashier_id=seller.actor.user_id, back=Back("Does not fit")
            )
        )
    _pay(seller, cart, say)


def _pay(seller: Seller, cart: Cart, say: Say) -> None:
    total = price_cart(cart, seller.context.price_settings).gross_minor
    if not told(say, lambda: _begin(seller, cart, total)):
        return
    say(f"TRY {cart.uuid}")
    for _ in range(2):
        if told(say, lambda: _book(seller, cart, total, say)):
            return


def _begin(seller: Seller, cart: Cart, total: int) -> None:
    seller.runtime.run(
        begin_tendering, actor=seller.actor, till_id=seller.till_id, cart=cart, total_minor=total
    )


def _book(seller: Seller, cart: Cart, total: int, say: Say) -> None:
    """As ui/till/pay_booking does: what is not certain is looked up."""
    tendering = Tendering(total, "EUR").add("cash", "cash", abs(total))
    try:
        done = seller.complete(cart, tendering)
    except CommitUnknownError as unknown:
        if seller.runtime.ask(find_sale_by_uuid, uuid=cart.uuid) is None:
            raise NotBookedError from unknown
        say(f"FOUND {cart.uuid}")
        return
    say(f"ACK {cart.uuid} {done.number} {done.gross_minor}")


def close_day(folder: Path, say: Say) -> None:
    """The drawer is counted and the shift closed; what is refused is tried once more."""
    seller = seller_in(folder, say)
    for _ in range(2):
        if told(say, lambda: _z(seller)):
            say("DONE")
            return


def _z(seller: Seller) -> None:
    runtime, shift_id = seller.runtime, seller.shift_id
    expected = runtime.ask(shift_report, shift_id=shift_id).expected_cash_minor
    counts = [Counted("cash", expected), Counted("card", 0)]
    runtime.run(save_count, actor=seller.actor, context=seller.context, shift_id=shift_id, counts=counts)
    runtime.run(
        close_shift, actor=seller.actor, context=seller.context, shift_id=shift_id, explanation="",
        next_float_minor=expected,
    )  # fmt: skip


def back_up(folder: Path, say: Say) -> None:
    """A copy is made beside the shop."""
    if told(say, lambda: make_backup(place_in(folder), None, folder / TARGET)):  # type: ignore[arg-type]
        say("DONE")


def restore(folder: Path, say: Say) -> None:
    """The backup that is there takes the place of the shop."""

    def run() -> None:
        shop = folder / "takings.db"
        restore_sqlite(folder / FAR, shop, known_revisions=known_revisions(), now=NOW)

    if told(say, run):
        say("DONE")


def upgrade(folder: Path, say: Say) -> None:
    """The program opens a shop of an older version, or makes a new one."""

    def run() -> None:
        place = place_in(folder)
        shop = open_shop(place, migrate=False)
        try:
            bring_up_to_date(place, shop.engine)
        finally:
            shop.close()

    if told(say, run):
        say("DONE")


FLOWS: Final[Mapping[str, Callable[[Path, Say], None]]] = {
    "sale": sell,
    "refund": take_back,
    "z": close_day,
    "backup": back_up,
    "restore": restore,
    "migration": upgrade,
    "new shop": upgrade,
}
