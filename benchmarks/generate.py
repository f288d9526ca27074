"""A made-up graph of the same shape as the real one, of any size: the same seed gives the same graph.

All entity and relationship types, a tenth of the facts parallel to another one, and two hubs (the exchange and Minsk)
with a twentieth of the facts each; what else is accredited is so at other exchanges. What lies in what is as in the
real graph: every city and district in a region, a body in one city and, of institutions, in one larger one at most.
"""

import random
from collections.abc import Iterator
from typing import Any

from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES, Fact
from bycn.graph_model.graph import Graph
from bycn.graph_model.vocabulary import STATUSES

EXCHANGE, MINSK = "exchange/butb", "BY-HM"
_SHARES = {
    "city": 4,
    "district": 2,
    "university": 4,
    "company": 60,
    "economic_zone": 1,
    "institution": 20,
    "exchange": 1,
    "event": 9,
    "oblast": 1,
    "province": 1,
}
_MOST = {"oblast": 6, "province": 34}
_SECTORS = ("trade", "education", "science", "culture", "industry", "agriculture", "health", "transport")
_GOODS = ("beef", "timber", "flax", "potash", "milk powder", "tractors", "rapeseed oil")
_SPECIAL = {
    "AGREEMENT": {"instrument": "memorandum"},
    "TRADE_FLOW": {"measure": "export"},
    "ACCREDITED_AT": {"role": "member"},
    "JOINT_PROJECT": {"form": "centre"},
    "INDICATOR": {"measure": "partners"},
}
_MINSK_SHARE = 0.122
"""Of the facts that may start at Minsk, so that it has a twentieth of all."""
_EXCHANGE_SHARE = 0.67
"""Of the accredited, so that the exchange has a twentieth of all."""
_STRUCTURE = ("LOCATED_IN", "PART_OF", "MEMBER_OF", "TOOK_PART_IN", "ACCREDITED_AT", "INDICATOR")
_SEATS = {"oblast": "BY", "province": "CN"}
_REGIONS = {"BY": "oblast", "CN": "province"}
_BODIES = ("company", "university", "institution", "economic_zone")
_PARTS = 50
"""Of one institution, so that twenty thousand are three deep."""
_TRADERS = frozenset({"company"})


