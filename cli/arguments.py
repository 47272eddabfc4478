"""The command line: what can be asked, with an example of each."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Final

from cli.arguments_audit import add_audit
from cli.arguments_plugins import add_plugins
from cli.arguments_stations import add_stations
from cli.arguments_trade import add_trade
from cli.version import VERSION

LEVELS: Final = ("debug", "info", "warning", "error")
EINVOICE_FORMATS: Final = (
    "peppol", "xrechnung-ubl", "xrechnung-cii", "facturx", "en16931-ubl", "en16931-cii",
)  # fmt: skip
_EPILOG: Final = """exit codes:
  0 done   1 refused, or the books are not right   2 called wrongly   3 already running
  4 the database is locked, newer, damaged or not to be reached   5 an upgrade failed   70 a bug

examples:
  python main.py                            open the till
  python main.py --training                 practise: nothing is booked into the shop
  python main.py demo                       a shop with goods to try it on
  python main.py --data-dir /media/usb/shop verify --json
"""


def _parser(
    sub: argparse._SubParsersAction[argparse.ArgumentParser], name: str, about: str, example: str
) -> argparse.ArgumentParser:
    made = sub.add_parser(
        name, help=about, description=about, epilog=f"example: python main.py {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    made.add_argument("--json", action="store_true", help="answer with one JSON object, for programs")
    return made


def make_parser() -> argparse.ArgumentParser:
    """Options and commands."""
    parser = argparse.ArgumentParser(
        prog="main.py", description="Takings runs a shop: till and back office. Without a command the "
        "window opens.", epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"Takings {VERSION}")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything below this folder (or TAKINGS_DATA_DIR)"
    )
    parser.add_argument(
        "--database", metavar="URL", help="sqlite:///FILE or postgresql://USER@HOST/NAME, without a password"
    )
    parser.add_argument("--till", metavar="NAME", help="which till this is, e.g. T01")
    parser.add_argument("--training", action="store_true", help="practise on data of its own")
    parser.add_argument("--fullscreen", action="store_true", help="the window fills the screen")
    parser.add_argument(
        "--customer-display", action="store_true", help="a window for the customer, on the second screen"
    )
    parser.add_argument("--lang", metavar="XX", help="language of the screens: en, de")
    parser.add_argument("--log-level", choices=LEVELS, default="info", help="how much is logged")
    sub = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _demo(sub)
    _import(sub)
    _report(sub)
    add_trade(sub, _parser)
    add_stations(sub, _parser)
    _bank(sub)
    _einvoice(sub)
    _statement(sub)
    _accounting(sub)
    _parser(
        sub, "verify", "Prove every invariant of the books, or name what is broken.", "verify"
    ).add_argument(
        "--witness", type=Path, metavar="FILE", help="compare the journal with its copy on another drive"
    )
    add_audit(sub, _parser)
    add_plugins(sub, _parser)
    _files(sub)
    _parser(sub, "migrate", "Bring the database to this version, after a backup.", "migrate")
    _devices(sub)
    return parser


def _demo(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = _parser(
        sub, "demo", "Make a demo shop in an empty data folder, or play a day without a window.",
        "demo --play-day --out demo-output",
    )  # fmt: skip
    demo.add_argument("--if-empty", action="store_true", help="do nothing when there is a shop already")
    demo.add_argument("--quiet", action="store_true", help="say nothing when all went well")
    demo.add_argument("--days", type=int, default=60, metavar="N", help="days of trade behind it (60)")
    demo.add_argument("--seed", type=int, default=None, metavar="N", help="another shop's chance")
    demo.add_argument("--play-day", action="store_true", help="play a day at the till in a shop of its own")
    demo.add_argument("--out", type=Path, default=Path("demo-output"), metavar="DIR",
        help="where the played day leaves its papers and pictures (demo-output)")  # fmt: skip
    demo.add_argument("--no-pictures", action="store_true", help="without pictures of the screens")


def _import(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    importing = _parser(
        sub, "import",
        "Read products from a CSV or XLSX file, or promotions from a store's public price file (XML); "
        "a second time they are brought up to date.",
        "import products catalogue.csv --dry-run",
    )  # fmt: skip
    importing.add_argument("what", choices=("products", "promotions"), help="what the file holds")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--profile", metavar="NAME", help="whose columns they are; guessed when left out")
    importing.add_argument("--dry-run", action="store_true", help="only tell what would happen")


def _report(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = _parser(
        sub, "report", "Show the figures of the open shift (x) or of a closed one (z).",
        "report z --number 12 --pdf z12.pdf",
    )  # fmt: skip
    report.add_argument("which", choices=("x", "z"))
    report.add_argument("--number", type=int, metavar="N", help="number of the Z report; the last by default")
    report.add_argument("--pdf", type=Path, metavar="FILE", help="write it as PDF as well")


def _einvoice(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = "Write, check or show e-invoices (Peppol, XRechnung, Factur-X)."
    made = sub.add_parser(
        "einvoice", help=about, description=about,
        epilog="example: python main.py einvoice export INV-2026-000001 invoice.xml",
    )  # fmt: skip
    actions = made.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = _parser(
        actions, "export", "Write the e-invoice of a posted document, when the official rules let it pass.",
        "einvoice export INV-2026-000001 invoice.xml --format peppol",
    )  # fmt: skip
    export.add_argument("number", metavar="NUMBER", help="e.g. INV-2026-000001")
    check = _parser(
        actions, "validate", "Run the official rules over a file.", "einvoice validate invoice.xml"
    )
    show = _parser(actions, "show", "Say what an e-invoice says.", "einvoice show invoice.pdf")
    for each, word in (
        (export, "where it is written"),
        (check, "UBL, CII or PDF"),
        (show, "UBL, CII or PDF"),
    ):
        each.add_argument("file", type=Path, metavar="FILE", help=word)
    for each in (export, check):
        each.add_argument("--format", choices=EINVOICE_FORMATS, help="the customer's, or the file's own")


def _bank(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bank = _parser(
        sub, "bank", "Import a bank statement, book the lines that are sure, or compare the figures.",
        "bank import march.xml",
    )  # fmt: skip
    bank.add_argument("action", choices=("import", "match", "reconcile"))
    bank.add_argument("file", type=Path, nargs="?", metavar="FILE", help="CAMT, MT940, OFX or CSV, to import")
    bank.add_argument("--account", metavar="NAME", help="bank account by name or IBAN; told from the file")
    bank.add_argument("--profile", metavar="NAME", help="saved profile of a table; told from its heads")


def _statement(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    statement = _parser(
        sub, "statement", "Show a customer's account: opening balance, every document, closing balance.",
        "statement C0007 statement.pdf --since 2026-01-01",
    )  # fmt: skip
    statement.add_argument("number", metavar="CUSTOMER", help="customer number, e.g. C0007")
    statement.add_argument("file", type=Path, nargs="?", metavar="FILE", help="write it as PDF as well")
    statement.add_argument("--since", type=date.fromisoformat, metavar="DAY",
        help="the first day (the first of the month before)")  # fmt: skip
    statement.add_argument("--open", action="store_true", help="only what is still open on the last day")
    statement.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="the last day (today)")


def _accounting(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    accounting = _parser(
        sub, "accounting", "Statements, taxes, figures and journals; charts and invoices of other programs.",
        "accounting journal-export --format datev journal.csv",
    )  # fmt: skip
    accounting.add_argument(
        "action", choices=("trial-balance", "statements", "tax-report", "figures", "journal-export",
                           "import-chart", "import-receivables"))  # fmt: skip
    accounting.add_argument("file", type=Path, nargs="?", metavar="FILE", help="what is written or read")
    accounting.add_argument("--since", type=date.fromisoformat, metavar="DAY", help="e.g. 2026-01-01")
    accounting.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="today when left out")
    accounting.add_argument(
        "--format", choices=("csv", "datev", "saft"), default="csv", help="of the journal"
    )
    accounting.add_argument("--by-shift", action="store_true", help="one entry for the sales of a shift")
    accounting.add_argument("--profile", metavar="NAME", help="whose columns an imported file has")


def _files(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = _parser(sub, "backup", "Copy the whole shop into a new, verified file.", "backup monday.db")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = _parser(
        sub, "restore", "Put a backup in the place of the shop; what is there is kept aside.",
        "restore monday.db",
    )  # fmt: skip
    restore.add_argument("file", type=Path, metavar="FILE")


def _devices(sub: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    devices = _parser(sub, "devices", "List the devices of the till, or test them.", "devices test printer")
    devices.add_argument("action", choices=("list", "test"), nargs="?", default="list")
    devices.add_argument("role", nargs="?", help="printer, drawer, display, terminal or scale")
