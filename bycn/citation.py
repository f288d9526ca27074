"""What to cite: every picture, and every export that can hold a remark, carries it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

from bycn.graph_model.ids import work_of
from bycn.graph_model.version import VERSION
from bycn.loaders.engine import Record

_MOST = 5
"""How many works are named of those under the same terms; of the others the number is given."""
_STOP = re.compile(r"(?<!\b[^\W\d_])[.。]\s*\Z")


def credit_line(sources: Mapping[str, Record], verb: str, say: Callable[[str], str] = str) -> str:
    """The works that some sources, by id, are or belong to, with their terms; then what wrote the file.

    `say` words its own sentences, in which `{}` is a gap, in another language.
    One line, without a time stamp: the same graph gives the same bytes.
    """
    works: dict[str, Counter[str]] = defaultdict(Counter)
    for id_, source in sources.items():
        work = sources.get(work_of(id_), source)
        works[source.get("licence") or work.get("licence") or ""][work_in_short(work)] += 1
    parts = []
    for licence, named in sorted(works.items()):
        after = say("Facts after {}").format(_listed(named, say))
        parts.append(say("{}: {}").format(after, licence) if licence else after)
    parts.append(say(f"{verb} by bycn {{}}").format(VERSION))
    return " ".join(say("{}.").format(" ".join(part.split()).rstrip(".")) for part in parts)


def work_in_short(work: Record) -> str:
    """How a work asks to be cited, else its author, title and year.

    Without the stop at its end, since it stands within a sentence; that of an initial stays.

    >>> work_in_short({"citation": "A. Reader. 2009. Trade 26(5): 471–491."})
    'A. Reader. 2009. Trade 26(5): 471–491'
    """
    asked = work.get("citation") or ", ".join(str(work[p]) for p in ("author", "title", "year") if work.get(p))
    return _STOP.sub("", str(asked))


def _listed(works: Counter[str], say: Callable[[str], str]) -> str:
    """Those first of which most is cited."""
    order, rest = sorted(works, key=lambda work: (-works[work], work)), len(works) - _MOST
    others = [say(f"and {{}} other{'s' if rest > 1 else ''}").format(f"{rest:,}")] if rest > 0 else []
    return "; ".join([*order[:_MOST], *others])
