"""What the benchmarks measure is a graph that validation takes."""

from pathlib import Path

from benchmarks import questions
from benchmarks.generate import generate
from bycn.graph_model.containment import Containment
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph, write_tables
from bycn.queries.library import DRAWN, Library, bound


def test_the_made_up_graph_reads_back_from_its_tables(tmp_path: Path) -> None:
    graph = generate(500, 5_000)
    write_tables(graph, tmp_path)
    read = read_graph(Selection((tmp_path,), only_own=True))
    assert read.facts.keys() == graph.facts.keys()


def test_what_lies_in_what_is_as_in_the_real_graph() -> None:
    graph = generate(500, 5_000)
    for type_ in ("LOCATED_IN", "PART_OF"):
        held = [fact.from_ for fact in graph.facts.values() if fact.type == type_]
        assert len(held) == len(set(held))
    containment = Containment(graph)
    assert max(len(containment.holders(entity)) for entity in graph.entities) <= 6


def test_every_question_can_be_asked_of_it() -> None:
    with questions.embedded(generate(2_000, 4_000)) as engine:
        asked = {question.name: bound(engine, question, questions.made_up(question)) for question in questions.every()}
    assert asked.keys() == {name for name in Library.shipped().names() if not name.startswith(DRAWN)}
