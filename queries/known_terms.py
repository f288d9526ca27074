"""Sectors, goods, units … that the facts of a graph name, given in any spelling or by a synonym."""

from typing import Literal, get_args

from bycn.graph_model.folding import word_key
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.loaders.shipped_words import shipped_words
from bycn.queries.errors import UnknownTerm
from bycn.queries.known_words import did_you_mean

Term = Literal["sector", "good", "unit", "instrument", "locator"]
TERMS: tuple[Term, ...] = get_args(Term)
SUBJECTS: tuple[Term, ...] = ("sector", "good")
"""What facts are about; the others say how they are counted, and where they come from."""
_LISTED = 12
"""So many terms at the most are all named to somebody who asked for another."""
_UNITS = {
    "t": ("tonne", "ton", "metric ton", "тонна", "тонны", "тонн", "тона", "тоны", "吨"),
    "m3": ("cubic metre", "cubic meter", "cu m", "куб. м", "кубометр", "立方米", "mètre cube"),
    "%": ("percent", "per cent"),
}
"""How else people write units."""


def known_term(engine: Engine, kind: Term, word: str) -> str:
    """A sector, good, unit … as the facts spell it, given in any spelling or by a synonym of the shipped lists.

    Raises:
        UnknownTerm: no fact names it; the message lists terms that look like it.

    """
    if found := find_term(engine, kind, word):
        return found
    known = terms(engine, kind)
    raise UnknownTerm(f"no fact has the {kind} '{word}'{did_you_mean(word, known) or _some(word, known)}")


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
    return word.strip().casefold() if kind == "locator" else word_key(word)


def terms(engine: Engine, kind: Term) -> list[str]:
    """The sectors, goods, units … that facts name."""
    return [record["term"] for record in engine.run(statement(f"names/{kind}s"))]
