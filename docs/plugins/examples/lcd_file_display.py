"""A customer display that writes its two lines into a file: for displays that another program drives.

Address: lcdfile:///run/shop/lines.txt
"""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from app.devices.ports import Health, HealthState
from app.plugins.contract import Driver, Plugin


class FileDisplay:
    """The port `CustomerDisplay`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def show(self, upper: str, lower: str) -> None:
        """Show two lines."""
        self._path.write_text(f"{upper[:20]}\n{lower[:20]}\n", encoding="utf-8")

    def clear(self) -> None:
        """Show nothing."""
        self.show("", "")

    def health(self) -> Health:
        """Ready while its folder is there."""
        there = self._path.parent.is_dir()
        return Health(HealthState.READY if there else HealthState.LOST)

    def close(self) -> None:
        """Nothing is held open."""


def open_display(address: str) -> FileDisplay:
    """From the address to the display."""
    return FileDisplay(Path(unquote(urlsplit(address).path)))


PLUGIN = Plugin("Display in a file", drivers=(Driver("display", "lcdfile", open_display),))