def generate(entities: int, facts: int, *, seed: int = 1) -> Graph:
    """A graph of about so many entities and exactly so many facts."""
    graph = Graph("made-up")
    draw = random.Random(seed)
    graph.add(Source(id=f"made-up/fn-{n}", number=n, title=f"Source {n}", year=2023) for n in range(1, 101))
    graph.add(
        Document(id=f"document/{n}", title=f"Document {n}", instrument="agreement", date="2023-05")
        for n in range(max(1, entities // 100))
    )
    graph.add(_entities(entities, draw))
    graph.add(_facts(graph, facts, draw))
    return graph


def _entities(count: int, draw: random.Random) -> Iterator[Entity]:
    yield ENTITY_TYPES["country"](id="BY", name="Belarus", country="BY")
    yield ENTITY_TYPES["country"](id="CN", name="China", country="CN")
    yield ENTITY_TYPES["city"](id=MINSK, name="Minsk", country="BY", names_ru=("Минск",), names_zh=("明斯克",))
    yield ENTITY_TYPES["exchange"](id=EXCHANGE, name="BUTB", country="BY", aliases=("Exchange", "БУТБ"))
    for type_, share in _SHARES.items():
        more = {"province": {"kind": "province"}, "event": {"kind": "forum", "date": "2023-06"}}.get(type_, {})
        for n in range(min(_MOST.get(type_, count), max(2, (count - 4) * share // sum(_SHARES.values())))):
            yield ENTITY_TYPES[type_](
                id=f"{type_}/{n}",
                name=f"{type_.title()} {n}",
                country=_SEATS.get(type_) or ("BY" if n % 2 == 0 else "CN"),
                names_ru=(f"Имя {n} {draw.randrange(1_000)}",),
                names_zh=(f"名字 {n}",),
                aliases=(f"{type_} no. {n}", f"alias {n}"),
                **more,
            )


def _facts(graph: Graph, count: int, draw: random.Random) -> Iterator[Fact]:
    by_type: dict[str, dict[str, list[str]]] = {"BY": {}, "CN": {}}
    for entity in graph.entities.values():
        by_type[entity.country].setdefault(entity.type, []).append(entity.id)
    names = list(FACT_TYPES)
    tree = {"LOCATED_IN": _seats(by_type, draw), "PART_OF": _parts(by_type)}
    ends: list[tuple[str, str, str]] = []
    years: dict[tuple[str, str], dict[str, str]] = {}
    for n in range(count):
        if ends and n % 10 == 0:
            name, start, end = draw.choice(ends)
        else:
            name = names[n % len(names)]
            held = next(tree[name], None) if name in tree else None
            if name in tree and held is None:
                name = "COOPERATES_WITH"
            start, end = held or _ends(FACT_TYPES[name], name, by_type, draw)
            if name not in (*_STRUCTURE, "TRADE_FLOW") and draw.random() < _MINSK_SHARE:
                start = MINSK
            if name not in tree and len(ends) < 10_000:
                ends.append((name, start, end))
        fact = _fact(name, n, start, end, draw)
        yield _flow(fact, years.setdefault((start, end), {})) if name == "TRADE_FLOW" else FACT_TYPES[name](**fact)


def _flow(values: dict[str, Any], told: dict[str, str]) -> Fact:
    """A year of trade between two parties, or a month of a year that was told before."""
    month, year = values["date"], values["date"][:4]
    if year not in told:
        told[year] = values["id"]
        values["date"] = year
    elif month not in told:
        told[month] = values["id"]
        values["part_of"] = (told[year],)
    else:
        del values["date"]
    values.pop("goods", None)
    return FACT_TYPES["TRADE_FLOW"](**values)


def _ends(cls: type[Fact], name: str, by_type: dict[str, dict[str, list[str]]], draw: random.Random) -> tuple[str, str]:
    def one(types: frozenset[str], country: str) -> str:
        usable = sorted(type_ for type_ in types if by_type[country].get(type_))
        # As the real graph, where most parties are bodies.
        weights = [_SHARES.get(type_, 1) for type_ in usable]
        return draw.choice(by_type[country][draw.choices(usable, weights)[0]])

    if name == "ACCREDITED_AT":
        others = [id_ for id_ in by_type["BY"]["exchange"] if id_ != EXCHANGE]
        return one(cls.from_types, "CN"), EXCHANGE if draw.random() < _EXCHANGE_SHARE else draw.choice(others)
    if name == "TRADE_FLOW":
        return one(_TRADERS, "BY"), one(_TRADERS, "CN")
    if name == "CONTRACT":
        return one(cls.from_types - {"country"}, "BY"), one(cls.to_types - {"country", "exchange"}, "CN")
    if name in _STRUCTURE:
        start = one(cls.from_types - {"country"}, "BY")
        end = start
        while end == start:
            end = one(cls.to_types, "BY")
        return start, end
    return one(cls.from_types - {"country"}, "BY"), one(cls.to_types - {"country"}, "CN")


def _seats(by_type: dict[str, dict[str, list[str]]], draw: random.Random) -> Iterator[tuple[str, str]]:
    """Each city and district in a region, then bodies in cities, in the order of a draw."""
    for country, types in by_type.items():
        for place in [*types["city"], *types["district"]]:
            if place != MINSK:
                yield place, draw.choice(types[_REGIONS[country]])
    bodies = [(country, body) for country, types in by_type.items() for type_ in _BODIES for body in types[type_]]
    draw.shuffle(bodies)
    for country, body in bodies:
        yield body, draw.choice(by_type[country]["city"])


def _parts(by_type: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    for types in by_type.values():
        whole = types["institution"]
        for n in range(1, len(whole)):
            yield whole[n], whole[n // _PARTS]


def _fact(name: str, n: int, start: str, end: str, draw: random.Random) -> dict[str, Any]:
    values = {
        "id": f"made-up/{n}",
        "from": start,
        "to": end,
        "title": f"Fact {n} between two parties, told in a line",
        "status": draw.choice(STATUSES),
        "date": f"{draw.randrange(2010, 2025)}-{draw.randrange(1, 13):02}",
        "sectors": (draw.choice(_SECTORS),),
        "sources": (f"made-up/fn-{draw.randrange(1, 101)}",),
        "locator": (f"c{draw.randrange(1, 6)}:{draw.randrange(1, 200)}",),
        **_SPECIAL.get(name, {}),
    }
    if n % 3 == 0:
        values |= {"amount": str(draw.randrange(1, 10_000) * 1_000), "currency": "USD", "amount_qualifier": "over"}
    if n % 7 == 0 and name in ("CONTRACT", "TRADE_FLOW"):
        values |= {"quantity": str(draw.randrange(1, 1_000)), "unit": "t"}
    if n % 4 == 0:
        values |= {"goods": tuple(draw.sample(_GOODS, 2))}
    at = [id_ for id_ in (start, end) if id_.startswith("exchange/")]
    if name == "CONTRACT" and at:
        values["venue"] = at[0]
    elif name in ("CONTRACT", "TRADE_FLOW") and n % 101 == 0:
        values["venue"] = EXCHANGE
    if name not in _STRUCTURE and n % 997 == 0:
        values["event"] = f"event/{n % 2}"
    return values
