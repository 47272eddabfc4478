"""The command line of archives and of the keys that sign the journal."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

AddParser = Callable[..., argparse.ArgumentParser]  # where, name, what it does, an example


def add_audit(sub: argparse._SubParsersAction[argparse.ArgumentParser], parser: AddParser) -> None:
    """The commands `archive` and `keys`."""
    about = "Write what was posted in a period into one signed file, or check such a file."
    archive = sub.add_parser(
        "archive", help=about, description=about,
        epilog="example: python main.py archive export march.zip --since 2026-03-01 --until 2026-03-31",
    )  # fmt: skip
    actions = archive.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = parser(
        actions, "export", "Write the archive of a period.",
        "archive export march.zip --since 2026-03-01 --until 2026-03-31",
    )  # fmt: skip
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument(
        "--since", type=date.fromisoformat, metavar="DAY", required=True, help="the first day"
    )
    export.add_argument("--until", type=date.fromisoformat, metavar="DAY", required=True, help="the last day")
    check = parser(
        actions, "verify", "Check an archive; needs no database.",
        "archive verify march.zip --fingerprint 1A2B3C4D5E6F7081",
    )  # fmt: skip
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument(
        "--fingerprint", metavar="HEX", default="", help="of the key, as it stands on a Z report"
    )
    keys = parser(sub, "keys", "Show the keys that sign the journal, or take a new one.", "keys roll")
    keys.add_argument("action", choices=("list", "roll", "check"), nargs="?", default="list")
    keys.add_argument("code", nargs="?", default="", help="to check: the content of a paper's QR code")
