"""How a source is cited within a sentence: a work by its author and year, a footnote by its number in the work."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from bycn.graph_model.ids import work_of
from bycn.loaders.engine import Record

_MOST_AUTHORS = 2


class Cited(NamedTuple):
    """A source by its id, the work that it is or belongs to, and its number, where it is a footnote."""

    id: str
    work: str
    footnote: int | None = None

    def in_words(self, say: Callable[[str], str] = str) -> str:
        """The source as a reader knows it; `say` words it in another language.

        >>> Cited("a-2024/fn-16", "Author 2024", 16).in_words(), Cited("pages/p-055", "Public pages").in_words()
        ('Author 2024, fn. 16', 'Public pages, p-055')
        """
        work, part = say(self.work), self.id.partition("/")[2]
        if self.footnote:
            return say("{}, fn. {}").format(work, self.footnote)
        return f"{work}, {part}" if part else work


def cited(id_: str, sources: Mapping[str, Record]) -> Cited:
    """How one of some sources, by its id, is cited."""
    work = sources.get(work_of(id_))
    return Cited(id_, _in_short(work) if work else work_of(id_), sources.get(id_, {}).get("number"))


def _in_short(work: Record) -> str:
    """The family names of its authors, else its title as far as its first stop, and its year.

    >>> _in_short({"author": "Barbieri, K. & Keshk, O. M. G.", "title": "Trade Data Set", "year": 2016})
    'Barbieri & Keshk 2016'
    >>> _in_short({"author": "A, B.; C, D.; E, F.", "title": "Trade"}), _in_short({"title": "Pages on trade, as read"})
    ('A et al.', 'Pages on trade')
    """
    authors = [name.split(",")[0].strip() for name in re.split(r"&|;| and ", work.get("author") or "")]
    names = " & ".join(authors) if len(authors) <= _MOST_AUTHORS else f"{authors[0]} et al."
    title = re.split(r"[,:;.] ", work.get("title") or "")[0]
    return " ".join(filter(None, [names or title, str(work.get("year") or "")]))
