"""Puts the services of the screens together from the open shop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from ui.runtime.event_bridge import EventBridge
from ui.runtime.gateway import OnError, QtGateway, ServerGateway
from ui.runtime.services import Services
from ui.runtime.task_runner import TaskRunner
from ui.shell.startup import Startup, WindowOptions

if TYPE_CHECKING:
    from ui.formatting import Formats
    from ui.office.office_page import OfficePage
    from ui.shell.shell import Shell


def office_services(services: Services, startup: Startup, on_error: OnError, parent: QObject) -> Services:
    """What the back office works with: at a till with books of its own those of the shop, at the server."""
    if startup.station is None:
        return services
    runner = TaskRunner(startup.lanes, parent)
    gateway = ServerGateway(startup.station.server, services.gateway, runner, on_error=on_error)
    return replace(services, gateway=gateway, submit=runner.submit)


def make_services(
    startup: Startup, options: WindowOptions, language: str, on_error: OnError, parent: QObject
) -> Services:
    """The door to the business, and where it stands."""
    runner = TaskRunner(startup.lanes, parent)
    return Services(
        gateway=QtGateway(startup.runtime, runner, on_error=on_error),
        bridge=EventBridge(startup.bus, parent),
        context=startup.context,
        devices=startup.devices,
        pepper=startup.pepper,
        data_dir=options.data_dir,
        language=language,
        training=options.training,
        submit=runner.submit,
        local=options.local,
        save_local=options.save_local,
        mail=startup.mail,
        journal=startup.journal,
        station=startup.station,
        printers=startup.printers,
    )


def make_office(
    shell: Shell, services: Services, startup: Startup, on_error: OnError
) -> tuple[OfficePage, Formats]:
    """The page of the back office, told to the shell, and how it writes figures."""
    from ui.formatting import Formats
    from ui.office.office_page import OfficePage

    company = services.context.company
    formats = Formats(services.language, company.currency, ZoneInfo(company.time_zone))
    office = OfficePage(office_services(services, startup, on_error, shell), formats)
    office.closed.connect(shell.leave_office)
    office.quit_requested.connect(shell.window.close)
    office.theme_chosen.connect(shell.use_theme)
    office.full_screen_requested.connect(shell.window.toggle_full_screen)
    office.local_changed.connect(shell.apply_local)
    office.paper_requested.connect(shell.show_papers)
    office.back_up = startup.back_up
    return office, formats
