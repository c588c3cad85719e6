"""Whether a folder lies on another machine: SQLite's locks cannot be trusted there, and two writers spoil the file."""

from pathlib import Path

MOUNTS = Path("/proc/mounts")
OVER_A_NETWORK = {
    "9p", "afs", "ceph", "cifs", "davfs", "fuse.ceph", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
    "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs", "virtiofs", "vboxsf",
}  # fmt: skip


def network_drive(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of network drive that this folder lies on; "" when it lies here, or when it cannot be told."""
    try:
        lines = mounts.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    kind, deepest, here = "", -1, folder.resolve()
    for line in lines:
        _, at, its_kind, *_ = line.split(" ")
        place = Path(at.replace("\\040", " "))
        if here.is_relative_to(place) and len(place.parts) >= deepest:  # of two on one place the later counts
            kind, deepest = its_kind, len(place.parts)
    return kind if kind in OVER_A_NETWORK else ""
