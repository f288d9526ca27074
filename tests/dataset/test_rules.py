"""The shipped dataset keeps its own rules."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bycn.graph_model.containment import Containment
from bycn.graph_model.names import fold
from bycn.graph_model.vocabulary import PLANS

BOOK = "zalesskij-2024"
REPORT = Path(__file__).parents[2] / "docs" / "data.md"


def of_the_book(facts):
    return [fact for fact in facts if fact.id.startswith(BOOK)]


def footnote_year(graph, fact):
    years = [graph.sources[s].year for s in fact.sources if graph.sources[s].number]
    return max(years) if years else 2024


def test_the_book_has_98_footnotes_and_every_one_carries_a_fact_or_is_listed(graph, facts):
    footnotes = {s.id for s in graph.sources.values() if s.number}
    assert len(footnotes) == 98
    silent = footnotes - {source for fact in facts for source in fact.sources}
    listed = REPORT.read_text(encoding="utf-8")
    assert [s for s in sorted(silent) if f"`{s}`" not in listed] == []


def test_every_fact_of_the_book_says_chapter_and_line(facts):
    wrong = [
        f.id
        for f in of_the_book(facts)
        if not f.locator or not all(re.fullmatch(r"c[1-5]:\d+(-\d+)?", x) for x in f.locator)
    ]
    assert wrong == []


def test_facts_from_works_of_reference_are_structure_and_name_the_work(facts):
    reference = [f for f in facts if f.id.startswith("reference/")]
    assert reference
    assert [f.id for f in reference if not f.structural or not f.locator or f.sources != ("reference",)] == []
    assert [f.id for f in facts if not f.id.startswith(("reference/", f"{BOOK}/c"))] == []


def test_ids_name_chapter_and_number(facts):
    wrong = [f.id for f in of_the_book(facts) if not re.fullmatch(rf"{BOOK}/c[1-5]-\d{{3}}(-\d+)?", f.id)]
    assert wrong == []


def test_all_first_level_divisions_of_both_countries_are_there(graph):
    by = {e.id for e in graph.entities.values() if re.fullmatch(r"BY-[A-Z]{2}", e.id)}
    cn = {e.id for e in graph.entities.values() if re.fullmatch(r"CN-[A-Z]{2}", e.id)}
    assert len(by) == 7
    assert len(cn) == 34


def test_first_level_places_have_names_in_five_languages(graph):
    lacking = [
        e.id
        for e in graph.entities.values()
        if re.fullmatch(r"(BY|CN)(-[A-Z]{2})?", e.id) and not (e.names_be and e.names_ru and e.names_zh and e.names_fr)
    ]
    assert lacking == []


def test_codes_are_those_of_iso_3166(graph):
    pycountry = pytest.importorskip("pycountry")
    codes = {s.code for c in ("BY", "CN") for s in pycountry.subdivisions.get(country_code=c)}
    ours = {e.id for e in graph.entities.values() if re.fullmatch(r"(BY|CN)-[A-Z]{2}", e.id)}
    assert ours <= codes


NO_ATTESTED_BELARUSIAN_NAME = {"city/baoding", "city/qingdao", "city/qinhuangdao"}


def test_cities_and_districts_have_names_in_all_languages(graph):
    places = [e for e in graph.entities.values() if e.type in ("city", "district")]
    assert [e.id for e in places if not (e.names_ru and e.names_zh and e.names_fr)] == []
    assert {e.id for e in places if not e.names_be} == NO_ATTESTED_BELARUSIAN_NAME


def test_what_is_seated_in_a_country_lies_in_it(graph):
    containment = Containment(graph)
    parents = {f.from_: f.to for f in graph.facts.values() if f.type == "PART_OF"}

    def reaches(entity):
        if entity.country in containment.holders(entity.id):
            return True
        parent = parents.get(entity.id)
        return parent is not None and reaches(graph.entities[parent])

    # An embassy stands for its country and lies in the other.
    seated = [e for e in graph.entities.values() if e.type != "event" and getattr(e, "kind", "") != "embassy"]
    lost = [e.id for e in seated if e.country in ("BY", "CN") and not reaches(e)]
    assert lost == []


def test_nothing_that_happened_begins_after_the_book(facts):
    late = [f.id for f in facts if f.status not in PLANS and f.date and f.date.start and f.date.start > "2024-12-31"]
    assert late == []


def test_what_begins_after_its_footnotes_year_says_why(graph, facts):
    late = [
        f.id
        for f in of_the_book(facts)
        if f.status not in PLANS
        and f.date
        and f.date.start
        and int(f.date.start[:4]) > footnote_year(graph, f)
        and not f.note
    ]
    assert late == []


def test_no_fact_stands_twice(facts):
    seen = Counter((f.type, f.from_, f.to, f.from_unnamed, f.to_unnamed, str(f.date), f.title) for f in facts)
    assert [key for key, count in seen.items() if count > 1] == []


def test_every_entity_has_a_fact(graph, facts):
    used = {
        end for f in facts for end in (f.from_, f.to, f.event, getattr(f, "structure", None), getattr(f, "venue", None))
    }
    assert [e.id for e in graph.entities.values() if e.id not in used] == []


def test_every_document_is_shared_or_founds_something(graph, facts):
    named = Counter(f.document for f in facts if f.document)
    assert [d for d in graph.documents if not named[d]] == []


def test_a_doubtful_reading_says_why(facts):
    assert [f.id for f in facts if f.certainty == "read" and not f.note] == []


def test_a_joint_body_of_both_countries_belongs_to_neither(graph, facts):
    founded = {f.structure for f in facts if f.type == "JOINT_PROJECT" and f.structure and f.form in ("association",)}
    assert [graph.entities[e].id for e in founded if graph.entities[e].country != "XX"] == []


@pytest.mark.parametrize(
    ("one", "other"), [("CN-SX", "CN-SN"), ("CN-HB", "CN-HE"), ("BY-HM", "BY-MI"), ("BY-MA", "city/mogilev")]
)
def test_places_that_look_alike_share_no_name(graph, one, other):
    def keys(id_):
        return set(map(fold, graph.entities[id_].all_names))

    assert not keys(one) & keys(other)
