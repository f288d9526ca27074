"""Every question on both engines over the whole dataset: the same rows. On Neo4j also how they are found."""

import re
from pathlib import Path

import pytest

from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.loaders.neo4j.load import load
from bycn.loaders.selection import Selection
from bycn.queries.filters import NO_FILTERS, Filters
from bycn.queries.library import DRAWN, SUBJECTS, bound
from bycn.queries.question import Question, read_question

MACHINERY = ("loading", "loading.cypher", "schema", "export", DRAWN)
FILES = sorted(path for path in CYPHER.rglob("*.cypher") if path.relative_to(CYPHER).parts[0] not in MACHINERY)
DRAWINGS = sorted((CYPHER / DRAWN).glob("*.cypher"))
ENTITIES = ("BY-MI", "city/vitebsk", "CN-SD", "university/bsu", "event/ciie-2023", "CN-XZ")
"""One of each kind, and a place that nothing is tied to."""
DOCS = Path(__file__).parents[2] / "docs"
COMPUTED = (
    *("inside", "first_level", "trait", "plan", "holds_from", "holds_to", "placed_from", "placed_to"),
    *("held_by", "outdated_by", "rows", "row_cells", "dated_by"),
)
KINDS = dict(zip(ENTITIES, ("oblast", "city", "province", "university", "event", "province"), strict=True))


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BYCN_CACHE", str(tmp_path_factory.mktemp("cache")))
        with EmbeddedEngine() as engine:
            yield engine


@pytest.fixture(scope="module")
def neo4j(module_address):
    from bycn.loaders.tables import read_graph

    with Connection(module_address) as connection:
        load(connection, read_graph(Selection()))
    with Neo4jEngine(module_address) as engine:
        assert engine.warnings == []
        yield engine


def name_of(path: Path) -> str:
    return path.relative_to(CYPHER).with_suffix("").as_posix()


def question_in(path: Path) -> Question:
    return read_question(path, name_of(path), limited=False)


def entity_parameters(question: Question) -> list[str]:
    return [p.name for p in question.header.parameters if p.type == "entity" and p.modifier != "list"]


def entities_for(question: Question) -> list[str]:
    """Those of `ENTITIES` that a question takes as its first entity."""
    kinds = next(p.kinds for p in question.header.parameters if p.type == "entity" and p.modifier != "list")
    return [e for e in ENTITIES if not kinds or KINDS[e] in kinds]


def starts_from_one(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return any(f"{{id: ${name}}}" in text for name in entity_parameters(question_in(path)))


def comparable(row: dict) -> dict:
    """A row without what no engine promises an order for."""
    return {name: sorted(value) if name.endswith("labels") else value for name, value in row.items()}


def rows(engine, question: Question, given: dict, filters: Filters = NO_FILTERS) -> list[dict]:
    text, values, *_ = bound(engine, question, given, filters=filters, exact=bool(given))
    return [comparable(row) for row in engine.run(text, values)]


def test_there_are_questions():
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_both_engines_give_the_same_rows(embedded, neo4j, path):
    question = question_in(path)
    ours = rows(embedded, question, {})
    assert ours
    assert ours == rows(neo4j, question, {})


@pytest.mark.parametrize("path", [path for path in FILES if entity_parameters(question_in(path))], ids=name_of)
def test_both_engines_give_the_same_rows_for_other_entities(embedded, neo4j, path):
    question = question_in(path)
    for entity in entities_for(question):
        given = dict.fromkeys(entity_parameters(question)[:1], entity)
        assert rows(embedded, question, given) == rows(neo4j, question, given), entity


EXAMPLES = re.findall(r"```cypher\n(.*?)```", (DOCS / "graph-conventions.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_examples_of_free_cypher_answer_alike(embedded, neo4j, text):
    ours = embedded.run(text, {})
    assert ours
    assert ours == neo4j.run(text, {})


def test_each_computed_property_has_an_example():
    found = {name for name in COMPUTED if any(re.search(rf"\b{name}\b", text) for text in EXAMPLES)}
    assert found == set(COMPUTED)


FILTERED = Filters(only_signed=True, sectors=("education", "higher education"), works=("zalesskij-2024",))


@pytest.mark.parametrize("path", [path for path in FILES if question_in(path).takes_filters], ids=name_of)
def test_both_engines_filter_alike(embedded, neo4j, path):
    question = question_in(path)
    assert rows(embedded, question, {}, FILTERED) == rows(neo4j, question, {}, FILTERED)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("path", [path for path in FILES if question_in(path).takes_filters], ids=name_of)
def test_a_filter_that_no_fact_fits_leaves_no_fact_in_any_row(embedded, path):
    question = question_in(path)
    assert facts_in(rows(embedded, question, {}, Filters(sectors=("none has this one",)))) == set()


def facts_in(found: list[dict]) -> set[str]:
    cells = [row[column] for row in found for column in ("fact", "facts") if column in row]
    return {fact for cell in cells for fact in (cell if isinstance(cell, list) else [cell]) if isinstance(fact, str)}


@pytest.mark.parametrize("path", DRAWINGS, ids=name_of)
def test_what_the_browser_draws(neo4j, path):
    question = question_in(path)
    text, values, *_ = bound(neo4j, question, {})
    assert neo4j.run_within(text, values, seconds=30, limit=1_000)


@pytest.mark.parametrize("path", [path for path in DRAWINGS if question_in(path).takes_filters], ids=name_of)
@pytest.mark.parametrize("work", ["zalesskij-2024", "pages"])
def test_of_a_work_the_browser_is_given_no_fact_of_others(neo4j, path, work):
    text, values, *_ = bound(neo4j, question_in(path), {}, filters=Filters(works=(work,)))
    found = neo4j.run_within(text, values, seconds=30, limit=1_000)
    cells = [part for row in found for cell in row.values() for part in (cell if isinstance(cell, list) else [cell])]
    facts = [part for part in cells if isinstance(part, dict) and "trait" in part]
    assert not [fact["id"] for fact in facts if not any(source.startswith(work) for source in fact["sources"])]


@pytest.mark.parametrize(
    "path",
    [p for p in (*FILES, *DRAWINGS) if starts_from_one(p)],
    ids=name_of,
)
def test_a_question_about_an_entity_starts_from_it(neo4j, path):
    question = question_in(path)
    text, values, *_ = bound(neo4j, question, {})
    plan = neo4j.plan(text, values, seconds=60)
    steps = [step.partition("@")[0] for step, _ in plan.steps]
    assert any("NodeUniqueIndexSeek" in step for step in steps), steps
    scans = [step for step in steps if "Scan" in step and "Relationship" in step]
    scans += [step for step in steps if step in ("AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan")]
    assert not scans, steps


def test_every_subject_is_compared():
    compared = {path.relative_to(CYPHER).parts[0] for path in (*FILES, *DRAWINGS)}
    assert set(SUBJECTS) <= compared
