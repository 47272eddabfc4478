"""The commands of a shop with several stations: its server and its tills."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Making = Callable[..., argparse.ArgumentParser]


def add_stations(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    """`server` and `till`; `make` is the parser of one action with what all have in common."""
    about = "The PostgreSQL server of a shop with several stations."
    server = sub.add_parser("server", help=about, description=about).add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    for name, what in (
        ("init", "Make the tables and set what stations rely on; needs the database's owner."),
        ("check", "Say in words what is wrong with the server."),
    ):
        make(server, name, what, f"server {name} postgresql://owner@server/takings").add_argument(
            "url", metavar="URL", help="postgresql://USER@HOST/NAME, without a password"
        )
    make(
        server, "move", "Move the whole shop into an empty database of the other kind, and prove it equal.",
        "server move postgresql://owner@server/takings",
    ).add_argument("url", metavar="URL", help="where to; --database says where from")  # fmt: skip
    _till(sub, make)


def _till(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    about = "Tills with a database of their own: registered, joined, replaced, retired."
    till = sub.add_parser("till", help=about, description=about).add_subparsers(
        dest="action", metavar="ACTION", required=True
    )
    make(till, "list", "The stations, and what is unsent at them.", "till list")
    make(
        till, "register", "Make a till a station; gives the one-time code for its machine.",
        "--database postgresql://owner@server/takings till register T03",
    ).add_argument("code", metavar="TILL", help="e.g. T03")  # fmt: skip
    for name, what in (
        ("replace", "Give a till's place to another machine; gives the one-time code for it."),
        ("retire", "Take a station away; what it sold stays."),
    ):
        each = make(till, name, what, f"--database postgresql://owner@server/takings till {name} T03")
        each.add_argument("code", metavar="TILL", help="e.g. T03")
        each.add_argument(
            "--nothing-left", action="store_true", help="the machine before holds nothing that is unsent"
        )
    join = make(
        till, "join", "Make this machine a till; asks for the one-time code.",
        "till join postgresql://takings_t03_1@server/takings --as T03",
    )  # fmt: skip
    join.add_argument("url", metavar="URL", help="as `till register` says it")
    join.add_argument("--as", dest="till_as", metavar="TILL", required=True, help="e.g. T03")
    rescue = make(
        till, "rescue", "Send what is unsent in the database file of a till's old machine.",
        "--database postgresql://owner@server/takings till rescue /media/usb/takings.db",
    )  # fmt: skip
    rescue.add_argument("file", type=Path, metavar="FILE")
