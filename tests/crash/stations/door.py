"""A till's door to the server, on which messages are lost, doubled and late; and the losing variants."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final
from uuid import uuid4

from app.db.errors import DatabaseUnreachableError
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import CommitUnknownError
from app.runtime.run import Runtime
from app.stations.rules import Message, message_hash
from app.stations.states import Answer
from app.stations.taking import Taken, take_message

_KEPT: Final = 20  # messages of before that may come again


class LossyDoor(Runtime):
    """Does at the server what it is asked, and loses requests and answers on the way."""

    def __init__(self, server: Runtime, chance: random.Random, trouble: float, variant: str = "") -> None:
        super().__init__(server.factory)
        self._server = server
        self._chance = chance
        self._trouble = trouble
        self._variant = variant
        self._before: list[Message] = []
        self.counts: dict[str, int] = {}

    def run(self, operation: Callable[..., Any], **arguments: Any) -> Any:
        """As the server does it, unless it is lost on the way."""
        if operation is not take_message:
            return self._server.run(operation, **arguments)
        message: Message = arguments["message"]
        if self._variant == "new uuid at each try":
            message = _renamed(message, uuid4().hex)
        fault = self._pick()
        if fault == "late" and self._before:
            self._come_late(self._chance.choice(self._before))
        if fault == "request lost":
            return self._lost(message, fault)
        taken = self._server.run(take_message, actor=SYSTEM_ACTOR, message=message)
        self._before = [*self._before, message][-_KEPT:]
        if fault == "doubled":
            self._come_late(message)
        if fault == "answer lost":
            return self._lost(message, fault)
        if fault == "commit unknown":
            raise CommitUnknownError(detail=fault)
        return taken

    def heal(self) -> None:
        """Nothing is lost any more."""
        self._trouble = 0.0

    def _pick(self) -> str:
        if self._chance.random() >= self._trouble:
            return ""
        fault = self._chance.choice(["request lost", "answer lost", "commit unknown", "doubled", "late"])
        self.counts[fault] = self.counts.get(fault, 0) + 1
        return fault

    def _lost(self, message: Message, why: str) -> Taken:
        if self._variant == "confirmed too early":
            return Taken(Answer.CREATED, message.seq + 1)
        raise DatabaseUnreachableError(detail=why)

    def _come_late(self, message: Message) -> None:
        """A message that the server has comes again, past the drainer."""
        if self._variant:
            return
        again = self._server.run(take_message, actor=SYSTEM_ACTOR, message=message)
        if again.answer is not Answer.EXISTS:
            msg = f"message {message.seq} came again and was {again.answer}"
            raise AssertionError(msg)


def _renamed(message: Message, uuid: str) -> Message:
    digest = message_hash(
        till_id=message.till_id, epoch=message.epoch, seq=message.seq, uuid=uuid, kind=message.kind,
        payload=message.payload,
    )  # fmt: skip
    return replace(message, uuid=uuid, hash=digest)
