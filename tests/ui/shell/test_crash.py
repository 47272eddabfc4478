"""A crash leaves a file that says where and no word of whom, and the program ends with 70."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from pytestqt.qtbot import QtBot

from ui.shell.crash import CrashReporter, scrub

MOMENT = datetime(2026, 3, 2, 9, 30, 15, tzinfo=UTC)


@pytest.fixture
def reporter(qapp: object, tmp_path: Path) -> Iterator[CrashReporter]:
    made = CrashReporter(tmp_path / "logs", version="0.1", clock=lambda: MOMENT)
    yield made
    made.uninstall()


def fall(words: str) -> None:
    raise ZeroDivisionError(words)


def broken(words: str) -> ZeroDivisionError:
    with pytest.raises(ZeroDivisionError) as caught:
        fall(words)
    return caught.value


def test_the_file_is_named_by_the_moment_and_says_where(reporter: CrashReporter) -> None:
    path = reporter.report(broken("no reason"))
    assert path is not None
    assert path.name == "crash-20260302-093015.txt"
    text = path.read_text()
    assert "ZeroDivisionError: no reason" in text
    assert "test_crash.py" in text
    assert "Python 3" in text


def test_two_crashes_in_one_second_are_two_files(reporter: CrashReporter) -> None:
    first, second = reporter.report(broken("a")), reporter.report(broken("b"))
    assert first != second
    assert first is not None
    assert "ZeroDivisionError: a" in first.read_text()


@pytest.mark.parametrize(
    "words",
    ["PIN 2580 of anna", "card 4111 1111 1111 1111", "mail anna@example.com", "phone 0301234567"],
)
def test_no_number_and_no_address_of_a_person_stands_in_the_file(reporter: CrashReporter, words: str) -> None:
    path = reporter.report(broken(words))
    assert path is not None
    text = path.read_text().split("ZeroDivisionError:")[1]
    assert not any(secret in text for secret in ("2580", "1111", "anna@", "0301234567"))


def test_scrubbing_leaves_ordinary_words_and_short_numbers() -> None:
    assert scrub("line 12 of 140") == "line 12 of 140"


def test_old_files_are_thrown_away(reporter: CrashReporter, tmp_path: Path) -> None:
    for _ in range(35):
        reporter.report(broken("again"))
    assert len(list((tmp_path / "logs").glob("crash-*.txt"))) == 30


def test_a_folder_that_cannot_be_written_is_no_second_crash(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert CrashReporter(tmp_path / "logs", clock=lambda: MOMENT).report(broken("x")) is None


def test_an_exception_in_a_slot_is_reported_once_and_ends_the_program(
    reporter: CrashReporter, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    reporter.crashed.connect(told.append)
    with qtbot.captureExceptions():
        reporter.install()

        QTimer.singleShot(0, lambda: fall("in a slot"))
        QTimer.singleShot(0, lambda: fall("in a slot"))
        qtbot.waitUntil(lambda: len(list((tmp_path / "logs").glob("crash-*.txt"))) == 2)
        reporter.uninstall()
    assert len(told) == 1
    assert Path(told[0]).exists()


def test_an_exception_on_a_thread_is_reported_too(
    reporter: CrashReporter, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    reporter.crashed.connect(told.append)
    reporter.install()

    thread = threading.Thread(target=fall, args=("on a thread",), name="a lane")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 1)
    reporter.uninstall()
    assert "thread a lane" in Path(told[0]).read_text()


@pytest.mark.no_qt_log
def test_what_qt_says_goes_into_the_log_without_numbers(
    reporter: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    reporter.install()
    with caplog.at_level(logging.WARNING, logger="qt"):
        qWarning("card 4111111111111111 refused")
    reporter.uninstall()
    assert "card #### refused" in caplog.text
