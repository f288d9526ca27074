"""The tables as dicts, read with the csv module alone: no engine, and none of the program's own code."""

import csv
from calendar import monthrange
from collections.abc import Iterable, Iterator
from pathlib import Path

PLANS = ("planned", "proposed", "negotiating")
STRUCTURE = ("MEMBER_OF", "PART_OF", "LOCATED_IN")
NO_TIE = (*STRUCTURE, "INDICATOR", "TOOK_PART_IN")
FIRST_LEVEL = ("oblast", "province")


class Tables:
    """All rows of some folders: entities by id, and facts, with what docs/model.md says follows from them."""

    def __init__(self, folders: Iterable[Path]):
        self.entities: dict[str, dict] = {}
        self.facts: list[dict] = []
        self.sources: dict[str, dict] = {}
        for path in sorted(path for folder in folders for path in folder.glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    told = {name: cell for name, cell in row.items() if cell} | {"type": path.stem}
                    if "from" in row:
                        self.facts.append(told | {"type": path.stem.upper(), "plan": told.get("status") in PLANS})
                    elif "country" in row:
                        self.entities[told["id"]] = told
                    elif path.stem == "sources":
                        self.sources[told["id"]] = told
        self.up: dict[tuple[str, str], list[str]] = {}
        for fact in self.facts:
            if fact["type"] in ("LOCATED_IN", "PART_OF"):
                self.up.setdefault((fact["type"], fact["from"]), []).append(fact["to"])

    def inside(self, id_: str) -> set[str]:
        """What holds an entity, itself included: by chains of one type within one country."""
        found = {id_}
        for type_ in ("LOCATED_IN", "PART_OF"):
            found |= self._above(type_, id_, {id_})
        return found

    def _above(self, type_: str, id_: str, seen: set[str]) -> set[str]:
        for holder in self.up.get((type_, id_), []):
            if holder not in seen and self.country(holder) == self.country(id_):
                seen.add(holder)
                self._above(type_, holder, seen)
        return seen

    def country(self, id_: str) -> str:
        return self.entities[id_]["country"]

    def name(self, id_: str) -> str:
        return self.entities[id_]["name"]

    def parties(self, fact: dict) -> tuple[str, str]:
        """Who a fact is between: the names of its ends, or the words for a party that its sources leave unnamed."""
        return tuple(fact.get(f"{end}_unnamed") or self.name(fact[end]) for end in ("from", "to"))

    def kind(self, id_: str) -> str:
        return self.entities[id_]["type"]

    def first_level(self, id_: str) -> set[str]:
        """The regions or Minsk, or the province, that hold an entity."""
        return {h for h in self.inside(id_) if self.kind(h) in FIRST_LEVEL or h == "BY-HM"}

    def ties(self) -> Iterator[dict]:
        return (fact for fact in self.facts if fact["type"] not in NO_TIE)

    def across(self) -> Iterator[tuple[dict, str, str]]:
        """Ties between the two countries with their Belarusian and their Chinese end."""
        for fact in self.ties():
            ends = {self.country(fact[end]): fact[end] for end in ("to", "from")}
            if set(ends) == {"BY", "CN"}:
                yield fact, ends["BY"], ends["CN"]


def listed(fact: dict, column: str) -> list[str]:
    return fact[column].split("|") if fact.get(column) else []


def day(text: str, *, last: bool) -> str | None:
    """The first or last day that a date means, None where it is open there."""
    point = text.split("/")[-1 if last else 0].rstrip("~")
    if point == "..":
        return None
    year, month, number = [*point.split("-"), "", ""][:3]
    month = month or ("12" if last else "01")
    return f"{year}-{month}-{number or (monthrange(int(year), int(month))[1] if last else '01')}"


def _begin(text: str) -> str:
    return day(text, last=False) or day(text, last=True) or ""


def placed(fact: dict) -> tuple[str, str] | None:
    """By which days a fact is found in time: an open start never reaches back."""
    text = fact.get("date") or fact.get("valid") or fact.get("announced")
    return (_begin(text), day(text, last=True) or "9999-12-31") if text else None


def begun(fact: dict) -> str | None:
    """The day from which a tie is known to hold."""
    return max((_begin(fact[name]) for name in ("date", "valid") if fact.get(name)), default=None)


def year_of(fact: dict) -> tuple[int, bool] | None:
    """The year of a date's last day, and whether it began in that year (with an open end too); None without a date."""
    if not fact.get("date"):
        return None
    first, last = day(fact["date"], last=False), day(fact["date"], last=True)
    return int((last or first)[:4]), bool(first) and (last or first)[:4] == first[:4]
