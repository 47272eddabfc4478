"""What the composition root (`cli.compose`) hands to the window: everything is open already.

Nothing heavy is imported here: the first window is painted before the database library is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.founding.plan import ShopPlan
    from app.kernel.events import EventBus
    from app.runtime.changes import Elsewhere
    from app.runtime.lanes import Lanes
    from app.runtime.run import Runtime
    from app.till.context import TillContext
    from ui.runtime.services import DeviceSet, JournalDesk, MailDesk, PrinterDesk, StationDesk


@dataclass(frozen=True, slots=True)
class Begun:
    """What came of a first start.

    Attributes:
        products: how many goods are there.
        left_out: lines of the file that were not taken in; `errors` tells of the first of them.
        broken: why the file as a whole could not be taken in, one sentence; the shop is there all the same.
    """

    products: int = 0
    left_out: int = 0
    errors: tuple[str, ...] = ()
    broken: str = ""


# sets a shop up in the empty database: what was answered, whether with sample goods, a file of products,
# and whom to tell how far it is; called off the GUI thread
BeginShop = Callable[["ShopPlan", bool, "Path | None", Callable[[int, int], None]], Begun]


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What is known before anything is opened: enough to paint the first window.

    `local` holds this machine's own settings (theme, zoom, keys, sound, language, window) and is
    read from a file in the data folder; `save_local` writes it back.
    """

    data_dir: Path
    language: str
    training: bool = False
    fullscreen: bool = False
    local: dict[str, Any] = field(default_factory=dict)
    save_local: Callable[[], None] = lambda: None
    log_dir: Path | None = None  # None: the folder "logs" below data_dir
    version: str = ""
    begin_shop: BeginShop | None = None  # None: an empty database is only told of (training, own books)
    customer_display: bool = False  # the customer's window for this run, whatever is set


@dataclass(frozen=True, slots=True)
class Startup:
    """The open shop: made on a worker thread while the first window is painted."""

    runtime: Runtime
    lanes: Lanes
    bus: EventBus
    devices: DeviceSet
    context: TillContext
    pepper: bytes
    # settles what a crash left in the print queue, prints the rest; gives the jobs that need a person
    start_printing: Callable[[], list[int]]
    # let go of everything: lanes, devices, databases
    close: Callable[[], None]
    # writes a verified backup into the given folder and returns its path; None: not offered
    back_up: Callable[[Path], Path] | None = None
    journal: JournalDesk | None = None  # None: nothing is signed (training)
    mail: MailDesk | None = None  # None: nothing leaves (training)
    station: StationDesk | None = None  # None: the shop's books are this database
    printers: PrinterDesk | None = None  # beside the till's own, and how paper looks
    # calls back, on a thread of its own, with what other stations did; None: there are none
    listen_elsewhere: Callable[[Callable[[Elsewhere], None]], None] | None = None


# the window calls it off the GUI thread; a Refusal it raises is shown with one clear sentence
Prepare = Callable[[], Startup]
