"""Plug-ins from the command line: off until approved, off again when changed, and what each kind adds."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.devices.ports import DeviceError, HealthState
from app.orders.queries import list_orders
from app.plugins.loading import Plugins
from cli.main import main
from drivers.registry import StationDevices
from drivers.urls import BadDeviceUrlError
from tests.cli.conftest import ROOT, Done
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale

Takings = Callable[..., Done]
EXAMPLES = ROOT / "docs" / "plugins" / "examples"


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """A wholesaler's shop."""
    return make_wholesale(shop)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder, with our examples in its folder of plug-ins."""
    shutil.copytree(EXAMPLES, tmp_path / "data" / "plugins")
    return tmp_path / "data"


@pytest.fixture
def takings(trade: Wholesale, database_url: str, data: Path, capsys: pytest.CaptureFixture[str]) -> Takings:
    """The program on that shop, in this process."""
    place = ["--data-dir", str(data), "--database", database_url, "--log-level", "error"]

    def call(*arguments: str | Path) -> Done:
        trade.shop.runtime.factory.close_thread()
        capsys.readouterr()
        code = main([*place, *(str(a) for a in arguments)])
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return call


def states(takings: Takings) -> dict[str, str]:
    return {x["name"]: x["state"] for x in takings("plugins", "list", "--json").json["plugins"]}


def test_a_plugin_is_off_until_it_is_approved_and_off_again_when_its_file_changes(
    takings: Takings, data: Path, tmp_path: Path
):
    file = data / "plugins" / "sales_by_weekday.py"
    mark = tmp_path / "it-ran"
    file.write_text(
        f"open({str(mark)!r}, 'w').close()\n" + file.read_text(encoding="utf-8"), encoding="utf-8"
    )
    assert set(states(takings).values()) == {"off"}
    assert not mark.exists()
    assert takings("plugins", "enable", "sales_by_weekday", "--sha256", "0" * 64).code == 1
    assert takings("plugins", "enable", "sales_by_weekday").code == 0
    assert mark.exists()
    assert states(takings)["sales_by_weekday"] == "on"
    mark.unlink()
    file.write_text(file.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert states(takings)["sales_by_weekday"] == "changed"
    assert not mark.exists()
    assert takings("plugins", "enable", "sales_by_weekday").code == 0
    assert takings("plugins", "disable", "sales_by_weekday").code == 0
    assert states(takings)["sales_by_weekday"] == "off"
    assert takings("plugins", "enable", "nowhere").err.startswith("There is no plug-in “nowhere”.")


def test_the_importer_of_a_plugin_takes_orders_in_once(takings: Takings, trade: Wholesale, tmp_path: Path):
    path = tmp_path / "market.txt"
    path.write_text("# market\nM-1;ann@example.com;Ann Smith;COFFEE;2;12.90\n", encoding="utf-8")
    assert "There is no profile market" in takings("orders", "import", path, "--profile", "market").err
    takings("plugins", "enable", "market_orders")
    taken = takings("orders", "import", path, "--profile", "market", "--json")
    assert (taken.code, taken.json["profile"], len(taken.json["new"])) == (0, "market", 1)
    assert takings("orders", "import", path, "--profile", "market", "--json").json["known"] == 1
    assert len(trade.ask(list_orders)) == 1
    path.write_text("M-2;too few\n", encoding="utf-8")
    wrong = takings("orders", "import", path, "--profile", "market")
    assert (wrong.code, wrong.err.split(" (")[0]) == (1, "The plug-in “market_orders” failed")


def test_a_report_of_a_plugin_is_written_as_csv(takings: Takings, trade: Wholesale, tmp_path: Path):
    trade.shop.sell(trade.shop.cart("COFFEE"), trade.shop.open_shift())
    takings("plugins", "enable", "sales_by_weekday")
    path = tmp_path / "days.csv"
    days = ("--since", "2020-01-01", "--until", "2030-12-31")
    assert takings("plugins", "report", "weekdays", path, *days).code == 0
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert (lines[0], len(lines)) == ("Day,Receipts", 8)
    assert sum(int(x.split(",")[1]) for x in lines[1:]) == 1


def test_an_invoice_leaves_in_the_format_of_a_plugin(takings: Takings, trade: Wholesale, tmp_path: Path):
    order = trade.order(("COFFEE", 2))
    trade.ship_all(order.order_id)
    number = takings("invoice", "post", "O-2026-000001", "--json").json["number"]
    takings("plugins", "enable", "json_invoice")
    path = tmp_path / "invoice.json"
    done = takings("plugins", "invoice", "plain-json", number, path)
    assert done.code == 0, done.err
    said = json.loads(path.read_text(encoding="utf-8"))
    assert (said["number"], said["payable_minor"], said["lines"][0]["quantity"]) == (number, 2380, "2")


def test_a_driver_of_a_plugin_opens_by_its_address(takings: Takings, trade: Wholesale, data: Path):
    runtime = trade.shop.runtime
    shown = data / "lines.txt"
    devices = StationDevices({}, more=Plugins(runtime, data).open_device)
    with pytest.raises(BadDeviceUrlError):
        devices.reopen("display", f"lcdfile://{shown}")
    takings("plugins", "enable", "lcd_file_display")
    devices.reopen("display", f"lcdfile://{shown}")
    assert devices.display is not None
    devices.display.show("Coffee", "12.90")
    assert shown.read_text(encoding="utf-8") == "Coffee\n12.90\n"
    assert devices.health()["display"].state is HealthState.READY


BAD = """
from app.plugins.contract import Driver, Plugin, Report
class Broken:
    def show(self, upper, lower): raise KeyError("wire")
    def health(self): raise ValueError("no")
