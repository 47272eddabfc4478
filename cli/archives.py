"""Writing the archive of a period: the journal is signed to its end first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.archive.writing import Archive
    from app.kernel.permission import Actor
    from cli.opening import OpenShop


def write(shop: OpenShop, *, actor: Actor, since: date, until: date, path: Path, **progress: Any) -> Archive:
    """Sign what is not signed yet, then write; raises as app.archive.writing.write_archive."""
    from app.archive.writing import write_archive
    from app.audit.keys import sign_chains

    shop.runtime.run(sign_chains, actor=actor)
    made: Archive = shop.runtime.ask(
        write_archive, since=since, until=until, path=path, signer=shop.factory.signer,
        now=shop.factory.clock(), **progress,
    )  # fmt: skip
    return made
