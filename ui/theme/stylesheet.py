"""The one style sheet of the program, made from the tokens.

Widgets that paint themselves (ui.widgets) read the tokens; this sheet is for Qt's own widgets.
A sheet on a single widget cascades into its children and breaks them: there is none elsewhere.
"""

from __future__ import annotations

from typing import Final

from ui.theme import tokens as t
from ui.theme.tokens import Tokens

_TONES: Final = ("text", "text2", "primary", "ok", "danger", "warn", "on_header", "header2", "warn_header")


def make_stylesheet(theme: Tokens) -> str:
    """Style sheet for the whole application."""
    tones = "\n".join(f'QLabel[tone="{name}"] {{ color: {getattr(theme, name)}; }}' for name in _TONES)
    return "\n".join((_surfaces(theme), tones, _edits(theme), _buttons(theme), _lists(theme), _small(theme)))


def _surfaces(theme: Tokens) -> str:
    return f"""
QLabel {{ background: transparent; }}
QToolTip {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border_strong};
  padding: 6px 8px; }}
QFrame#card {{ background: {theme.surface}; border: 1px solid {theme.border};
  border-radius: {t.RADIUS_CARD}px; }}
QFrame#well {{ background: {theme.surface2}; border: 1px solid {theme.border};
  border-radius: {t.RADIUS}px; }}
QFrame#header {{ background: {theme.header}; border: none; }}
QFrame#rule {{ background: {theme.border}; border: none; }}
QScrollArea#plain, QWidget#plainBody {{ background: transparent; border: none; }}
QFrame#training {{ background: {theme.warn_soft}; border: none; border-bottom: 2px solid {theme.warn}; }}
"""


def _edits(theme: Tokens) -> str:
    kinds = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit"
    focus = ", ".join(f"{kind.strip()}:focus" for kind in kinds.split(","))
    return f"""
{kinds} {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border_strong};
  border-radius: {t.RADIUS}px; padding: 0 12px; min-height: {t.CONTROL_H - 4}px;
  selection-background-color: {theme.primary}; selection-color: {theme.on_primary}; }}
{focus} {{ border: 2px solid {theme.focus}; padding: 0 11px; }}
QPlainTextEdit, QTextEdit {{ padding: 8px; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {theme.surface2}; color: {theme.text2};
  border-color: {theme.border}; }}
QLineEdit[bad="true"] {{ border: 2px solid {theme.danger}; padding: 0 11px; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox QAbstractItemView {{ background: {theme.surface}; color: {theme.text};
  border: 1px solid {theme.border_strong}; selection-background-color: {theme.primary_soft};
  selection-color: {theme.text}; }}
"""


def _buttons(theme: Tokens) -> str:
    return f"""
QPushButton {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border};
  border-radius: {t.RADIUS}px; padding: 0 16px; min-height: 42px; font-weight: 500; }}
QPushButton:hover {{ background: {theme.surface2}; }}
QPushButton:pressed {{ background: {theme.pressed}; }}
QPushButton:checked {{ background: {theme.primary_soft}; border-color: {theme.primary};
  color: {theme.primary}; }}
QPushButton:focus {{ border: 2px solid {theme.focus}; padding: 0 15px; }}
QPushButton:disabled {{ background: {theme.surface2}; color: {theme.text2}; }}
QPushButton:default {{ background: {theme.primary}; color: {theme.on_primary};
  border-color: {theme.primary}; }}
QCheckBox, QRadioButton {{ spacing: 10px; min-height: 32px; }}
"""


def _lists(theme: Tokens) -> str:
    return f"""
QListView, QTableView, QTreeView {{ background: {theme.surface}; color: {theme.text};
  border: 1px solid {theme.border}; border-radius: {t.RADIUS}px; gridline-color: {theme.border};
  selection-background-color: {theme.primary_soft}; selection-color: {theme.text};
  alternate-background-color: {theme.surface2}; outline: none; }}
QListView#tiles {{ background: {theme.bg}; border: none; border-radius: 0; }}
QListView#rows {{ background: {theme.surface}; border: none; border-radius: 0; }}
QHeaderView {{ background: {theme.surface2}; border: none; }}
QHeaderView::section {{ background: {theme.surface2}; color: {theme.text2}; border: none;
  border-bottom: 1px solid {theme.border}; padding: 8px 10px; font-weight: 600; }}
QTableCornerButton::section {{ background: {theme.surface2}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {theme.border_strong}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 40px; }}
QScrollBar::handle:horizontal {{ min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: none; width: 0; height: 0; }}
"""


def _small(theme: Tokens) -> str:
    return f"""
QMenu {{ background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.border_strong};
  padding: 6px; }}
QMenu::item {{ padding: 10px 28px 10px 14px; border-radius: {t.RADIUS_SMALL}px; }}
QMenu::item:selected {{ background: {theme.primary_soft}; color: {theme.text}; }}
QMenu::item:disabled {{ color: {theme.text2}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: 6px 8px; }}
QTabBar::tab {{ background: transparent; color: {theme.text2}; padding: 10px 18px; font-weight: 600;
  border-bottom: 3px solid transparent; }}
QTabBar::tab:selected {{ color: {theme.primary}; border-bottom-color: {theme.primary}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {theme.border}; }}
QProgressBar {{ background: {theme.surface2}; border: 1px solid {theme.border}; border-radius: 6px;
  text-align: center; min-height: 20px; }}
QProgressBar::chunk {{ background: {theme.primary}; border-radius: 5px; }}
QSplitter::handle {{ background: {theme.border}; }}
QStatusBar {{ background: {theme.surface}; color: {theme.text2}; }}
"""
