"""Questions that count, sum, rank or file by year, held against a second answer from the tables alone."""

import random

import pytest

from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.selection import Selection
from bycn.loaders.tables.writing import write_tables
from bycn.queries.library import ask
from tests.book_alone import book_alone
from tests.made_up import Embedded, entity, fact, graph_of
from tests.queries.second_answers.answers import ANSWERS
from tests.queries.second_answers.tables import Tables

PLACES = ("BY", "CN", "BY-VI", "BY-BR", "BY-HM", "CN-SD", "CN-HL", "city/one", "city/two", "city/three")
BODIES = ("university/one", "university/two", "company/one", "company/two", "exchange/one", "institution/one")
DATES = ("2017", "2023-05", "../2023-05", "2022/2023", "2019/..", "2023-06-25", "2023-01/2023-06", None)
SPECIAL = {"event": {"kind": "fair"}, "BY": {"name": "Belarus"}}
STATUSES = ("signed", "in_force", "planned", "proposed", "completed")


def country_of(id_: str) -> str:
    return "CN" if id_.startswith("CN") or id_.endswith(("two", "three")) else "BY"


def made_up(seed: int):
    """A random graph that keeps to the types of the ends, with facts that hold others, ranges and open dates."""
    chance = random.Random(seed)
    ids = (*PLACES, *BODIES, "event/one", "event/two")
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
        if type_ in ("CONTRACT", "TRADE_FLOW"):
            more |= {"amount": chance.choice([5, 1_000, "0.1"]), "currency": chance.choice(["USD", "CNY"])}
            more |= {"goods": chance.sample(["timber", "meat"], chance.randint(0, 2))}
            more |= {"venue": "exchange/one"} if "exchange/one" in (ours, theirs) else {}
        if type_ == "TWINNED_WITH" and chance.random() < 0.5:
            more["instrument"] = "agreement"
        records.append(fact(f"made-up/f-{n}", type_, ours, theirs, **{k: v for k, v in more.items() if v is not None}))
    return records


def comparable(value, is_counted: bool):
    if isinstance(value, list):
        return len(value) if is_counted else tuple(value)
    return value


def compared(engine, tables, name: str) -> None:
    columns, worked_out = ANSWERS[name]
    takes = {"limit": 1_000_000} | ({"country": "BY"} if name == "twinnings/places_without" else {})
    counted = ("facts", "plans", "by_then")
    found = [tuple(comparable(row[c], c in counted) for c in columns.split()) for row in ask(engine, name, takes)]
    assert sorted(map(repr, found)) == sorted(map(repr, worked_out(tables)))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folders = book_alone(tmp_path_factory.mktemp("book"))
    with EmbeddedEngine(Selection(folders, only_own=True)) as engine:
        yield engine, Tables(folders)


@pytest.mark.parametrize("name", ANSWERS)
def test_over_the_book(book, name):
    compared(*book, name)


@pytest.fixture(scope="module", params=range(4))
def made(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    records = made_up(request.param)
    write_tables(graph_of(*records), folder / "tables")
    engine = Embedded(records, folder / "database")
    yield engine, Tables([folder / "tables"])
    engine.close()


@pytest.mark.parametrize("name", ANSWERS)
def test_over_made_up_graphs(made, name):
    compared(*made, name)
