"""One program per data folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.single_instance import EXIT_RUNNING, Instance, claim

ROOT = Path(__file__).resolve().parents[3]
OTHER = (
    "import sys; from pathlib import Path; from ui.shell.single_instance import claim, EXIT_RUNNING\n"
    "sys.exit(0 if claim(Path(sys.argv[1])) else EXIT_RUNNING)"
)
DYING = (
    "import os, sys; from pathlib import Path; from ui.shell.single_instance import claim\n"
    "claim(Path(sys.argv[1])); os.kill(os.getpid(), 9)"
)


@pytest.fixture
def instance(qapp: object, tmp_path: Path) -> Iterator[Instance]:
    made = claim(tmp_path)
    assert made is not None
    yield made
    made.release()


def start_another(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", OTHER, str(folder)], cwd=ROOT)


def test_a_second_process_is_told_and_the_first_window_comes_forward(
    instance: Instance, qtbot: QtBot, tmp_path: Path
) -> None:
    assert instance.listen()
    with qtbot.waitSignal(instance.raise_requested, timeout=20_000):
        other = start_another(tmp_path)
    assert other.wait(20) == EXIT_RUNNING


def test_another_folder_is_another_program(instance: Instance, tmp_path: Path) -> None:
    assert start_another(tmp_path / "other").wait(20) == 0


def test_after_the_end_the_folder_is_free(instance: Instance, tmp_path: Path) -> None:
    instance.release()
    assert start_another(tmp_path).wait(20) == 0


def test_the_lock_of_a_killed_process_does_not_keep_the_shop_shut(qapp: object, tmp_path: Path) -> None:
    dying = subprocess.Popen([sys.executable, "-c", DYING, str(tmp_path)], cwd=ROOT)
    dying.wait(20)
    found = claim(tmp_path)
    assert found is not None
    found.release()


def test_the_same_process_gets_the_same_right_again(instance: Instance, tmp_path: Path) -> None:
    assert claim(tmp_path) is instance
