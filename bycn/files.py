"""Files that a command writes: whole, or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bycn.graph_model.errors import BycnError
from bycn.terminal import give_lines


class FileExists(BycnError):
    """The file to write is there already."""


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_lines(lines: Iterable[str], path: str, *, force: bool = False) -> None:
    """Write lines to a file, or to stdout for `-`. An existing file is only replaced by `force`.

    Raises:
        FileExists: the file is there and `force` isn't given.
        OSError: it can't be written; nothing is left behind then.

    """
    if path == "-":
        give_lines(lines)
        return
    target = Path(path)
    if target.exists() and not force:
        raise FileExists(f"{path} exists already; --force overwrites it")
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as draft:
        try:
            draft.writelines(lines)
            draft.close()
            Path(draft.name).chmod(0o666 & ~_umask())
            Path(draft.name).replace(target)
        except BaseException:
            draft.close()
            Path(draft.name).unlink(missing_ok=True)
            raise
