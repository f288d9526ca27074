"""Questions that count, sum, rank or file by year, held against a second answer from the tables alone."""

import random

import pytest

from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.loaders.selection import Selection
from bycn.loaders.tables.writing import write_tables
from bycn.queries.library import ask
from tests.book_alone import book_alone
from tests.engines import address_of, refill
from tests.made_up import Embedded, entity, fact, graph_of
from tests.queries.second_answers.evidence import ANSWERS
from tests.queries.second_answers.tables import Tables

PLACES = ("BY", "CN", "BY-VI", "BY-BR", "BY-HM", "CN-SD", "CN-HL", "city/one", "city/two", "city/three")
BODIES = (
    "university/one",
    "university/two",
    "company/one",
    "company/two",
    "exchange/one",
    "institution/one",
    "economic_zone/one",
)
DATES = ("2017", "2023-05", "../2023-05", "2022/2023", "2019/..", "2023-06-25", "2023-01/2023-06", None)
EVENTS = ("event/one", "event/two")
STRUCTURES = (None, "institution/one", "economic_zone/one")
UNNAMED = (None, None, None, None, "somebody")
SPECIAL = {"event": {"kind": "fair", "date": "2023-06"}, "BY": {"name": "Belarus"}, "economic_zone": {"kind": "park"}}
STATUSES = ("signed", "in_force", "planned", "proposed", "completed")


def country_of(id_: str) -> str:
    return "CN" if id_.startswith("CN") or id_.endswith(("two", "three")) else "BY"


def made_up(seed: int):
    """A random graph that keeps to the types of the ends, with facts that hold others, ranges and open dates."""
    chance = random.Random(seed)
    ids = (*PLACES, *BODIES, *EVENTS)
    records = [entity(id_, country_of(id_), **SPECIAL.get(id_.partition("/")[0], {})) for id_ in ids]
    for n, id_ in enumerate((*PLACES[7:], *BODIES, *PLACES[2:7])):
        holders = [p for p in PLACES[:7] if country_of(p) == country_of(id_) and len(p) < (6 if "/" in id_ else 3)]
        records.append(fact(f"made-up/in-{n}", "LOCATED_IN", id_, chance.choice(holders), status=None))
    for n in range(60):
        ours, theirs = (chance.choice([i for i in (*PLACES, *BODIES) if country_of(i) == c]) for c in ("BY", "CN"))
        type_ = chance.choice(
            ["AGREEMENT", "CONTRACT", "TRADE_FLOW", "JOINT_PROJECT", "COOPERATES_WITH", "TWINNED_WITH"]
        )
        if type_ == "TWINNED_WITH" and not {ours, theirs} <= set(PLACES):
            type_ = "COOPERATES_WITH"
        more: dict[str, object] = {"status": chance.choice(STATUSES), "date": chance.choice(DATES)}
        more |= {"sectors": chance.sample(["education", "science", "trade"], chance.randint(0, 2))}
        more |= {f"{end}_unnamed": chance.choice(UNNAMED) for end in ("from", "to")}
        more |= {"event": chance.choice((*EVENTS, None, None)), "locator": chance.choice((None, "c1:5", "c2:7|c2:9"))}
        more |= {"certainty": "read", "note": "garbled"} if chance.random() < 0.2 else {}
        if type_ in ("CONTRACT", "TRADE_FLOW"):
            more |= {"amount": chance.choice([5, 1_000, "0.1"]), "currency": chance.choice(["USD", "CNY"])}
            more |= {"goods": chance.sample(["timber", "meat"], chance.randint(0, 2))}
            more |= {"venue": "exchange/one"} if chance.random() < 0.3 else {}
            more |= {"quantity": chance.choice([7, 1_200]), "unit": "m3"} if chance.random() < 0.3 else {}
            ours, theirs = chance.choice([(ours, theirs), (theirs, ours)])
        if type_ == "TRADE_FLOW":
            more |= {"growth": chance.choice(["1.2", 3]), "measure": "export" if country_of(ours) == "BY" else "import"}
        if type_ == "JOINT_PROJECT":
            more |= {"form": chance.choice(["centre", "park", "investment"]), "structure": chance.choice(STRUCTURES)}
            more |= {"amount": chance.choice([300, 40]), "currency": "USD"} if chance.random() < 0.4 else {}
        if type_ == "TWINNED_WITH" and chance.random() < 0.5:
            more["instrument"] = "agreement"
        records.append(fact(f"made-up/f-{n}", type_, ours, theirs, **{k: v for k, v in more.items() if v is not None}))
    for n in range(12):
        guest = chance.choice((*PLACES[2:], *BODIES))
        status, date = chance.choice(STATUSES[1:4]), chance.choice(DATES)
        when = {"date": date} if date else {}
        records.append(fact(f"made-up/v-{n}", "TOOK_PART_IN", guest, chance.choice(EVENTS), status=status, **when))
    return records


def comparable(value, is_counted: bool):
    if isinstance(value, list):
        return len(value) if is_counted else tuple(value)
    return value


def compared(engine, tables, name: str) -> None:
    columns, worked_out, in_order, given = ANSWERS[name]
    takes = {parameter: value(tables) if callable(value) else value for parameter, value in given.items()}
    takes |= {} if name == "overview/undated" else {"limit": 1_000_000}
    counted = ("facts", "plans", "by_then", "added", "overlapping", "held")
    found = [tuple(comparable(row[c], c in counted) for c in columns.split()) for row in ask(engine, name, takes)]
    expected = list(worked_out(tables))
    assert (found if in_order else sorted(map(repr, found))) == (expected if in_order else sorted(map(repr, expected)))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folders = book_alone(tmp_path_factory.mktemp("book"))
    with EmbeddedEngine(Selection(folders, only_own=True)) as engine:
        yield engine, Tables(folders)


@pytest.mark.parametrize("name", ANSWERS)
def test_over_the_book(book, name):
    compared(*book, name)


@pytest.fixture(
    scope="module", params=[("embedded", 0), ("embedded", 1), ("embedded", 2), ("embedded", 3), ("neo4j", 4)]
)
def made(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    name, seed = request.param
    graph = graph_of(*made_up(seed))
    write_tables(graph, folder / "tables")
    if name == "neo4j":
        address = address_of(request.getfixturevalue("neo4j_server"))
        refill(address, graph)
        opened = Neo4jEngine(address)
    else:
        opened = Embedded(made_up(seed), folder / "database")
    with opened as engine:
        yield engine, Tables([folder / "tables"])


@pytest.mark.parametrize("name", ANSWERS)
def test_over_made_up_graphs(made, name):
    compared(*made, name)
