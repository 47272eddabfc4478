"""The network between the stations and the server: a link each, that can be cut, slow, stuck or gone."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

_PIECE: Final = 65536


@dataclass
class _Link:
    """One station's way to the server."""

    delay: float = 0.0  # seconds that each piece is on its way
    stuck_until: float = 0.0  # of the loop's clock: nothing arrives before
    gone_until: float = 0.0  # nobody gets through before
    open: set[asyncio.StreamWriter] = field(default_factory=set)

    def cut(self) -> None:
        """Every connection ends now; what is on its way is lost."""
        for writer in list(self.open):
            writer.transport.abort()


class _Network:
    """All links, in a process of its own; it is told what to do by lines on a pipe."""

    def __init__(self, listeners: list[socket.socket], socket_path: str) -> None:
        self._listeners = listeners
        self._target = socket_path
        self._links = [_Link() for _ in listeners]

    async def run(self, orders: int) -> None:
        """Until the pipe ends."""
        for number, listener in enumerate(self._listeners):
            await asyncio.start_server(self._door(number), sock=listener)
        reader = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(reader)
        pipe = os.fdopen(orders, "rb")
        await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, pipe)
        while line := await reader.readline():
            self._do(line.decode().split())

    def _do(self, words: list[str]) -> None:
        match words:
            case ["target", path]:
                self._target = path
                for link in self._links:
                    link.cut()
            case ["heal"]:
                for link in self._links:
                    link.delay = link.stuck_until = link.gone_until = 0.0
            case [word, number, *values]:
                self._happen(self._links[int(number)], word, *map(float, values))
            case _:
                raise ValueError(words)

    def _happen(self, link: _Link, word: str, seconds: float = 0.0) -> None:
        until = asyncio.get_running_loop().time() + seconds
        if word == "delay":
            link.delay = seconds
        elif word == "stick":
            link.stuck_until = until
        else:  # cut, for no time or for some
            link.gone_until = until
            link.cut()

    def _door(self, number: int) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
        link = self._links[number]

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            if asyncio.get_running_loop().time() < link.gone_until:
                writer.transport.abort()
                return
            try:
                there, back = await asyncio.open_unix_connection(self._target)
            except OSError:
                writer.transport.abort()
                return
            link.open |= {writer, back}
            await asyncio.gather(self._carry(link, reader, back), self._carry(link, there, writer))
            link.open -= {writer, back}

        return connected

    async def _carry(self, link: _Link, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        clock = asyncio.get_running_loop().time
        try:
            while piece := await source.read(_PIECE):
                if link.delay:
                    await asyncio.sleep(link.delay)
                while (wait := link.stuck_until - clock()) > 0:  # noqa: ASYNC110 - it may be healed meanwhile
                    await asyncio.sleep(min(wait, 0.1))
                target.write(piece)
                await target.drain()
        except (OSError, asyncio.CancelledError):
            pass
        with contextlib.suppress(OSError, RuntimeError):
            target.close()


class Proxy:
    """The network as the nemesis sees it.

    Args:
        count: how many links.
        socket_path: of the server that they lead to.
    """

    def __init__(self, count: int, socket_path: str) -> None:
        listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
        self.ports = [int(s.getsockname()[1]) for s in listeners]
        read, self._orders = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._orders)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                asyncio.run(_Network(listeners, socket_path).run(read))
            finally:
                os._exit(0)
        os.close(read)
        for listener in listeners:
            listener.close()

    def order(self, *words: object) -> None:
        """Tell it what happens to the network."""
        os.write(self._orders, (" ".join(map(str, words)) + "\n").encode())

    def close(self) -> None:
        """The network is gone for good."""
        os.close(self._orders)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
