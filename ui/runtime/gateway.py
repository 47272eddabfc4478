"""The one door from screens to the business."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from app.kernel.permission import SYSTEM_ACTOR, Actor, Approval
from app.kernel.refusal import Refusal
from app.runtime.run import Runtime
from ui.runtime.task_runner import TaskRunner

R = TypeVar("R")
OnError = Callable[[Exception], None]


class Gateway(Protocol):
    """Runs operations and queries; answers come back on the GUI thread.

    `actor` is who is signed in; operations run as him. Without an `on_error` an error goes to the
    gateway's own handler: a refusal to the banner, anything else to the crash reporter.
    """

    actor: Actor | None

    @property
    def runtime(self) -> Runtime:
        """For long work that makes transactions of its own on another lane (an import)."""
        ...

    def run(
        self, operation: Callable[..., R], *, on_done: Callable[[R], None] | None = None,
        on_error: OnError | None = None, approval: Approval | None = None, as_system: bool = False,
        **arguments: Any,
    ) -> None:  # fmt: skip
        """Run an operation as the signed-in actor (or the system, to sign in)."""
        ...

    def ask(
        self, query: Callable[..., R], *, on_done: Callable[[R], None], on_error: OnError | None = None,
        lane: str = "db", **arguments: Any,
    ) -> None:  # fmt: skip
        """Run a query on the lane `db` (short) or `reports` (long)."""
        ...


class NotSignedInError(Refusal):
    """Nobody is signed in."""

    message = "Sign in first."


def _nothing(_answer: object) -> None:
    return


class QtGateway:
    """On the lanes, with answers by signal."""

    def __init__(self, runtime: Runtime, runner: TaskRunner, *, on_error: OnError) -> None:
        self._runtime = runtime
        self._runner = runner
        self._on_error = on_error
        self.actor: Actor | None = None

    @property
    def runtime(self) -> Runtime:
        """See Gateway."""
        return self._runtime

    def run(
        self, operation: Callable[..., R], *, on_done: Callable[[R], None] | None = None,
        on_error: OnError | None = None, approval: Approval | None = None, as_system: bool = False,
        **arguments: Any,
    ) -> None:  # fmt: skip
        """See Gateway."""
        actor = _system_at(self.actor) if as_system else self.actor
        failed = on_error or self._on_error
        if actor is None:
            failed(NotSignedInError())
            return
        self._submit(
            "db",
            lambda: self._runtime.run(operation, actor=actor, approval=approval, **arguments),
            on_done or _nothing,
            failed,
        )

    def ask(
        self, query: Callable[..., R], *, on_done: Callable[[R], None], on_error: OnError | None = None,
        lane: str = "db", **arguments: Any,
    ) -> None:  # fmt: skip
        """See Gateway."""
        lane = self._runtime.lane_of(query) if lane == "db" else lane
        self._submit(lane, lambda: self._runtime.ask(query, **arguments), on_done, on_error or self._on_error)

    def _submit(
        self, lane: str, work: Callable[[], R], on_done: Callable[[R], None], on_error: OnError
    ) -> None:
        try:
            self._runner.submit(lane, work, on_done=on_done, on_error=on_error)
        except Refusal as refusal:
            on_error(refusal)


class ServerGateway(QtGateway):
    """The back office of a till with books of its own: everything at the server, as who is at the till.

    What is short goes on the lane `server`: while that does not answer, no sale waits for it.
    """

    def __init__(self, runtime: Runtime, till: Gateway, runner: TaskRunner, *, on_error: OnError) -> None:
        self._till = till
        signed_in = till.actor
        super().__init__(runtime, runner, on_error=on_error)
        till.actor = signed_in

    @property
    def actor(self) -> Actor | None:
        """Who is signed in at the till."""
        return self._till.actor

    @actor.setter
    def actor(self, actor: Actor | None) -> None:
        self._till.actor = actor

    def _submit(
        self, lane: str, work: Callable[[], R], on_done: Callable[[R], None], on_error: OnError
    ) -> None:
        super()._submit("server" if lane == "db" else lane, work, on_done, on_error)


class InlineGateway:
    """At once, on the caller's thread: for presenters' tests and for playing the demo day."""

    def __init__(self, runtime: Runtime, *, on_error: OnError) -> None:
        self._runtime = runtime
        self._on_error = on_error
        self.actor: Actor | None = None

    @property
    def runtime(self) -> Runtime:
        """See Gateway."""
        return self._runtime

    def run(
        self, operation: Callable[..., R], *, on_done: Callable[[R], None] | None = None,
        on_error: OnError | None = None, approval: Approval | None = None, as_system: bool = False,
        **arguments: Any,
    ) -> None:  # fmt: skip
        """See Gateway."""
        actor = _system_at(self.actor) if as_system else self.actor
        try:
            if actor is None:
                raise NotSignedInError  # noqa: TRY301 - handled as whatever the operation refuses
            answer = self._runtime.run(operation, actor=actor, approval=approval, **arguments)
        except Exception as error:  # noqa: BLE001 - handed to whoever handles errors here
            (on_error or self._on_error)(error)
        else:
            (on_done or _nothing)(answer)

    def ask(
        self, query: Callable[..., R], *, on_done: Callable[[R], None], on_error: OnError | None = None,
        lane: str = "db", **arguments: Any,
    ) -> None:  # fmt: skip
        """See Gateway."""
        del lane
        try:
            answer = self._runtime.ask(query, **arguments)
        except Exception as error:  # noqa: BLE001 - as above
            (on_error or self._on_error)(error)
        else:
            on_done(answer)


def _system_at(actor: Actor | None) -> Actor:
    """The system, writing into the chain of the station the actor is at."""
    if actor is None:
        return SYSTEM_ACTOR
    return Actor(
        user_id=SYSTEM_ACTOR.user_id, name=SYSTEM_ACTOR.name, role=SYSTEM_ACTOR.role,
        permissions=SYSTEM_ACTOR.permissions, station=actor.station, till_id=actor.till_id,
    )  # fmt: skip
