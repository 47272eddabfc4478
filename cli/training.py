"""Training: data of its own beside the shop, made once from a copy of it; the shop is never written to."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.kernel.refusal import Refusal
from cli.opening import OpenShop, Place, open_shop

_DEMO_LANGUAGE: Final = "en"


class TrainingUnmarkedError(Refusal):
    """Somebody put a real shop into the place of the training data."""

    message = "{path} is not training data. Move it away and start the training again."


def begin_training(place: Place) -> None:
    """Make the training data if they are not there: a copy of the shop, else the demo shop.

    Raises:
        TrainingUnmarkedError: the file that is there belongs to a shop in earnest.
    """
    path = place.folders.training
    if not path.exists():
        if place.folders.shop.exists():
            _copy(place.folders.shop, path)
        _mark(place)
    shop = open_shop(place)
    try:
        _check(shop, path)
    finally:
        shop.close()


def _copy(source: Path, path: Path) -> None:
    from app.db.backup import back_up_sqlite
    from app.kernel.clock import system_clock

    back_up_sqlite(source, path, now=system_clock())


def _mark(place: Place) -> None:
    from app.access.pins import load_pepper
    from app.demo.operations import create_demo_shop, make_practice
    from app.kernel.permission import SYSTEM_ACTOR
    from app.organisation.queries import find_company

    shop = open_shop(place)
    try:
        if shop.runtime.ask(find_company) is None:
            pepper = load_pepper(place.folders.data)
            shop.runtime.run(
                create_demo_shop, actor=SYSTEM_ACTOR, pepper=pepper, language=_DEMO_LANGUAGE, training=True
            )
        else:
            shop.runtime.run(make_practice, actor=SYSTEM_ACTOR)
    finally:
        shop.close()


def _check(shop: OpenShop, path: Path) -> None:
    from app.organisation.queries import get_company

    if not shop.runtime.ask(get_company).is_training:
        raise TrainingUnmarkedError(path=path)
