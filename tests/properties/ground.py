"""What every state machine stands on: a wholesaler in a SQLite file of its own, and what it watches."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, Final
from uuid import uuid4

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.kernel.refusal import Refusal
from app.reporting.verify import verify_database
from app.runtime.run import Runtime
from tests.factories.shop import Shop, make_shop
from tests.factories.wholesale import Wholesale, make_wholesale
from tests.support.examples import examples

NOW: Final = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_CHECKS: Final = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)


def _fail(_event: object, error: Exception) -> None:
    raise error


def _runtime(path: Path) -> Runtime:
    url = f"sqlite:///{path}"
    return Runtime(
        UnitOfWorkFactory(
            create_app_engine(url), EventBus(on_error=_fail), clock=lambda: NOW,
            read_engine=create_app_engine(url, readonly=True),
        )
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """A made wholesaler, copied for each example."""

    folder: Path
    made: Wholesale

    @classmethod
    def prepare(cls, empty: Path, folder: Path) -> Ground:
        """Make it once, in a copy of the empty, migrated file."""
        path = folder / "made.db"
        shutil.copyfile(empty, path)
        runtime = _runtime(path)
        made = make_wholesale(make_shop(runtime.factory))
        runtime.factory.dispose()
        with sqlite3.connect(path) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.close()
        return cls(folder, made)

    def copy(self) -> tuple[Wholesale, Path]:
        """One of its own for an example, and its file."""
        path = self.folder / f"{uuid4().hex}.db"
        shutil.copyfile(self.folder / "made.db", path)
        shop: Shop = replace(self.made.shop, runtime=_runtime(path))
        return replace(self.made, shop=shop), path


class Machine(RuleBasedStateMachine):
    """Real operations in any order; what is refused must leave the file as it was."""

    ground: ClassVar[Ground]

    def __init__(self) -> None:
        super().__init__()
        self.trade, self.path = self.ground.copy()
        self.shop = self.trade.shop
        self.raw = sqlite3.connect(self.path)
        self.done = 0

    def version(self) -> int:
        """Another number after each commit that wrote anything."""
        return int(self.raw.execute("PRAGMA data_version").fetchone()[0])

    def attempt(self, operation: Callable[..., Any], *, by: Actor = SYSTEM_ACTOR, **arguments: Any) -> Any:
        """What the operation gives back; None where it was refused, and then nothing was written."""
        return self.attempted(lambda: self.shop.runtime.run(operation, actor=by, **arguments))

    def attempted(self, step: Callable[[], Any]) -> Any:
        """The same for one transaction that is made elsewhere."""
        before = self.version()
        try:
            given = step()
        except Refusal:
            assert self.version() == before, "a refused operation wrote something"
            return None
        self.done += 1
        return True if given is None else given

    def teardown(self) -> None:
        """At the end every check there is, then the file goes."""
        try:
            found = self.shop.runtime.ask(verify_database)
            assert [(r.name, r.faults) for r in found if not r.holds] == []
        finally:
            self.raw.close()
            self.shop.runtime.factory.dispose()
            for end in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + end).unlink(missing_ok=True)


def drive(machine: type[Machine], ground: Ground, *, usual: int, steps: int = 20) -> None:
    """Try the machine: as many examples as usual, or as TAKINGS_EXAMPLES says."""
    machine.ground = ground
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples(usual), stateful_step_count=steps, deadline=None,
            suppress_health_check=_CHECKS,
        ),
    )  # fmt: skip


def catches(machine: type[Machine], ground: Ground) -> bool:
    """Whether the machine, given a rule that tampers, sees it; nothing is made smaller, nothing kept."""
    machine.ground = ground
    try:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=_CHECKS,
                phases=[Phase.generate], database=None, derandomize=True, report_multiple_bugs=False,
            ),
        )  # fmt: skip
    except (AssertionError, ExceptionGroup):
        return True
    return False
