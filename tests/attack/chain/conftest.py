"""One shop for all tests of this folder; each takes a copy of its file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.audit.queries import entries_after
from app.db.engine import create_app_engine
from app.devices.paper import QrCode
from app.documents.build import build_paper
from app.printing.queries import list_jobs
from tests.attack.chain.shop_file import make_file


@dataclass(frozen=True, slots=True)
class Posted:
    """A shop's file, and what is outside it: the copy of the journal on another drive, and a Z on paper."""

    path: Path
    copy: tuple[str, ...]  # of the journal, as the file on the other drive has it
    paper: str  # the code on the Z


@pytest.fixture(scope="session")
def posted(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Posted:
    """The file as the program left it."""
    path = tmp_path_factory.mktemp("chain") / "takings.db"
    shutil.copyfile(sqlite_template, path)
    make_file(path, more=3)
    engine = create_app_engine(f"sqlite:///{path}", readonly=True)
    with engine.connect() as connection:
        copy = [
            line
            for chain in ("T01", "office")
            for *_place, line in entries_after(connection, chain=chain, seq=0, limit=1000)
        ]
        (job,) = [j for j in list_jobs(connection, station="T01") if j.kind == "z_report"]
        paper = build_paper(connection, job=job)
    engine.dispose()
    (code,) = [block.data for block in paper.blocks if isinstance(block, QrCode)]
    return Posted(path, tuple(copy), code)


@pytest.fixture
def copied(posted: Posted, tmp_path: Path) -> Callable[[], Path]:
    """Gives a copy of the file to spoil."""

    def copy() -> Path:
        return Path(shutil.copyfile(posted.path, tmp_path / "takings.db"))

    return copy
