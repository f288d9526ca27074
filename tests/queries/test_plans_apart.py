"""A plan is never counted as a fact: with all plans taken out of the graph, an answer says the same of the facts."""

import json

import pytest

from bycn.exports.jsonl import lines
from bycn.graph_model.vocabulary import PLANS
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.selection import Selection
from bycn.queries.filters import Filters
from bycn.queries.library import Library, ask

FOLDERS = ("connections", "universities", "trade", "time", "evidence", "overview")
QUESTIONS = [question for question in Library.shipped() if question.name.split("/")[0] in FOLDERS]
ENTITIES = (None, "BY-MI", "exchange/butb", "CN-CQ")
"""What the questions are asked about besides their default."""
EVERYTHING = 1_000_000


@pytest.fixture(scope="module")
def without_plans(engine, tmp_path_factory):
    objects = [json.loads(line) for line in lines(engine, Filters())]
    plans = {told["id"] for told in (o["properties"] for o in objects) if told.get("status") in PLANS}
    kept = [o for o in objects if o["properties"]["id"] not in plans]
    for told in (o["properties"] for o in kept):
        for name in told.keys() & {"part_of", "disagrees_with"}:
            told[name] = [fact for fact in told[name] if fact not in plans]
    path = tmp_path_factory.mktemp("firm") / "firm.jsonl"
    path.write_text("".join(json.dumps(o, ensure_ascii=False) + "\n" for o in kept), encoding="utf-8")
    assert 0 < len(kept) < len(objects)
    with EmbeddedEngine(Selection((path,), only_own=True)) as firm:
        yield firm


def is_of_plans(row: dict) -> bool:
    """Whether a row is there for plans alone, and says so."""
    told = row | row.get("properties", {})
    if told.get("plan") or told.get("plans") is True or {told.get("status"), told.get("other_status")} & set(PLANS):
        return True
    return bool(row.get("plans")) and "facts" in row and not row["facts"]


def firm_columns(answer) -> list[dict]:
    return [
        {name: value for name, value in row.items() if name != "properties" and not name.startswith("plan")}
        for row in answer
        if not is_of_plans(row)
    ]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_what_is_said_of_facts_is_the_same_without_plans(engine, without_plans, question):
    takes = {parameter.name for parameter in question.header.parameters}
    any_entity = any(p.name == "entity" and not p.kinds for p in question.header.parameters)
    limit = {"limit": EVERYTHING} if "limit" in takes else {}
    for entity in ENTITIES if any_entity else (None,):
        given = limit | ({"entity": entity} if entity else {})
        with_them, without = (ask(e, question.name, given) for e in (engine, without_plans))
        assert firm_columns(with_them) == firm_columns(without), entity
        assert not [row for row in without if is_of_plans(row)]
