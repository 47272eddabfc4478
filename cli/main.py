"""Reads the command line, runs the command, and turns what goes wrong into a sentence and a code."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Any, Final

from app.kernel.refusal import Refusal
from cli import exits
from cli.arguments import make_parser
from cli.folders import Folders, find_folders
from cli.output import Output

# command -> module of cli.commands with a function run(call) -> exit code
_COMMANDS: Final = {
    "demo": "demo",
    "import": "importing",
    "report": "report",
    "invoice": "invoice",
    "orders": "orders",
    "pick": "pick",
    "payments": "payments",
    "stock": "stock",
    "statement": "statement",
    "bank": "bank",
    "einvoice": "einvoice",
    "accounting": "accounting",
    "verify": "verify",
    "archive": "archive",
    "keys": "keys",
    "backup": "backup",
    "restore": "backup",
    "migrate": "migrate",
    "devices": "devices",
    "plugins": "plugins",
    "server": "server",
    "till": "till",
    None: "window",
}


class Call:
    """One call of the program: what was asked, and where things are."""

    def __init__(self, options: argparse.Namespace, folders: Folders, local: dict[str, Any]) -> None:
        self.demo: Any = None  # the demo shop that this call made
        self.options = options
        self.folders = folders
        self.local = local
        self.output = Output(as_json=getattr(options, "json", False), quiet=getattr(options, "quiet", False))


def main(arguments: Sequence[str]) -> int:
    """Run a command line; returns the exit code."""
    options = make_parser().parse_args(arguments)
    folders = find_folders(options.data_dir)
    from cli.local_settings import load_local
    from cli.logs import start_logs

    start_logs(folders.logs, level=options.log_level, command=options.command or "window")
    call = Call(options, folders, load_local(folders.local_settings))
    try:
        return _run(call)
    except Refusal as refusal:
        return call.output.refuse(type(refusal).__name__, str(refusal), _code(refusal))
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:
        # whoever read our words has gone away
        sys.stderr.close()
        return exits.OK
    except Exception as error:  # noqa: BLE001 - the last resort: a crash file and a code
        return _crashed(call, error)


def _run(call: Call) -> int:
    module = importlib.import_module(f"cli.commands.{_COMMANDS[call.options.command]}")
    return int(module.run(call))


def _code(refusal: Refusal) -> int:
    from app.db.errors import DatabaseError
    from cli.opening import MigrationFailedError

    if isinstance(refusal, MigrationFailedError):
        return exits.MIGRATION
    return exits.DATABASE if isinstance(refusal, DatabaseError) else exits.REFUSED


def _crashed(call: Call, error: Exception) -> int:
    import logging

    from cli.logs import write_crash

    logging.getLogger("takings").error("crash", exc_info=error)
    path = write_crash(call.folders.logs, error)
    where = f" Details are in {path}." if path else ""
    return call.output.refuse(
        type(error).__name__,
        f"Something went wrong that nobody foresaw ({type(error).__name__}).{where}",
        exits.CRASH,
    )
