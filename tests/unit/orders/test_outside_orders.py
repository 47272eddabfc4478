"""Files of outside orders as they are read, and their amounts to the cent."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.importing.refusals import FileEmptyError, FileKindError, FileMissingError
from app.kernel.quantity import extend
from app.orders.imports.profiles import CSV, SHOPIFY, WOOCOMMERCE
from app.orders.imports.reading import country_letters, read_orders
from app.orders.imports.records import OutsideLine, ReadOrders
from app.orders.imports.refusals import NoSuchOrderProfileError, OrderColumnsError, OrderFileError
from app.orders.imports.rules import OutsideDiscountError, priced_parts
from tests.conftest import DATA

PLAIN = "order,date,email,name,street,postcode,city,country,sku,quantity,price"
GOOD = "1,2026-03-01,ann@example.com,Ann Smith,Quay 1,20095,Hamburg,DE,COFFEE,2,9.90"


def read(path: Path, profile: str | None = None) -> ReadOrders:
    return read_orders(path, profile=profile, currency="EUR")


def write(folder: Path, text: str | bytes, name: str = "orders.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def shopify(folder: Path, rows: Sequence[dict[str, str]], headers: Sequence[str]) -> Path:
    path = folder / "shopify.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headers)
        writer.writeheader()
        writer.writerows(rows)
    return path


SHOPIFY_HEADERS = (
    "Name", "Email", "Financial Status", "Currency", "Shipping", "Total", "Discount Amount", "Created at",
    "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku", "Billing Name", "Billing Street",
    "Billing City", "Billing Zip", "Billing Country", "Shipping Name", "Shipping Street", "Shipping City",
    "Shipping Zip", "Shipping Country", "Cancelled at",
)  # fmt: skip
FIRST = {
    "Name": "#1001", "Email": "ann@example.com", "Financial Status": "paid", "Currency": "EUR",
    "Shipping": "4.90", "Total": "29.60", "Discount Amount": "0.00",
    "Created at": "2026-03-01 10:20:33 +0100", "Lineitem quantity": "2", "Lineitem name": "Coffee",
    "Lineitem price": "9.90", "Lineitem sku": "COFFEE", "Billing Name": "Ann Smith",
    "Billing Street": "Quay 1", "Billing City": "Hamburg", "Billing Zip": "'01067", "Billing Country": "DE",
    "Shipping Name": "Bob Smith", "Shipping Street": "Lane 2", "Shipping City": "Kiel",
    "Shipping Zip": "'24103", "Shipping Country": "DE",
}  # fmt: skip


def test_an_export_of_shopify_has_the_head_in_the_first_line_of_each_order(tmp_path: Path) -> None:
    second = {"Name": "#1001", "Lineitem quantity": "1", "Lineitem price": "4.90", "Lineitem sku": "MILK"}
    gone = {**FIRST, "Name": "#1002", "Cancelled at": "2026-03-01 11:00:00 +0100"}
    found = read(shopify(tmp_path, [FIRST, second, gone], SHOPIFY_HEADERS))
    assert (found.profile, found.cancelled, found.errors) == (SHOPIFY, 1, [])
    (order,) = found.orders
    assert (order.reference, order.is_paid, order.currency) == ("#1001", True, "EUR")
    assert order.at == datetime(2026, 3, 1, 9, 20, 33, tzinfo=UTC)
    assert [(x.sku, x.quantity_milli, x.price_minor) for x in order.lines] == [
        ("COFFEE", 2000, 990), ("MILK", 1000, 490),
    ]  # fmt: skip
    assert (order.shipping_minor, order.total_minor) == (490, 2960)
    assert order.customer.address.postcode == "01067"
    assert (order.ship_to.name, order.ship_to.city) == ("Bob Smith", "Kiel")


@pytest.mark.realdata
def test_the_headers_of_a_real_shopify_export_are_known(tmp_path: Path) -> None:
    head = DATA / "pos-import-templates" / "shopify" / "header_orders.csv"
    with head.open(encoding="utf-8-sig", newline="") as file:
        headers = next(csv.reader(file))
    assert len(headers) == 79
    assert set(FIRST) <= set(headers)
    found = read(shopify(tmp_path, [FIRST], headers))
    (order,) = found.orders
    assert (found.profile, order.reference, order.customer.address.street) == (SHOPIFY, "#1001", "Quay 1")


def test_an_export_of_woocommerce_is_known_by_its_columns(tmp_path: Path) -> None:
    text = (
        "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),"
        "City (Billing),Postcode (Billing),Country Code (Billing),Cart Discount Amount,"
        "Order Shipping Amount,Order Total Amount,SKU,Item Name,Quantity,Item Cost\n"
        "77,processing,2026-03-01 10:00,Ann,Smith,ann@example.com,Hamburg,20095,DE,1.00,0,18.80,"
        "COFFEE,Coffee,2,9.90\n"
        "78,cancelled,2026-03-01 10:00,Ann,Smith,ann@example.com,Hamburg,20095,DE,0,0,9.90,COFFEE,,1,9.90\n"
    )
    found = read(write(tmp_path, text))
    assert (found.profile, found.cancelled) == (WOOCOMMERCE, 1)
    (order,) = found.orders
    assert (order.customer.name, order.is_paid, order.discount_minor) == ("Ann Smith", True, 100)


def test_orders_of_woocommerces_interface_and_ones_own_json_are_read(tmp_path: Path) -> None:
    shop = [{
        "number": "77", "status": "processing", "date_created": "2026-03-01T10:00:00", "currency": "EUR",
        "billing": {"first_name": "Ann", "last_name": "Smith", "email": "ann@example.com", "country": "DE"},
        "shipping_total": "4.90", "total": "24.70",
        "line_items": [{"sku": "COFFEE", "name": "Coffee", "quantity": 2, "price": 9.9}],
    }]  # fmt: skip
    found = read(write(tmp_path, json.dumps(shop), "shop.json"))
    assert (found.profile, found.orders[0].lines[0].price_minor) == (WOOCOMMERCE, 990)
    own = {"orders": [{
        "order": "A-1", "customer": {"number": "C0001"}, "paid": True,
        "lines": [{"sku": "COFFEE", "quantity": 1.5, "discount": "1.00", "price": "9.90"}],
    }]}  # fmt: skip
    found = read(write(tmp_path, json.dumps(own).encode("utf-16"), "own.json"))
    (order,) = found.orders
    assert (order.customer.number, order.is_paid) == ("C0001", True)
    assert (order.lines[0].quantity_milli, order.lines[0].discount_minor) == (1500, 100)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_of_any_encoding_keeps_its_names(tmp_path: Path, encoding: str) -> None:
    text = f"{PLAIN}\n{GOOD.replace('Ann Smith', 'Zoë Müller')}\n"
    found = read(write(tmp_path, text.encode(encoding)))
    assert (found.profile, found.errors) == (CSV, [])
    assert found.orders[0].customer.name == "Zoë Müller"


def test_a_comma_may_be_the_decimal_mark(tmp_path: Path) -> None:
    text = f"{PLAIN}\n{GOOD}\n".replace(",", ";").replace("9.90", "9,90")
    assert read(write(tmp_path, text)).orders[0].lines[0].price_minor == 990


@pytest.mark.parametrize(
    ("cell", "by", "told"),
    [
        ("2026-03-01", "31/02/2026", "“31/02/2026” is no date"),
        ("9.90", "nine", "“nine” is not an amount"),
        ("9.90", "-9.90", "is below 0"),
        ("9.90", "9.999", "more than 2 decimals"),
        (",2,", ",0,", "“0” is no quantity"),
        (",2,", ",-1,", "“-1” is no quantity"),
        (",2,", ",2.0001,", "“2.0001” is no quantity"),
        ("COFFEE", "", "It has no SKU"),
        ("1,2026", ",2026", "It has no order number"),
        ("Ann Smith", "A" * 201, "at most 200 characters"),
    ],
)
def test_a_wrong_cell_leaves_its_order_out_with_its_line(
    tmp_path: Path, cell: str, by: str, told: str
) -> None:
    good = GOOD.replace("1,", "2,", 1)
    found = read(write(tmp_path, f"{PLAIN}\n{good}\n{GOOD.replace(cell, by, 1)}\n"))
    assert [order.reference for order in found.orders] == ["2"]
    (error,) = found.errors
    assert error.line == 3
    assert told in error.text
    assert error.text.endswith(".")


def test_a_cell_of_ten_megabytes_is_refused_in_a_short_sentence(tmp_path: Path) -> None:
    found = read(write(tmp_path, f"{PLAIN}\n{GOOD.replace('COFFEE', 'C' * 10_485_760)}\n"))
    assert found.orders == []
    assert [e.text for e in found.errors] == ["SKU may have at most 200 characters; this has 10485760."]


def test_columns_that_are_missing_are_named_with_what_is_looked_for(tmp_path: Path) -> None:
    with pytest.raises(OrderColumnsError) as told:
        read(write(tmp_path, "Name,Email,Lineitem quantity\n#1,a@b.example,1\n"), SHOPIFY)
    assert str(told.value) == (
        "orders.csv has no column for: sku. The profile shopify looks for “Name”, “Lineitem sku”, "
        "“Lineitem quantity”."
    )
    with pytest.raises(OrderColumnsError, match="no column for: lines"):
        read(write(tmp_path, '[{"order": "1"}]', "x.json"))


def test_what_is_no_file_of_orders_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        read(tmp_path / "nowhere.csv")
    with pytest.raises(FileEmptyError):
        read(write(tmp_path, f"{PLAIN}\n"))
    with pytest.raises(FileEmptyError):
        read(write(tmp_path, b""))
    with pytest.raises(FileKindError):
        read(write(tmp_path, b"\x00\x01\x02\n"))
    with pytest.raises(OrderFileError, match="not well-formed"):
        read(write(tmp_path, '[{"order": ', "x.json"))
    with pytest.raises(OrderFileError, match="no list of orders"):
        read(write(tmp_path, "[1, 2]", "x.json"))
    with pytest.raises(NoSuchOrderProfileError, match="csv, json"):
        read(write(tmp_path, f"{PLAIN}\n{GOOD}\n"), "amazon")


@pytest.mark.parametrize(
    ("text", "letters"), [("de", "DE"), ("Germany", "DE"), ("Österreich", "AT"), ("Nowhere", ""), ("", "")]
)
def test_a_country_is_two_letters_or_its_name(text: str, letters: str) -> None:
    assert country_letters(text) == letters


def lines_of(*told: tuple[int, int, int]) -> list[OutsideLine]:
    return [OutsideLine(2, "X", "", pieces * 1000, price, off) for pieces, price, off in told]


def test_a_discount_is_spread_to_the_cent() -> None:
    parts = priced_parts(lines_of((3, 1000, 0), (1, 500, 100)), 335)
    assert [[(p.quantity_milli, p.price_minor) for p in line] for line in parts] == [
        [(2000, 901), (1000, 902)], [(1000, 361)],
    ]  # fmt: skip
    with pytest.raises(OutsideDiscountError):
        priced_parts(lines_of((1, 100, 0)), 101)
    with pytest.raises(OutsideDiscountError):
        priced_parts(lines_of((1, 100, 101)), 0)


@given(
    st.lists(
        st.tuples(st.integers(1, 50), st.integers(0, 5000), st.integers(0, 3000)), min_size=1, max_size=6
    ),
    st.integers(0, 10_000),
)
def test_the_lines_always_come_to_what_was_paid(told: list[tuple[int, int, int]], off: int) -> None:
    lines = lines_of(*((pieces, price, min(less, pieces * price)) for pieces, price, less in told))
    whole = sum(x.quantity_milli // 1000 * (x.price_minor or 0) - x.discount_minor for x in lines)
    discount = min(off, whole)
    parts = priced_parts(lines, discount)
    amounts = [extend(p.price_minor or 0, p.quantity_milli) for line in parts for p in line]
    assert sum(amounts) == whole - discount
    assert [sum(p.quantity_milli for p in line) for line in parts] == [x.quantity_milli for x in lines]
    assert min(p.quantity_milli for line in parts for p in line) >= 0
