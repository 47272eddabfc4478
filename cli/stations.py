"""A till with a database of its own: its way to the server, and the drainer that works it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from app.kernel.ids import use_lane

if TYPE_CHECKING:
    from app.db.unit_of_work import UnitOfWorkFactory
    from app.runtime.lanes import Lanes
    from app.runtime.run import Runtime
    from app.stations.drain import Drainer, Link
    from cli.folders import Folders
    from cli.opening import OpenShop

SERVER: Final = "server"  # in the machine's own settings: the address, without the password
SECRET: Final = "server-password"  # noqa: S105 - the name of one, not one


class ServerDoor:
    """The way to the server, made when it is first needed: a till starts and sells without it."""

    def __init__(self, url: str, folders: Folders) -> None:
        self._url = url
        self._folders = folders
        self._lock = threading.Lock()
        self._factory: UnitOfWorkFactory | None = None
        self._runtime: Runtime | None = None

    def __call__(self) -> Runtime:
        """The door to the server's books; nothing is connected yet."""
        from app.runtime.run import Runtime

        with self._lock:
            if self._runtime is None:
                self._factory = server_factory(self._url, self._folders)
                self._runtime = Runtime(self._factory)
            return self._runtime

    def close_thread(self) -> None:
        """Give back this thread's connections."""
        if self._factory is not None:
            self._factory.close_thread()

    def close(self) -> None:
        """Let go of the server."""
        if self._factory is not None:
            self._factory.dispose()


def server_factory(url: str, folders: Folders, *, password: str = "") -> UnitOfWorkFactory:
    """Transactions at the server, by the password of this machine or the one given."""
    from sqlalchemy.engine import make_url

    from app.db.engine import create_app_engine
    from app.db.unit_of_work import UnitOfWorkFactory
    from app.kernel.events import EventBus
    from drivers.mail.secrets import KeyringStore

    found = password or KeyringStore(folders.data).find(SECRET)
    whole = make_url(url).set(drivername="postgresql+psycopg")
    if found:
        whole = whole.set(password=found)
    text = whole.render_as_string(hide_password=False)
    return UnitOfWorkFactory(
        create_app_engine(text), EventBus(on_error=_no_subscriber),
        read_engine=create_app_engine(text, readonly=True),
    )  # fmt: skip


def _no_subscriber(_event: object, error: Exception) -> None:
    raise error


class Station:
    """What a till's program and its screens know of the server (ui.runtime.services.StationDesk)."""

    def __init__(self, shop: OpenShop, door: ServerDoor, drainer: Drainer) -> None:
        self._shop = shop
        self._door = door
        self._drainer = drainer

    @property
    def link(self) -> Link:
        """How the till stands to the server, as of the last round."""
        return self._drainer.link

    @property
    def server(self) -> Runtime:
        """The door to the server's books, for the back office."""
        return self._door()

    def work_on(self, lanes: Lanes) -> None:
        """Send and bring down from now on, on the lane `station`."""
        self._drainer.use(lanes)
        self._drainer.start()

    def wake(self) -> None:
        """Try now."""
        self._drainer.wake()

    def stop(self) -> None:
        """No further round."""
        self._drainer.stop()

    def close_thread(self) -> None:
        """A lane ends."""
        self._door.close_thread()

    def close(self) -> None:
        """The program ends: let go of the server, once the lanes are done."""
        self._door.close()


def make_station(shop: OpenShop, local: Mapping[str, Any], url: str | None = None) -> Station | None:
    """Put the door of a till in the place of the shop's own, where this machine is one; None elsewhere."""
    from app.stations.outbox import find_self

    me = shop.runtime.ask(find_self) if shop.place.file is not None else None
    if me is None:
        return None
    use_lane(me.lane)  # also without a server: what is sold now goes there one day
    address = url or str(local.get(SERVER) or "")
    if not address:
        return None
    from app.stations.drain import Drainer
    from app.stations.runtime import StationRuntime

    door = ServerDoor(address, shop.place.folders)
    runtime = StationRuntime(shop.factory, server=door)
    drainer = Drainer(runtime, door, bus=shop.bus)
    runtime.is_away = lambda: drainer.is_away
    runtime.before_server = drainer.send
    runtime.after_server = drainer.wake
    shop.runtime = runtime
    return Station(shop, door, drainer)
