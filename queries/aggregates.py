"""Where a query aggregates, and a clause written again so that its aggregates have names before it."""

import re
from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from bycn.queries.clauses import Returned
from bycn.queries.cypher_tokens import Group, Item, Token, keyword, parted, tokens, word_set

AGGREGATES = word_set("avg collect count max min percentilecont percentiledisc stdev stdevp sum")
_SUBQUERIES = word_set("collect count exists")


def aggregates(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Where aggregates begin and end, at any depth but in a subquery, which counts for itself."""
    for before, item in zip([None, *items], items, strict=False):
        if isinstance(item, Group):
            if item.bracket == "(" and item.head in AGGREGATES and before:
                yield before.start, item.end
            elif not is_subquery(item):
                yield from aggregates(item.items)


def is_subquery(item: Item, *kinds: str) -> bool:
    """Whether it is a subquery in braces such as `COUNT { … }`, of these kinds if any are given."""
    return isinstance(item, Group) and item.bracket == "{" and item.head in (kinds or _SUBQUERIES)


def named_first(returned: Returned, text: str) -> str:
    """The clause over what it is grouped by and its aggregates, which a WITH before it names."""
    names, items, distinct = _Names(_all_names((*returned.items, *returned.after))), returned.items, ""
    if keyword(items, 0, ("DISTINCT",)):
        items, distinct = items[1:], "DISTINCT "
    grouped: dict[str, str] = {}
    given = list[str]()
    for part in parted(items, (",",)):
        if any(aggregates(part)):
            given.append(_source(part, text, names))
        else:
            has_alias = len(part) > 2 and keyword(part, len(part) - 2, ("AS",))
            whole = _source(part[:-2] if has_alias else part, text)
            grouped[whole] = _source(part[-1:], text) if has_alias else whole if len(part) == 1 else names.new()
            given.append(grouped[whole])
    after = _source(returned.after, text, names)
    for whole, name in grouped.items():
        after = name.join(re.split(rf"(?<![\w.`]){re.escape(whole)}(?![\w.(])", after))
    named = (one if one == name else f"{one} AS {name}" for one, name in (grouped | names.given).items())
    return f"WITH {', '.join(named)} {returned.word} {distinct}{', '.join(given)} {after}".strip()


class _Names:
    """Names for aggregates: m, m2, m3, but none that is taken."""

    def __init__(self, taken: set[str]):
        self.given: dict[str, str] = {}
        self._free = (name for number in count(1) if (name := f"m{number if number > 1 else ''}") not in taken)

    def new(self) -> str:
        return next(self._free)

    def of(self, aggregate: str) -> str:
        if aggregate not in self.given:
            self.given[aggregate] = self.new()
        return self.given[aggregate]


def _source(items: list[Item], text: str, names: _Names | None = None) -> str:
    """The text of some items in one line, with names in place of aggregates where there are any to give."""
    if not items:
        return ""
    rewritten, last = "", items[0].start
    if names:
        for first, end in aggregates(items):
            rewritten += text[last:first] + names.of(_in_one_line(text[first:end]))
            last = end
    return _in_one_line(rewritten + text[last : items[-1].end])


def _in_one_line(text: str) -> str:
    found = tokens(text)
    gaps = (" " if before.end < after.start else "" for before, after in pairwise(found))
    return "".join(token.text + gap for token, gap in zip(found, [*gaps, ""], strict=True))


def _all_names(items: Sequence[Item]) -> set[str]:
    groups = (_all_names(item.items) for item in items if isinstance(item, Group))
    return {item.name for item in items if isinstance(item, Token)}.union(*groups)
