"""Addresses, texts with gaps, and when a message is tried again: pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.devices.mail import MailFault
from app.devices.ports import tr
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.mailing.states import MailStatus

MOST_RECIPIENTS: Final = 10
MOST_ATTEMPTS: Final = 10
MOST_BYTES: Final = 20_000_000  # of all files together: what mail servers take
MOST_TEXT: Final = 20_000
MOST_TEXTED: Final = 560  # of a short message: nine parts with signs beyond the plain ones
MOST_CHATTED: Final = 4_000
_ADDRESS: Final = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[^@\s,;<>\"()]{1,190}\.[^@\s,;<>\"().]{2,63}"
)
_BETWEEN: Final = re.compile(r"[,;]")
_GAP: Final = re.compile(r"\{([a-z_]*)\}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_WAITS: Final = (1, 5, 15, 60, 240)  # minutes before the 2nd, 3rd ... try; the last one from then on
# what no further try mends before a person has changed the settings
SETTING_FAULTS: Final = (
    MailFault.NO_TLS, MailFault.CERTIFICATE, MailFault.LOGIN, MailFault.NO_LOGIN, MailFault.SENDER,
    MailFault.GARBAGE, MailFault.ADDRESS, MailFault.NO_GATEWAY, MailFault.SIM,
)  # fmt: skip
_FINAL_FAULTS: Final = (MailFault.RECIPIENT, MailFault.CONTENT, MailFault.NUMBER)


FIELD_NAMES: Final = (
    tr("Refusal", "address"), tr("Refusal", "subject"), tr("Refusal", "name of a file"),
    tr("Refusal", "server"), tr("Refusal", "user"), tr("Refusal", "sender"), tr("Refusal", "link"),
    tr("Refusal", "header"), tr("Refusal", "answer"), tr("Refusal", "port"),
)  # fmt: skip
"""What stands for {field} in the sentence of a MailHeaderError."""


class MailAddressError(Refusal):
    """No address, or one that would become a header of its own."""

    message = "“{address}” is no e-mail address. Correct it; several are separated by a comma."


class NoMailAddressError(Refusal):
    """Nobody to send it to."""

    message = "There is no e-mail address. Enter one, or add it to the customer."


class TooManyRecipientsError(Refusal):
    """More than a letter has."""

    message = "A message goes to at most {most} addresses. Leave some out."


class MailHeaderError(Refusal):
    """A line break or control character where one line is meant: somebody tries to add a header."""

    message = "The {field} has a line break or a control character in it. Enter it as one line."


class MailTextError(Refusal):
    """Nothing to read."""

    message = "A message needs a subject and a text. Enter both."


class EmptyMessageError(Refusal):
    """Nothing to read in a short message."""

    message = "A message needs a text. Enter it."


class NoFilesError(Refusal):
    """A short message with a file."""

    message = "A short message takes no files. Send them by e-mail."


class MailTooLargeError(Refusal):
    """More than mail servers take."""

    message = "The message is too large ({size} MB; at most {most} MB). Send the files another way."


class UnknownGapError(Refusal):
    """A gap that nothing fills."""

    message = "The text asks for {gap}, which is not known here. Known are: {known}."


@dataclass(frozen=True, slots=True)
class Text:
    """Subject and text of a message; in a template with gaps like {number}."""

    subject: str
    body: str


def one_line(text: str, field: str) -> str:
    """Text for a header; raises MailHeaderError instead of mending it: nobody types a line break there."""
    if _CONTROL.search(text):
        raise MailHeaderError(field=field)
    return clean(text)


def clean_body(text: str) -> str:
    """Lines of text, each without control characters, no more than two empty ones in a row."""
    lines = [_line(x) for x in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines)).strip("\n")


def _line(text: str) -> str:
    """Indentation stays."""
    found = text.rstrip()
    return found[: len(found) - len(found.lstrip(" "))] + clean(found)


def parse_addresses(text: str, *, field: str = "address") -> tuple[str, ...]:
    """The addresses of a line, each once, in ASCII ("müller.de" as "xn--mller-kva.de").

    Raises:
        MailHeaderError, MailAddressError, NoMailAddressError, TooManyRecipientsError: see their sentences.
    """
    line = one_line(text, field)
    found = tuple(dict.fromkeys(_one(part.strip()) for part in _BETWEEN.split(line) if part.strip()))
    if not found:
        raise NoMailAddressError
    if len(found) > MOST_RECIPIENTS:
        raise TooManyRecipientsError(most=MOST_RECIPIENTS)
    return found


def _one(address: str) -> str:
    if _ADDRESS.fullmatch(address) is None:
        raise MailAddressError(address=address[:80])
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise MailAddressError(address=address[:80]) from error


def gaps_of(text: Text) -> list[str]:
    """The names of the gaps, in order."""
    return list(dict.fromkeys(_GAP.findall(f"{text.subject}\n{text.body}")))


def check_gaps(text: Text, known: Iterable[str]) -> None:
    """Raise UnknownGapError for a gap that nothing fills."""
    names = list(known)
    for gap in gaps_of(text):
        if gap not in names:
            listed = ", ".join(f"{{{name}}}" for name in names)
            raise UnknownGapError(gap=f"{{{gap}}}", known=listed)


def fill(text: Text, values: Mapping[str, str]) -> Text:
    """The template with its gaps filled; a line all of whose gaps are empty is left out."""
    lines: list[str] = []
    for line in text.body.split("\n"):
        gaps = _GAP.findall(line)
        if not gaps or any(values.get(gap) for gap in gaps):
            lines.append(_filled(line, values))
    return Text(clean(_filled(text.subject, values)), clean_body("\n".join(lines)))


def _filled(line: str, values: Mapping[str, str]) -> str:
    return _GAP.sub(lambda found: values.get(found[1], ""), line)


@dataclass(frozen=True, slots=True)
class Next:
    """What becomes of a message whose try failed."""

    status: MailStatus
    wait: timedelta = timedelta(0)


def after_failure(fault: MailFault, *, maybe_sent: bool, attempts: int) -> Next:
    """Later again, a person's word, or never.

    Args:
        fault: why it was not taken.
        maybe_sent: the answer was lost after all of it had left; it is not sent again by itself.
        attempts: tries so far, this one included.
    """
    if maybe_sent or fault in SETTING_FAULTS:
        return Next(MailStatus.NEEDS_ATTENTION)
    if fault in _FINAL_FAULTS or attempts >= MOST_ATTEMPTS:
        return Next(MailStatus.FAILED)
    return Next(MailStatus.WAITING, timedelta(minutes=_WAITS[min(attempts, len(_WAITS)) - 1]))
