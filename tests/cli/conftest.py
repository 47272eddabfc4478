"""A demo shop made once by the command itself, copied for each test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Done:
    """How a call ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object that it printed."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def call_takings(*arguments: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None) -> Done:
    """Run the program as a process of its own."""
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *(str(a) for a in arguments)],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, cwd=cwd or ROOT,
        env={**environment, "QT_QPA_PLATFORM": "offscreen", **(env or {})},
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo shop with two days behind it."""
    folder = tmp_path_factory.mktemp("demo") / "shop"
    done = call_takings("--data-dir", folder, "--lang", "en", "demo", "--days", "2")
    assert done.code == 0, done.err
    return folder


@pytest.fixture
def data_dir(demo_folder: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    folder = tmp_path / "shop"
    shutil.copytree(demo_folder, folder)
    return folder


@pytest.fixture
def takings(data_dir: Path) -> Callable[..., Done]:
    """The program on that folder."""

    def call(*arguments: str | Path, **more: Any) -> Done:
        return call_takings("--data-dir", data_dir, *arguments, **more)

    return call
