"""The QPalette of a theme, for what Qt paints itself (style Fusion)."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Tokens


def make_palette(theme: Tokens) -> QPalette:
    """All roles that Fusion reads, and the group Disabled."""
    palette = QPalette()
    role = QPalette.ColorRole
    for colour_role, colour in {
        role.Window: theme.bg,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.surface2,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.text2,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Link: theme.primary,
        role.LinkVisited: theme.primary,
        role.Highlight: theme.primary,
        role.HighlightedText: theme.on_primary,
        role.Accent: theme.primary,
        role.Light: theme.surface,
        role.Midlight: theme.surface2,
        role.Mid: theme.border,
        role.Dark: theme.border_strong,
        role.Shadow: theme.border_strong,
    }.items():
        palette.setColor(colour_role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for colour_role in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(disabled, colour_role, QColor(theme.border_strong))
    palette.setColor(disabled, role.Highlight, QColor(theme.border))
    return palette
