"""What somebody noted in an `import.toml`: comments stay at their key when the file is written again."""

import re
from dataclasses import dataclass, field

from bycn.graph_model.folding import word_key

CANDIDATES = "# candidates: "
_TEXT = r'"(?:[^"\\]|\\.)*"' + r"|'[^']*'"
_SECTION = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?")
_KEY = re.compile(rf"\s*({_TEXT}|[\w-]+)\s*=\s*((?:{_TEXT}|[^#\"'])*)(#.*)?")
_OPEN = ('"?"', "'?'")
_END = ""

Place = tuple[str, str]
"""A section, and a key in it; without a key, the section itself."""


def place(section: str, key: str = "") -> Place:
    """Where comments belong: keys are compared folded."""
    return section, word_key(key)


@dataclass
class Comments:
    """The comments of a file, but for those that the program wrote."""

    above: dict[Place, list[str]] = field(default_factory=dict)
    behind: dict[Place, str] = field(default_factory=dict)

    def over(self, other: "Comments") -> "Comments":
        """These, and those of another file where it has more."""
        return Comments({**other.above, **self.above}, {**other.behind, **self.behind})

    @property
    def last(self) -> list[str]:
        """Those behind all keys."""
        return self.above.get((_END, ""), [])


def comments_of(text: str, ours: frozenset[str]) -> Comments:
    """The comments of the text of an `import.toml`, but for `ours` and those above questions."""
    found = Comments()
    section, waiting = _END, list[str]()
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            waiting += [line.strip()] if line.strip() not in ours else []
        elif header := _SECTION.fullmatch(line):
            section = header[1]
            _put(found, place(section), waiting)
            waiting = []
        elif key := _KEY.fullmatch(line):
            name = key[1][1:-1].replace('\\"', '"') if key[1][0] in "\"'" else key[1]
            _put(found, place(section, name), _without_question(waiting, is_open=key[2].strip() in _OPEN))
            if key[3]:
                found.behind[place(section, name)] = key[3]
            waiting = []
    _put(found, (_END, ""), waiting)
    return found


def _put(found: Comments, at: Place, lines: list[str]) -> None:
    if lines:
        found.above[at] = lines


def _without_question(lines: list[str], *, is_open: bool) -> list[str]:
    """The lines above a key but for its question: a line above the one of the candidates, or without any the last."""
    at = next((n for n, line in enumerate(lines) if line.startswith(CANDIDATES)), None)
    if at is not None:
        return [*lines[: max(at - 1, 0)], *lines[at + 1 :]]
    return lines[:-1] if is_open else lines
