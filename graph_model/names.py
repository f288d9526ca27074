"""Names: what a name that somebody typed means.

Two forms are the same name when they fold to the same key. Similarity never decides, it only suggests: Shanxi and
Shaanxi are nearer to each other than many misspellings are to what they mean.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from bycn.graph_model.errors import BycnError
from bycn.graph_model.folding import IN_UTF_8, fold, is_text
from bycn.graph_model.name_words import (
    CITY,
    COMPANY,
    COUNTRIES,
    DISTRICT,
    PROVINCE,
    SCHOOL,
    country_of,
    spelt_out,
    without_in,
    words,
)

_ARTICLE = re.compile(r"^\s*(?:l['’]|(?:la|les?|the)\s)(?=.*\w)", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:\[[^\[\]]{0,12}\]|[¹²³⁰⁴-⁹])+")
"""The mark of a footnote, as lists on the web have it after a name."""
_BRACKETED = re.compile(r"[(（]([^()（）]*)[)）]")
_BETWEEN = re.compile(r"[,，;/]|(?<=[一-鿿])\s+(?=[一-鿿])")
_OF_A_REGION = (
    (re.compile(r"(?<=\w),?\s+(\w+[сц]к)ой\s+обл(?:асти|\.|$)", re.IGNORECASE), r", \1ая область"),
    (re.compile(r"(?<=\w),?\s+(\w+[сц]к)ай\s+вобл(?:асці|\.|$)", re.IGNORECASE), r", \1ая вобласць"),
    (re.compile(r"(?<=\w),?\s+(\w+[сц]к)ого\s+р(?:айона|-на)", re.IGNORECASE), r", \1ий район"),
)
"""Where a place lies, as lists in Russian and Belarusian put it behind its name: "г. Орша Витебской обл."."""
_WITHIN = re.compile(r"(.+\w)\s+(?:of|in|at)\s+(.+)", re.IGNORECASE)
_IN_TWO_SCRIPTS = re.compile(
    r"([^一-鿿]*[^\W一-鿿])\s*([一-鿿]+)|([一-鿿]+)\s*([^一-鿿]*[^\W一-鿿])"
    r"|([^Ѐ-ӿ]*[^\WЀ-ӿ])\s+([Ѐ-ӿ][^A-Za-z]*)|([^A-Za-z]*[Ѐ-ӿ])\s+([A-Za-z][^Ѐ-ӿ]*)"
)
"""A name beside itself in another script: "Guangdong 广东", "Витебск Vitebsk"."""
_HAN_PLACES = re.compile("^(中国)?(.+?(?:省|自治区))?(.+)$")
_SHORTENED = "~"
"""Begins a key that is a name's wording; a full fold never holds this sign."""
_NAMED_ALONE = 2
"""So many words are left at least where a body is named without its country."""
_OF_THE_STATE = frozenset({"state", "national", "государственный", "национальный", "дзяржаўны", "нацыянальны"})
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LETTERS_OF_AN_ACRONYM = 3
_ACRONYM = re.compile(r"\b[A-ZА-ЯЁІЎ][A-Za-zА-Яа-я]?[A-ZА-ЯЁІЎ]{1,5}\b")
_TYPES_OF = {
    CITY: frozenset({"city"}),
    PROVINCE: frozenset({"province"}),
    DISTRICT: frozenset({"district"}),
    COMPANY: frozenset({"company", "exchange", "economic_zone"}),
    SCHOOL: frozenset({"university", "institution"}),
}
"""What an entity may be whose name comes with a word for its kind."""


def shortened(name: str, type_: str, country: str, year: str = "") -> list[str]:
    """The further keys by which a name of an entity is found: its words in one spelling and any order.

    Companies go without their legal form; bodies without the country at the end, the "in" before a place, "Province",
    and, as universities do, "State" and "National"; events without the countries, with their year and without. A single
    word is kept for companies only.
    """
    key = fold(spelt_out(name))
    if key.isascii() and key.isalnum():
        return []
    spelled = words(key)
    if type_ == "company":
        spelled = [word for word in spelled if word != COMPANY] or spelled
    forms = [spelled]
    if type_ == "institution" and len(spelled) > _NAMED_ALONE:
        if COUNTRIES.get(spelled[-1]) == country:
            forms.append(spelled[:-1])
        if PROVINCE in spelled:
            forms.append([word for word in spelled if word != PROVINCE])
    if type_ in ("institution", "economic_zone"):
        placed = [without_in(word) for word in spelled]
        forms += [placed] if placed != spelled else []
    if type_ in ("institution", "university"):
        stateless = [[word for word in form if word not in _OF_THE_STATE] for form in forms]
        forms += [form for form in stateless if len(form) > _NAMED_ALONE]
    if type_ == "event":
        undated = [word for word in spelled if not _YEAR.fullmatch(word)]
        alone = [word for word in undated if word not in COUNTRIES]
        forms += [form for form in (undated, alone) if len(form) > _NAMED_ALONE]
        forms += [[*form, year] for form in (undated, alone) if len(form) > 1]
    return [_SHORTENED + key for key in dict.fromkeys(map(_key, forms)) if " " in key or type_ == "company"]


