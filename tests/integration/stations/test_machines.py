"""One till is one machine: copies and restored images are found, replaced machines go on without a gap."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.kernel.ids import DEALT_LANES, IdMaker
from app.kernel.permission import SYSTEM_ACTOR
from app.numbering.lanes import deal_program_lane
from app.reporting.verify.run import verify_database
from app.stations.outbox import get_self
from app.stations.refusals import RetiredTillError, StationThereError, StationUnsentError, TwinTillError
from app.stations.registry import list_stations, register_station, replace_station, seal, unseal
from app.stations.states import SelfStatus
from app.till.tables import sale
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.stations.conftest import PEPPER, TillMachine, make_till, open_machine, set_up
from tests.integration.till.helpers import close, rows

pytestmark = pytest.mark.postgres


def copy_of(till: TillMachine, path: Path) -> Path:
    """The machine's disk, copied while its program stands still."""
    till.runtime.factory.dispose()
    shutil.copyfile(till.path, path)
    return path


def test_a_copy_of_a_till_is_found_when_it_comes_and_sells_no_more(
    till: TillMachine, server_shop: Shop, clock: SteadyClock, tmp_path: Path
) -> None:
    shift = till.shop.open_shift()
    till.drainer.round()
    copy = open_machine(copy_of(till, tmp_path / "copy.db"), server_shop, clock)
    till = open_machine(till.path, server_shop, clock)  # started again: another token is agreed on
    till.shop.sell(till.shop.cart("MILK"), shift)
    assert till.drainer.round().unsent == 0
    copy.shop.sell(copy.shop.cart("WINE"), shift)  # off line it cannot know yet

    link = copy.drainer.round()

    assert (link.status, link.unsent) == (SelfStatus.TWIN, 1)
    with pytest.raises(TwinTillError):
        copy.shop.sell(copy.shop.cart("WINE"), shift)
    assert [r.number for r in rows(server_shop, sale)] == ["T01-000001"]
    (station,) = server_shop.runtime.ask(list_stations)
    assert "copy" in (station.alarm or "")
    till.shop.sell(till.shop.cart("MILK"), shift)  # the other one goes on
    assert till.drainer.round().unsent == 0
    copy.runtime.factory.dispose()
    till.runtime.factory.dispose()


def test_two_that_send_as_one_till_are_found_by_the_number_used_twice(
    till: TillMachine, server_shop: Shop, clock: SteadyClock, tmp_path: Path
) -> None:
    shift = till.shop.open_shift()
    till.drainer.round()
    copy = open_machine(copy_of(till, tmp_path / "copy.db"), server_shop, clock)
    copy.drainer._greeted = till.drainer._greeted = True  # both greeted before either was copied
    till.shop.sell(till.shop.cart("MILK"), shift)
    copy.shop.sell(copy.shop.cart("WINE"), shift)
    assert till.drainer.round().unsent == 0
    assert copy.drainer.round().status is SelfStatus.TWIN
    assert len(rows(server_shop, sale)) == 1
    copy.runtime.factory.dispose()


def test_a_till_restored_from_a_backup_is_found_before_it_gives_a_number_again(
    till: TillMachine, server_shop: Shop, clock: SteadyClock, tmp_path: Path
) -> None:
    shift = till.shop.open_shift()
    till.drainer.round()
    backup = copy_of(till, tmp_path / "backup.db")
    till = open_machine(till.path, server_shop, clock)
    till.shop.sell(till.shop.cart("MILK"), shift)
    till.drainer.round()
    till.runtime.factory.dispose()
    restored = open_machine(backup, server_shop, clock)
    assert restored.drainer.round().status is SelfStatus.TWIN
    with pytest.raises(TwinTillError):
        restored.shop.sell(restored.shop.cart("MILK"), shift)
    restored.runtime.factory.dispose()


def test_another_machine_takes_a_tills_place_and_its_numbers_go_on(
    till: TillMachine, server_shop: Shop, clock: SteadyClock, tmp_path: Path, sqlite_template: Path
) -> None:
    shift = till.shop.open_shift()
    till.shop.sell(till.shop.cart("MILK"), shift)
    till.drainer.round()
    close(till.shop, shift, next_float=5000)
    till.drainer.round()
    invitation = server_shop.runtime.run(replace_station, actor=SYSTEM_ACTOR, till_code="T01", pepper=PEPPER)
    new = set_up(tmp_path / "new.db", sqlite_template, server_shop, clock, invitation)
    shift = new.shop.open_shift()
    new.shop.sell(new.shop.cart("WINE"), shift)
    new.drainer.round()
    close(new.shop, shift)
    assert new.drainer.round().unsent == 0

    assert sorted(r.number for r in rows(server_shop, sale)) == ["T01-000001", "T01-000002"]
    assert [r.name for r in server_shop.runtime.ask(verify_database) if not r.holds] == []
    till.drainer._greeted = False
    assert till.drainer.round().status is SelfStatus.RETIRED
    with pytest.raises(RetiredTillError):
        till.shop.open_shift()
    new.runtime.factory.dispose()


def test_a_machine_that_holds_unsent_documents_is_not_replaced_without_a_word(
    till: TillMachine, server_shop: Shop
) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    till.shop.sell(till.shop.cart("MILK"), shift)
    till.line.is_cut = False
    till.drainer._greet()  # it told how much it has, and then its network went for good
    with pytest.raises(StationThereError):
        server_shop.runtime.run(register_station, actor=SYSTEM_ACTOR, till_code="T01", pepper=PEPPER)
    with pytest.raises(StationUnsentError, match="2 documents"):
        server_shop.runtime.run(replace_station, actor=SYSTEM_ACTOR, till_code="T01", pepper=PEPPER)


def test_what_is_sealed_opens_with_its_code_alone() -> None:
    sealed = seal(PEPPER, "ABCDE-FGHJK")
    assert unseal(sealed, "ABCDE-FGHJK") == PEPPER
    assert unseal(sealed, "ABCDE-FGHJL") is None
    assert PEPPER.hex() not in sealed


def test_each_machine_that_joins_makes_its_ids_in_a_lane_that_no_other_has(
    till: TillMachine, sqlite_template: Path, server_shop: Shop, clock: SteadyClock, tmp_path: Path
) -> None:
    """Two tills with one lane gave two sales of one millisecond the same id; the second stayed unsent."""
    other = make_till(tmp_path / "t02.db", sqlite_template, server_shop, clock, code="T02")
    invitation = server_shop.runtime.run(replace_station, actor=SYSTEM_ACTOR, till_code="T02", pepper=PEPPER)
    new = set_up(tmp_path / "new.db", sqlite_template, server_shop, clock, invitation)
    lanes = [machine.runtime.ask(get_self).lane for machine in (till, other, new)]
    assert lanes == [0, 1, 2]
    moment = [IdMaker(lane).take(100) for lane in lanes]  # as in the same millisecond
    assert len({row_id for ids in moment for row_id in ids}) == 300
    programs = [server_shop.runtime.run(deal_program_lane, actor=SYSTEM_ACTOR) for _ in range(2)]
    assert not {*programs} & {*lanes}
    assert all(0 <= lane < DEALT_LANES for lane in (*lanes, *programs))
    assert [r.name for r in server_shop.runtime.ask(verify_database) if not r.holds] == []
    other.runtime.factory.dispose()
    new.runtime.factory.dispose()
