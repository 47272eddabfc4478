"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class MessageKind(StrEnum):
    """What a message of a till tells."""

    SALE = "sale"
    SHIFT_OPENED = "shift_opened"
    SHIFT_COUNTED = "shift_counted"
    SHIFT_RESUMED = "shift_resumed"
    SHIFT_CLOSED = "shift_closed"
    CASH_MOVED = "cash_moved"
    DRAWER_OPENED = "drawer_opened"
    LINE_VOIDED = "line_voided"
    SALE_VOIDED = "sale_voided"
    SALE_PARKED = "sale_parked"


class InboxStatus(StrEnum):
    """What became of a message at the server."""

    TAKEN = "taken"
    QUARANTINED = "quarantined"  # refused again and again: a person decides, the queue goes on


class SelfStatus(StrEnum):
    """Whether this till may sell."""

    ACTIVE = "active"
    TWIN = "twin"  # another machine sends as this till: one of the two is a copy
    RETIRED = "retired"  # the server took it out of use, or gave its place to another machine


class Answer(StrEnum):
    """What the server says to a message."""

    CREATED = "created"  # taken now, once
    EXISTS = "exists"  # taken before: the till's answer was lost on the way
    CONFLICT = "conflict"  # its number is taken by another document: two machines are one till
    GAP = "gap"  # an earlier one has not come yet
    STRANGER = "stranger"  # this machine's time as the till is over
