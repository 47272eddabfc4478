"""Goods by weight: the scale is asked by itself, and what it refuses is never sold."""

from __future__ import annotations

from app.devices.ports import DeviceError, DeviceFault
from app.devices.weight import NoWeight, Tare, Weight
from tests.ui.conftest import TillDriver
from tests.ui.devices import FakeScale
from ui.till.panels_weigh import WeighPanel

SILENT = DeviceError(device="scale", fault=DeviceFault.TIMEOUT)


def _scale(till: TillDriver, *weights: Weight | NoWeight | DeviceError) -> FakeScale:
    till.devices.scale = FakeScale(*weights)
    return till.devices.scale


def _until(till: TillDriver, lines: list[tuple[str, int]]) -> None:
    till.bot.waitUntil(lambda: till.lines == lines, timeout=10_000)
    till.settle()


def _panel(till: TillDriver) -> WeighPanel:
    assert isinstance(till.panel, WeighPanel)
    return till.panel


def _says(till: TillDriver, text: str) -> None:
    till.bot.waitUntil(lambda: text in _panel(till).message.text(), timeout=10_000)


def _take_off(till: TillDriver, *then: Weight | NoWeight) -> None:
    assert till.devices.scale is not None
    till.devices.scale.weights = list(then)


def test_a_weighed_product_gets_the_weight_of_the_scale(till: TillDriver) -> None:
    _scale(till, Weight(1_250_000))
    till.scan_sku("APPLE")
    _until(till, [("APPLE", 1250)])
    assert till.total == 374
    assert till.panel is None


def test_a_counted_product_asks_no_scale_nor_does_a_typed_weight(till: TillDriver) -> None:
    scale = _scale(till, Weight(1_250_000))
    till.scan_sku("MILK")
    till.type("0.5*")
    till.scan_sku("APPLE")
    assert till.lines == [("MILK", 1000), ("APPLE", 500)]
    assert scale.reads == 0


def test_nothing_is_sold_before_the_scale_is_at_rest(till: TillDriver) -> None:
    scale = _scale(till, NoWeight.MOTION)
    till.scan_sku("APPLE")
    _says(till, "not at rest")
    for reason, words in (
        (NoWeight.OVER, "too heavy"), (NoWeight.UNDER, "less than nothing"), (NoWeight.EMPTY, "Nothing lies"),
        (NoWeight.NOT_ZEROED, "its zero"),
    ):  # fmt: skip
        _take_off(till, reason)
        _says(till, words)
    assert till.lines == []
    scale.weights = [Weight(320_000)]
    _until(till, [("APPLE", 320)])


def test_the_same_goods_are_not_weighed_twice_by_mistake(till: TillDriver) -> None:
    _scale(till, Weight(500_000))
    till.scan_sku("APPLE")
    _until(till, [("APPLE", 500)])
    till.scan_sku("APPLE")
    _says(till, "what was sold before")
    assert till.lines == [("APPLE", 500)]
    _take_off(till, NoWeight.EMPTY)
    _says(till, "Nothing lies")
    _take_off(till, Weight(500_000))  # another bag of the same weight
    _until(till, [("APPLE", 500), ("APPLE", 500)])
    till.scan_sku("APPLE")
    _says(till, "what was sold before")
    till.tap_text("Take this weight")
    _until(till, [("APPLE", 500)] * 3)


def test_the_packaging_is_taken_off_and_stands_on_the_line(till: TillDriver) -> None:
    scale = _scale(till, NoWeight.EMPTY)
    scale.tares = (Tare("Bag", 5_000), Tare("Bowl", 20_000))
    till.scan_sku("APPLE")
    _says(till, "Nothing lies")
    till.tap_text("Bowl")
    _take_off(till, Weight(15_000))
    _says(till, "no more than its packaging")
    _take_off(till, Weight(520_000))
    _until(till, [("APPLE", 500)])
    assert till.page.desk.state.cart.lines[0].note == "Tare 0.02\N{NO-BREAK SPACE}kg"


def test_a_scale_that_does_not_answer_leaves_the_weight_to_be_typed(till: TillDriver) -> None:
    scale = _scale(till, SILENT)
    till.scan_sku("APPLE")
    _says(till, "does not answer in time")
    asked = scale.reads
    till.tap_text("Weigh again")
    till.bot.waitUntil(lambda: scale.reads > asked)
    till.settle()
    _panel(till)._typed.set_value(750)
    till.tap_text("Take this weight")
    _until(till, [("APPLE", 750)])
    assert till.page.desk.state.cart.lines[0].note == "Weight typed by hand"


def test_going_back_sells_nothing_and_hears_no_late_answer(till: TillDriver) -> None:
    scale = _scale(till, NoWeight.MOTION)
    till.scan_sku("APPLE")
    _says(till, "not at rest")
    till.tap(till.button("Back", till.panel))
    scale.weights = [Weight(500_000)]
    till.page.parts.weighing._ask()
    till.settle()
    assert till.lines == []
    till.scan_sku("MILK")
    assert till.lines == [("MILK", 1000)]
