"""The command line of plug-ins."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

AddParser = Callable[..., argparse.ArgumentParser]  # where, name, what it does, an example


def add_plugins(sub: argparse._SubParsersAction[argparse.ArgumentParser], parser: AddParser) -> None:
    """The command `plugins`."""
    about = "See what others add to the program, turn it on or off, and use it."
    actions = sub.add_parser(
        "plugins", help=about, description=about, epilog="example: python main.py plugins list"
    ).add_subparsers(dest="action", metavar="ACTION", required=True)
    parser(actions, "list", "List the plug-ins that lie there, and how each stands.", "plugins list")
    on = parser(
        actions, "enable", "Turn a plug-in on, in just the state it is in.", "plugins enable hours_report"
    )
    on.add_argument("--sha256", metavar="HEX", help="only if this is its SHA-256")
    off = parser(actions, "disable", "Turn a plug-in off.", "plugins disable hours_report")
    for each in (on, off):
        each.add_argument("name", metavar="NAME")
    report = parser(
        actions, "report", "Write a report of a plug-in as CSV.",
        "plugins report hours hours.csv --since 2026-03-01 --until 2026-03-31",
    )  # fmt: skip
    report.add_argument("name", metavar="REPORT")
    report.add_argument("file", type=Path, metavar="FILE")
    report.add_argument("--since", type=date.fromisoformat, metavar="DAY", required=True, help="first day")
    report.add_argument("--until", type=date.fromisoformat, metavar="DAY", required=True, help="last day")
    invoice = parser(
        actions, "invoice", "Write a posted invoice in the format of a plug-in.",
        "plugins invoice plain-json INV-2026-000001 invoice.json",
    )  # fmt: skip
    invoice.add_argument("name", metavar="FORMAT")
    invoice.add_argument("number", metavar="NUMBER", help="e.g. INV-2026-000001")
    invoice.add_argument("file", type=Path, metavar="FILE")
