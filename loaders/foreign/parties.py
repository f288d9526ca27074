"""Whom the names of a foreign table mean: known entities, new ones in their province, or a question."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.folding import fold
from bycn.graph_model.graph import Graph
from bycn.graph_model.name_words import DISTRICT, words
from bycn.graph_model.names import AmbiguousName, UnknownName
from bycn.graph_model.vocabulary import CONTAINING
from bycn.loaders.foreign.dates import read_date
from bycn.loaders.foreign.newcomers import Newcomers, script_of
from bycn.loaders.foreign.recipe import Question, Recipe
from bycn.loaders.foreign.regions import Regions
from bycn.loaders.foreign.values import Unclear, bare
from bycn.loaders.foreign.words import whole
from bycn.loaders.tables.name_index import Directory

SKIP = "skip"
_NEW = re.compile(r"new (?P<type>\w+)(?: (?P<name>(?!in ).+?))?(?: in (?P<holder>.+))?", re.IGNORECASE)
_CODE = re.compile("[A-Z]{2,3}")
"""A code of ISO 3166 for a country: those of the two are known."""
_OF_CHINA = frozenset({"HK", "HKG", "MO", "MAC", "TW", "TWN"})
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_TAIL = re.compile(r"^(.+?)\s*(?:[,，(（]\s*(.+?)\s*[)）]?)$")
_DATED = re.compile(r"(.+?)\s*[(（]([^()（）]*\b(?:19|20)\d\d\b[^()（）]*)[)）]")
_STRONG = re.compile(r"\s*(?:[;；|\n]|\s[–—]\s|\s-\s|\s/\s)\s*")
_WRAPPED = re.compile(r"\s*\n\s*(?=[(（])|(?<=[,，])\s*\n\s*")
"""A line break within one name: "Nantong⏎(Jiangsu)"."""
_WEAK = re.compile(r"\s*(?:[,，、&]|\band\b|\bи\b|\bі\b|\bet\b|与|和|及)\s*")
_SUGGESTED = 10_000
"""For this many unknown names similar ones are looked up: a misspelt one must not become a new city."""


class Waits(Exception):
    """A row that waits for the answer to a question."""


class LeftOut(Exception):
    """A row that isn't for this graph, or that somebody said to skip."""


@dataclass
class Party:
    """A name in a row, with what the row says about it."""

    text: str
    column: int
    regions: tuple[str, ...] = ()
    country: str = ""
    is_region: bool = False
    """Whether it stands in a column of oblasts or provinces."""


