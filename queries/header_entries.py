"""The entries of a question's header as they are written: the form of a line, and lines that go on."""

import re
from collections.abc import Iterator
from pathlib import Path

ENTRIES = {
    "parameters": (
        re.compile(
            r"\$(?P<name>\w+) \((?P<type>\w+)(?:: (?P<kinds>[\w|]+)| (?P<least>\d+)\.\.(?P<most>\d+))?"
            r"(?:, (?P<modifier>\w+))?\) = (?P<default>.*?): (?P<meaning>.+)",
            re.DOTALL,
        ),
        "$name (type) = default: meaning",
    ),
    "columns": (re.compile(r"(?P<name>\w+): (?P<meaning>.+)", re.DOTALL), "name: meaning"),
}
"""The form of an entry of each section, for reading and in words."""


def joined(lines: list[str], start: int) -> Iterator[tuple[int, str]]:
    """The lines from `start` with their numbers; one that is indented deeper goes on from the line before."""
    entry: tuple[int, str] | None = None
    for number, line in enumerate(lines[start:], start + 1):
        if entry and line.startswith("     "):
            entry = (entry[0], f"{entry[1]} {line.strip()}")
            continue
        if entry:
            yield entry
        entry = (number, line)
    if entry:
        yield entry


def parameters_written(path: Path) -> list[dict[str, str | None]]:
    """The parameters in the header of a file, unchecked: for a shell, which can't wait for the checks.

    Raises:
        OSError: the file can't be read.

    """
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    comments = [line[2:] for line in lines if line.startswith("//")]
    pattern, _ = ENTRIES["parameters"]
    return [match.groupdict() for _, line in joined(comments, 0) if (match := pattern.fullmatch(line.strip()))]
