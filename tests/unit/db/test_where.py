"""A shop's file on a network drive or in a synchronised folder is refused in words."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app.db.where import DatabaseSharedError, check_own_disk, network_kind, synced_by
from cli.folders import Folders
from cli.opening import Place, open_shop

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /dev/shm tmpfs rw 0 0
nas:/export /mnt/shop nfs4 rw 0 0
//nas/all /mnt/all\\040tills cifs rw 0 0
/dev/sdb1 /mnt/shop/own ext4 rw 0 0
cut
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/till/takings.db", ""),
        ("/mnt/shop/takings.db", "nfs4"),
        ("/mnt/shopping/takings.db", ""),
        ("/mnt/shop/own/takings.db", ""),
        ("/mnt/all tills/a/takings.db", "cifs"),
    ],
)
def test_the_innermost_drive_says_what_kind_it_is(path: str, kind: str) -> None:
    assert network_kind(PurePosixPath(path), MOUNTS) == kind


def test_folders_that_other_programs_copy_are_known_by_name() -> None:
    assert synced_by(PureWindowsPath(r"C:\Users\till\OneDrive - Corner Shop\takings.db")) == (
        "OneDrive - Corner Shop"
    )
    assert synced_by(PurePosixPath("/home/till/Dropbox/takings.db")) == "Dropbox"
    assert synced_by(PurePosixPath("/home/till/shop/takings.db")) == ""


def test_a_shop_in_a_synchronised_folder_is_not_opened_and_a_till_of_its_own_disk_is(tmp_path: Path) -> None:
    check_own_disk(tmp_path / "takings.db")
    folder = tmp_path / "Dropbox"
    with pytest.raises(DatabaseSharedError, match="share a server"):
        open_shop(Place(f"sqlite:///{folder}/takings.db", Folders(folder, folder, folder)))
    assert not folder.exists()
