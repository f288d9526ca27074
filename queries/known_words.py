"""Words from lists, as people write them: sectors, goods, types of entities and facts, statuses, dates."""

import re
from collections.abc import Iterable
from typing import Literal, get_args

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.dates_in_words import MONTHS
from bycn.graph_model.folding import fold
from bycn.graph_model.names import suggest
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.loaders.shipped_words import shipped_words
from bycn.queries.errors import UnknownTerm
from bycn.queries.fact_words import ALSO_CALLED, WORDS

Term = Literal["sector", "good", "unit", "instrument", "locator"]
TERMS: tuple[Term, ...] = get_args(Term)
SUBJECTS: tuple[Term, ...] = ("sector", "good")
"""What facts are about; the others say how they are counted, and where they come from."""
_LISTED = 12
"""So many terms at the most are all named to somebody who asked for another."""
_LEAST_PART = 4
"""Shorter parts of terms are shared by too many words."""
_UNITS = {
    "t": ("tonne", "ton", "metric ton", "тонна", "тонны", "тонн", "тона", "тоны", "吨"),
    "m3": ("cubic metre", "cubic meter", "cu m", "куб. м", "кубометр", "立方米", "mètre cube"),
    "%": ("percent", "per cent"),
}
"""How else people write units."""
_MONTHS = tuple(map(str.casefold, MONTHS))


def known_term(engine: Engine, kind: Term, word: str) -> str:
    """A sector, good, unit … as the facts spell it, given in any spelling or by a synonym of the shipped lists.

    Raises:
        UnknownTerm: no fact names it; the message lists terms that look like it.

    """
    if found := find_term(engine, kind, word):
        return found
    known = terms(engine, kind)
    raise UnknownTerm(f"no fact has the {kind} '{word}'{near(word, known) or _some(word, known)}")


def _some(word: str, known: list[str]) -> str:
    """Some of the terms that exist, those that begin alike if there are any: c2:18 and c2:19 for c2:20."""
    some = [term for term in known if term.casefold().startswith(word[:2].casefold())] or known
    others = " and others" if len(known) > _LISTED else ""
    return f"; there are {', '.join(some[:_LISTED])}{others}" if known else ""


def find_term(engine: Engine, kind: Term, word: str) -> str | None:
    """The sector, good, unit … that a word means, None where facts name none such."""
    named = {_form(kind, term): term for term in terms(engine, kind)}
    lists = _UNITS if kind == "unit" else shipped_words(f"{kind}s")
    synonyms = {_form(kind, word): named.get(_form(kind, term)) for term, words in lists.items() for word in words}
    known = synonyms | named
    return known.get(_form(kind, word)) or known.get(_form(kind, word).removesuffix("s"))


def _form(kind: Term, word: str) -> str:
    """How a word is compared: in a passage such as c2:19 the colon counts, and a percent sign is all that there is."""
    return word.strip().casefold() if kind == "locator" else fold(word) or word.strip()


def terms(engine: Engine, kind: Term) -> list[str]:
    """The sectors, goods, units … that facts name."""
    return [record["term"] for record in engine.run(statement(f"names/{kind}s"))]


def near(word: str, known: Iterable[str]) -> str:
    """The end of a message that says what a word may have been meant as, empty where nothing looks like it."""
    whole = list(known)
    of_part = {part: one for one in whole for part in re.split(r"\W|_", one) if len(part) >= _LEAST_PART}
    alike = suggest(word, whole) or list(dict.fromkeys(of_part[part] for part in suggest(word, of_part)))
    return f"; did you mean {', '.join(alike)}?" if alike else ""


def meant(word: str, known: Iterable[str]) -> str:
    """The end of a message about a word that isn't on a list: what it may have been meant as, else the list."""
    words = list(known)
    return near(word, words) or f"; there are {', '.join(words)}"


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


def as_date(text: str) -> str | None:
    """What a date in another form would be in ours, None where it can't be known.

    >>> as_date("06/2023"), as_date("5.6.2023"), as_date("June 2023"), as_date("2023/06"), as_date("soon")
    ('2023-06', '2023-06-05', '2023-06', '2023-06', None)
    >>> as_date("30.2.2019"), as_date("2019-02-30")  # no such day
    (None, None)
    """
    parts = re.findall(r"\d+|[a-z]+", text.casefold())
    year = next((part for part in parts if len(part) == 4 and part.isdigit()), None)
    rest = [str(_MONTHS.index(part[:3]) + 1) if part[:3] in _MONTHS else part for part in parts if part != year]
    if year is None or len(rest) not in (1, 2) or not all(part.isdigit() and len(part) < 3 for part in rest):
        return None
    if parts[0] != year and not parts[0].isalpha():
        rest.reverse()
    if not 1 <= int(rest[0]) <= 12:
        return None
    ours = "-".join([year, *(f"{int(part):02}" for part in rest)])
    try:
        return str(PartialDate.parse(ours))
    except ValueError:
        return None
