"""Status changes as data: one table per document type, one function to apply it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias, TypeVar

from app.kernel.refusal import Refusal

S = TypeVar("S", bound=StrEnum)
Transitions: TypeAlias = Mapping[S, frozenset[S]]


class InvalidTransitionError(Refusal):
    """The document is not in a state from which this is allowed."""

    message = "This is {current} and cannot become {target}."


def check_transition(table: Transitions[S], current: S, target: S) -> None:
    """Raise InvalidTransitionError unless the table allows current -> target."""
    if target not in table[current]:
        raise InvalidTransitionError(current=str(current), target=str(target))
