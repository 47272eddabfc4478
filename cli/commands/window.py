"""No command: the window; where there is no display, the demo day."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cli.commands import place_of

if TYPE_CHECKING:
    from cli.main import Call


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(call: Call) -> int:
    """Open it; returns when it is closed."""
    if not has_display():
        from cli.play import play

        out = Path("demo-output")
        print(f"There is no display here, so a demo day is played without a window; look into {out}/.")
        return play(call, out)
    from cli.compose import preparer, window_options
    from cli.first_run import starter
    from ui.shell.application import run_window

    place = place_of(call)
    options = window_options(call.options, call.folders, call.local, starter(place, call.local))
    return run_window(options, preparer(place, till=call.options.till, local=call.local))
