"""devices: which there are, how they are, and a test of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop, till_code
from cli.output import table

if TYPE_CHECKING:
    from cli.main import Call


class NothingToTestError(Refusal):
    """No such device, or none that can be tested from here."""

    message = "There is no {role} to test here. Roles: printer, drawer, display, terminal, scale."


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
    roles = ("printer", "drawer", "display", "terminal", "scale")
    found = {r: getattr(devices, r) for r in roles if getattr(devices, r)}
    if "terminal" in found and not found["terminal"].name:
        del found["terminal"]  # worked by hand: there is nothing to ask
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

    try:
        return {"works": True, "detail": _TESTS[role](device)}
    except DeviceError as error:
        return {"works": False, "detail": str(error)}


def _print(printer: Any) -> str:
    from app.devices.sample import test_page

    return f"test page {printer.print_paper(test_page()).value}"


def _kick(drawer: Any) -> str:
    drawer.kick()
    return "told to open"


def _show(display: Any) -> str:
    display.show("Takings", "0123456789")
    return "shows two lines"


def _ask_terminal(terminal: Any) -> str:
    from app.devices.ports import DeviceError, DeviceFault, HealthState

    health = terminal.check()
    if health.state is not HealthState.READY:
        raise DeviceError(device="card terminal", fault=DeviceFault.OFFLINE, detail=health.detail)
    return "ready"


def _weigh(scale: Any) -> str:
    from app.devices.weight import NO_WEIGHT_WORDS, NoWeight

    answer = scale.read()
    if isinstance(answer, NoWeight):
        return NO_WEIGHT_WORDS[answer]
    return f"{answer.in_unit('kg')} g"  # thousandths of a kilogram


_TESTS: Final[Mapping[str, Callable[[Any], str]]] = {
    "printer": _print, "drawer": _kick, "display": _show, "terminal": _ask_terminal, "scale": _weigh,
}  # fmt: skip
