"""What a line would cost and when it can be promised, before anything is saved."""

from __future__ import annotations

from typing import Any

import pytest

from app.catalog.barcodes import ScanTooLongError
from app.orders.drafts import LineDraft
from app.orders.screen_queries import Preview, find_goods, order_checks, preview_order
from tests.factories.shop import TODAY
from tests.factories.wholesale import Wholesale


def preview(trade: Wholesale, *lines: LineDraft, discount: int = 0) -> Preview:
    found: Any = trade.ask(
        preview_order, party_id=trade.shop.parties["Unlimited Ltd"], lines=lines, on=TODAY,
        discount_hundredths=discount, location_id=trade.location_id,
    )  # fmt: skip
    assert isinstance(found, Preview)
    return found


def test_a_preview_comes_to_what_is_saved_to_the_cent(trade: Wholesale) -> None:
    lines = [trade.line("COFFEE", 7, discount_hundredths=333), trade.line("WINE", 3), trade.line("MILK", 11)]
    shown = preview(trade, *lines, discount=725)
    saved = trade.draft(*lines, discount_hundredths=725)
    assert shown.gross_minor == saved.gross_minor
    assert sum(x.gross_minor for x in shown.lines) == saved.gross_minor


def test_a_quantity_break_is_named_as_the_reason(trade: Wholesale) -> None:
    few, many = preview(trade, trade.line("COFFEE", 49)), preview(trade, trade.line("COFFEE", 50))
    assert (few.lines[0].unit_price_minor, many.lines[0].unit_price_minor) == (1000, 900)
    reason = many.lines[0].reason
    assert reason is not None
    assert reason.min_quantity_milli == 50_000


def test_a_line_that_cannot_be_sold_says_why_and_the_others_are_priced(trade: Wholesale) -> None:
    shown = preview(trade, trade.line("COFFEE", 0), trade.line("WINE", 1))
    assert shown.lines[0].refusal is not None
    assert (shown.lines[1].refusal, shown.net_minor) == (None, 700)


def test_what_others_wait_for_is_not_promised_again(trade: Wholesale) -> None:
    assert preview(trade, trade.line("WINE", 100)).lines[0].promised_on == TODAY
    trade.order(("WINE", 150))
    shown = preview(trade, trade.line("WINE", 1)).lines[0]
    assert (shown.on_hand_milli, shown.available_milli, shown.promised_on) == (100_000, 0, None)


def test_goods_are_found_by_barcode_and_by_number(trade: Wholesale) -> None:
    code = trade.shop.items["WINE"].barcode
    wine = trade.shop.products["WINE"]
    for raw in (code, "WINE", "wine", f" {code}\r"):
        found = trade.ask(find_goods, raw=raw)
        assert found is not None
        assert found.product_id == wine
    assert trade.ask(find_goods, raw="nothing like it") is None
    with pytest.raises(ScanTooLongError):
        trade.ask(find_goods, raw="1" * 600)


def test_the_checks_name_limit_discount_and_what_is_short(trade: Wholesale) -> None:
    made = trade.draft(trade.line("WINE", 120, discount_hundredths=1000), customer="Limited Ltd")
    checks = trade.ask(order_checks, order_id=made.order_id, on=TODAY)
    assert [f.value for f in checks.findings] == ["credit_limit"]
    assert checks.standing.exposure_minor == made.gross_minor
    assert checks.discount_hundredths == 1000
    assert [(s.name, s.missing_milli) for s in checks.short] == [("Red wine", 20_000)]
