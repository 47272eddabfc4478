"""What a scan means. Vectors of design/devices.md 3.4: biip's own tests, GS1's own scan data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import biip
import pytest
from biip import ParseConfig
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.barcodes import (
    CodeTooLongError,
    EmbeddedValueError,
    EmbeddedZeroError,
    EmptyScanError,
    NoProductInScanError,
    ScanControlError,
    ScanKind,
    ScanTooLongError,
    ScanUnreadableError,
    canonical_code,
    parse_scan,
)
from app.catalog.gtin import CheckDigitError, check_digit
from app.catalog.scan_patterns import PRESETS, LayoutError, Measure, Pattern, ScanPatterns, receipts_of
from app.kernel.refusal import Refusal

GS = "\x1d"


def region(name: str) -> ScanPatterns:
    return ScanPatterns(embedded=PRESETS[name])


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("]E04006381333931", "04006381333931"),
        ("4006381333931", "04006381333931"),
        (" 4006381333931\r\n", "04006381333931"),
        ("96385074", "00000096385074"),
        ("042100005264", "00042100005264"),
        ("04252614", "00042100005264"),
        ("]E00036000291452", "00036000291452"),
        ("]E402345673", "00000002345673"),
        ("]I198765432109213", "98765432109213"),
        ("9780306406157", "09780306406157"),
        ("0-306-40615-2", "09780306406157"),
        ("0317-8471", "09770317847001"),
        ("]E3978030640615712", "09780306406157"),
    ],
)
def test_a_product_number_is_looked_up_with_fourteen_digits(raw: str, code: str) -> None:
    scan = parse_scan(raw)
    assert (scan.kind, scan.lookup) == (ScanKind.GTIN, code)


@pytest.mark.parametrize(
    "raw", ["4006381333932", "]E402345674", "]E02112345678901", "]I198765432109214", "00000000"[:7] + "1"]
)
def test_a_wrong_check_digit_is_refused_with_the_digit_it_should_be(raw: str) -> None:
    with pytest.raises(CheckDigitError) as caught:
        parse_scan(raw)
    assert "should be" in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "code", "batch", "day"),
    [
        (f"]C10107032069804988100329{GS}15210526", "07032069804988", "0329", date(2021, 5, 26)),
        ("010703206980498815210526100329", "07032069804988", "0329", date(2021, 5, 26)),
        (f"]d20109506000134352172612311012AB{GS}21SER1", "09506000134352", "12AB", date(2026, 12, 31)),
        (
            "https://id.gs1.org/01/09506000134352/10/ABC/21/12345?17=261231",
            "09506000134352", "ABC", date(2026, 12, 31),
        ),
        ("]Q1https://example.com/01/12312312312333?99=TEST", "12312312312333", "", None),
        (f"]C1011231231231233310ABC123{GS}99TESTING", "12312312312333", "ABC123", None),
        (f"]e00112312312312333235XYZ{GS}10ABC", "12312312312333", "ABC", None),
    ],
)  # fmt: skip
def test_gs1_data_gives_product_batch_and_date(raw: str, code: str, batch: str, day: date | None) -> None:
    scan = parse_scan(raw)
    assert (scan.kind, scan.lookup, scan.batch, scan.best_before) == (ScanKind.GS1, code, batch, day)
    assert not scan.doubtful


def test_a_batch_that_swallowed_the_date_for_want_of_a_separator_is_doubtful() -> None:
    assert parse_scan("010703206980498810032915210526").doubtful
    assert not parse_scan("0107032069804988100329").doubtful


def test_another_separator_can_be_set() -> None:
    scan = parse_scan("0107032069804988100329|15210526", patterns=ScanPatterns(separators=("|",)))
    assert (scan.batch, scan.best_before) == ("0329", date(2021, 5, 26))


def test_gs1_weight_and_price() -> None:
    scan = parse_scan("0198898765432106310300175039221234")
    assert (scan.quantity_milli, scan.price, scan.currency) == (1750, Decimal("12.34"), None)
    scan = parse_scan("01988987654321063103001750393297812301")
    assert (scan.price, scan.currency) == (Decimal("123.01"), "978")


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        ("]C10107032069804987", CheckDigitError),
        ("]C101123123123133^10ABC", ScanUnreadableError),
        ("]e0", EmptyScanError),
        ("]C1", EmptyScanError),
        ("00157035381410375177", NoProductInScanError),
        ("", EmptyScanError),
        ("   \r\n", EmptyScanError),
        ("9" * 10_000, ScanTooLongError),
        ("40063\x0081333931", ScanControlError),
        ("AB\x1bp\x00", ScanControlError),
        (f"AB{GS}CD", ScanControlError),
        (f"]d20109506000134352{GS}30", ScanUnreadableError),  # a count that is cut off
        ("\ud800", ScanControlError),
        ("\u202e123", ScanControlError),
    ],
)
def test_a_bad_scan_is_refused_in_one_sentence(raw: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as caught:
        parse_scan(raw)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize(
    ("country", "raw", "price", "milli", "base"),
    [
        ("se", "2088060112343", "12.34", None, "02088060100005"),
        ("se", "2388060112344", None, 1234, None),
        ("no", "2302148210869", None, 1086, None),
        ("gb", "2011122912346", "12.34", None, None),
        ("de", "2211114002394", "2.39", None, None),
        ("de", "2811111068708", None, 6870, None),
        ("de", "2511119000129", None, 12_000, None),
        ("dk", "2135040039753", "39.75", None, None),
        ("dk", "2623570001505", None, 150, None),
    ],
)
def test_labels_of_each_country(
    country: str, raw: str, price: str | None, milli: int | None, base: str | None
) -> None:
    scan = parse_scan(raw, patterns=region(country))
    assert scan.kind is ScanKind.EMBEDDED
    assert scan.price == (None if price is None else Decimal(price))
    assert scan.quantity_milli == milli
    assert scan.trouble is None
    assert scan.codes[0] == scan.exact == "0" + raw
    independent = biip.parse(raw, config=ParseConfig(rcn_region=country)).gtin
    assert independent is not None
    assert scan.lookup == independent.without_variable_measure().as_gtin_14()  # type: ignore[attr-defined]
    assert base in {None, scan.lookup}


@pytest.mark.parametrize(("country", "raw"), [("gb", "2011122812349"), ("de", "2511118000120")])
def test_a_value_whose_own_check_digit_is_wrong_is_trouble(country: str, raw: str) -> None:
    assert isinstance(parse_scan(raw, patterns=region(country)).trouble, EmbeddedValueError)


def test_a_label_of_zero_is_trouble() -> None:
    payload = "281234500000"
    assert isinstance(parse_scan(payload + str(check_digit(payload))).trouble, EmbeddedZeroError)


def test_without_settings_20_to_24_carry_a_price_and_25_to_29_a_weight() -> None:
    for prefix in range(20, 30):
        payload = f"{prefix}0004201234"
        scan = parse_scan(payload + str(check_digit(payload)))
        assert scan.kind is ScanKind.EMBEDDED
        assert scan.others == (f"{prefix}00042", "00042", "42")
        assert (scan.price, scan.quantity_milli) == (
            (Decimal("12.34"), None) if prefix < 25 else (None, 1234)
        )


@pytest.mark.parametrize(
    "layout", ["", "2", "28PPPPCVVVVV", "28PPPPPPPPPPX", "28VVVVPPPPPPX", "28PPPCVVVVVVX", "28PPPPCVVVVVY"]
)
def test_a_layout_that_cannot_be_is_refused(layout: str) -> None:
    with pytest.raises(LayoutError):
        Pattern(layout, Measure.PRICE, 2)


@pytest.mark.parametrize("raw", ["T01-000001", "t01-000001", "]C0T01-000123"])
def test_a_receipt_is_known_by_its_number(raw: str) -> None:
    scan = parse_scan(raw)
    assert scan.kind is ScanKind.RECEIPT
    assert scan.lookup == raw[-10:].upper()


def test_with_the_tills_known_no_code_of_goods_is_taken_for_a_receipt() -> None:
    patterns = ScanPatterns(receipt=receipts_of(["T01", "T02"]))
    assert parse_scan("T02-000007", patterns=patterns).kind is ScanKind.RECEIPT
    assert parse_scan("AB-123456", patterns=patterns).kind is ScanKind.LITERAL


@pytest.mark.parametrize("raw", ["LOYALTY-0042", "COFFEE", "22423", "https://shop.example/x", "]C0123456789"])
def test_anything_else_is_a_code_of_the_shop(raw: str) -> None:
    scan = parse_scan(raw)
    assert scan.kind is ScanKind.LITERAL
    assert scan.lookup == raw.removeprefix("]C0")


def test_thirteen_free_digits_in_code_128_are_taken_as_they_are() -> None:
    assert parse_scan("]C04006381333932").kind is ScanKind.LITERAL


def outcome(raw: str) -> str:
    """What the till would say: the code, or the sentence of the refusal."""
    try:
        return parse_scan(raw).lookup
    except Refusal as refusal:
        return str(refusal)


@given(st.text(max_size=80))
def test_no_scan_breaks_the_reader(raw: str) -> None:
    assert outcome(raw)


@given(st.sampled_from(["01", "02", "]C1", "]d2", "]Q3", "]e0"]), st.text("0123456789\x1dAB%|^", max_size=60))
def test_no_gs1_data_breaks_the_reader(start: str, rest: str) -> None:
    assert outcome(start + rest)


@given(st.text("0123456789", min_size=7, max_size=13).filter(lambda x: len(x) in {7, 11, 12, 13}))
def test_our_check_digit_is_biips(payload: str) -> None:
    from biip.checksums import gs1_standard_check_digit

    assert check_digit(payload) == gs1_standard_check_digit(payload)


def test_a_code_is_kept_in_one_form() -> None:
    assert canonical_code("4006381333931") == canonical_code("04006381333931") == "04006381333931"
    assert canonical_code(" shelf-7 ") == "shelf-7"
    with pytest.raises(CheckDigitError):
        canonical_code("4006381333932")
    with pytest.raises(ScanControlError):
        canonical_code("a\x00b")
    with pytest.raises(CodeTooLongError):
        canonical_code("x" * 81)
