"""A device of a plug-in: whatever its driver raises becomes a DeviceError, so that no sale stops for it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from app.devices.ports import DRIVER_FAILED, DeviceError, DeviceFault, Health, HealthState, tr
from app.kernel.refusal import Refusal

_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {"labels": "label printer", "display": "customer display", "terminal": "card terminal"}
)
PLUGIN_OFF: Final = tr("Refusal", "no plug-in that is turned on has a driver for it.")
_log = logging.getLogger(__name__)


class PluggedDevice:
    """Hands every call on to the device of the plug-in.

    A call that raises anything but a Refusal raises DeviceError; it counts as begun, since
    nobody knows what left.
    `health` never raises. The driver is looked for when it is first used.

    Args:
        role: of the device.
        find: gives the device; None where no plug-in that is on has a driver for it.
    """

    def __init__(self, role: str, find: Callable[[], Any]) -> None:
        self._name = _NAMES.get(role, role)
        self._find = find
        self._found: Any = None

    def is_there(self) -> bool:
        """Whether a plug-in has such a driver; raises what a driver says that cannot be made."""
        if self._found is None:
            self._found = self._find()
        return self._found is not None

    def _device(self) -> Any:
        if not self.is_there():
            raise DeviceError(device=self._name, fault=DeviceFault.NOT_FOUND, detail=PLUGIN_OFF)
        return self._found

    def health(self) -> Health:
        """How it is; an error where the driver fails."""
        try:
            found = self._device().health()
        except Refusal as refusal:
            return Health(HealthState.ERROR, str(refusal))
        except Exception:  # noqa: BLE001 - it is told, and the till goes on
            _log.exception("plug-in driver of the %s", self._name)
            found = None
        return found if isinstance(found, Health) else Health(HealthState.ERROR, DRIVER_FAILED)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or (name == "close" and self._found is None):
            raise AttributeError(name)
        value = getattr(self._device(), name)
        return self._handed_on(value) if callable(value) else value

    def _handed_on(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            try:
                return method(*arguments, **named)
            except Refusal:
                raise
            except Exception as error:
                _log.exception("plug-in driver of the %s", self._name)
                raise DeviceError(
                    device=self._name, fault=DeviceFault.UNSUPPORTED, detail=DRIVER_FAILED, nothing_sent=False
                ) from error

        return call
