"""Short messages and chats against servers and a modem of our own, kind ones and rude ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.mail import MailFault
from app.devices.texting import BodyForm, GatewayError, Hook, HttpGateway, MatrixRoom, Modem, TextMessage, Way
from app.kernel.text import clean
from drivers.texting.messenger import TextMessenger
from drivers.texting.modem import PART_PLAIN, PART_WIDE, GsmModem, split
from tests.support.gateway import GatewayBook, gateway_server
from tests.support.mail import Certificate, free_port, hang, make_certificate, rude_server
from tests.support.modem import GsmPhone

TEXT = TextMessage("uuid-1", "+491711234567", 'Bon 7, "Summe" 12,50 €\n{secret} \\')
SECRET = "k3y/with=signs"


def gateway(port: int, **more: object) -> HttpGateway:
    values = {
        "url": f"http://127.0.0.1:{port}/send", "form": BodyForm.JSON, "secret": SECRET, "seconds": 2.0,
        "headers": (("Authorization", "Bearer {secret}"),), "sender": "Shop",
        "body": '{"messages": [{"from": "{sender}", "to": "{to}", "text": "{text}", "n": 1}]}',
    }  # fmt: skip
    return HttpGateway(**{**values, **more})  # type: ignore[arg-type]


def why(way: Way, message: TextMessage = TEXT) -> GatewayError:
    with pytest.raises(GatewayError) as caught:
        TextMessenger().send(way, message)
    return caught.value


@pytest.fixture
def book() -> GatewayBook:
    return GatewayBook()


@pytest.fixture
def port(book: GatewayBook) -> Iterator[int]:
    with gateway_server(book) as found:
        yield found


def test_a_gateway_gets_json_whose_texts_are_filled_and_cannot_break_out(
    book: GatewayBook, port: int
) -> None:
    TextMessenger().send(gateway(port), TEXT)
    asked = book.asked[0]
    assert (asked.method, asked.path) == ("POST", "/send")
    assert asked.headers["Authorization"] == f"Bearer {SECRET}"
    assert asked.headers["Idempotency-Key"] == "uuid-1"
    told = json.loads(asked.body)["messages"][0]
    assert told == {"from": "Shop", "to": "+491711234567", "text": TEXT.text, "n": 1}


def test_a_gateway_gets_a_form_or_all_of_it_in_the_address(book: GatewayBook, port: int) -> None:
    form = gateway(port, form=BodyForm.FORM, body="to={digits}\nkey={secret}\ntext={text}", headers=())
    TextMessenger().send(form, TEXT)
    query = gateway(
        port, form=BodyForm.QUERY, url=f"http://127.0.0.1:{port}/sms?to={{to}}&text={{text}}&key={{secret}}"
    )
    TextMessenger().send(query, TEXT)
    posted, got = book.asked
    assert dict(parse_qsl(posted.body)) == {"to": "491711234567", "key": SECRET, "text": TEXT.text}
    assert (got.method, got.body) == ("GET", "")
    assert dict(parse_qsl(urlsplit(got.path).query)) == {
        "to": TEXT.to, "text": TEXT.text, "key": SECRET,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (301, MailFault.ADDRESS), (400, MailFault.CONTENT), (401, MailFault.LOGIN), (403, MailFault.LOGIN),
        (404, MailFault.ADDRESS), (422, MailFault.CONTENT), (429, MailFault.BUSY), (503, MailFault.BUSY),
    ],
)  # fmt: skip
def test_what_a_status_means(book: GatewayBook, port: int, status: int, fault: MailFault) -> None:
    book.status, book.answer = status, f"no: {SECRET} is\r\nnot known"
    error = why(gateway(port))
    assert (error.fault, error.maybe_sent) == (fault, False)
    assert error.server_says == f"{status} no: *** is not known"


def test_a_yes_without_the_words_that_were_agreed_is_a_no(book: GatewayBook, port: int) -> None:
    book.answer = '{"status": "rejected"}'
    assert why(gateway(port, expects='"queued"')).fault is MailFault.CONTENT
    book.answer = '{"status": "queued"}'
    TextMessenger().send(gateway(port, expects='"queued"'), TEXT)


def test_an_answer_that_is_lost_after_all_had_left_is_told_as_that(book: GatewayBook, port: int) -> None:
    book.status = 0
    error = why(gateway(port))
    assert (error.fault, error.maybe_sent) == (MailFault.LOST, True)
    with rude_server(hang) as silent:
        error = why(gateway(silent, seconds=0.3))
    assert (error.fault, error.maybe_sent) == (MailFault.TIMEOUT, True)
    error = why(gateway(free_port()))
    assert (error.fault, error.maybe_sent) == (MailFault.REFUSED, False)


def test_over_tls_only_a_server_whose_certificate_is_trusted_is_told(
    tmp_path: Path, book: GatewayBook
) -> None:
    made: Certificate = make_certificate(tmp_path)
    with gateway_server(book, made.context) as port:
        url = f"https://localhost:{port}/hooks/s3cret"
        assert why(Hook(url, seconds=2.0)).fault is MailFault.CERTIFICATE
        assert book.asked == []
        TextMessenger().send(Hook(url, made.pem, 2.0), TEXT)
    assert (book.asked[0].path, json.loads(book.asked[0].body)) == ("/hooks/s3cret", {"text": TEXT.text})


def test_a_matrix_room_is_told_once_however_often_it_is_tried(book: GatewayBook, port: int) -> None:
    room = MatrixRoom(f"http://127.0.0.1:{port}", "!shop:example.com", "tok3n", seconds=2.0)
    TextMessenger().send(room, TEXT)
    asked = book.asked[0]
    assert asked.method == "PUT"
    assert asked.path == "/_matrix/client/v3/rooms/%21shop%3Aexample.com/send/m.room.message/uuid-1"
    assert asked.headers["Authorization"] == "Bearer tok3n"
    assert json.loads(asked.body) == {"msgtype": "m.text", "body": TEXT.text}
    book.status = 0
    assert not why(room).maybe_sent  # the transaction's id is the same next time


def test_no_secret_stands_in_what_a_log_would_show() -> None:
    for way in (
        gateway(1), Modem("/dev/ttyUSB0", pin="1234"), Hook("https://chat.example.com/hooks/k3y"),
        MatrixRoom("https://m.example.com", "!a:b", "k3y"),
    ):  # fmt: skip
        assert not any(word in repr(way) for word in (SECRET, "1234", "k3y"))


# --- the modem ---


def modem(phone: GsmPhone, **more: object) -> Modem:
    return Modem(phone.path, **{"seconds": 1.0, **more})  # type: ignore[arg-type]


def test_a_modem_sends_plain_texts_as_they_are_and_others_in_ucs2() -> None:
    with GsmPhone() as phone:
        driver = GsmModem()
        driver.send(modem(phone), TextMessage("1", "+491711234567", "Receipt 7, total 12,50 €"))
        driver.send(modem(phone), TextMessage("2", "+491711234567", "Schöne Grüße"))
    assert phone.taken == [
        ("+491711234567", "Receipt 7, total 12,50 EUR"), ("+491711234567", "Schöne Grüße"),
    ]  # fmt: skip


def test_a_long_text_goes_in_parts_that_say_which_they_are() -> None:
    text = "word " * 50
    with GsmPhone() as phone:
        GsmModem().send(modem(phone), TextMessage("1", "+4917", text))
    assert [part[:4] for _to, part in phone.taken] == ["1/2 ", "2/2 "]
    assert " ".join(part[4:] for _to, part in phone.taken).split() == text.split()


def test_control_signs_in_a_text_neither_end_it_nor_throw_it_away() -> None:
    with GsmPhone() as phone:
        GsmModem().send(modem(phone), TextMessage("1", "+4917", "a\x1ab\x1bc\rd"))
    assert phone.taken == [("+4917", "a b c d")]


@pytest.mark.parametrize(
    ("set_to", "fault", "maybe_sent"),
    [
        ({"dumb": True}, MailFault.MODEM, False),
        ({"has_card": False}, MailFault.SIM, False),
        ({"registered": 2}, MailFault.NETWORK, False),
        ({"refuse": "+CMS ERROR: 28"}, MailFault.NUMBER, False),
        ({"refuse": "+CMS ERROR: 331"}, MailFault.NETWORK, False),
        ({"refuse": "+CMS ERROR: 304"}, MailFault.CONTENT, False),
        ({"dumb_after_text": True}, MailFault.TIMEOUT, True),
    ],
    ids=["silent", "no card", "no network", "number", "network", "content", "lost"],
)
def test_what_a_modem_refuses_is_told_in_its_words(
    set_to: dict[str, object], fault: MailFault, *, maybe_sent: bool
) -> None:
    with GsmPhone(**set_to) as phone, pytest.raises(GatewayError) as caught:  # type: ignore[arg-type]
        GsmModem().send(modem(phone, seconds=0.3), TEXT)
    assert (caught.value.fault, caught.value.maybe_sent) == (fault, maybe_sent)
    assert phone.taken == []


def test_a_pin_is_given_once_and_a_wrong_one_never_again() -> None:
    with GsmPhone(pin="4711") as phone:
        driver = GsmModem()
        for pin in ("1111", "1111", ""):
            with pytest.raises(GatewayError) as caught:
                driver.send(modem(phone, pin=pin), TEXT)
            assert caught.value.fault is MailFault.SIM
            assert "1111" not in f"{caught.value} {caught.value.server_says}"
        assert phone.wrong_pins == 1  # three of them lock the card
        driver.send(modem(phone, pin="4711"), TextMessage("1", "+4917", "open"))
    assert phone.taken == [("+4917", "open")]


def test_a_port_that_is_not_there_is_no_modem() -> None:
    assert why(Modem("/dev/ttyNONE", seconds=0.2)).fault is MailFault.MODEM


@given(st.text(max_size=560))
def test_no_part_is_too_long_and_no_word_is_lost(text: str) -> None:
    parts = split(text)
    plain = all(ord(sign) < 128 for part in parts for sign in part)
    for part in parts:
        assert len(part.encode("utf-16-be")) // 2 <= (PART_PLAIN if plain else PART_WIDE)
    whole = "".join(parts) if len(parts) == 1 else "".join(part.partition(" ")[2] for part in parts)
    wanted = clean(text.replace("€", "EUR").replace("–", "-").replace("“", '"').replace("”", '"'))
    assert "".join(whole.split()) == "".join(wanted.split())
