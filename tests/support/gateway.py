"""A gateway and a chat of our own on loopback: an HTTP(S) server that keeps what it is told."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


@dataclass
class GatewayBook:
    """What was asked; what is answered can be changed. A status of 0 hangs up without an answer."""

    asked: list[Asked] = field(default_factory=list)
    status: int = 200
    answer: str = '{"status": "queued", "event_id": "$1"}'


@contextmanager
def gateway_server(book: GatewayBook, context: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server on loopback; gives its port."""

    class Handler(BaseHTTPRequestHandler):
        def _take(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(size).decode()
            book.asked.append(Asked(self.command, self.path, dict(self.headers.items()), body))
            if book.status == 0:
                self.close_connection = True
                return
            self.send_response(book.status)
            self.send_header("Content-Length", str(len(book.answer.encode())))
            self.end_headers()
            self.wfile.write(book.answer.encode())

        do_GET = do_POST = do_PUT = _take  # noqa: N815 - the library's names

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
