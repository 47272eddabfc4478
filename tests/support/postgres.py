"""A PostgreSQL server of the tests' own, or the one that TAKINGS_TEST_POSTGRES names."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

FIXED_URL = os.environ.get("TAKINGS_TEST_POSTGRES")  # postgresql://postgres@/postgres?host=/run/postgresql
MISSING = (
    "PostgreSQL is not installed: the tests run on both databases. "
    "Install it with: sudo apt-get install -y postgresql"
)


ON_DISK = "/var/tmp"  # noqa: S108 - for a fresh folder inside, on a disk, where PostgreSQL's user may look


class PostgresMissingError(Exception):
    """No server to be had: the tests fail, they are never skipped in silence."""


def _binaries() -> Path:
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    if found is None:
        raise PostgresMissingError(MISSING)
    return Path(found).resolve().parent


def _as_owner(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root: there, act as the user that the package made."""
    if os.geteuid() == 0:
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
    return command


def _run(command: list[str]) -> None:
    done = subprocess.run(
        _as_owner(command), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, cwd="/"
    )
    if done.returncode:
        raise PostgresMissingError(f"{command[0]}: {done.stdout}{done.stderr}")


def _parent() -> str | None:
    """In memory where there is room: nothing here has to survive a power cut."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a fresh folder inside


@contextmanager
def server(*, durable: bool = False, parent: str | None = None) -> Iterator[str]:
    """A running server; gives a libpq URL of its maintenance database.

    Args:
        durable: with fsync, as a shop has it.
        parent: where its folder is made; in memory when left out.
    """
    if FIXED_URL and not durable:
        yield FIXED_URL
        return
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="takings-pg-", dir=parent or _parent()))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    try:
        _make_cluster(binaries, data)
        _start(folder, durable=durable)
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            _run([str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(binaries: Path, data: Path) -> None:
    _run([
        str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync",
        "-E", "UTF8", "--locale=C.UTF-8",
    ])  # fmt: skip


@contextmanager
def kept_server(folder: Path) -> Iterator[str]:
    """A running server whose files lie in the folder and stay there; made when there are none."""
    binaries = _binaries()
    data = folder / "data"
    if not data.exists():
        folder.mkdir(parents=True)
        give_to_owner(folder)
        _make_cluster(binaries, data)
    try:
        _start(folder)
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            _run([str(binaries / "pg_ctl"), "-D", str(data), "-m", "fast", "-w", "stop"])


def _start(folder: Path, *, durable: bool = False) -> None:
    fsync = "on" if durable else "off"
    options = (
        f"-k {folder} -c listen_addresses='' -c fsync={fsync} -c full_page_writes={fsync} "
        "-c max_connections=300 -c shared_buffers=64MB"
    )
    _run([
        str(_binaries() / "pg_ctl"), "-D", str(folder / "data"), "-l", f"{folder}/log", "-o", options, "-w",
        "start",
    ])  # fmt: skip


def start_server(folder: Path, *, durable: bool = False) -> None:
    """Start the server whose data lie in the folder; it listens there alone."""
    _start(folder, durable=durable)


def run_tool(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs as the servers' owner; raises PostgresMissingError."""
    _run([str(_binaries() / name), *arguments])


def memory_folder() -> str | None:
    """Where servers of tests are made: in memory where there is room."""
    return _parent()


def give_to_owner(folder: Path) -> None:
    """Let the servers' owner write there."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")


def remove_data(folder: Path) -> None:
    """A server's data are gone; its folder is ready for others."""
    shutil.rmtree(folder / "data", ignore_errors=True)
    give_to_owner(folder)


def crash(folder: str) -> None:
    """The server's power goes: no connection is ended, nothing is written back."""
    _run([str(_binaries() / "pg_ctl"), "-D", f"{folder}/data", "-m", "immediate", "-w", "stop"])


def start_again(folder: str) -> None:
    """The server comes up again, and recovers by itself."""
    _start(Path(folder))


class Databases:
    """Gives out databases that are copies of one migrated template."""

    def __init__(self, url: str, prefix: str) -> None:
        self._url = url
        self._prefix = prefix
        self._count = 0
        self._admin = psycopg.connect(url, autocommit=True)

    def url_of(self, name: str) -> str:
        """The URL for create_app_engine."""
        host = self._url.split("?", 1)
        base = host[0].rsplit("/", 1)[0].replace("postgresql://", "postgresql+psycopg://")
        return f"{base}/{name}" + (f"?{host[1]}" if len(host) > 1 else "")

    def create(self, template: str | None = None) -> str:
        """A new database, a copy of `template`; returns its name."""
        self._count += 1
        name = f"{self._prefix}_{os.getpid()}_{self._count}"
        source = f' TEMPLATE "{template}"' if template else ""
        self._admin.execute(f'CREATE DATABASE "{name}"{source}'.encode())
        return name

    def drop(self, name: str) -> None:
        """Remove it, whoever is still connected."""
        self._admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())

    def close(self) -> None:
        """Let go of the server."""
        self._admin.close()
