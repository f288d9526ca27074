"""Words from lists, as people write them: types of entities and facts, statuses, and whatever else has names."""

import re
from collections.abc import Iterable

from bycn.graph_model.names import suggest
from bycn.queries.fact_words import ALSO_CALLED, WORDS

_LEAST_PART = 4
"""Shorter parts of terms are shared by too many words."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message that says what a word may have been meant as, empty where nothing looks like it."""
    whole = list(known)
    of_part = {part: one for one in whole for part in re.split(r"\W|_", one) if len(part) >= _LEAST_PART}
    alike = suggest(word, whole) or list(dict.fromkeys(of_part[part] for part in suggest(word, of_part)))
    return f"; did you mean {', '.join(alike)}?" if alike else ""


def meant(word: str, known: Iterable[str]) -> str:
    """The end of a message about a word that isn't on a list: what it may have been meant as, else the list."""
    words = list(known)
    return did_you_mean(word, words) or f"; there are {', '.join(words)}"


def from_list(word: str, known: Iterable[str]) -> str | None:
    """The word of a list that one means, in any case, with blanks, in the plural or as answers put it; else None.

    >>> from_list("Provinces", ["province"]), from_list("economic zone", ["economic_zone"])
    ('province', 'economic_zone')
    >>> from_list("in talks", ["negotiating"]), from_list("Joint projects", ["JOINT_PROJECT"])
    ('negotiating', 'JOINT_PROJECT')
    >>> from_list("twinnings", ["TWINNED_WITH"])
    'TWINNED_WITH'
    """
    by_key = {_key(said): one for one in known for said in (*ALSO_CALLED.get(one, ()), WORDS.get(one, one), one)}
    forms = (key := _key(word), key.removesuffix("s"), re.sub("ies$", "y", key))
    return next((by_key[form] for form in forms if form in by_key), None)


def _key(word: str) -> str:
    return re.sub(r"[\s-]+", "_", word.strip().casefold())
