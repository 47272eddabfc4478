"""ZVT bytes that others published, read and made by us (design/devices.md 5; sources beside each)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.ports import SlipKind
from drivers.terminal.zvt import messages as m
from drivers.terminal.zvt.fields import BadFieldError, bcd, from_bcd, parse_fields, parse_tlv
from drivers.terminal.zvt.frames import Apdu, ApduReader, BadFrameError
from drivers.terminal.zvt.masking import masked


def one(text: str) -> Apdu:
    """The only message in these bytes."""
    (apdu,) = ApduReader().feed(bytes.fromhex(text.replace("-", " ")))
    return apdu


# --- made by us ---


def test_commands_are_the_bytes_that_terminals_know() -> None:
    # trace against wirelane/ecrterm, and Portalum ZvtClientTest.PaymentAsync_SuccessfulPayment
    assert m.authorisation(1250, "EUR").encode().hex(" ") == "06 01 0a 04 00 00 00 00 12 50 49 09 78"
    assert m.authorisation(1000, "XXX").encode().hex(" ") == "06 01 07 04 00 00 00 00 10 00"
    assert m.repeat_receipt(0).encode().hex(" ") == "06 20 05 00 00 00 03 01"
    assert (
        m.registration(123456, "EUR", printed_by_us=False).encode().hex(" ") == "06 00 06 12 34 56 38 09 78"
    )
    assert m.reversal(0, 470, 1250).encode().hex(" ") == "06 30 0d 00 00 00 87 04 70 04 00 00 00 00 12 50"
    assert m.end_of_day(0).encode().hex(" ") == "06 50 03 00 00 00"
    assert Apdu(m.ABORT).encode().hex(" ") == "06 b0 00"
    assert Apdu(m.ACK).encode().hex(" ") == "80 00 00"


# --- said by terminals ---


def test_a_status_of_a_good_payment() -> None:
    # Portalum StatusInformationParserTest.Parse_PaymentGood1
    said = m.read_status(one(
        "04-0F-77-27-00-04-00-00-00-00-20-40-0B-00-04-70-0C-22-39-53-0D-10-06-0E-25-12-17-00-01-19-70-22-F0-F8"
        "-EE-EE-EE-EE-EE-EE-47-71-29-28-00-48-69-2A-31-30-30-34-36-31-37-36-33-20-20-20-20-20-20-3B-36-31-31-38"
        "-30-34-00-00-3C-F0-F1-F4-47-45-4E-2E-4E-52-2E-3A-36-31-31-38-30-34-49-09-78-87-04-70-88-00-04-70-8A-2E"
        "-8B-F1-F7-44-65-62-69-74-20-4D-61-73-74-65-72-63-61-72-64-00"
    ).data)  # fmt: skip
    assert (said.result, said.amount_minor, said.currency) == (0, 2040, 978)
    assert (said.receipt, said.trace, said.terminal_id) == ("0470", "000470", "28004869")
    assert (said.date, said.time) == ("1006", "223953")
    assert (said.card, said.card_end, said.text) == ("Debit Mastercard", "4771", "GEN.NR.:611804")
    assert said.reference == "28004869-R0470-T000470"
    assert m.receipt_of(said.reference) == 470


def test_a_status_with_a_container() -> None:
    # Portalum StatusInformationParserTest.Parse_TlvInfos1: contactless, no signature
    said = m.read_status(one(
        "04-0F-65-27-00-0C-23-13-55-0D-10-29-0E-99-99-22-F0-F8-EE-EE-EE-EE-EE-EE-47-71-A0-01-29-00-00-00-06-87"
        "-00-08-0B-00-00-00-8A-06-8B-F1-F1-4D-41-53-54-45-52-43-41-52-44-00-06-2E-2F-08-1F-12-01-02-1F-10-01-00"
        "-60-1B-43-07-A0-00-00-00-04-10-10-44-10-44-65-62-69-74-20-4D-61-73-74-65-72-63-61-72-64-1F-2B-04-10-01"
        "-50-08"
    ).data)  # fmt: skip
    assert (said.card, said.result, said.receipt) == ("MASTERCARD", 0, "0008")
    assert said.amount_minor is None
    assert not said.wants_signature


@pytest.mark.parametrize(
    ("text", "result", "words"),
    [
        # Portalum ZvtClientTest.PaymentAsync_CardRejected
        (
            ("04-0F-25-27-05-29-29-00-02-74-3C-F0-F0-F9-41-62-67-65-6C-65-68-6E-74-8A-06-06-0D-24-0B-07-09-41"
             "-62-67-65-6C-65-68-6E-74"),
            0x05, "Abgelehnt",
        ),
        # Portalum StatusInformationParserTest: abort by key, system error
        ("04-0F-1E-27-6C-29-28-00-48-69-3C-F0-F1-F9-41-62-62-72-75-63-68-20-64-75-72-63-68-20-4B-75-6E-64-65",
         0x6C, "Abbruch durch Kunde"),
        ("04-0F-18-27-FF-29-28-00-48-69-3C-F0-F1-F3-42-65-74-72-61-67-20-66-61-6C-73-63-68", 0xFF,
         "Betrag falsch"),
    ],
    ids=["declined", "key", "amount"],
)  # fmt: skip
def test_a_status_of_what_was_not_paid(text: str, result: int, words: str) -> None:
    said = m.read_status(one(text).data)
    assert (said.result, said.text) == (result, words)


def test_our_own_trace_of_a_payment() -> None:
    # design/devices.md 5.5, checked against ecrterm
    said = m.read_status(one(
        "04 0f 21 27 00 04 00 00 00 00 12 50 0b 00 00 01 0c 12 34 56 0d 11 22 29 29 00 12 34 49 09 78 87"
            " 00 01 8a 05"
    ).data)  # fmt: skip
    assert (said.result, said.amount_minor, said.reference) == (0, 1250, "29001234-R0001-T000001")
    assert one("04 ff 01 0a").command == m.INTERMEDIATE


def test_the_answer_to_a_status_enquiry() -> None:
    # wirelane/ecrterm tests/parsing.py test_version_completion, without its serial frame
    assert m.read_completion_status(one("06 0F 0B F0 F0 F7 32 2E 31 34 2E 31 35 00").data) == 0
    assert m.read_completion_status(b"\x9c") == 0x9C
    assert m.read_completion_status(b"") is None


def test_words_on_the_way() -> None:
    # bezahl-online/zvt command/authorisation_test.go TestAuthProcess04ff
    text = b"Karte vorhalten\neinstecken/durchziehen"
    inner = b"\x24" + bytes([len(text) + 2]) + b"\x07" + bytes([len(text)]) + text
    assert m.read_intermediate(b"\x0a\x01\x06" + bytes([len(inner)]) + inner) == (
        "Karte vorhalten einstecken/durchziehen"
    )


def test_lines_to_print() -> None:
    # Portalum PrintLineTest: ISO 8859-1 with a container, and the cut
    heading = m.read_print_line(one(
        "06-D1-19-40-2A-2A-20-48-C4-4E-44-4C-45-52-42-45-4C-45-47-20-2A-2A-06-04-1F-07-01-01"
    ).data)  # fmt: skip
    assert (heading.text, heading.kind, heading.cuts) == ("** HÄNDLERBELEG **", SlipKind.MERCHANT, False)
    assert m.read_print_line(one("06-D1-07-81-06-04-1F-07-01-02").data).cuts
    # wirelane/ecrterm tests/parsing.py
    bare = m.read_print_line(
        one("06 D1 17 00 20 20 20 20 20 20 20 20 20 4B 61 73 73 65 6E 73 63 68 6E 69 74 74").data
    )
    assert bare.text == "         Kassenschnitt"


def test_a_paper_in_one_block() -> None:
    # Portalum PrintTextBlockTest.Parse_AdministrationReceipt
    kind, lines = m.read_print_block(one(
        "06-D3-AC-06-81-A9-1F-07-01-03-25-81-A2-07-1B-30-32-2E-31-31-2E-32-30-32-31-20-20-20-20-20-20-20-20-20"
        "-31-37-3A-30-35-3A-30-32-07-0C-54-49-44-3A-41-48-30-30-30-30-30-36-07-14-41-62-73-63-68-6C-75-73-73-20"
        "-2D-20-6B-65-69-6E-65-20-54-58-07-19-20-41-56-3A-20-2B-30-34-2E-30-37-20-28-4A-75-6E-20-31-31-20-32-30"
        "-32-31-29-07-1B-54-49-3A-20-45-20-44-54-3A-20-30-2F-30-2F-20-4F-46-3A-20-30-2F-30-2F-20-43-47-3A-07-0F"
        "-20-20-20-20-20-20-20-20-20-20-20-31-2F-30-2F-07-01-20-07-01-20-07-01-20-07-01-20-07-01-20-07-01-20-07"
        "-01-20-09-01-81"
    ).data)  # fmt: skip
    assert kind is SlipKind.ADMIN
    assert lines[:3] == ("02.11.2021         17:05:02", "TID:AH000006", "Abschluss - keine TX")
    assert m.decode(b"H\x8eNDLER f\x81r") == "HÄNDLER für"  # CP437, Parse_MerchantReceipt


def test_long_frames() -> None:
    # Portalum ReceiveHandlerTest: FF lo hi
    assert one("04-0F-FF-01-00-6C") == Apdu(m.STATUS_INFORMATION, b"\x6c")
    long = Apdu(m.PRINT_BLOCK, bytes(654))
    assert long.encode()[:5].hex(" ") == "06 d3 ff 8e 02"  # as Parse_CardholderReceipt begins
    assert ApduReader().feed(long.encode()) == [long]


def test_a_length_of_three_bytes_and_a_tag_of_two() -> None:
    # Portalum TlvParserTest.GetLength_3Bytes: 82 02 8A is 650
    assert list(parse_tlv(b"\x1f\x07\x82\x02\x8a" + bytes(650))) == [(0x1F07, bytes(650))]


# --- whatever comes ---


@given(st.lists(st.tuples(st.sampled_from([0x0601, 0x040F, 0x8000]), st.binary(max_size=600)), max_size=5),
       st.integers(1, 40))  # fmt: skip
def test_messages_are_whole_however_they_are_cut(messages: list[tuple[int, bytes]], size: int) -> None:
    sent = [Apdu(command, data) for command, data in messages]
    wire, reader = b"".join(x.encode() for x in sent), ApduReader()
    got = [x for i in range(0, len(wire), size) for x in reader.feed(wire[i : i + size])]
    assert got == sent
    assert not reader.is_partial


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    for read in (m.read_status, parse_fields, m.read_print_line, m.read_print_block, ApduReader().feed):
        try:
            read(data)
        except (BadFieldError, BadFrameError):
            continue
    m.read_intermediate(data)


@given(st.integers(0, 999_999_999_999))
def test_amounts_are_packed_and_unpacked(amount: int) -> None:
    assert from_bcd(bcd(amount, 6)) == amount


def test_numbers_that_are_none_are_refused() -> None:
    with pytest.raises(BadFieldError):
        from_bcd(b"\x1e")
    with pytest.raises(ValueError, match="1000"):
        bcd(1000, 1)


@given(st.text(alphabet="0123456789", min_size=11, max_size=18), st.sampled_from(["", " ", "-"]))
def test_no_card_number_passes(body: str, gap: str) -> None:
    total = sum(sum(divmod(int(d) * (2 - i % 2), 10)) for i, d in enumerate(reversed(body)))
    number = body + str(-total % 10)
    shown = gap.join(number[i : i + 4] for i in range(0, len(number), 4))
    hidden = masked(f"Nr {shown} ok")
    assert sum(c.isdigit() for c in hidden) == 4
    assert hidden.endswith(" ok")
    assert "".join(c for c in hidden if c.isdigit()) == number[-4:]


def test_what_is_no_card_number_stays() -> None:
    assert (
        masked("AID: A0000000041010  28004869 GEN.NR.:979572")
        == "AID: A0000000041010  28004869 GEN.NR.:979572"
    )