def _key(spelled: Iterable[str]) -> str:
    return " ".join(sorted(spelled))


class Candidate(NamedTuple):
    """An entity that a typed name may mean."""

    id: str
    type: str
    name: str
    country: str
    holders: tuple[str, ...]
    """The ids of what holds it, at any remove."""
    parent: str
    """The name of the place or body that holds it at once, empty when nothing does."""
    exact: bool
    """Whether the typed name is its id or its established name, rather than an alias."""


class Match(NamedTuple):
    """What a typed name means."""

    id: str
    type: str
    name: str
    kind: Literal["exact", "alias"]


class UnknownName(BycnError):
    """No entity has this name. `suggestions` are up to three names that look like it."""

    def __init__(self, text: str, suggestions: Sequence[str] = ()):
        self.text, self.suggestions = text, list(suggestions)
        hint = f"; did you mean {', '.join(self.suggestions)}?" if self.suggestions else ""
        if not is_text(text):
            hint = f"; it isn't UTF-8: {IN_UTF_8}"
        super().__init__(f"nothing here is named '{text}'{hint}")


class WrongType(UnknownName):
    """What has this name is of another type than is asked for."""

    def __init__(self, text: str, found: "Match", types: Collection[str]):
        super().__init__(text)
        named = " or ".join(map(_with_article, types))
        self.args = (f"'{text}' is {found.name}, {_with_article(found.type)}; name {named} here",)


def _with_article(type_: str) -> str:
    return f"{'an' if type_[0] in 'aeio' else 'a'} {type_.replace('_', ' ')}"


class AmbiguousName(BycnError):
    """Several entities have this name. `candidates` are all of them."""

    def __init__(self, text: str, candidates: Sequence[Candidate]):
        self.text, self.candidates = text, list(candidates)
        listed = "; ".join(
            f"{c.id} ({c.type}{f' in {c.parent}' if c.parent else ''}: {c.name})" for c in self.candidates
        )
        super().__init__(f"'{text}' may mean {len(self.candidates)} things, name one by its id: {listed}")


LONGEST_NAME = 1_000
"""Characters; what is longer is no name, and would be taken apart in thousands of ways."""

Lookup = Callable[[str, str], Iterable[Candidate]]
"""Gives the entities that have one of two keys."""


class Reading(NamedTuple):
    """One way to read a typed name: the keys to look up, and what the entity must be where the name said its kind."""

    key: str
    other: str
    types: frozenset[str] | None = None
    country: str | None = None

    def admits(self, candidate: Candidate) -> bool:
        """Whether an entity is of the kind and country that the name said."""
        return (self.types is None or candidate.type in self.types) and self.country in (None, candidate.country)


def find(text: str, lookup: Lookup) -> Match | None:
    """The one entity that a typed name means, None when nothing has that name.

    Tried are the name as it stands, its words in any order, its words without kind and country ("г. Пекин",
    "Harbin, China"), and the name before what is in brackets or after a comma, which must be another name of the same
    thing or of what holds it.

    Raises:
        AmbiguousName: the name means several entities.
        TypeError: it isn't a text.

    """
    if not isinstance(text, str):  # an empty cell of a data frame, most often
        raise TypeError(f"a name is a text, and {text!r} is none")
    if not is_text(text) or len(text) > LONGEST_NAME:
        return None
    text = _NOTE.sub("", text) or text
    if match := choose(text, _named(text, lookup)):
        return match
    for name, others in (*_parted(text), *_in_full(text, lookup)):
        known = {other: {c.id for c in _named(other, lookup)} for other in others}
        asked = [ids for other, ids in known.items() if ids or not _is_acronym(other, name)]
        found = [c for c in _named(name, lookup) if all(ids & _around(c) for ids in asked)]
        if match := choose(text, found):
            return match
    return None


def _in_full(text: str, lookup: Lookup) -> Iterator[tuple[str, list[str]]]:
    """A name with the names in full of the bodies that it holds as acronyms: "Law Faculty of BSU"."""
    full = text
    for acronym in dict.fromkeys(_ACRONYM.findall(text)):
        if len(found := {c.name for c in _named(acronym, lookup)}) == 1:
            full = re.sub(rf"\b{acronym}\b", found.pop(), full)
    if full != text:
        yield full, []


def _is_acronym(text: str, name: str) -> bool:
    """Whether a text is made of the first letters of a name's words, as "CIIE" behind a name in full."""
    initials = iter([word[0] for word in fold(name).split()])
    return len(text) >= _LETTERS_OF_AN_ACRONYM and text.isupper() and all(x in initials for x in text.casefold())


