"""A refusal: the program says no for a reason it knows; anything else that is raised is a bug."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):  # noqa: N818 - it is the field's word: the till refuses
    """Base of every known "no". The sentence says what is wrong and what to do.

    `message` is an English template; screens translate it by its text and fill in `params`
    in the user's locale. Nothing was changed when a refusal reaches the caller.
    """

    message: ClassVar[str] = "This cannot be done."
    is_unreachable: ClassVar[bool] = False  # the books are out of reach; `params` are a driver's words

    def __init__(self, **params: object) -> None:
        super().__init__(params)
        self.params = params

    def __str__(self) -> str:
        return self.message.format(**self.params)


class CommitUnknownError(Refusal):
    """COMMIT raised: the change may or may not be there; look it up by its UUID."""

    message = "It is not certain that this was saved. The program looks it up before going on."
