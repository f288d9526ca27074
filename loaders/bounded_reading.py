"""Files that somebody else made are read to a bound; what never ends, such as a pipe or a device, isn't read at all."""

import errno
import os
import stat
from pathlib import Path

MOST_IN_TABLE = 1 << 30
MOST_IN_QUESTION = 1 << 20
MOST_IN_SECRET = 1 << 12


def content(path: Path, most: int) -> bytes:
    """The bytes of a file. One without a size is empty, also where a system would make its text up, or wait for one.

    Raises:
        OSError: it can't be read, is no file, or holds more than `most` bytes.

    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "no file, but a folder, a pipe or a device", str(path))
    return _to_the_end(path, most) if status.st_size else b""


def secret(path: Path) -> bytes:
    """The bytes of a small file, or of a pipe, such as a shell puts in the place of one. Raises as `content`."""
    return _to_the_end(path, MOST_IN_SECRET)


def _to_the_end(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size <= most and len(data := file.read(most + 1)) <= most:
            return data
    raise OSError(errno.EFBIG, f"larger than {_in_bytes(most)}, the most that is read", str(path))


def _in_bytes(size: int) -> str:
    power = (size.bit_length() - 1) // 10
    return f"{size >> 10 * power} {('bytes', 'KiB', 'MiB', 'GiB')[power]}"
