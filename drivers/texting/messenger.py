"""Hands short messages to whatever way was chosen."""

from __future__ import annotations

from app.devices.texting import Hook, HttpGateway, MatrixRoom, TextMessage, Way
from drivers.texting.calls import Caller
from drivers.texting.gateway import ask_gateway, ask_hook, ask_matrix
from drivers.texting.modem import GsmModem


class TextMessenger:
    """One message at a time, on the caller's thread."""

    def __init__(self) -> None:
        self._caller = Caller()
        self._modem = GsmModem()

    def send(self, way: Way, message: TextMessage) -> None:
        """See Messenger."""
        if isinstance(way, HttpGateway):
            ask_gateway(self._caller, way, message)
        elif isinstance(way, Hook):
            ask_hook(self._caller, way, message)
        elif isinstance(way, MatrixRoom):
            ask_matrix(self._caller, way, message)
        else:
            self._modem.send(way, message)

    def stop(self) -> None:
        """See Messenger."""
        self._caller.stop()
        self._modem.stop()
