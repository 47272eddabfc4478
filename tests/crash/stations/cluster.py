"""Two PostgreSQL servers, one the other's standby: crashed, promoted and built anew."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.support import postgres

STANDBY = "standby"  # the name that it streams under


@dataclass
class Cluster:
    """Where the servers are; `main` is the one that is written to.

    Attributes:
        folders: of the two, each with its data, log and socket.
        main: 0 or 1.
        is_synchronous: whether a commit waits for the standby.
    """

    folders: tuple[Path, Path]
    durable: bool = False
    main: int = 0
    is_synchronous: bool = False
    failovers: int = field(default=0, init=False)

    @property
    def folder(self) -> Path:
        """Of the one that is written to."""
        return self.folders[self.main]

    @property
    def socket(self) -> str:
        """Where the main server listens."""
        return str(self.folder / ".s.PGSQL.5432")

    @property
    def other(self) -> Path:
        """Of the one that is not."""
        return self.folders[1 - self.main]

    def url(self, database: str = "postgres") -> str:
        """For libpq, past every proxy."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        """Run one statement on the main server as its owner."""
        with psycopg.connect(self.url(), autocommit=True, connect_timeout=5) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def crash(self) -> None:
        """The main server's power goes."""
        postgres.crash(str(self.folder))

    def start_again(self) -> None:
        """It comes up again and recovers by itself."""
        postgres.start_server(self.folder, durable=self.durable)

    def add_standby(self, *, synchronous: bool = True) -> None:
        """Build the other server from the main one; each commit waits for it from then on."""
        other = self.other
        if (other / "data" / "postmaster.pid").exists():
            postgres.crash(str(other))
        postgres.remove_data(other)
        postgres.run_tool(
            "pg_basebackup", "-h", str(self.folder), "-U", "postgres", "-D", str(other / "data"), "-R", "-X",
            "stream", "-c", "fast", "--no-sync", "-d", f"application_name={STANDBY}",
        )  # fmt: skip
        postgres.start_server(other, durable=self.durable)
        self.wait_for_standby()
        if synchronous:
            self._synchronous(STANDBY)
            self.is_synchronous = True

    def lose_standby(self) -> None:
        """It stops; commits wait until it is back."""
        postgres.crash(str(self.other))

    def return_standby(self) -> None:
        """It streams again from where it was."""
        postgres.start_server(self.other, durable=self.durable)
        self.wait_for_standby()

    def start_standby_alone(self) -> None:
        """It is up again, and its server is not."""
        postgres.start_server(self.other, durable=self.durable)

    def fail_over(self) -> None:
        """The main server is gone for good; the standby takes its place, alone."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self.crash()
        postgres.run_tool("pg_ctl", "-D", str(self.other / "data"), "-w", "promote")
        self.main = 1 - self.main
        self.failovers += 1
        self._synchronous("")  # nobody to wait for, until there is a standby again
        self.is_synchronous = False

    def wait_for_standby(self, *, state: str = "streaming") -> None:
        """Until the standby streams, half a minute at most; raises TimeoutError."""
        for _ in range(300):
            if (state,) in self.ask("SELECT state FROM pg_stat_replication"):
                return
            time.sleep(0.1)
        raise TimeoutError

    def _synchronous(self, name: str) -> None:
        self.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
        self.ask("SELECT pg_reload_conf()")


@contextmanager
def cluster(parent: Path | None = None, *, durable: bool = False) -> Iterator[Cluster]:
    """A main server, its standby not yet built; both are gone afterwards."""
    roots = [
        Path(tempfile.mkdtemp(prefix="takings-pg-", dir=parent or postgres.memory_folder())) for _ in "ab"
    ]
    pair = Cluster((roots[0], roots[1]), durable=durable)
    try:
        for root in roots:
            postgres.give_to_owner(root)
        postgres.run_tool(
            "initdb", "-D", str(pair.folder / "data"), "-U", "postgres", "-A", "trust", "--no-sync", "-E",
            "UTF8", "--locale=C.UTF-8",
        )  # fmt: skip
        postgres.start_server(pair.folder, durable=durable)
        # a standby whose server was away looks for it again soon; the other takes this over
        pair.ask("ALTER SYSTEM SET wal_retrieve_retry_interval = '200ms'")
        yield pair
    finally:
        for root in roots:
            if (root / "data" / "postmaster.pid").exists():
                postgres.crash(str(root))
            shutil.rmtree(root, ignore_errors=True)
