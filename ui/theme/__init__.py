"""How the screens look: colours, typeface, icons.

    apply_theme(app, "dark")       once at the start and whenever the user switches
    theme()                        the Tokens in force; widgets that paint themselves ask while painting
    theme_changed()                the signal after a switch

See README.md.
"""

from ui.theme.apply import apply_theme, theme, theme_changed, zoom_environment
from ui.theme.fonts import font
from ui.theme.icons import app_icon, icon, pixmap
from ui.theme.tokens import DARK, LIGHT, THEMES, Tokens

__all__ = [
    "DARK", "LIGHT", "THEMES", "Tokens", "app_icon", "apply_theme", "font", "icon", "pixmap", "theme",
    "theme_changed", "zoom_environment",
]  # fmt: skip
