"""The first start's work: a shop in the empty database, then its goods out of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cli.opening import OpenShop, Place

if TYPE_CHECKING:
    from app.founding.plan import ShopPlan
    from ui.shell.startup import BeginShop, Begun

_TOLD: Final = 20  # lines of a file that were left out


def starter(place: Place, local: Mapping[str, Any]) -> BeginShop | None:
    """What the window calls; None where an empty database gets its shop from elsewhere.

    Training is a copy of the shop, and a till with books of its own gets the shop from the server.
    """
    from cli.stations import SERVER

    if place.training or local.get(SERVER):
        return None
    return lambda plan, samples, file, progress: begin(place, plan, samples, file, progress)


def begin(
    place: Place, plan: ShopPlan, samples: bool, file: Path | None,  # noqa: FBT001 - of the signature BeginShop
    progress: Callable[[int, int], None],
) -> Begun:  # fmt: skip
    """Set the shop up in one transaction; then the file, line by line, which can be repeated.

    Raises:
        Refusal: nothing was written.
    """
    from app.access.pins import load_pepper
    from app.demo.operations import begin_shop
    from app.kernel.permission import SYSTEM_ACTOR
    from cli.opening import open_shop
    from ui.shell.startup import Begun

    shop = open_shop(place)
    try:
        count = shop.runtime.run(
            begin_shop, actor=SYSTEM_ACTOR, plan=plan, pepper=load_pepper(place.folders.data),
            samples=samples, where=place.shown,
        )  # fmt: skip
        return Begun(count) if file is None else _take_in(shop, file, progress)
    finally:
        shop.factory.close_thread()
        shop.close()


def _take_in(shop: OpenShop, file: Path, progress: Callable[[int, int], None]) -> Begun:
    from app.catalog.importing.run import import_products
    from app.kernel.permission import SYSTEM_ACTOR
    from app.kernel.refusal import Refusal
    from ui.shell.startup import Begun

    try:
        result = import_products(shop.runtime, actor=SYSTEM_ACTOR, path=file, progress=progress)
    except Refusal as refusal:
        return Begun(broken=str(refusal))
    errors = tuple(f"{error.line}: {error.text}" for error in result.errors[:_TOLD])
    return Begun(result.new, result.error_count, errors)
