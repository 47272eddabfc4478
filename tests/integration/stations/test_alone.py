"""What a till takes without the server, up to a cap, or refuses; clocks; the close."""

from __future__ import annotations

from dataclasses import replace as changed

import pytest

from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import save_setting
from app.stations.outbox import accept_clock, allow_close, list_unsent
from app.stations.refusals import (
    ClockJumpedError,
    ClockWentBackError,
    ForeignReceiptError,
    NeedsServerError,
    OfflineAccountError,
    OfflineReturnError,
    OfflineTakingError,
    OfflineTenderError,
    UnsentDocumentsError,
)
from app.till.cart import Cart, CartCustomer
from app.till.tables import sale
from tests.conftest import SteadyClock
from tests.factories.shop import BACK, Shop
from tests.integration.stations.conftest import TillMachine
from tests.integration.till.checkout import card
from tests.integration.till.helpers import close, count, rows

pytestmark = pytest.mark.postgres


def test_gift_cards_points_and_money_for_accounts_are_refused_in_a_sentence(till: TillMachine) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift()
    with pytest.raises(OfflineTakingError):
        till.shop.sell(card(5000, "GC-1"), shift)
    with pytest.raises(OfflineTenderError, match="cannot be reached"):
        till.shop.sell(till.shop.cart("WINE"), shift, ("gift_card", 799))
    assert count(till.shop, sale) == 0


def test_on_account_only_up_to_the_cap_over_all_that_is_unsent(till: TillMachine, server_shop: Shop) -> None:
    till.line.is_cut = True
    shift = till.shop.open_shift(by="supervisor")
    party_id = next(iter(till.shop.parties.values()))

    def on_account() -> None:
        cart = changed(till.shop.cart("COFFEE"), customer=CartCustomer(party_id, "Customer"))
        till.shop.sell(cart, shift, ("account", 1290), by="supervisor")

    with pytest.raises(OfflineAccountError):
        on_account()  # nothing is given unless the shop says so
    till.line.is_cut = False
    server_shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="offline.account_limit", value=2000)
    till.drainer.round()
    till.line.is_cut = True
    on_account()
    with pytest.raises(OfflineAccountError, match="25"):
        on_account()
    till.line.is_cut = False
    assert till.drainer.round().unsent == 0
    on_account()  # the server knows of the first


def test_own_receipts_come_back_and_those_of_other_tills_do_not(till: TillMachine, server_shop: Shop) -> None:
    from app.till.returnable import get_returnable, line_back

    till.line.is_cut = True
    shift = till.shop.open_shift(by="supervisor")
    sold = till.shop.sell(till.shop.cart("WINE"), shift)
    found = till.runtime.ask(get_returnable, sale_id=sold.sale_id)
    line = line_back(found.lines[0], 1000, cashier_id=1, back=BACK)
    till.shop.sell(Cart().put(line), shift, by="supervisor")
    assert count(till.shop, sale) == 2
    assert line.back is not None
    assert line.back.receipt is not None
    foreign = changed(line, back=changed(line.back, receipt=changed(line.back.receipt, sale_id=7)))
    with pytest.raises(ForeignReceiptError):
        till.shop.sell(Cart().put(foreign), shift, by="supervisor")
    with pytest.raises(OfflineReturnError):  # without a receipt: a cashier may not, alone
        till.shop.sell(till.shop.cart("WINE").coming_back(BACK), shift)
    till.line.is_cut = False
    assert till.drainer.round().unsent == 0
    there = {(r.kind, r.number, r.gross_minor) for r in rows(server_shop, sale)}
    assert there == {(r.kind, r.number, r.gross_minor) for r in rows(till.shop, sale)}


def test_what_is_the_whole_shops_needs_the_server(till: TillMachine, server_shop: Shop) -> None:
    def add(name: str) -> None:
        till.runtime.run(
            save_setting, actor=till.shop.actor("manager"), name=name, value=1, scope="T01"
        )  # fmt: skip

    add("on.line")
    till.line.is_cut = True
    with pytest.raises(NeedsServerError):
        add("off.line")
    till.line.is_cut = False
    names = {name for (name,) in _settings(server_shop)}
    assert ("on.line" in names, "off.line" in names) == (True, False)
    assert {name for (name,) in _settings(till.shop)} == names  # it came down by itself


def _settings(shop: Shop) -> list[tuple[str]]:
    from app.organisation.tables import setting

    return [(r.name,) for r in rows(shop, setting)]


def test_a_clock_that_jumps_needs_a_manager(till: TillMachine, clock: SteadyClock) -> None:
    shift = till.shop.open_shift()
    clock.advance(minutes=10)
    till.shop.sell(till.shop.cart("MILK"), shift)
    clock.advance(minutes=-5)
    with pytest.raises(ClockWentBackError):
        till.shop.sell(till.shop.cart("MILK"), shift)
    clock.advance(days=2)
    with pytest.raises(ClockJumpedError):
        till.shop.sell(till.shop.cart("MILK"), shift)
    till.runtime.run(accept_clock, actor=till.shop.actor("supervisor"))
    till.shop.sell(till.shop.cart("MILK"), shift)


def test_the_close_waits_for_the_server_or_for_a_managers_word(till: TillMachine, server_shop: Shop) -> None:
    from app.printing.tables import print_job

    till.line.is_cut = True
    shift = till.shop.open_shift()
    till.shop.sell(till.shop.cart("MILK"), shift)
    with pytest.raises(UnsentDocumentsError, match="2 documents"):
        close(till.shop, shift)
    waiting = till.runtime.run(allow_close, actor=till.shop.actor("supervisor"))
    assert [x.label for x in waiting] == ["", "T01-000001"]
    assert any(job.kind == "unsent" for job in rows(till.shop, print_job))
    close(till.shop, shift)
    assert len(till.runtime.ask(list_unsent)) == 4
    till.line.is_cut = False
    assert till.drainer.round().unsent == 0
    assert [r.status for r in rows(server_shop, _shift())] == ["closed"]


def _shift() -> object:
    from app.till.tables import shift

    return shift


def test_what_the_server_did_not_confirm_of_the_queue_is_nobodys_uncertain_commit(
    till: TillMachine, server_shop: Shop
) -> None:
    """What is sent before a question to the server was sold before: whoever asks hears that it is away."""
    from app.kernel.refusal import CommitUnknownError
    from app.till.returnable import get_returnable

    shift = till.shop.open_shift()
    sold = till.shop.sell(till.shop.cart("MILK"), shift)

    def unsure() -> None:
        raise CommitUnknownError(detail="cut")

    till.runtime.before_server = unsure
    assert till.runtime.ask(get_returnable, sale_id=sold.sale_id).number == "T01-000001"
    with pytest.raises(NeedsServerError):
        till.runtime.run(
            save_setting, actor=till.shop.actor("manager"), name="on.line", value=1, scope="T01"
        )  # fmt: skip
    assert _settings(server_shop)
