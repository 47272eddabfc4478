"""The composition root: puts a running till together out of `app`, `drivers` and `ui`.

Called on a worker thread while the first window is painted; nothing is imported before that.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cli.folders import Folders
from cli.opening import OpenShop, Place
from cli.version import VERSION

if TYPE_CHECKING:
    from app.runtime.changes import ChangeListener, Elsewhere
    from app.runtime.lanes import Lanes
    from cli.journal_keys import StationKey
    from cli.mailing import StationMail
    from cli.stations import Station
    from drivers.registry import StationDevices
    from ui.shell.startup import BeginShop, Startup, WindowOptions

_log = logging.getLogger(__name__)
# how many jobs may wait on each lane before what it serves is taken for broken
LANES: Final[Mapping[str, int]] = {
    "db": 500, "reports": 50, "printer": 200, "printer2": 50, "printer3": 50, "printer4": 50, "printer5": 50,
    "display": 50, "terminal": 5, "scale": 5, "scanner": 50,
    "devices": 50, "backup": 3, "background": 100,
    "mail": 20, "station": 50, "server": 100,
}  # fmt: skip
DEVICE_SETTING: Final = "device."  # device.printer, device.scanner ...: of the till, else of the shop
KEEP_SETTING: Final = "backup.keep"
KEPT_BACKUPS: Final = 30


def open_devices(shop: OpenShop, till: str) -> StationDevices:
    """The devices of a till, as its settings name them; a bad address is told of and left out."""
    from app.organisation.queries import list_settings
    from drivers.registry import ROLES, StationDevices

    settings = shop.runtime.ask(list_settings, scope=till)
    devices = StationDevices(more=_plugin_drivers(shop))
    for role in ROLES:
        url = settings.get(DEVICE_SETTING + role)
        if isinstance(url, str) and url:
            _use(devices, role, url)
    return devices


def _plugin_drivers(shop: OpenShop) -> Callable[[str, str, str], Any]:
    """Asks the plug-ins for a driver; nothing of them is looked at before an address needs it."""

    def find(role: str, scheme: str, address: str) -> Any:
        from app.plugins.loading import Plugins

        return Plugins(shop.runtime, shop.place.folders.data).open_device(role, scheme, address)

    return find


def _use(devices: StationDevices, role: str, url: str) -> None:
    from app.kernel.refusal import Refusal

    try:
        devices.reopen(role, url, late=True)
    except Refusal as refusal:
        # the till must open all the same; the settings screen shows what is set
        _log.warning("%s: %s", role, refusal)


def window_options(
    options: Any, folders: Folders, local: dict[str, Any], begin_shop: BeginShop | None = None
) -> WindowOptions:
    """What the window needs to know before anything is open."""
    from cli.local_settings import save_local
    from ui.shell.startup import WindowOptions

    return WindowOptions(
        data_dir=folders.data,
        language=str(options.lang or local.get("language") or ""),
        training=options.training,
        fullscreen=options.fullscreen,
        customer_display=options.customer_display,
        local=local,
        save_local=lambda: save_local(folders.local_settings, local),
        log_dir=folders.logs,
        version=VERSION,
        begin_shop=begin_shop,
    )


def prepare(place: Place, *, till: str | None, local: Mapping[str, Any]) -> Startup:
    """Open the shop for the window.

    Raises:
        DatabaseError, MigrationFailedError, NoCompanyError, UnknownTillError: see their sentences.
    """
    from app.access.pins import load_pepper
    from app.organisation.queries import list_tills
    from app.till.context import load_context
    from cli.opening import open_shop, use_own_lane
    from cli.stations import make_station
    from cli.training import begin_training

    if place.training:
        begin_training(place)
    shop = open_shop(place)
    station = None if place.training else make_station(shop, local)
    try:
        use_own_lane(shop)
        tills = [t.code for t in shop.runtime.ask(list_tills)]
        code = till or str(local.get("till") or (tills[0] if tills else "T01"))
        context = shop.runtime.ask(load_context, till_code=code, now=shop.factory.clock())
        started = _start(shop, context, load_pepper(place.folders.data), station)
    except BaseException:
        shop.close()
        raise
    # this thread has done its work; its connections must not live on
    _end_thread(shop, station)
    return started


def _start(shop: OpenShop, context: Any, pepper: bytes, station: Station | None) -> Startup:
    import app.orders.promises  # noqa: F401 - promises whose goods are gone are taken back
    from app.devices.fiscal import FISCAL
    from app.flows.billing import BillingFlow
    from app.flows.fiscal import FiscalFlow
    from app.flows.printing import PrintPump
    from app.flows.slips import SlipFlow
    from app.runtime.lanes import Lanes
    from cli.station_printers import StationPrinters
    from drivers.fiscal.journal_file import open_fiscal
    from ui.shell.startup import Startup

    lanes = Lanes(LANES, on_stop=lambda: _end_thread(shop, station))
    devices = open_devices(shop, context.till.code)
    printers = StationPrinters(devices, context.settings)
    pump = PrintPump(
        shop.runtime, lanes, shop.bus, station=context.till.code,
        printer=lambda: devices.printer, drawer=lambda: devices.drawer,
        more=printers, clock=shop.factory.clock,
    )  # fmt: skip
    BillingFlow(shop.runtime, lanes, shop.bus)
    FiscalFlow(
        shop.runtime, lanes, shop.bus, station=context.till.code,
        url="" if shop.place.training else str(context.settings.get(FISCAL) or ""), open_device=open_fiscal,
    ).start()  # fmt: skip
    SlipFlow(shop.runtime, lanes, shop.bus, station=context.till.code, plan=lambda: printers.plan)
    if not shop.place.training:
        # a till with books of its own has no outbox: the shop's chat is told by the server's stations
        keep_backups(shop, lanes, tell=context.till.code if station is None else "")

    mail = _begin_outside(shop, lanes, context.till.code, station)
    journal = None if shop.place.training else _begin_signing(shop, lanes, context.till.code)

    others = OtherStations(shop)

    def close() -> None:
        others.stop()
        for works in (mail, journal, station):
            if works is not None:
                works.stop()
        lanes.shutdown()
        if station is not None:
            station.close()
        devices.close()
        printers.close()
        shop.close()

    return Startup(
        runtime=shop.runtime, lanes=lanes, bus=shop.bus, devices=devices, context=context, pepper=pepper,
        start_printing=pump.start, close=close, back_up=lambda folder: back_up_into(shop, folder),
        mail=mail, journal=journal, printers=printers, station=station,
        listen_elsewhere=others.listen if shop.place.file is None else None,
    )  # fmt: skip


class OtherStations:
    """Listens to what other stations of the shop change, once a window wants to know."""

    def __init__(self, shop: OpenShop) -> None:
        self._shop = shop
        self._listener: ChangeListener | None = None

    def listen(self, tell: Callable[[Elsewhere], None]) -> None:
        """Begin; `tell` is called on a thread of its own."""
        from app.runtime.changes import ChangeListener

        self._listener = ChangeListener(self._shop.factory, self._shop.place.url, tell)
        self._listener.start()

    def stop(self) -> None:
        """End, if it was begun."""
        if self._listener is not None:
            self._listener.stop()


def _begin_signing(shop: OpenShop, lanes: Lanes, till_code: str) -> StationKey:
    """The key of the journal, loaded when the till is at rest."""
    from dataclasses import replace

    from app.kernel.permission import SYSTEM_ACTOR
    from cli.journal_keys import StationKey

    key = StationKey(shop, lanes, replace(SYSTEM_ACTOR, station=till_code))
    key.start()
    return key


def _end_thread(shop: OpenShop, station: Station | None) -> None:
    """A lane ends: its connections go."""
    shop.factory.close_thread()
    if station is not None:
        station.close_thread()


def _begin_outside(
    shop: OpenShop, lanes: Lanes, till_code: str, station: Station | None
) -> StationMail | None:
    """What goes on beside the till: the mail of the shop, or the way to its server.

    A till with books of its own sends no mail: the outbox is the server's.
    """
    from cli.mailing import StationMail

    if station is not None:
        station.work_on(lanes)
    return None if shop.place.training or station is not None else StationMail(shop, lanes, till_code)


def keep_backups(shop: OpenShop, lanes: Lanes, *, tell: str = "") -> None:
    """After each close of a shift a backup is made beside the shop; the newest are kept.

    `tell` is the till that tells the shop's chat of a backup that was not made; "" for none.
    """
    from app.kernel.events import Event
    from app.kernel.refusal import Refusal
    from app.till.events import ShiftClosed

    def closed(event: Event) -> None:
        if isinstance(event, ShiftClosed):
            try:
                lanes.submit("backup", lambda: back_up_now(shop, tell=tell))
            except Refusal as refusal:
                _log.warning("backup after close: %s", refusal)

    shop.bus.subscribe(closed)


def back_up_into(shop: OpenShop, folder: Path) -> Path:
    """A verified backup named by the time; returns its path. Raises BackupFolderError, DiskFullError."""
    from app.db.backup import STAMP
    from cli.opening import make_backup

    suffix = ".db" if shop.place.file is not None else ".dump"
    target = folder / f"takings-{shop.factory.clock().strftime(STAMP)}{suffix}"
    made: Path = make_backup(shop.place, shop.engine, target).path
    return made


def back_up_now(shop: OpenShop, *, tell: str = "") -> None:
    """One backup into the folder of backups; what goes wrong is written down and told, the till goes on."""
    from app.db.backup import STAMP, prune_backups
    from app.kernel.refusal import Refusal
    from app.organisation.queries import find_setting
    from cli.opening import make_backup

    folder = shop.place.folders.backups
    suffix = ".db" if shop.place.file is not None else ".dump"
    target = folder / f"close-{shop.factory.clock().strftime(STAMP)}{suffix}"
    try:
        make_backup(shop.place, shop.engine, target)
        kept = shop.runtime.ask(find_setting, name=KEEP_SETTING)
        prune_backups(
            folder, prefix="close", keep=kept if isinstance(kept, int) and kept > 0 else KEPT_BACKUPS
        )
    except Refusal as refusal:
        _log.error("backup after close: %s", refusal)
        if tell:
            _tell_of_backup(shop, tell, str(refusal))


def _tell_of_backup(shop: OpenShop, till: str, reason: str) -> None:
    """Into the shop's chat, where that is switched on."""
    from uuid import uuid4

    from app.kernel.permission import SYSTEM_ACTOR
    from app.kernel.refusal import Refusal
    from app.mailing.alerts import tell_of_backup

    try:
        shop.runtime.run(tell_of_backup, actor=SYSTEM_ACTOR, uuid=str(uuid4()), till=till, reason=reason)
    except Refusal as refusal:
        _log.warning("alert: %s", refusal)


def preparer(place: Place, *, till: str | None, local: Mapping[str, Any]) -> Callable[[], Startup]:
    """What the window calls when it is painted."""
    return lambda: prepare(place, till=till, local=local)