@dataclass
class Names:
    """The names of an import, resolved as names are everywhere else."""

    graph: Graph
    recipe: Recipe
    ask: Callable[[Question], None]
    newcomers: Newcomers
    prefix: str
    is_of_places: bool = False
    """Whether all parties are places: then an unknown one whose province is given is a new city there."""
    elsewhere: list[str] = field(default_factory=list)
    """Why parts of cells were left out."""
    since: dict[str, str] = field(default_factory=dict)
    """The dates that stand in brackets behind names, by what these mean."""
    _found: dict[str, str | UnknownName | AmbiguousName] = field(default_factory=dict)
    _similar: dict[str, list[str]] = field(default_factory=dict)
    _asked: dict[str, str | None] = field(default_factory=dict)
    """The regions with which names were asked first: of namesakes elsewhere it is asked apart."""

    def __post_init__(self) -> None:
        holders: dict[str, str] = {}
        for fact in self.graph.facts.values():
            if fact.type in CONTAINING:
                holders[fact.from_] = min(holders.get(fact.from_, fact.to), fact.to)
        self._directory = Directory(self.graph.entities, holders, suggested=_SUGGESTED)
        self._regions = Regions(self.graph, self.newcomers.containment, self._meant)

    def _meant(self, text: str) -> str | UnknownName | AmbiguousName:
        if text not in self._found:
            self._found[text] = self._directory.meant(text, suggesting=False)
        return self._found[text]

    def knows(self, text: str) -> bool:
        """Whether a text names something known, alone or as one of several."""
        name = _plain(text)
        return isinstance(self._meant(name), str) if name else False

    def is_country(self, text: str) -> bool:
        """Whether a cell names a country, one of the two or another."""
        name = _plain(bare(text))
        return self._meant(name) in ("BY", "CN") or whole("elsewhere", name) is not None

    def region(self, text: str) -> str | None:
        """The id of the oblast or province that a cell of a column of these names."""
        return self._regions.named(_plain(bare(text)))

    def country(self, text: str) -> str | None:
        """The country of what a cell names."""
        found = self._meant(_plain(bare(text)))
        id_ = found if isinstance(found, str) else self.region(text)
        return self.graph.entities[id_].country if id_ else None

    def resolve(self, party: Party) -> str:
        """The id of the entity that a name means.

        Raises:
            Waits: it has been asked.
            LeftOut: it is of another country, or to be skipped.

        """
        text = bare(party.text)
        region = self._region(party, "")
        apart = f"{text}, {self.graph.entities[region].name}" if region else text
        if answer := self.recipe.get("names", apart):
            return self._answered(text, str(answer), None)
        if answer := self.recipe.get("names", text):
            return self._answered(text, str(answer), region)
        country = self._country(party)
        name = _plain(text)
        if (flag := _flag(party.text)) and flag not in ("BY", "CN"):
            raise LeftOut(f"it lies in {flag}")
        if whole("elsewhere", name):
            raise LeftOut(f"it names {name}")
        found = self._meant(name)
        if party.is_region and not (isinstance(found, str) and self._regions.is_first_level(found)):
            found = self.region(text) or found
        if isinstance(found, AmbiguousName):
            found = self._by_location(found, party, country) or found
        if isinstance(found, str):
            if country in (None, "XX", found) or self.graph.entities[found].country in (country, "XX"):
                return self._in_region(text, found, region)
            found = UnknownName(text)
        return self._unknown(text, name, found, party, country)

    def several(self, party: Party) -> list[str]:
        """The ids of all whom a cell names; those of other countries are noted in `elsewhere`. Raises as `resolve`."""
        text = bare(party.text)
        if self.recipe.get("names", text) or self.knows(text):
            return [self.resolve(party)]
        found: list[str] = []
        waiting, left = None, []
        for part in self._parts(text):
            name, date = _dated(part)
            try:
                found.append(self.resolve(replace(party, text=name)))
                self.since |= {found[-1]: date} if date else {}
            except Waits as waits:  # all that is unknown in the cell is asked at once
                waiting = waits
            except LeftOut as why:
                left.append(why)
        if waiting:
            raise waiting
        if not found and left:
            raise left[0]
        self.elsewhere += map(str, left)
        return list(dict.fromkeys(found))

    def _parts(self, text: str) -> Iterator[str]:
        for part in filter(None, _STRONG.split(_WRAPPED.sub(" ", text))):
            pieces = [piece for piece in _WEAK.split(part) if piece]
            if len(pieces) > 1 and not self.knows(part) and all(map(self.knows, pieces)):
                yield from pieces
            else:
                yield part

    def entity(self, id_: str) -> tuple[str, str, str]:
        """Type, name and country of an entity, a new one too."""
        if made := self.newcomers.made.get(id_):
            return id_.partition("/")[0], made.cells["name"], made.cells["country"]
        known = self.graph.entities[id_]
        return known.type, known.name, known.country

    def _country(self, party: Party) -> str | None:
        text = _plain(bare(party.country))
        if not text:
            return _flag(party.country)
        if whole("elsewhere", text):
            raise LeftOut(f"it lies in {text}")
        answer = self.recipe.get("countries", text)
        if answer == SKIP:
            raise LeftOut(f"it lies in {text}, which is to be skipped")
        found = self._meant(str(answer or text))
        if isinstance(found, str):
            return self.graph.entities[found].country
        if _CODE.fullmatch(text) and text not in _OF_CHINA:
            raise LeftOut(f"it lies in {text}")
        self.ask(Question("countries", text, f"which country is '{text}'?", ("BY", "CN", SKIP)))
        raise Waits

    def _region(self, party: Party, tail: str) -> str | None:
        """The region that a row, or what stands behind the name, says to hold a party."""
        return next((id_ for text in (*party.regions, tail) if (id_ := self.region(text))), None)

    def _in_region(self, text: str, id_: str, region: str | None) -> str:
        """What a name means, where that lies in the region that the row says; otherwise which of the two is wrong."""
        other = self._regions.contradicts(region, id_)
        if not region or not other:
            return id_
        entities = self.graph.entities
        where = f"{id_} lies in {entities[other].name}, but the row says {entities[region].name}"
        new = f"new {entities[id_].type} in {region}"
        self.ask(Question("names", f"{text}, {entities[region].name}", where, (self._described(id_), new, SKIP)))
        raise Waits

    def _by_location(self, found: AmbiguousName, party: Party, country: str | None) -> str | None:
        """The one of several candidates that lies where the row says."""
        holder = self._region(party, "")
        fitting = [
            c.id
            for c in found.candidates
            if (holder is None or self._regions.holds(holder, c.id)) and country in (None, c.country)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _unknown(
        self, text: str, spelled: str, found: UnknownName | AmbiguousName, party: Party, country: str | None
    ) -> str:
        match = _TAIL.match(spelled)
        name, tail = (match[1], match[2]) if match else (spelled, "")
        for part in filter(None, re.split(r"[,，]\s*", tail)):
            if whole("elsewhere", part):
                raise LeftOut(f"it lies in {part}")
        holder = self._region(party, re.split(r"[,，]\s*", tail)[0])
        alike = [self._described(id_) for id_ in self._alike(spelled, found)]
        type_ = "district" if DISTRICT in words(fold(name)) else "city"
        if self.is_of_places and holder and not alike and script_of(name) == "":
            return self.newcomers.id_of(text, type_, name, holder, self.prefix)
        where = holder or {"BY": "BY-…", "CN": "CN-…"}.get(country or "", "PLACE")
        named = "" if script_of(name) == "" else " ENGLISH NAME"
        offered = [type_] if self.is_of_places else [type_, "company", "university", "institution"]
        new = [f"new {type_}{named} in {where}" for type_ in offered]
        why = str(found) if isinstance(found, AmbiguousName) else f"nothing here is named '{text}'"
        apart = self._asked.setdefault(fold(text), holder) != holder and holder
        key = f"{text}, {self.graph.entities[holder].name}" if apart and holder else text
        self.ask(Question("names", key, why, (*alike, *new, SKIP)))
        raise Waits

    def _alike(self, name: str, found: UnknownName | AmbiguousName) -> Iterable[str]:
        if isinstance(found, AmbiguousName):
            return [candidate.id for candidate in found.candidates]
        if name not in self._similar:  # looked for once, and only where it is asked: it takes long
            similar = self._directory.meant(name) if isinstance(self._meant(name), UnknownName) else None
            names = similar.suggestions if isinstance(similar, UnknownName) else ()
            ids = [self._meant(name) for name in names]
            self._similar[name] = [id_ for id_ in ids if isinstance(id_, str)]
        return self._similar[name]

    def _described(self, id_: str) -> str:
        entity = self.graph.entities[id_]
        return f"{id_} ({entity.name}, {entity.type})"

    def _answered(self, text: str, answer: str, region: str | None) -> str:
        """What an answer says of a name; one that says nothing of the row's region holds where they agree."""
        if answer == SKIP:
            raise LeftOut(f"'{text}' is to be skipped")
        bare = re.sub(r"\s*\(.*\)$", "", answer)  # a candidate may be copied with what describes it
        if (match := _NEW.fullmatch(bare)) and (made := self._new(text, match, region)):
            return made
        for name in (bare, answer):
            if isinstance(found := self._meant(name), str):
                return self._in_region(text, found, region)
        wrong = (
            f"'{answer}', the answer for '{text}', is no name or id known here, nor 'new TYPE NAME in PLACE' or 'skip'"
        )
        self.ask(Question("names", text, wrong))
        raise Waits

    def _new(self, text: str, match: re.Match[str], region: str | None) -> str | None:
        type_, name = match["type"].lower(), match["name"] or _TAIL.sub(r"\1", text)
        holder = self._meant(match["holder"]) if match["holder"] else None
        if type_ not in ENTITY_TYPES or type_ in ("country", "oblast", "province", "event") or script_of(name):
            return None
        if isinstance(holder, str) and region and self._regions.is_other(region, holder):
            place = self.graph.entities[region].name
            where = f"the answer for '{text}' says {self.graph.entities[holder].name}, but the row says {place}"
            self.ask(Question("names", f"{text}, {place}", where, (f"new {type_} in {region}", SKIP)))
            raise Waits
        return self.newcomers.id_of(text, type_, name, holder, self.prefix) if isinstance(holder, str) else None


def _dated(text: str) -> tuple[str, str]:
    """A name, and the date in brackets behind it: "Jinan, China (since 2002)"."""
    if not (match := _DATED.fullmatch(text)):
        return text, ""
    try:
        return match[1], read_date(match[2], order=None)
    except Unclear:
        return text, ""


def _plain(text: str) -> str:
    return " ".join(_FLAG.sub(" ", text).split())


def _flag(text: str) -> str | None:
    match = _FLAG.search(text)
    return "".join(chr(ord(sign) - 0x1F1E6 + ord("A")) for sign in match[0]) if match else None
