"""A folder shared with a shop outside: its orders come in, stock and prices go back, again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from app.db.errors import DatabaseError
from app.kernel.permission import Actor, PermissionNeededError
from app.kernel.refusal import CommitUnknownError, Refusal
from app.orders.imports.profiles import CSV
from app.orders.imports.reading import OutsideReader
from app.orders.imports.refusals import NoSuchImportListError, NoSuchOrderProfileError
from app.orders.imports.run import ImportedOrders, import_orders
from app.orders.imports.shop_file import SHOP_PROFILES, write_shop_file
from app.runtime.run import Runtime

ORDERS: Final = "orders"
DONE: Final = "done"
REFUSED: Final = "refused"
BACK: Final = "stock-and-prices.csv"
R = TypeVar("R")
# refusals that say nothing of the file: it stays where it is for the next run
_NOT_THE_FILE: Final = (
    PermissionNeededError, DatabaseError, CommitUnknownError, NoSuchImportListError, NoSuchOrderProfileError,
)  # fmt: skip
_STAMP: Final = "%Y%m%d-%H%M%S"


class SyncFolderError(Refusal):
    """The folder cannot be read, or nothing can be moved in it."""

    message = "The folder {path} cannot be used ({detail}). Check that it is there and may be written to."


@dataclass(frozen=True, slots=True)
class SyncedFile:
    """What became of one file; `refusal` where it could not be read at all."""

    name: str
    result: ImportedOrders | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Synced:
    """What one run did: files in the order of their names, and how many goods went back into which file."""

    files: tuple[SyncedFile, ...]
    goods: int
    back: Path

    @property
    def is_whole(self) -> bool:
        """Nothing was left out."""
        return all(x.result is not None and not x.result.errors for x in self.files)


def sync_folder(
    runtime: Runtime, *, actor: Actor, folder: Path, profile: str | None = None,
    price_list: str | None = None, confirm: bool = True, reader: OutsideReader | None = None,
) -> Synced:  # fmt: skip
    """Take in every file of `orders/`, move it to `done/` (or `refused/`), write stock and prices.

    An order comes in once, so a run that was cut off is just done again. Hidden files and `.part` are still
    being written and wait for the next run. A file of which an order was left out is done all the same: the
    caller tells of it.

    Args:
        runtime: runs it.
        actor: as of import_orders.
        folder: holds `orders/`; the others are made.
        profile: as of import_orders; also whose columns go back (those of "csv" where it has none).
        price_list: as of import_orders.
        confirm: as of import_orders.
        reader: as of import_orders.

    Raises:
        SyncFolderError, ShopFileNotWrittenError: see their sentences.
        PermissionNeededError, DatabaseError, NoSuchImportListError, NoSuchOrderProfileError: a file that was
            being read stays where it is.
    """
    waiting = _on_disk(folder, lambda: _waiting(folder))
    stamp = runtime.factory.clock().strftime(_STAMP)
    files = []
    for path in waiting:
        try:
            result = import_orders(
                runtime, actor=actor, path=path, profile=profile, price_list=price_list, confirm=confirm,
                reader=reader,
            )  # fmt: skip
            files.append(SyncedFile(path.name, result))
        except _NOT_THE_FILE:
            raise
        except Refusal as refusal:
            files.append(SyncedFile(path.name, refusal=refusal))
        goal = folder / (REFUSED if files[-1].refusal else DONE) / f"{stamp}-{path.name}"
        _on_disk(folder, partial(path.replace, goal))
    back = folder / BACK
    columns = profile if profile in SHOP_PROFILES else CSV
    goods = write_shop_file(runtime, path=back, profile=columns, price_list=price_list)
    return Synced(tuple(files), goods, back)


def _waiting(folder: Path) -> list[Path]:
    for name in (ORDERS, DONE, REFUSED):
        (folder / name).mkdir(exist_ok=True)
    return sorted(
        path
        for path in (folder / ORDERS).iterdir()
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".part"
    )


def _on_disk(folder: Path, work: Callable[[], R]) -> R:
    try:
        return work()
    except OSError as error:
        raise SyncFolderError(path=folder, detail=error.strerror) from error
