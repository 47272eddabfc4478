"""till list, register, join, replace, retire, rescue: machines that are tills of a shop."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop
from cli.output import table

if TYPE_CHECKING:
    from app.stations.registry import Invitation, Joined, StationRow
    from cli.main import Call
    from cli.opening import OpenShop


class NotAtServerError(Refusal):
    """Asked of a file."""

    message = "Stations are kept by the server: --database postgresql://owner@server/takings"


class OtherPepperError(Refusal):
    """A folder of another installation."""

    message = "{path} belongs to another shop. Choose an empty folder for the till with --data-dir."


def run(call: Call) -> int:
    """Do what was asked."""
    actions = {
        "list": _list, "register": _register, "replace": _replace, "retire": _retire, "join": _join,
        "rescue": _rescue,
    }  # fmt: skip
    return actions[call.options.action](call)


def _at_server(call: Call) -> OpenShop:
    shop = existing_shop(call)
    if shop.place.file is not None:
        shop.close()
        raise NotAtServerError
    return shop


def _list(call: Call) -> int:
    from app.stations.registry import list_stations

    shop = _at_server(call)
    try:
        rows = shop.runtime.ask(list_stations)
    finally:
        shop.close()
    heads = ("Till", "Name", "Machine", "Documents", "Unsent", "Seen", "Alarm")
    for line in table([heads, *(_shown(r) for r in rows)]):
        call.output.say(line)
    call.output.give(stations=rows)
    return exits.OK


def _shown(r: StationRow) -> tuple[str, ...]:
    seen = f"{r.seen_at:%Y-%m-%d %H:%M}" if r.seen_at else "not joined yet"
    return (
        r.till_code, r.till_name, str(r.epoch), str(r.last_seq), "?" if r.unsent is None else str(r.unsent),
        "retired" if r.retired_at else seen, r.alarm or "",
    )  # fmt: skip


def _register(call: Call) -> int:
    from app.access.pins import load_pepper
    from app.kernel.permission import SYSTEM_ACTOR
    from app.stations.registry import register_station

    shop = _at_server(call)
    try:
        invitation: Invitation = shop.runtime.run(
            register_station, actor=SYSTEM_ACTOR, till_code=call.options.code,
            pepper=load_pepper(call.folders.data),
        )  # fmt: skip
    finally:
        shop.close()
    return _invited(call, shop, invitation)


def _replace(call: Call) -> int:
    from app.access.pins import load_pepper
    from app.kernel.permission import SYSTEM_ACTOR
    from app.stations.registry import replace_station

    shop = _at_server(call)
    try:
        invitation: Invitation = shop.runtime.run(
            replace_station, actor=SYSTEM_ACTOR, till_code=call.options.code,
            pepper=load_pepper(call.folders.data), nothing_left=call.options.nothing_left,
        )  # fmt: skip
    finally:
        shop.close()
    return _invited(call, shop, invitation)


def _invited(call: Call, shop: OpenShop, invitation: Invitation) -> int:
    from sqlalchemy.engine import make_url

    url = make_url(shop.place.url).set(drivername="postgresql", username=invitation.role, password=None)
    address = url.render_as_string(hide_password=False)
    call.output.say(f"On the machine of till {invitation.till_code}:")
    call.output.say(f"  python main.py till join '{address}' --as {invitation.till_code}")
    call.output.say(f"The code it asks for, good once: {invitation.code}")
    call.output.give(till=invitation.till_code, url=address, code=invitation.code)
    return exits.OK


def _retire(call: Call) -> int:
    from app.kernel.permission import SYSTEM_ACTOR
    from app.stations.registry import retire_station

    shop = _at_server(call)
    try:
        shop.runtime.run(
            retire_station, actor=SYSTEM_ACTOR, till_code=call.options.code,
            nothing_left=call.options.nothing_left,
        )  # fmt: skip
    finally:
        shop.close()
    call.output.say(f"{call.options.code} is a station no more; what it sold stays.")
    call.output.give(till=call.options.code, retired=True)
    return exits.OK


def _join(call: Call) -> int:
    """The password and the pepper are kept before the code is spent for good."""
    from app.kernel.permission import SYSTEM_ACTOR
    from app.runtime.run import Runtime
    from app.stations.joining import check_empty, fill_till
    from app.stations.registry import join_station, tidy
    from cli.opening import Place, open_shop
    from cli.stations import server_factory

    code = tidy(getpass("One-time code: ") if sys.stdin.isatty() else sys.stdin.readline())
    here = open_shop(Place(f"sqlite:///{call.folders.shop}", call.folders))
    try:
        here.runtime.ask(check_empty)
        guest = server_factory(call.options.url, call.folders, password=code)
        try:
            joined: Joined = Runtime(guest).run(
                join_station, actor=SYSTEM_ACTOR, till_code=call.options.till_as, code=code
            )
        finally:
            guest.dispose()
        _keep(call, joined)
        door = server_factory(call.options.url, call.folders)
        try:
            fill_till(here.runtime, Runtime(door), joined)
        finally:
            door.dispose()
    finally:
        here.close()
    call.output.say(f"This machine is till {joined.till_code} now. Start it: python main.py")
    call.output.give(till=joined.till_code, database=here.place.shown)
    return exits.OK


def _keep(call: Call, joined: Joined) -> None:
    from app.access.pins import keep_pepper
    from cli.local_settings import save_local
    from cli.stations import SECRET, SERVER
    from drivers.mail.secrets import KeyringStore

    if not keep_pepper(call.folders.data, joined.pepper):
        raise OtherPepperError(path=call.folders.data)
    KeyringStore(call.folders.data).keep(SECRET, joined.password)
    call.local[SERVER] = call.options.url
    call.local["till"] = joined.till_code
    save_local(call.folders.local_settings, call.local)


def _rescue(call: Call) -> int:
    from app.stations.drain import Drainer
    from app.stations.outbox import count_unsent, get_self
    from cli.opening import Place, open_shop

    server = _at_server(call)
    try:
        old = open_shop(Place(f"sqlite:///{call.options.file}", call.folders), migrate=False)
        try:
            me = old.runtime.ask(get_self)
            before = old.runtime.ask(count_unsent)
            Drainer(old.runtime, lambda: server.runtime, bus=old.bus).send()
            left = old.runtime.ask(count_unsent)
        finally:
            old.close()
    finally:
        server.close()
    call.output.say(f"Till {me.till_code}: {before - left} documents were sent, {left} are left.")
    if not left:
        call.output.say(f"Another machine may take its place: main.py till replace {me.till_code}")
    call.output.give(till=me.till_code, sent=before - left, left=left)
    return exits.OK if not left else exits.REFUSED
