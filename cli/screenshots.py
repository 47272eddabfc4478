"""Pictures of the real screens, drawn off screen."""

from __future__ import annotations

from pathlib import Path

from cli.output import Output


def take_pictures(data_dir: Path, folder: Path, output: Output) -> list[str]:
    """One PNG a screen; returns their names."""
    del data_dir, folder, output
    return []
