"""Two people press for the next piece of work: each gets another, and sees who has the first."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt

from app.collections.operations.queue import next_call
from app.fulfilment.operations.picking import PickList, create_pick_list
from app.queues.operations import take_work
from app.queues.queries import list_claims
from app.queues.states import WorkKind
from tests.conftest import SteadyClock
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.collections.collections_section import CollectionsSection
from ui.collections.party_panel import PartyPanel
from ui.fulfilment.pack_panel import PackPanel
from ui.fulfilment.pick_panel import PickPanel
from ui.fulfilment.warehouse_section import PICKING, TO_PACK, WarehouseSection


def warehouse(office: OfficeDriver, work: str) -> WarehouseSection:
    """The page, on one of its chips."""
    section = office.go("warehouse")
    assert isinstance(section, WarehouseSection)
    section.choose(work)
    office.settle()
    return section


def walk_of(trade: Wholesale) -> int:
    """A new pick list."""
    order = trade.order(("WINE", 1))
    made: PickList = trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order.order_id])
    return made.pick_list_id


def test_a_key_gives_each_clerk_another_walk_and_shows_who_has_the_others(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    first, second = walk_of(trade), walk_of(trade)
    clerk = make_office("clerk", local={"sound": "off"})
    clerk_page = warehouse(clerk, PICKING)
    clerk.key(Qt.Key.Key_F8)
    walk = clerk.panel(PickPanel).walk
    assert walk is not None
    assert walk.row.id == first

    manager = make_office("manager", local={"sound": "off"})
    section = warehouse(manager, PICKING)
    assert [section.table.row(i).cells[4] for i in range(2)] == ["clerk since 10:00\u202fAM", ""]
    manager.tap(section.next_button)
    walk = manager.panel(PickPanel).walk
    assert walk is not None
    assert walk.row.id == second
    manager.key(Qt.Key.Key_Escape)
    manager.key(Qt.Key.Key_F8)
    assert manager.panel(PickPanel).walk is not None
    manager.key(Qt.Key.Key_Escape)
    clerk_page.close_panel()
    clerk.settle()
    assert trade.ask(list_claims, kind=WorkKind.PICK, at=clerk.clock()) == {}


def test_what_somebody_else_has_is_told_when_it_is_opened_by_hand_and_stays_his(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    walk_id = walk_of(trade)
    trade.run(take_work, by="clerk", kind=WorkKind.PICK, item_id=walk_id)
    manager = make_office("manager", local={"sound": "off"})
    said: list[tuple[str, str]] = []
    manager.page.desk.said.connect(lambda text, kind: said.append((text, kind)))
    warehouse(manager, PICKING)
    manager.key(Qt.Key.Key_Return)
    assert manager.panel(PickPanel).walk is not None
    assert [(text.split(" (")[0], kind) for text, kind in said] == [("clerk", "warn")]
    manager.key(Qt.Key.Key_Escape)
    assert list(trade.ask(list_claims, kind=WorkKind.PICK, at=manager.clock())) == [walk_id]


def test_the_next_order_to_pack_opens_by_a_key_and_nothing_more_is_said_in_a_sentence(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    order = trade.order(("WINE", 1))
    trade.pick_all(order.order_id)
    clerk = make_office("clerk", local={"sound": "off"})
    section = warehouse(clerk, TO_PACK)
    clerk.key(Qt.Key.Key_F8)
    panel = clerk.panel(PackPanel)
    assert panel.order is not None
    assert panel.order.row.id == order.order_id
    clerk.key(Qt.Key.Key_Escape)
    assert section.hold.work is None
    trade.run(take_work, by="manager", kind=WorkKind.PACK, item_id=order.order_id)
    clerk.key(Qt.Key.Key_F8)
    assert section.panel() is None


def test_the_next_customer_is_called_by_one(
    trade: Wholesale, make_office: MakeOffice, clock: SteadyClock
) -> None:
    for customer, bottles in (("Unlimited Ltd", 2), ("Limited Ltd", 1)):
        trade.bill(trade.ship_all(trade.order(("WINE", bottles), customer=customer).order_id))
    clock.advance(days=60)
    trade.run(next_call)
    office = make_office(local={"sound": "off"})
    section = office.go("collections")
    assert isinstance(section, CollectionsSection)
    office.settle()
    told = [section.today.table.row(i).cells[-1] for i in range(2)]
    assert (told[0].split(" since ")[0], told[1]) == ("system", "")
    office.key(Qt.Key.Key_F8)
    assert office.panel(PartyPanel).party_id == trade.shop.parties["Limited Ltd"]
    assert len(trade.ask(list_claims, kind=WorkKind.CALL, at=clock())) == 2
    office.key(Qt.Key.Key_Escape)
    assert len(trade.ask(list_claims, kind=WorkKind.CALL, at=clock())) == 1
