"""devices: which there are, how they are, and a test of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop, till_code
from cli.output import table

if TYPE_CHECKING:
    from cli.main import Call


class NothingToTestError(Refusal):
    """No such device, or none that can be tested from here."""

    message = "There is no {role} to test here. Roles: printer, drawer, display."


def run(call: Call) -> int:
    """List or test; 1 when a test fails."""
    from cli.compose import open_devices

    shop = existing_shop(call)
    try:
        code = till_code(call, shop)
        devices = open_devices(shop, code)
    finally:
        shop.close()
    try:
        return _test(call, devices) if call.options.action == "test" else _list(call, devices, code)
    finally:
        devices.close()


def _list(call: Call, devices: Any, code: str) -> int:
    from drivers.registry import list_serial_ports

    health = devices.health()
    rows = [
        (role, url, health[role].state.value, health[role].detail) for role, url in devices.urls().items()
    ]
    call.output.say(f"Till {code}")
    for line in table(rows):
        call.output.say(f"  {line}")
    ports = list_serial_ports()
    if ports:
        call.output.say("Serial ports of this machine:")
    for port in ports:
        call.output.say(f"  {port.url}  {port.description}")
    call.output.give(
        till=code,
        devices=[{"role": r, "url": u, "state": s, "detail": d} for r, u, s, d in rows],
        serial_ports=[{"url": p.url, "description": p.description} for p in ports],
    )
    return exits.OK


def _test(call: Call, devices: Any) -> int:
    found = {r: getattr(devices, r) for r in ("printer", "drawer", "display") if getattr(devices, r)}
    wanted = [call.options.role] if call.options.role else list(found)
    results = []
    for role in wanted:
        if role not in found:
            raise NothingToTestError(role=role)
        results.append({"role": role, **_try(role, found[role])})
    for result in results:
        call.output.say(f"{result['role']}: {result['detail']}")
    call.output.give(tests=results)
    return exits.OK if all(r["works"] for r in results) else exits.REFUSED


def _try(role: str, device: Any) -> dict[str, object]:
    from app.devices.ports import DeviceError
    from app.devices.sample import test_page

    try:
        if role == "printer":
            return {"works": True, "detail": f"test page {device.print_paper(test_page()).value}"}
        if role == "drawer":
            device.kick()
            return {"works": True, "detail": "told to open"}
        device.show("Takings", "0123456789")
    except DeviceError as error:
        return {"works": False, "detail": str(error)}
    return {"works": True, "detail": "shows two lines"}