def says_city(text: str) -> bool:
    """Whether a name says that a city is meant: "Vitebsk city", "ville de Vitebsk", "г. Витебск", 维捷布斯克市."""
    spelled = words(fold(spelt_out(text)))
    return len(spelled) > 1 and CITY in (spelled[0], spelled[-1])


def _named(text: str, lookup: Lookup) -> list[Candidate]:
    for reading in readings(text):
        if found := [c for c in lookup(reading.key, reading.other) if reading.admits(c)]:
            return found
    return []


def _around(candidate: Candidate) -> set[str]:
    return {candidate.id, candidate.country, *candidate.holders}


def readings(text: str) -> Iterator[Reading]:
    """The ways to read a typed name, the nearest to its letters first."""
    bare = _ARTICLE.sub("", text)
    for full in dict.fromkeys((fold(text), fold(bare))):
        if full:
            yield Reading(full, full)
    spelled = words(fold(spelt_out(text)))
    kinds = {word for word in spelled if word in _TYPES_OF}
    countries = {code for word in spelled if (code := country_of(word))}
    for without_kind in (False, True):
        for without_country in (False, True):
            if (without_kind and len(kinds) != 1) or (without_country and len(countries) != 1):
                continue
            left = [
                word
                for word in spelled
                if not (without_kind and word in kinds) and not (without_country and country_of(word))
            ]
            if key := _key(left):
                types = _TYPES_OF[min(kinds)] if without_kind else None
                yield Reading(key, _SHORTENED + key, types, min(countries) if without_country else None)


def _parted(text: str) -> Iterator[tuple[str, list[str]]]:
    """A name and what says which one is meant: in brackets, beside a comma, after "of", in Chinese before it."""
    inner = [part.strip() for part in _BRACKETED.findall(text) if part.strip()]
    name = _BRACKETED.sub(" ", text).strip()
    for region, put in _OF_A_REGION:
        name = region.sub(put, name)
    if inner and name:
        yield name, inner
        yield f"{name} in {inner[0]}", inner[1:]
    first, *others = (part.strip() for part in _BETWEEN.split(name))
    if first and any(others):
        yield first, [*filter(None, others), *inner]
        yield f"{first} in {others[0]}", [*filter(None, others[1:]), *inner]
        parts = [first, *filter(None, others)]
        yield from ((part, [*parts[:n], *parts[n + 1 :], *inner]) for n, part in enumerate(parts) if n)
    if both := _IN_TWO_SCRIPTS.fullmatch(name):
        one, other = filter(None, both.groups())
        yield one, [other, *inner]
    if within := _WITHIN.fullmatch(name):
        yield within[1], [within[2], *inner]
    if (places := _HAN_PLACES.match(name)) and any(places.groups()[:2]):
        yield places[3], [*filter(None, places.groups()[:2]), *inner]


def choose(text: str, candidates: Iterable[Candidate]) -> Match | None:
    """The one entity that a name means, None when no candidate is left.

    An established name goes before aliases; a city goes before the region or province of the same name that holds it.

    Raises:
        AmbiguousName: the name means several entities.

    """
    found = sorted(set(candidates))
    found = [c for c in found if c.exact] or found
    cities = [c for c in found if c.type == "city"]
    if len(cities) == 1 and all(c is cities[0] or c.id in cities[0].holders for c in found):
        found = cities
    if len(found) > 1:
        raise AmbiguousName(text, found)
    if not found:
        return None
    only = found[0]
    return Match(only.id, only.type, only.name, "exact" if only.exact else "alias")


def suggest(text: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` of `names` that look like `text`: few letters part them from it, or they hold all its words.

    Where nothing is near, nothing is suggested: Lanzhou is no misspelling of Anhui.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    keys = {name: fold(name) for name in names}
    near: dict[str, float] = {}
    for asked in _asked(text):
        most = max(1, len(asked) // 4)
        for _, edits, name in process.extract(asked, keys, scorer=OSA.distance, score_cutoff=most, limit=limit):
            near.setdefault(name, edits / len(asked))
    asked_words = set(fold(text).split())
    holding = [name for name, key in keys.items() if asked_words and asked_words <= set(key.split())]
    return list(dict.fromkeys((*sorted(near, key=near.__getitem__), *sorted(holding, key=len))))[:limit]


def _asked(text: str) -> list[str]:
    """The forms of a typed name to which others are compared: whole, then the name without what says which one."""
    parts = [name for name, _ in _parted(text) if text.lstrip().startswith(name)]
    forms = [reading.key for name in (text, *parts) for reading in readings(name)]
    spelled = (fold(_NOTE.sub("", text)), *forms, *map(fold, parts))
    return [asked for asked in dict.fromkeys(spelled) if asked]