PLUGIN = Plugin("Bad", drivers=(Driver("display", "bad", lambda address: Broken()),),
    reports=(Report("bad", "Bad", lambda connection, since, until: 1 / 0),))
"""


def test_a_plugin_that_raises_is_told_in_words_and_stops_nothing(
    takings: Takings, trade: Wholesale, data: Path, tmp_path: Path
):
    (data / "plugins" / "bad.py").write_text(BAD, encoding="utf-8")
    (data / "plugins" / "worse.py").write_text("raise SystemExit(3)\n", encoding="utf-8")
    takings("plugins", "enable", "bad")
    assert takings("plugins", "enable", "worse").code == 1
    assert states(takings)["worse"] == "failed"
    plugins = Plugins(trade.shop.runtime, data)
    devices = StationDevices({}, more=plugins.open_device)
    devices.reopen("display", "bad:")
    assert devices.display is not None
    with pytest.raises(DeviceError):
        devices.display.show("a", "b")
    assert devices.health()["display"].state is HealthState.ERROR
    told = takings(
        "plugins", "report", "bad", tmp_path / "x.csv", "--since", "2026-01-01", "--until", "2026-01-31"
    )
    assert told.err.startswith("The plug-in “bad” failed (ZeroDivisionError: division by zero).")


def test_a_till_that_opens_loads_no_plugin_before_its_device_is_used():
    asked: list[str] = []

    def find(role: str, scheme: str, address: str) -> Any:
        asked.append(f"{role} {scheme} {address}")

    devices = StationDevices({}, more=find)
    devices.reopen("display", "lcdfile:///x", late=True)
    assert asked == []
    assert devices.health()["display"].state is HealthState.ERROR
    assert asked == ["display lcdfile lcdfile:///x"]


def test_a_shop_without_plugins_is_told_where_they_go(takings: Takings, data: Path):
    shutil.rmtree(data / "plugins")
    assert (
        takings("plugins", "list").out == f"There are no plug-ins. Their files go into {data / 'plugins'}.\n"
    )


def test_a_package_is_approved_with_all_its_files(
    takings: Takings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("acme_takings", "acme_takings.helper"):
        sys.modules.pop(name, None)
    site = tmp_path / "site"
    (site / "acme_takings").mkdir(parents=True)
    (site / "acme_takings-1.0.dist-info").mkdir()
    main_file, helper = (site / "acme_takings" / name for name in ("__init__.py", "helper.py"))
    main_file.write_text(
        "from acme_takings.helper import TITLE\n"
        "from app.plugins.contract import Plugin\n"
        "PLUGIN = Plugin(TITLE)\n",
        encoding="utf-8",
    )
    helper.write_text("TITLE = 'Acme'\n", encoding="utf-8")
    for name, text in (
        ("METADATA", "Metadata-Version: 2.1\nName: acme-takings\nVersion: 1.0\n"),
        ("entry_points.txt", "[takings.plugins]\nacme = acme_takings\n"),
        ("RECORD", "acme_takings/__init__.py,,\nacme_takings/helper.py,,\n"),
    ):
        (site / "acme_takings-1.0.dist-info" / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    assert states(takings)["acme"] == "off"
    assert "acme_takings" not in sys.modules
    on = takings("plugins", "enable", "acme", "--json").json["plugin"]
    assert (on["state"], on["title"], on["where"]) == ("on", "Acme", "acme-takings 1.0")
    helper.write_text("TITLE = 'Evil'\n", encoding="utf-8")
    assert states(takings)["acme"] == "changed"
