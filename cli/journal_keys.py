"""The key that signs the journal: found in this machine's key store, made at the first start."""

from __future__ import annotations

import logging
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.archive.writing import Archive
    from app.kernel.permission import Actor
    from app.kernel.signing import Signer
    from app.runtime.lanes import Lanes
    from cli.opening import OpenShop

_log = logging.getLogger(__name__)
_AFTER_SECONDS: Final = 3.0  # what keys need to be imported would hold up a cashier who signs in


def load_key(shop: OpenShop, *, actor: Actor) -> Signer:
    """The key of this installation, made and made known when there is none; from now on it signs."""
    from app.audit.keys import make_secret, own_signer, register_key
    from drivers.mail.secrets import KeyringStore

    store = KeyringStore(shop.place.folders.data)
    found = shop.factory.signer or shop.runtime.ask(own_signer, find=store.find)
    if found is None:
        found = make_secret(store.keep)
        shop.runtime.run(register_key, actor=actor, signer=found)
    shop.factory.signer = found
    return found


def roll_keys(shop: OpenShop, *, actor: Actor) -> Signer:
    """Another key from now on; raises as app.audit.keys.roll_key."""
    from app.audit.keys import KEPT_AS, make_secret, roll_key
    from drivers.mail.secrets import KeyringStore

    store = KeyringStore(shop.place.folders.data)
    old = load_key(shop, actor=actor)
    new = make_secret(store.keep)
    try:
        shop.runtime.run(roll_key, actor=actor, signer=new)
    except BaseException:
        store.keep(KEPT_AS + new.fingerprint, "")
        raise
    shop.factory.signer = new
    store.keep(KEPT_AS + old.fingerprint, "")  # nobody signs with it any more
    return new


class StationKey:
    """Loads the key of a window when it is at rest; the next signature covers what is written before."""

    def __init__(self, shop: OpenShop, lanes: Lanes, actor: Actor) -> None:
        self._shop = shop
        self._lanes = lanes
        self._actor = actor
        self._stopped = threading.Event()

    def start(self) -> None:
        """Begin, on a lane of its own."""
        self._lanes.submit("background", self._load)

    def roll(self, actor: Actor) -> str:
        """See ui.runtime.services.JournalDesk."""
        return roll_keys(self._shop, actor=actor).fingerprint

    def archive(self, actor: Actor, since: date, until: date, path: Path) -> Archive:
        """See ui.runtime.services.JournalDesk."""
        from cli.archives import write

        load_key(self._shop, actor=self._actor)
        return write(self._shop, actor=actor, since=since, until=until, path=path)

    def stop(self) -> None:
        """Do not begin any more."""
        self._stopped.set()

    def _load(self) -> None:
        from app.kernel.refusal import Refusal

        if self._stopped.wait(_AFTER_SECONDS):
            return
        try:
            load_key(self._shop, actor=self._actor)
        except (Refusal, OSError, ValueError) as error:
            # the till sells without; verify says what is not signed
            _log.warning("key of the journal: %s", error)
