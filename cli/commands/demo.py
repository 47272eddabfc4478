"""demo: a shop to try the program on, or a day at the till played without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import place_of
from cli.output import ProgressBar, table

if TYPE_CHECKING:
    from app.demo.operations import DemoShop
    from cli.main import Call
    from cli.opening import OpenShop, Place


def run(call: Call) -> int:
    """Make the shop, or play the day."""
    if call.options.play_day:
        from cli.play import play

        return play(call, call.options.out)
    place = place_of(call)
    if call.options.if_empty and _is_set_up(place):
        call.output.say(f"There is a shop in {place.shown} already.")
        call.output.give(created=False, database=place.shown)
        return exits.OK
    shop = make_demo(call, place)
    _tell(call, place, shop)
    return exits.OK


def _is_set_up(place: Place) -> bool:
    from app.organisation.queries import find_company
    from cli.opening import open_shop

    if place.file is not None and not place.file.exists():
        return False
    shop = open_shop(place)
    try:
        return shop.runtime.ask(find_company) is not None
    finally:
        shop.close()


def make_demo(call: Call, place: Place) -> DemoShop:
    """The demo shop with some weeks of trade behind it.

    Raises:
        ShopExistsError: there is a shop already.
    """
    from cli.opening import open_shop

    shop = open_shop(place)
    try:
        return fill_demo(call, shop, days=call.options.days)
    finally:
        shop.close()


def fill_demo(call: Call, shop: OpenShop, *, days: int) -> DemoShop:
    """Goods, people and history into an open, empty database."""
    from app.access.pins import load_pepper
    from app.demo.history import SEED, make_history
    from app.demo.office import LEAST_DAYS, make_office
    from app.demo.operations import create_demo_shop
    from app.kernel.permission import SYSTEM_ACTOR

    made = shop.runtime.run(
        create_demo_shop, actor=SYSTEM_ACTOR, pepper=load_pepper(shop.place.folders.data),
        language=shop_language(call), where=shop.place.shown,
    )  # fmt: skip
    seed = getattr(call.options, "seed", None)
    if days > 0:
        make_history(
            shop.factory, made, days=days, seed=SEED if seed is None else seed,
            on_progress=ProgressBar("Trading", call.output),
        )  # fmt: skip
    if days >= LEAST_DAYS:
        make_office(shop.factory, made, language=shop_language(call))
    return made


def shop_language(call: Call) -> str:
    """Of the option, of this machine's settings, else of the system."""
    import locale

    chosen = call.options.lang or call.local.get("language") or locale.getlocale()[0] or "en"
    return "de" if str(chosen).lower().startswith(("de", "german")) else "en"


def _tell(call: Call, place: Place, shop: DemoShop) -> None:
    call.output.say(f"{shop.name} is ready in {place.shown}: {len(shop.products)} products, two tills.")
    call.output.say("Sign in with one of these PINs:")
    for line in table([(user.name, user.role, user.pin) for user in shop.users]):
        call.output.say(f"  {line}")
    call.output.say("Now open the till: python main.py")
    call.output.give(
        created=True, database=place.shown, name=shop.name, products=len(shop.products),
        tills=sorted(shop.tills),
        users=[{"name": u.name, "role": u.role, "pin": u.pin} for u in shop.users],
    )  # fmt: skip
