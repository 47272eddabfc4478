"""Product tiles: a list view with a delegate, so that 50,000 products cost what is in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import font, theme, theme_changed, tokens
from ui.widgets.scrolling import DragScroll

_GAP: Final = 8
_STRIPE: Final = 6
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole.value
_SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole.value
_TILE: Final = Qt.ItemDataRole.UserRole.value
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Tile:
    """One product as the grid shows it; numbers are text already."""

    product_id: int
    name: str
    price: str
    stock: str = ""  # "7 pc" or "only 3 pc"
    stock_short: str = ""  # the number alone, where the tile has no room for more
    low: bool = False  # stock is low: shown in the warning colour
    colour: int = 0  # 0 to 7: stripe of the category

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.name, self.price, self.stock) if part)


class TileModel(QAbstractListModel):
    """Tiles that were fetched so far; asks for more when the view comes near the end."""

    more_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._more = False

    def set_tiles(self, tiles: Sequence[Tile], *, more: bool) -> None:
        """Begin anew with these."""
        self.beginResetModel()
        self._tiles = list(tiles)
        self._more = more
        self.endResetModel()

    def append_tiles(self, tiles: Sequence[Tile], *, more: bool) -> None:
        """The next page."""
        self._more = more
        if tiles:
            first = len(self._tiles)
            self.beginInsertRows(QModelIndex(), first, first + len(tiles) - 1)
            self._tiles.extend(tiles)
            self.endInsertRows()

    def renew_tiles(self, tiles: Iterable[Tile]) -> None:
        """Show these as they are now, where they are; whatever is not among them stays."""
        now = {tile.product_id: tile for tile in tiles}
        for row, old in enumerate(self._tiles):
            new = now.get(old.product_id, old)
            if new != old:
                self._tiles[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def product_ids(self, limit: int) -> list[int]:
        """Of the first so many tiles."""
        return [tile.product_id for tile in self._tiles[:limit]]

    def tile(self, row: int) -> Tile | None:
        """The tile at a place, None beyond the end."""
        return self._tiles[row] if 0 <= row < len(self._tiles) else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many were fetched."""
        del parent
        return len(self._tiles)

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        """The tile for the delegate, texts for search by keyboard and for screen readers."""
        tile = self.tile(index.row())
        if tile is None:
            return None
        if role == _TILE:
            return tile
        if role == _DISPLAY:
            return tile.name
        return tile.spoken if role == _SPOKEN else None

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Whether the last page said there is more."""
        del parent
        return self._more

    def fetchMore(self, parent: AnyIndex) -> None:
        """Ask once for the page after the last."""
        del parent
        self._more = False
        self.more_wanted.emit(len(self._tiles))


class TileDelegate(QStyledItemDelegate):
    """Paints one tile: stripe, name in two rows, price, stock."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the tile of the index."""
        tile = index.data(_TILE)
        if tile is None:
            return
        area, direction, state = _geometry(option)
        box = QStyle.visualRect(direction, area, area.adjusted(0, 0, -_GAP, -_GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        pressed = bool(state & QStyle.StateFlag.State_Sunken)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        _paint_box(painter, box, tile, direction, pressed=pressed, focused=focused)
        _paint_texts(painter, box, tile, direction)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The whole cell of the grid."""
        del option, index
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize(tokens.TILE_W, tokens.TILE_H)


def _geometry(option: Any) -> tuple[QRect, Qt.LayoutDirection, QStyle.StateFlag]:
    # Any: the stubs do not know the fields of QStyleOption.
    return option.rect, option.direction, option.state


def _paint_box(
    painter: QPainter, box: QRect, tile: Tile, direction: Qt.LayoutDirection, *, pressed: bool, focused: bool
) -> None:
    now = theme()
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS, tokens.RADIUS)
    painter.fillPath(outline, QColor(now.pressed if pressed else now.surface))
    painter.save()
    painter.setClipPath(outline)
    stripe = QRect(box.left(), box.top(), _STRIPE + 1, box.height() + 1)
    painter.fillRect(QStyle.visualRect(direction, box, stripe), QColor(now.stripes[tile.colour % 8]))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(now.focus if focused else now.border), 2 if focused else 1))
    painter.drawPath(outline)


def _paint_texts(painter: QPainter, box: QRect, tile: Tile, direction: Qt.LayoutDirection) -> None:
    now = theme()
    inner = box.adjusted(_STRIPE + 10, 10, -10, -9)

    def seen(rect: QRect) -> QRect:
        return QStyle.visualRect(direction, box, rect)

    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font(tokens.BODY, 600))
    painter.setPen(QColor(now.text))
    for row, text in enumerate(two_rows(tile.name, painter.fontMetrics(), inner.width())):
        painter.drawText(seen(QRect(inner.left(), inner.top() + 19 * row, inner.width(), 19)), leading, text)
    foot = QRect(inner.left(), inner.bottom() - 21, inner.width(), 22)
    painter.setFont(font(tokens.PRICE, 700))
    painter.drawText(seen(foot), leading, tile.price)
    if tile.stock:
        taken = painter.fontMetrics().horizontalAdvance(tile.price) + 8
        painter.setFont(font(tokens.META, 600 if tile.low else 500))
        painter.setPen(QColor(now.warn if tile.low else now.text2))
        room = foot.adjusted(taken, 2, 0, 0)
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(seen(room), trailing, stock_text(tile, painter.fontMetrics(), room.width()))


def stock_text(tile: Tile, metrics: QFontMetrics, width: int) -> str:
    """The stock as far as there is room for it; half a number would be a wrong one, so none is cut."""
    fitting = (text for text in (tile.stock, tile.stock_short) if metrics.horizontalAdvance(text) <= width)
    return next(fitting, "")


def two_rows(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Break a name into at most two rows at a blank; what does not fit ends in "…".

    A last word of one or two letters ("1 kg", "0.5 l") takes its neighbour with it.
    """
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split()
    first = words[0]
    count = 1
    while count < len(words) and metrics.horizontalAdvance(f"{first} {words[count]}") <= width:
        first = f"{first} {words[count]}"
        count += 1
    if count == len(words) - 1 and count > 1 and len(words[-1]) <= 2:  # noqa: PLR2004
        count -= 1
        first = " ".join(words[:count])
    elide = Qt.TextElideMode.ElideRight
    rest = " ".join(words[count:])
    rows = [metrics.elidedText(first, elide, width)]
    return [*rows, metrics.elidedText(rest, elide, width)] if rest else rows


class TileGrid(QListView):
    """The grid of products.

    Signals:
        chosen(int): product_id of a tile that was tapped or on which Enter was pressed.
        more_wanted(int): the grid is near its end; answer with append_tiles from that offset.
    Setters: set_tiles, append_tiles, renew_tiles.
    """

    chosen = Signal(object)
    more_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tiles")
        self._tiles = TileModel(self)
        self._tiles.more_wanted.connect(self.more_wanted)
        self.setModel(self._tiles)
        self.setItemDelegate(TileDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.verticalScrollBar().setSingleStep(tokens.TILE_H // 2)
        self._drag = DragScroll(self)
        self.clicked.connect(self._clicked)
        self.setAccessibleName(self.tr("Products"))
        theme_changed().changed.connect(self.viewport().update)

    def set_tiles(self, tiles: Sequence[Tile], *, more: bool = False) -> None:
        """Show these from the top; more says whether further pages can be asked for."""
        self._tiles.set_tiles(tiles, more=more)
        self.scrollToTop()

    def append_tiles(self, tiles: Sequence[Tile], *, more: bool = False) -> None:
        """Add the next page."""
        self._tiles.append_tiles(tiles, more=more)

    def renew_tiles(self, tiles: Iterable[Tile]) -> None:
        """Other prices and stocks of tiles that are there; nothing scrolls."""
        self._tiles.renew_tiles(tiles)

    def product_ids(self, limit: int) -> list[int]:
        """Of the first so many tiles."""
        return self._tiles.product_ids(limit)

    def count(self) -> int:
        """How many tiles were fetched."""
        return self._tiles.rowCount()

    def columns(self) -> int:
        """Tiles side by side at the present width."""
        return max(1, self.viewport().width() // tokens.TILE_W)

    def minimumSizeHint(self) -> QSize:
        """Two tiles side by side, one row."""
        return QSize(2 * tokens.TILE_W, tokens.TILE_H)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width."""
        width = max(tokens.TILE_MIN_W, self.viewport().width() // self.columns() - 1)
        if self.gridSize().width() != width:
            self.setGridSize(QSize(width, tokens.TILE_H))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the tile under the keyboard's cursor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._drag.dragging:
            self._choose(index.row())

    def _choose(self, row: int) -> None:
        tile = self._tiles.tile(row)
        if tile is not None:
            self.chosen.emit(tile.product_id)
