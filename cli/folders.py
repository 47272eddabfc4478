"""Where this machine keeps things: the system's usual places, or everything below one folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

APP: Final = "takings"
ENVIRONMENT: Final = "TAKINGS_DATA_DIR"
SHOP_FILE: Final = "takings.db"
TRAINING_FILE: Final = "training.db"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one installation; they are made when first written to."""

    data: Path
    config: Path
    logs: Path

    @property
    def shop(self) -> Path:
        """The SQLite file of the shop."""
        return self.data / SHOP_FILE

    @property
    def training(self) -> Path:
        """The SQLite file for practice; never the shop's."""
        return self.data / TRAINING_FILE

    @property
    def backups(self) -> Path:
        """Where backups go that the program makes by itself."""
        return self.data / "backups"

    @property
    def local_settings(self) -> Path:
        """What belongs to this machine and not to the shop: theme, keys, which till this is."""
        return self.config / "local.json"


def find_folders(data_dir: Path | None) -> Folders:
    """Everything below `data_dir`, or below TAKINGS_DATA_DIR, else where the system keeps such things."""
    chosen = data_dir or (Path(os.environ[ENVIRONMENT]) if os.environ.get(ENVIRONMENT) else None)
    if chosen is not None:
        root = chosen.expanduser().resolve()
        return Folders(root, root, root / "logs")
    import platformdirs

    return Folders(
        Path(platformdirs.user_data_dir(APP, appauthor=False)),
        Path(platformdirs.user_config_dir(APP, appauthor=False)),
        Path(platformdirs.user_log_dir(APP, appauthor=False)),
    )
