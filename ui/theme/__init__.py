"""How the screens look: colours, typeface, icons.

    apply_theme(app, "dark")       once at the start and whenever the user switches
    theme()                        the Tokens in force; widgets that paint themselves ask while painting
    theme_changed()                the signal after a switch

See README.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ui.theme.apply import apply_theme, theme, theme_changed, zoom_environment
    from ui.theme.fonts import font
    from ui.theme.icons import app_icon, icon, pixmap
    from ui.theme.tokens import DARK, LIGHT, THEMES, Tokens

__all__ = [
    "DARK", "LIGHT", "THEMES", "Tokens", "app_icon", "apply_theme", "font", "icon", "pixmap", "theme",
    "theme_changed", "zoom_environment",
]  # fmt: skip

# loaded when first asked for: the first picture of the program needs the tokens only
_HOMES: Final = {
    "apply_theme": "apply", "theme": "apply", "theme_changed": "apply", "zoom_environment": "apply",
    "font": "fonts", "app_icon": "icons", "icon": "icons", "pixmap": "icons",
    "DARK": "tokens", "LIGHT": "tokens", "THEMES": "tokens", "Tokens": "tokens",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    found = getattr(import_module(f"ui.theme.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
