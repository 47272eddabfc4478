"""The rules of the house (CONTRIBUTING.md), kept by reading the source."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Float, Numeric

import app
from app.kernel.refusal import Refusal
from app.migrations.all_tables import metadata

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    p for folder in ("app", "ui", "drivers", "cli", "bench") for p in sorted((ROOT / folder).rglob("*.py"))
]
SOURCES += sorted(ROOT.glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ROOMS = sorted(p.parent.name for p in (ROOT / "app").glob("*/__init__.py"))
GENERATED = ROOT / "app" / "migrations" / "versions"
MOST_LINES = 400

# operations that write nothing a person did, each with its reason
WITHOUT_NOTE = {
    "app.till.operations.carts.save_cart": "goods on a counter: nothing has happened yet",
    "app.till.operations.carts.begin_tendering": "the sale's own entry follows, or nothing was paid",
    "app.till.operations.carts.end_tendering": "back to the cart: nothing was paid",
    "app.ledger.operations.post": "part of an operation that notes what it books",
    "app.ledger.operations.post_many": "part of an operation that notes what it books",
    "app.inventory.operations.issue_goods": "part of an operation that notes what it books",
    "app.receivables.operations.open_receivable": "part of an operation that notes what it books",
    "app.numbering.operations.take_number": "part of an operation that notes its document",
    "app.numbering.operations.start_series": "part of take_number",
    "app.numbering.operations.keep_number": "part of an operation that notes its document",
    "app.pricing.operations.write_prices": "part of an operation that knows what the prices are for",
    "app.queues.operations.keep_work": "still at it: that it was taken is noted",
    "app.credit.operations.record_release": "part of the release of an order, which takes a step",
    "app.printing.operations.queue_print": "part of an operation that notes its document",
    "app.printing.operations.wait_for_printer": "what the printer did not say, not what a person did",
    "app.printing.operations.set_print_status": "what the printer said, not what a person did",
    "app.printing.operations.settle_interrupted": "what the program found, not what a person did",
}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call))


def _is_door(call: ast.Call) -> bool:
    """factory.begin(actor=...): the one way into a unit of work."""
    return {k.arg for k in call.keywords} == {"actor"}


def test_only_the_unit_of_work_and_the_migrations_begin_commit_or_roll_back() -> None:
    # screens and drivers cannot reach a connection: the import contracts see to that
    kept_out = [p for p in SOURCES if _name(p).startswith(("app/", "cli/")) and not _is_ground(p)]
    words = {"commit", "rollback", "begin", "begin_nested", "savepoint"}
    found = [
        f"{_name(path)}:{call.lineno} {call.func.attr}"
        for path in kept_out
        for call in _calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in words
        if not (call.func.attr == "begin" and _is_door(call))
    ]
    assert found == []


def _is_ground(path: Path) -> bool:
    return _name(path).startswith(("app/db/", "app/migrations/"))


def test_a_unit_of_work_is_opened_by_the_runtime_and_by_set_up_only() -> None:
    found = {
        _name(path)
        for path in SOURCES
        for call in _calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "begin"
        and {k.arg for k in call.keywords} == {"actor"}
    }
    assert [f for f in found if not f.startswith(("app/runtime/", "app/demo/", "cli/", "bench/"))] == []


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    def lines(path: Path) -> int:
        return len(path.read_text(encoding="utf-8").splitlines())

    long = {_name(p): lines(p) for p in [*SOURCES, *TESTS] if not p.is_relative_to(GENERATED)}
    assert {name: count for name, count in long.items() if count > MOST_LINES} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_says_what_it_is_for(room: str) -> None:
    readme = ROOT / "app" / room / "README.md"
    assert readme.is_file(), f"app/{room}/README.md is missing"
    assert len(readme.read_text(encoding="utf-8").split()) > 40


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(app.__path__, "app."):
        if "migrations.versions" not in found.name and found.name != "app.migrations.env":
            yield importlib.import_module(found.name)


def _operations() -> Iterator[tuple[str, Any]]:
    for module in _modules():
        parts = module.__name__.split(".")
        if "operations" not in parts:
            continue
        for name, value in vars(module).items():
            public = (
                not name.startswith("_") and inspect.isfunction(inspect.unwrap(value))
                if callable(value)
                else False
            )
            if public and getattr(value, "__module__", "") == module.__name__:
                parameters = list(inspect.signature(value).parameters.values())
                if parameters and parameters[0].name == "uow":
                    yield f"{module.__name__}.{name}", value


ALL = dict(_operations())
OPERATIONS = {name: value for name, value in ALL.items() if hasattr(value, "permission")}
# public and without a right of their own: steps that operations share
PARTS = ALL.keys() - OPERATIONS.keys()
DOORS = ("ui/", "cli/", "app/flows/")


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_an_operation_takes_keywords_only_and_says_what_it_does(name: str) -> None:
    parameters = list(inspect.signature(OPERATIONS[name]).parameters.values())[1:]
    assert all(p.kind is p.KEYWORD_ONLY for p in parameters), f"{name} takes positional arguments"
    assert (inspect.getdoc(OPERATIONS[name]) or "").strip(), f"{name} has no docstring"


def test_whatever_a_screen_a_command_or_a_flow_can_run_asks_for_a_right() -> None:
    reached = {
        f"{node.module}.{alias.name}"
        for path in SOURCES
        if _name(path).startswith(DOORS)
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    assert sorted(reached & PARTS) == []
    assert reached & OPERATIONS.keys(), "nothing is run from anywhere: the test sees nothing"


def _called_names(operation: Any) -> set[str]:
    source = inspect.getsource(inspect.unwrap(operation))
    tree = ast.parse(source)
    return {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute))
    }


def _notes(name: str, seen: set[str]) -> bool:
    """Whether an operation, or a function of its module that it calls, writes to the journal."""
    module = importlib.import_module(name.rsplit(".", 1)[0])
    short = name.rsplit(".", 1)[1]
    seen.add(name)
    for called in _called_names(getattr(module, short)):
        if called in {"note", "take_step"}:
            return True
        target = getattr(module, called, None)
        if not inspect.isfunction(target):
            continue
        full = f"{target.__module__}.{inspect.unwrap(target).__name__}"
        if (
            full not in seen
            and full not in WITHOUT_NOTE
            and target.__module__.startswith("app.")
            and _notes(full, seen)
        ):
            return True
    return False


@pytest.mark.parametrize("name", sorted(OPERATIONS.keys() - WITHOUT_NOTE.keys()))
def test_an_operation_leaves_an_entry_in_the_journal(name: str) -> None:
    assert _notes(name, set()), f"{name} writes no journal entry"


def test_what_is_listed_as_writing_no_entry_exists() -> None:
    assert WITHOUT_NOTE.keys() <= OPERATIONS.keys()


def test_no_column_is_a_float_or_a_decimal() -> None:
    columns = [c for t in metadata.sorted_tables for c in t.columns]
    assert [f"{c.table.name}.{c.name}" for c in columns if isinstance(c.type, (Float, Numeric))] == []


def test_amounts_quantities_and_rates_are_integers() -> None:
    suffixes = re.compile(r"_(minor|milli|micro)$|^rate$")
    found = {
        f"{t.name}.{c.name}": c.type.python_type
        for t in metadata.sorted_tables for c in t.columns
        if suffixes.search(c.name)
    }  # fmt: skip
    assert set(found.values()) == {int}


MONEY_ROOMS = (
    "kernel", "tax", "payments", "ledger", "inventory", "till", "receivables", "pricing", "documents",
)  # fmt: skip


def test_no_float_is_written_where_money_is_reckoned() -> None:
    found = [
        f"{_name(path)}:{node.lineno}"
        for room in MONEY_ROOMS
        for path in sorted((ROOT / "app" / room).rglob("*.py"))
        for node in ast.walk(_tree(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float")
    ]
    # points and millimetres on paper, not money
    drawn = tuple(
        f"app/documents/{name}.py:"
        for name in ("label_pdf", "labels", "shift_pdf", "swiss_sheet", "trade_pdf", "trade_sheet")
    )
    assert [f for f in found if not f.startswith(drawn)] == []


def test_true_division_is_not_used_on_amounts() -> None:
    found = [
        f"{_name(path)}:{node.lineno}"
        for room in MONEY_ROOMS
        for path in sorted((ROOT / "app" / room).rglob("*.py"))
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    ]
    # fractions are exact; the PDF divides points; folders are joined with /
    allowed = ("app/tax/engine.py", "app/documents/")
    assert [f for f in found if not f.startswith(allowed)] == []


def _refusals() -> list[type[Refusal]]:
    list(_modules())
    found: list[type[Refusal]] = []
    todo: list[type[Refusal]] = [Refusal]
    while todo:
        kind = todo.pop()
        found.append(kind)
        todo += [k for k in kind.__subclasses__() if k.__module__.startswith("app.")]
    return found


REFUSALS = {f"{kind.__module__}.{kind.__name__}": kind for kind in _refusals()}


@pytest.mark.parametrize("name", sorted(REFUSALS))
def test_a_refusal_is_a_sentence(name: str) -> None:
    kind = REFUSALS[name]
    assert kind.message[0].isupper() or kind.message[0] in "{“"
    assert kind.message.endswith((".", "?", "}"))


def test_no_row_is_deleted_behind_somebodys_back() -> None:
    cascading = [
        f"{t.name}.{fk.parent.name}" for t in metadata.sorted_tables for fk in t.foreign_keys if fk.ondelete
    ]
    assert cascading == []
