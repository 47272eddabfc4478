"""Printers that we did not write the driver for: emupos, and our own byte reader behind sockets and pty."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
import socket
import subprocess
import threading
import time
import tty
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

from tests.drivers.byte_reader import ByteReader

ROOT = Path(__file__).resolve().parents[2]


def wait_until(what: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait for something that another thread or process does."""
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.01)


# --- emupos ---


def find_emupos(lock_folder: Path) -> tuple[str | None, str]:
    """A Python that can import emupos, or None and why."""
    with (lock_folder / "setup-emupos.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(
            [str(ROOT / "tools" / "setup-emupos")], capture_output=True, text=True, timeout=600, check=False
        )
    return (done.stdout.strip(), "") if done.returncode == 0 else (None, done.stderr.strip())


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


class Emupos:
    """One running emupos with a printer on TCP and a pty, and a scanner on a pty."""

    def __init__(self, python: str, folder: Path) -> None:
        self.folder, self.port, self.api = folder, _free_port(), _free_port()
        (folder / "t").mkdir(parents=True)
        (folder / "emupos.yaml").write_text(
            "schema: 1\n"
            f"api: {{host: 127.0.0.1, port: {self.api}}}\n"
            "devices:\n"
            "  - {id: front, type: printer, profile: epson-tm-t20iii, receipts_dir: ./receipts,"
            f" connections: [{{tcp: {{port: {self.port}}}}}, {{serial: {{pty: true}}}}]}}\n"
            "  - {id: lane, type: scanner, mode: serial, connections: [{serial: {pty: true}}]}\n"
            "  - {id: toledo8217, type: scale, profile: toledo8217-15kg,"
            " connections: [{serial: {pty: true}}]}\n"
            "  - {id: sma, type: scale, profile: sma-15kg, connections: [{serial: {pty: true}}]}\n"
        )
        self._log = (folder / "log").open("w")
        self._process = subprocess.Popen(
            [python, "-c", "from emupos.cli.app import main; main()", "run"],
            cwd=folder, env={**os.environ, "TMPDIR": str(folder / "t"), "PYTHONUNBUFFERED": "1"},
            stdout=self._log, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def wait_ready(self) -> None:
        """It takes some seconds to start."""

        def answers() -> bool:
            assert self._process.poll() is None, (self.folder / "log").read_text()
            with contextlib.suppress(OSError):
                self.call("GET", "/devices")
                return self.scanner_path.exists() and self.serial_path.exists()
            return False

        wait_until(answers, 60)

    @property
    def serial_path(self) -> Path:
        return self.folder / "t" / "emupos" / "front"

    @property
    def scanner_path(self) -> Path:
        return self.folder / "t" / "emupos" / "lane"

    def scale_path(self, name: str) -> Path:
        return self.folder / "t" / "emupos" / name

    def put_on_scale(self, name: str, grams: int, *, stable: bool) -> None:
        """What lies on it, and whether it is at rest (else for half a second not)."""
        self.call("PUT", f"/devices/{name}/weight", {"grams": grams, "stable": stable})

    def call(self, method: str, path: str, body: object = None) -> Any:
        """The control API."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.api}/api/v1{path}", method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"content-type": "application/json"},
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            data = answer.read()
        return json.loads(data) if data and data[:1] in b"{[" else data

    @contextlib.contextmanager
    def fault(self, name: str) -> Iterator[None]:
        """paper-out, paper-near-end, cover-open, offline."""
        self.call("PUT", f"/devices/front/faults/{name}")
        try:
            yield
        finally:
            self.call("DELETE", f"/devices/front/faults/{name}")

    def receipt_ids(self) -> list[str]:
        """In the order of printing."""
        folder = self.folder / "receipts"
        whole = [p.stem for p in folder.glob("*.json") if p.with_suffix(".txt").exists()]
        return sorted(stem for stem in whole if (folder / f"{stem}.png").exists())

    def text_of(self, receipt: str) -> str:
        return (self.folder / "receipts" / f"{receipt}.txt").read_text(encoding="utf-8")

    def picture_of(self, receipt: str) -> Path:
        return self.folder / "receipts" / f"{receipt}.png"

    def boundary_of(self, receipt: str) -> str:
        data = json.loads((self.folder / "receipts" / f"{receipt}.json").read_text())
        return str(data["boundary"])

    def complaints(self) -> list[str]:
        """Every event that says emupos did not understand us."""
        log = (self.folder / "log").read_text(encoding="utf-8")
        return re.findall(r".*(?:command\.unknown|codepage\.unsupported).*", log)

    def kicks(self) -> int:
        return (self.folder / "log").read_text(encoding="utf-8").count("drawer.opened")

    def stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)
        self._log.close()


# --- our own ---


class OwnPrinter:
    """Carries ESC/POS out with our reader and answers as a printer does; faults as emupos has them."""

    def __init__(self) -> None:
        self.reader = ByteReader()
        self.received = bytearray()
        self.fault: str | None = None
        self.knows_proof = True
        self.drawer_open = False

    def answer(self, data: bytes) -> bytes:
        """What it says to these bytes."""
        self.received += data
        said = b""
        for piece in self.reader.feed(data):
            if piece.name == "ask":
                said += bytes([self._status(piece.data[0])])
            elif piece.name == "proof" and self.knows_proof and self.fault in {None, "paper-near-end"}:
                said += b"\x03" if self.fault else b"\x00"
            elif piece.name == "kick":
                self.drawer_open = True
        return said

    def _status(self, what: int) -> int:
        bits = {
            "paper-out": {1: 0x08, 2: 0x20, 4: 0x6C},
            "cover-open": {1: 0x08, 2: 0x04},
            "offline": {1: 0x08},
            "paper-near-end": {4: 0x0C},
        }.get(self.fault or "", {})
        drawer = 0x04 if what == 1 and self.drawer_open else 0
        return 0x12 | bits.get(what, 0) | drawer


class OwnTcpPrinter(OwnPrinter):
    """On a TCP port."""

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]
        self._stop = threading.Event()
        self.connections = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._stop.set()
        self._thread.join(2)
        self._listener.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _address = self._listener.accept()
                self.connections += 1
                with connection:
                    connection.settimeout(0.05)
                    self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        while not self._stop.is_set():
            try:
                data = connection.recv(4096)
                if not data:
                    return
                connection.sendall(self.answer(data))
            except TimeoutError:
                continue
            except OSError:
                return


class OwnPtyPrinter(OwnPrinter):
    """On a pseudo-terminal; `path` is opened by the driver, unplug() pulls the cable."""

    def __enter__(self) -> Self:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)
        self.is_deaf = False
        self._stop = threading.Event()
        os.set_blocking(self._master, False)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.unplug()

    def unplug(self) -> None:
        """The port is gone."""
        self._stop.set()
        self._thread.join(2)
        for fd in (self._master, self._slave):
            with contextlib.suppress(OSError):
                os.close(fd)

    def say(self, data: bytes) -> None:
        """As a scanner does."""
        os.write(self._master, data)

    def _serve(self) -> None:
        while not self._stop.is_set():
            data = b""
            if not self.is_deaf:
                with contextlib.suppress(OSError):
                    data = os.read(self._master, 4096)
            if data:
                with contextlib.suppress(OSError):
                    os.write(self._master, self.answer(data))
            else:
                time.sleep(0.005)
