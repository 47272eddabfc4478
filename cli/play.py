"""Plays the demo day without a window and leaves its papers and pictures in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from zoneinfo import ZoneInfo

from app.kernel.refusal import Refusal
from cli import exits

if TYPE_CHECKING:
    from app.demo.day import DemoDay
    from cli.main import Call
    from cli.opening import OpenShop

T = TypeVar("T")
_DAYS_BEFORE: Final = 6
_OPENS: Final = time(7, 30)
_OURS: Final = "shop"


class FolderInUseError(Refusal):
    """Something of somebody else's lies there."""

    message = "{path} holds other files. Choose an empty folder with --out."


class StepClock:
    """A clock that goes on when it is told to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The time."""
        return self.moment


class InlineLanes:
    """Every lane at once, on the caller's thread: the printer prints before the next customer comes."""

    def submit(self, _lane: str, work: Callable[[], T]) -> Future[T]:
        """Run it."""
        future: Future[T] = Future()
        future.set_result(work())
        return future


def play(call: Call, out: Path) -> int:
    """A fresh demo shop in the folder, a day in it, its papers, its reports; then the books are verified."""
    from app.reporting.verify import verify_database

    out = out.resolve()
    _make_room(out)
    shop = _open(call, out)
    try:
        day, story = _play_day(call, shop, out)
        _reports(shop, day, out)
        broken = [r for r in shop.runtime.ask(verify_database) if not r.holds]
    finally:
        shop.close()
    (out / "story.txt").write_text("\n".join(story) + "\n", encoding="utf-8")
    pictures = _pictures(call, out)
    papers = len(list((out / "papers").glob("*.txt")))
    call.output.say(f"{len(day.sales)} sales, {papers} papers, {len(pictures)} pictures of screens: {out}")
    call.output.say(
        "The books were verified: " + (", ".join(r.name for r in broken) or "all invariants hold.")
    )
    call.output.give(
        out=out, sales=len(day.sales), papers=papers, pictures=pictures, broken=[r.name for r in broken],
        z_report=day.closed.z_text if day.closed else None,
    )  # fmt: skip
    return exits.REFUSED if broken else exits.OK


def _make_room(out: Path) -> None:
    """Clear what an earlier day left; never anything else."""
    if out.exists():
        ours = {_OURS, "papers", "reports", "screens", "story.txt"}
        if {p.name for p in out.iterdir()} - ours:
            raise FolderInUseError(path=out)
        for path in out.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
    (out / "reports").mkdir(parents=True)


def _open(call: Call, out: Path) -> OpenShop:
    from cli.commands.demo import fill_demo
    from cli.folders import Folders
    from cli.opening import Place, open_shop

    data = out / _OURS
    folders = Folders(data, data, data / "logs")
    shop = open_shop(Place(f"sqlite:///{folders.shop}", folders))
    call.demo = fill_demo(call, shop, days=min(call_days(call), _DAYS_BEFORE))
    return shop


def call_days(call: Call) -> int:
    """How many days were asked for; the window's way here asks for none."""
    return int(getattr(call.options, "days", _DAYS_BEFORE))


def _play_day(call: Call, shop: OpenShop, out: Path) -> tuple[DemoDay, list[str]]:
    from app.access.pins import load_pepper
    from app.db.engine import create_app_engine
    from app.db.unit_of_work import UnitOfWorkFactory
    from app.demo.day import DemoDay
    from app.demo.desk import Desk
    from app.runtime.run import Runtime
    from app.till.context import load_context

    zone = ZoneInfo("Europe/Berlin")
    today = shop.factory.clock().astimezone(zone).date()
    clock = StepClock(datetime.combine(today, _OPENS, zone))
    factory = UnitOfWorkFactory(
        shop.engine, shop.bus, read_engine=create_app_engine(shop.place.url, readonly=True), clock=clock
    )
    runtime = Runtime(factory)
    context = runtime.ask(load_context, till_code="T01", now=clock())
    _print_into(out / "papers", runtime, shop, clock, context.company.language)
    desk = Desk(runtime, context, call.demo, load_pepper(shop.place.folders.data))

    def pause(step: str) -> None:
        clock.moment += timedelta(minutes=7, seconds=11)
        if step == "x_report":
            _report(runtime, desk.shift_id, out / "reports" / "x-report")

    day = DemoDay(desk, pause=pause)
    story = [f"{clock.moment.astimezone(zone):%H:%M}  {line}" for line in day.play()]
    factory.close_thread()
    return day, story


def _print_into(folder: Path, runtime: Any, shop: OpenShop, clock: StepClock, _language: str) -> None:
    """The print pump of the till, with a printer that draws its papers into files."""
    from typing import cast

    from app.flows.printing import PrintPump
    from app.runtime.lanes import Lanes
    from drivers.drawer.printer_drawer import PrinterDrawer
    from drivers.printer.virtual_printer import VirtualPrinter

    printer = VirtualPrinter(folder=folder, clock=clock)
    drawer = PrinterDrawer(printer)
    PrintPump(
        runtime, cast("Lanes", InlineLanes()), shop.bus, station="T01", printer=lambda: printer,
        drawer=lambda: drawer,
    )  # fmt: skip


def _report(runtime: Any, shift_id: int, stem: Path) -> None:
    from app.documents.shift_paper import shift_paper
    from app.documents.shift_pdf import shift_pdf
    from app.organisation.queries import get_company
    from app.till.shift_report import shift_report
    from drivers.printer.render_text import render_text

    report, company = runtime.ask(shift_report, shift_id=shift_id), runtime.ask(get_company)
    stem.with_suffix(".txt").write_text(render_text(shift_paper(report, company)), encoding="utf-8")
    stem.with_suffix(".pdf").write_bytes(shift_pdf(report, company))


def _reports(shop: OpenShop, day: DemoDay, out: Path) -> None:
    if day.closed is not None:
        _report(shop.runtime, day.closed.shift_id, out / "reports" / "z-report")


def _pictures(call: Call, out: Path) -> list[str]:
    """Pictures of the real screens, drawn off screen in a process of its own."""
    if getattr(call.options, "no_pictures", False):
        return []
    from cli.screenshots import take_pictures

    return take_pictures(out / _OURS, out / "screens", call.output)
