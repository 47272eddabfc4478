"""Short messages and chats over HTTP: what is asked, and what the answers mean."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote, urlencode

from app.devices.mail import MailFault
from app.devices.texting import BodyForm, GatewayError, Hook, HttpGateway, MatrixRoom, TextMessage
from app.kernel.text import clean
from drivers.texting.calls import Answer, Call, Caller

_GAP: Final = re.compile(r"\{([a-z]+)\}")
_WORDS: Final = 160  # of the gateway, in the log
_JSON: Final = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"}
_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}


def ask_gateway(caller: Caller, way: HttpGateway, message: TextMessage) -> None:
    """Hand a short message to a gateway; raises GatewayError."""
    values = {
        "to": message.to, "digits": message.to.lstrip("+"), "text": message.text, "id": message.uuid,
        "sender": way.sender, "secret": way.secret,
    }  # fmt: skip
    headers = {"Idempotency-Key": message.uuid, **_kind(way)}
    for name, value in way.headers:
        headers[name] = _filled(value, values, _header)
    body = _body(way, values)
    url = _filled(way.url, values, lambda value: quote(value, safe=""))
    method = "GET" if way.form is BodyForm.QUERY else "POST"
    answer = caller.call(Call(method, url, headers, body, way.own_certificate, way.seconds))
    _check(answer, way.secret, expects=way.expects)


def ask_hook(caller: Caller, way: Hook, message: TextMessage) -> None:
    """Say something in a chat by its incoming webhook; raises GatewayError."""
    body = json.dumps({"text": message.text}, ensure_ascii=False).encode()
    answer = caller.call(Call("POST", way.url, _JSON, body, way.own_certificate, way.seconds))
    _check(answer, way.url)


def ask_matrix(caller: Caller, way: MatrixRoom, message: TextMessage) -> None:
    """Say something in a room; raises GatewayError.

    Matrix Client-Server API v1.x, PUT /_matrix/client/v3/rooms/{roomId}/send/{eventType}/{txnId}: the server
    knows a repetition by the transaction's id, so a lost answer is no reason to ask a person.
    """
    url = (
        f"{way.server.rstrip('/')}/_matrix/client/v3/rooms/{quote(way.room, safe='')}"
        f"/send/m.room.message/{quote(message.uuid, safe='')}"
    )
    headers = {**_JSON, "Authorization": f"Bearer {_header(way.token)}"}
    body = json.dumps({"msgtype": "m.text", "body": message.text}, ensure_ascii=False).encode()
    try:
        answer = caller.call(Call("PUT", url, headers, body, way.own_certificate, way.seconds))
    except GatewayError as error:
        raise GatewayError(error.fault, server_says=error.server_says) from error
    _check(answer, way.token, expects="event_id")


def _kind(way: HttpGateway) -> Mapping[str, str]:
    if way.form is BodyForm.QUERY:
        return {}
    return _JSON if way.form is BodyForm.JSON else _FORM


def _body(way: HttpGateway, values: Mapping[str, str]) -> bytes:
    if way.form is BodyForm.QUERY:
        return b""
    if way.form is BodyForm.FORM:
        pairs = [row.partition("=") for row in way.body.splitlines() if row.strip()]
        return urlencode(
            [(name.strip(), _filled(value, values, _as_it_is)) for name, _, value in pairs]
        ).encode()
    return json.dumps(_within(json.loads(way.body), values), ensure_ascii=False).encode()


def _within(part: Any, values: Mapping[str, str]) -> Any:
    """JSON with the gaps of its texts filled: nothing that is filled in can end a text."""
    if isinstance(part, str):
        return _filled(part, values, _as_it_is)
    if isinstance(part, list):
        return [_within(x, values) for x in part]
    if isinstance(part, dict):
        return {name: _within(x, values) for name, x in part.items()}
    return part


def _filled(text: str, values: Mapping[str, str], escape: Callable[[str], str]) -> str:
    return _GAP.sub(lambda found: escape(values.get(found[1], found[0])), text)


def _as_it_is(value: str) -> str:
    return value


def _header(value: str) -> str:
    """A value that can be nothing but one header's."""
    return clean(value).encode("ascii", "ignore").decode("ascii")


def _check(answer: Answer, secret: str, *, expects: str = "") -> None:
    """Raise for an answer that is no yes."""
    said = clean(answer.text.replace(secret, "***") if secret else answer.text)[:_WORDS]
    status = answer.status
    if 200 <= status < 300:  # noqa: PLR2004 - HTTP's "done"
        if expects and expects not in answer.text:
            raise GatewayError(MailFault.CONTENT, server_says=f"{status} {said}")
        return
    raise GatewayError(_fault(status), server_says=f"{status} {said}".strip())


_BY_STATUS: Final = {
    401: MailFault.LOGIN, 403: MailFault.LOGIN, 404: MailFault.ADDRESS, 405: MailFault.ADDRESS,
    408: MailFault.BUSY, 410: MailFault.ADDRESS, 425: MailFault.BUSY, 429: MailFault.BUSY,
}  # fmt: skip


def _fault(status: int) -> MailFault:
    """What a status means; one of 300 to 399 wants another address, which nobody follows with a secret."""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status >= 500:  # noqa: PLR2004 - the gateway's own trouble
        return MailFault.BUSY
    return MailFault.CONTENT if status >= 400 else MailFault.ADDRESS  # noqa: PLR2004 - the request is wrong
