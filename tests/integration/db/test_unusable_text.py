"""Text that no database takes, where something is looked for: nothing is found, or it is refused in words."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import Any, Final

import pytest
from sqlalchemy import literal, select

import app
from app.db.errors import TextUnusableError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import Actor
from app.kernel.refusal import Refusal
from tests.factories.shop import Shop

UNUSABLE: Final = ("\ud800", "a\x00b", "\x00", "5 \udfff")
# what the look-ups call the text a person types or a scanner sends
TYPED: Final = frozenset({"text", "code", "number", "typed", "name", "words"})
OTHERS: Final[dict[str, Any]] = {"int": 1, "int | None": None, "date": date(2026, 1, 5), "bool": True}
ROOMS: Final = frozenset({"migrations", "demo"})
# the program itself says which: a table of ours, a location just chosen from the list
CHOSEN: Final = frozenset({"server_keys", "location_id"})


def _look_ups() -> Iterator[tuple[Callable[..., object], dict[str, Any], list[str]]]:
    for found in sorted(x.name for x in pkgutil.walk_packages(app.__path__, "app.")):
        if found.split(".")[1] in ROOMS:
            continue
        module = import_module(found)
        for name, function in sorted(vars(module).items()):
            ours = inspect.isfunction(function) and function.__module__ == found
            ready = _arguments(function) if ours and not name.startswith("_") and name not in CHOSEN else None
            if ready is not None:
                yield function, *ready


def _arguments(function: Callable[..., object]) -> tuple[dict[str, Any], list[str]] | None:
    """What else a query needs, and which of its parameters are typed; None where it takes no typed text."""
    parameters = list(inspect.signature(function).parameters.values())
    if not parameters or parameters[0].annotation != "Connection":
        return None
    rest = parameters[1:]
    typed = [p.name for p in rest if p.name in TYPED and p.annotation == "str"]
    needed = [p for p in rest if p.name not in typed and p.default is inspect.Parameter.empty]
    if not typed or any(p.annotation not in OTHERS or p.kind is not p.KEYWORD_ONLY for p in needed):
        return None
    return {p.name: OTHERS[p.annotation] for p in needed}, typed


def test_every_look_up_finds_nothing_or_refuses_what_no_database_takes(
    factory: UnitOfWorkFactory, shop: Shop
) -> None:
    assert shop is not None
    looked, wrong = set(), []
    for function, others, typed in _look_ups():
        where = f"{function.__module__}.{function.__name__}"
        looked.add(function.__name__)
        for payload in UNUSABLE:
            try:
                with factory.read() as connection:
                    function(connection, **others, **dict.fromkeys(typed, payload))
            except Refusal as refusal:
                if "did not answer as it should" in str(refusal):
                    wrong.append(f"{where}({payload!r}): {refusal}")
            except Exception as error:  # noqa: BLE001 - any other is what is looked for
                wrong.append(f"{where}({payload!r}): {type(error).__name__}: {error}"[:300])
    assert not wrong, "\n".join(wrong)
    assert looked >= {
        "find_customer", "search_customers", "list_received", "find_order", "find_invoice", "find_voucher",
        "find_coupon", "find_lots", "find_serials", "find_sale_id", "find_scanned", "find_product_ids",
        "search_stock_documents", "find_callers", "find_transfer", "find_count",
    }  # fmt: skip


@pytest.mark.parametrize("payload", UNUSABLE, ids=["half", "nul-within", "nul", "half-after-digit"])
def test_after_a_text_that_no_database_takes_the_next_operation_works(
    factory: UnitOfWorkFactory, payload: str
) -> None:
    actor = Actor(0, "x", "x", frozenset(), "office")
    with suppress(TextUnusableError), factory.begin(actor=actor) as uow:  # SQLite takes a NUL
        uow.connection.execute(select(literal(payload))).scalar_one()
    with factory.begin(actor=actor) as uow:
        assert uow.connection.execute(select(literal("good"))).scalar_one() == "good"
