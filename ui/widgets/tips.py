"""Tooltips and menus that show data as it is: never as markup, never with a key of its own."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """A text for `setToolTip` and the like, which take whatever looks like HTML for HTML.

    A name such as "<img src=http://...>" would be fetched, "<b>" would vanish; here it is read as typed.
    """
    if not Qt.mightBeRichText(text):
        return text
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def plain_act(text: str) -> str:
    """A text for a menu or a tick, in which a single "&" would become the mark of a key."""
    return text.replace("&", "&&")
