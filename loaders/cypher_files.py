"""The files of `cypher`: where they lie and how one is read."""

from functools import cache
from pathlib import Path

from bycn import cypher

CYPHER = Path(cypher.__file__).parent


@cache
def statement(name: str) -> str:
    """The text of a file in `cypher`, by its path without the ending."""
    return (CYPHER / f"{name}.cypher").read_text(encoding="utf-8")
