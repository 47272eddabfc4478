"""A wire without a device, for tests: it keeps what was sent and answers what it is told to."""

from __future__ import annotations

from collections.abc import Callable

from app.devices.ports import DeviceError, DeviceFault
from drivers.transport.base import not_open


class MemoryTransport:
    """Keeps the bytes in `written`.

    Args:
        answer: what the device says to the bytes just sent; nothing by default.
        cut_after: the connection breaks off after so many bytes.
        refuse: opening fails with this fault.
    """

    stays_open = False

    def __init__(
        self,
        *,
        answer: Callable[[bytes], bytes] = lambda _data: b"",
        cut_after: int | None = None,
        refuse: DeviceFault | None = None,
        device: str = "printer",
    ) -> None:
        self.device = device
        self.name = "memory"
        self.answer = answer
        self.cut_after = cut_after
        self.refuse = refuse
        self.written = bytearray()
        self.opened = 0
        self._answers = bytearray()
        self._is_open = False
        self._sent = 0

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self._is_open

    @property
    def sent(self) -> int:
        """Bytes that left since open()."""
        return self._sent

    def open(self) -> None:
        """Open it, unless it is told to refuse."""
        if self._is_open:
            return
        if self.refuse is not None:
            raise DeviceError(device=self.device, fault=self.refuse)
        self._is_open, self._sent = True, 0
        self._answers.clear()
        self.opened += 1

    def write(self, data: bytes) -> None:
        """Keep the bytes, up to where the wire is cut."""
        if not self._is_open:
            raise not_open(self)
        room = len(data) if self.cut_after is None else max(0, self.cut_after - self._sent)
        taken = data[:room]
        self.written += taken
        self._sent += len(taken)
        if len(taken) < len(data):
            self.close()
            raise DeviceError(device=self.device, fault=DeviceFault.LOST, nothing_sent=not taken)
        self._answers += self.answer(data)

    def read(self, limit: int, *, seconds: float) -> bytes:
        """What the device said; silence takes no time here."""
        del seconds
        if not self._is_open:
            raise not_open(self)
        data = bytes(self._answers[:limit])
        del self._answers[:limit]
        return data

    def close(self, *, hurry: bool = False) -> None:
        """Close it."""
        del hurry
        self._is_open = False
