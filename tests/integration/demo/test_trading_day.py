"""The gift shop's catalogue and one real day, through the operations of the screens."""

from __future__ import annotations

import pytest

from app.demo.trading_day import play_trading_day
from tests.conftest import DATA


@pytest.mark.realdata
def test_a_real_trading_day_comes_to_the_files_own_total(sqlite_url: str) -> None:
    day = play_trading_day(sqlite_url, DATA, "2010-12-06")
    replay = day.replay
    assert day.products == 3406
    assert day.import_errors == 0
    assert day.broken == ()
    assert day.z_total_minor == replay.taken_total_minor == replay.file_total_minor == 5_386_018
    assert (replay.sales, replay.returns) == (108, 18)
    assert replay.lines_taken + sum(len(lines) for lines in replay.left_out.values()) == 3878
    # what is left out is worth nothing and named with its reason
    assert set(replay.left_out) == {"stock written off, no sale"}
