"""Texts that a spreadsheet would take for formulas: in CSV files an apostrophe before them keeps it from that."""

import re

_SIGNS = r"[=+\-@\t\r]"
_FORMULA = re.compile(f"'*{_SIGNS}")
_GUARDED = re.compile(f"'+{_SIGNS}")
_GUARD = re.compile(f"'{_SIGNS}")


def guarded(text: str) -> str:
    """A cell of a file for spreadsheets.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("+375 17"), guarded("'s-Hertogenbosch")
    ("'=1+1", "''=1+1", "'+375 17", "'s-Hertogenbosch")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What a cell of such a file says."""
    return text[1:] if _GUARDED.match(text) else text


def may_hold_guards(table: str) -> bool:
    """Whether cells of a table may be guarded: most tables hold nothing like it, which one look shows."""
    return _GUARD.search(table) is not None
