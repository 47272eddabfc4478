"""What the checklists say no to."""

from __future__ import annotations

from app.kernel.refusal import Refusal


class TaskNameError(Refusal):
    """A task without words."""

    message = "Write what is to be done."


class NoSuchTaskError(Refusal):
    """A task that is not there or out of use."""

    message = "That task is not on the list any more. Reload it."
