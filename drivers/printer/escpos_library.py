"""python-escpos as a pure formatter: its commands into a buffer, and nothing else of it.

Its transports hang and truncate, its texts open drawers, and its import writes to the temporary
folder, to the log and to the screen (docs: drivers/README.md). It is loaded when the first paper
is printed, with a profile of our own in place of its large table.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_PROFILE: Final = {
    "profiles": {
        "default": {
            "name": "Takings",
            "vendor": "Takings",
            "notes": "",
            "codePages": {"0": "CP437"},
            "colors": {"0": "black"},
            "features": {
                "barcodeA": False, "barcodeB": True, "bitImageColumn": False, "bitImageRaster": True,
                "graphics": False, "highDensity": True, "paperFullCut": True, "paperPartCut": True,
                "pdf417Code": False, "pulseBel": False, "pulseStandard": True, "qrCode": True,
                "starCommands": False,
            },
            "fonts": {"0": {"name": "Font A", "columns": 42}, "1": {"name": "Font B", "columns": 56}},
            "media": {"width": {"mm": 80, "pixels": 65535}, "dpi": 203},
        }
    },
    "encodings": {"CP437": {"name": "CP437", "python_encode": "cp437", "notes": ""}},
}  # fmt: skip

_loading: Final = threading.Lock()


@lru_cache(maxsize=1)
def _formatter_class() -> Any:
    with tempfile.TemporaryDirectory(prefix="takings-") as folder:
        profile = Path(folder) / "capabilities.json"
        profile.write_text(json.dumps(_PROFILE), encoding="utf-8")
        names = {
            "ESCPOS_CAPABILITIES_FILE": str(profile), "ESCPOS_CAPABILITIES_PICKLE_DIR": folder,
        }  # fmt: skip
        with _loading, _environment(names), _no_left_overs(), _no_log_handler():
            from escpos.printer import Dummy
    return Dummy


def new_formatter() -> Any:
    """A new buffer that understands python-escpos's commands; `output` has the bytes."""
    return _formatter_class()()


@contextlib.contextmanager
def _environment(names: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _no_left_overs() -> Iterator[None]:
    """The library makes a temporary folder at import and never removes it."""
    made: list[str] = []
    thread, original = threading.get_ident(), tempfile.mkdtemp

    def mkdtemp(*args: Any, **options: Any) -> Any:
        folder = original(*args, **options)
        if threading.get_ident() == thread:
            made.append(folder)
        return folder

    tempfile.mkdtemp = mkdtemp
    try:
        yield
    finally:
        tempfile.mkdtemp = original
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _no_log_handler() -> Iterator[None]:
    """The library sets the program's logging up at import; ours stays as it was."""
    before = list(logging.root.handlers)
    yield
    for handler in list(logging.root.handlers):
        if handler not in before:
            logging.root.removeHandler(handler)
