"""The shipped dataset keeps its own rules."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from bycn.graph_model.containment import Containment
from bycn.graph_model.folding import fold
from bycn.graph_model.ids import work_of
from bycn.graph_model.vocabulary import PLANS

BOOK = "zalesskij-2024"
REPORT = Path(__file__).parents[2] / "docs" / "data.md"
AUDIT = REPORT.with_name("data-audit.md")


def of_the_book(facts):
    return [fact for fact in facts if fact.id.startswith(BOOK)]


def footnote_year(graph, fact):
    years = [graph.sources[s].year for s in fact.sources if graph.sources[s].number]
    return max(years) if years else 2024


def test_the_book_has_98_footnotes_and_every_one_carries_a_fact_or_is_listed(book, facts_of_book):
    footnotes = {s.id for s in book.sources.values() if s.number}
    assert len(footnotes) == 98
    silent = footnotes - {source for fact in facts_of_book for source in fact.sources}
    listed = REPORT.read_text(encoding="utf-8")
    assert [s for s in sorted(silent) if f"`{s}`" not in listed] == []


def test_every_fact_of_the_book_says_chapter_and_line(facts_of_book):
    wrong = [
        f.id
        for f in of_the_book(facts_of_book)
        if not f.locator or not all(re.fullmatch(r"c[1-5]:\d+(-\d+)?", x) for x in f.locator)
    ]
    assert wrong == []


def test_facts_from_works_of_reference_are_structure_and_name_the_work(facts_of_book):
    reference = [f for f in facts_of_book if f.id.startswith("reference/")]
    assert reference
    assert [f.id for f in reference if f.trait != "structure" or not f.locator or f.sources != ("reference",)] == []
    assert [f.id for f in facts_of_book if not f.id.startswith(("reference/", f"{BOOK}/c"))] == []


def test_the_id_of_a_fact_says_which_work_tells_it(facts):
    assert [f.id for f in facts if work_of(f.id) not in map(work_of, f.sources)] == []


def test_a_note_says_nothing_twice(facts):
    sentences = {f.id: Counter(re.split(r"(?<=[.;]) ", f.note)) for f in facts if f.note}
    assert [id_ for id_, told in sentences.items() if max(told.values()) > 1] == []


def test_a_note_ends_as_a_sentence_does(graph):
    noted = [*graph.facts.values(), *graph.entities.values()]
    assert [it.id for it in noted if it.note and not re.search(r'[.?!")]$', it.note)] == []


def test_a_note_tells_what_the_source_says_and_not_how_it_was_looked_up(graph):
    noted = [*graph.facts.values(), *graph.entities.values()]
    told = re.compile(r"\blooked (for|up)\b|\bthe copy\b|\bcut passage\b|\bleft out\b")
    assert [it.id for it in noted if it.note and told.search(it.note)] == []


def test_what_is_completed_does_not_go_on(facts):
    assert [f.id for f in facts if f.status == "completed" and f.date and f.date.start and not f.date.end] == []


def test_who_is_to_be_a_member_is_not_called_one(facts):
    planned = [f for f in facts if f.type == "MEMBER_OF" and f.status in PLANS]
    assert planned
    assert [f.id for f in planned if " to be " not in f.title] == []


def test_ids_name_chapter_and_number(facts_of_book):
    wrong = [f.id for f in of_the_book(facts_of_book) if not re.fullmatch(rf"{BOOK}/c[1-5]-\d{{3}}(-\d+)?", f.id)]
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


NO_ATTESTED_BELARUSIAN_NAME = {"city/baoding", "city/qinhuangdao"}


def test_cities_and_districts_have_names_in_all_languages(book):
    places = [e for e in book.entities.values() if e.type in ("city", "district")]
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


AUTHORITIES = {"executive committee", "department", "city government", "administration"}


def test_an_authority_lies_in_what_it_governs_alone(graph, facts):
    authorities = [e.id for e in graph.entities.values() if getattr(e, "kind", None) in AUTHORITIES]
    places = Counter(f.from_ for f in facts if f.type == "LOCATED_IN")
    assert {a: places[a] for a in authorities} == dict.fromkeys(authorities, 1)


def test_nothing_that_happened_begins_after_the_book(facts_of_book):
    late = [
        f.id for f in facts_of_book if f.status not in PLANS and f.date and f.date.start and f.date.start > "2024-12-31"
    ]
    assert late == []


def test_what_begins_after_its_footnotes_year_says_why(book, facts_of_book):
    late = [
        f.id
        for f in of_the_book(facts_of_book)
        if f.status not in PLANS
        and f.date
        and f.date.start
        and int(f.date.start[:4]) > footnote_year(book, f)
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


NO_CHINESE_FOUNDER_TOLD = {f"{BOOK}/c1-038", f"{BOOK}/c1-047", f"{BOOK}/c4-170"}


def test_a_joint_body_hangs_on_its_founders(book, facts_of_book):
    above, members = defaultdict(set), defaultdict(set)
    for fact in facts_of_book:
        if fact.type in ("PART_OF", "LOCATED_IN"):
            above[fact.from_].add(fact.to)
        elif fact.type == "MEMBER_OF":
            members[fact.to].add(fact.from_)

    def holders(body):
        return {body}.union(*map(holders, above[body]))

    loose = []
    for fact in facts_of_book:
        if fact.type == "JOINT_PROJECT" and fact.structure:
            tied = holders(fact.structure).union(*(members[h] for h in holders(fact.structure)))
            loose += [fact.id for end in (fact.from_, fact.to) if end not in tied]
    assert set(loose) == NO_CHINESE_FOUNDER_TOLD


def test_a_joint_body_of_two_universities_has_both_for_members(facts_of_book):
    members = {(f.from_, f.to) for f in facts_of_book if f.type == "MEMBER_OF"}
    founded = [f for f in facts_of_book if f.type == "JOINT_PROJECT" and f.structure and f.form == "institute"]
    ends = {(end, f.structure) for f in founded for end in (f.from_, f.to) if end.startswith("university/")}
    part_of = {(f.from_, f.to) for f in facts_of_book if f.type == "PART_OF"}
    assert [pair for pair in sorted(ends - members) if pair[::-1] not in part_of] == []


HELD_BY = {
    "event/belt-and-road-st-exchange-2023": None,  # the book tells neither where it was nor who held it
    "event/brest-region-day-ciie-2023": "BY-BR",
    "event/bsu-pku-friendship-and-unity-days": "university/pku",
    "event/butb-china-session-2023-03": "exchange/butb",
    "event/butb-osell-round-table-wuxi-2024": "company/osell-group",
    "event/gomel-region-day-2023": "BY-HO",
    "event/great-stone-working-group-2024": "institution/great-stone-working-group",
    "event/interregional-working-group-meeting-2023": "institution/by-cn-interregional-working-group",
    "event/minsk-region-zhejiang-health-talks-2023": "institution/zhejiang-health-commission",
    "event/year-of-regions-2023": "CN",
    "event/years-of-science-2024-2025": "BY",
}


def test_every_event_has_a_host_or_is_held_by_somebody(book, facts_of_book):
    took_part = [f for f in facts_of_book if f.type == "TOOK_PART_IN"]
    hosts = {f.to for f in took_part if re.search(r"as host of|to be host of", f.title)}
    events = {e.id for e in book.entities.values() if e.type == "event"}
    assert events - hosts == set(HELD_BY)
    parties = {(f.to, f.from_) for f in took_part}
    assert [held for held in HELD_BY.items() if held[1] and held not in parties] == []


def test_a_host_holds_the_place_of_its_event(book, facts_of_book):
    places = {f.from_: f.to for f in facts_of_book if f.type == "LOCATED_IN"}
    holders = Containment(book).holders
    hosts = [f for f in facts_of_book if f.type == "TOOK_PART_IN" and "as host of" in f.title]
    assert [f.id for f in hosts if f.from_ not in holders(places[f.to])] == []


def test_where_an_event_was_held_has_its_date_and_status(graph, facts):
    places = [f for f in facts if f.type in ("LOCATED_IN", "PART_OF") and graph.entities[f.from_].type == "event"]
    assert [f.id for f in places if (f.date, bool(f.status)) != (graph.entities[f.from_].date, True)] == []


MONTHS_BY_NUMBER = {
    **dict.fromkeys((7, 8), "2023-06"),
    **dict.fromkeys((10, 32), "2023-11"),
    **dict.fromkeys((11, 13), "2023-05"),
    **dict.fromkeys((5, 31, 69), "2023-10"),
    **dict.fromkeys((58, 59, 64), "2023-08"),
    **dict.fromkeys((39, 41), "2024-01"),
    52: "2024-06",
    **dict.fromkeys((85, 93, 94, 95, 97), "2024-08"),
    87: "2024-09",
}


def test_a_month_by_the_number_of_an_article_is_taken_everywhere(book, facts_of_book):
    coarse = []
    for fact in of_the_book(facts_of_book):
        months = {MONTHS_BY_NUMBER.get(book.sources[s].number) for s in fact.sources}
        if len(months) == 1 and (month := months.pop()):
            told = str(fact.announced or fact.date or "")
            coarse += [fact.id for form in ("", "../") if told == form + month[:4] and fact.status != "completed"]
    assert coarse == []


def test_a_news_item_has_its_month_in_every_fact(facts_of_book):
    told = defaultdict(set)
    for fact in of_the_book(facts_of_book):
        if len(fact.sources) == 1 and fact.sources != (BOOK,) and fact.announced:
            told[fact.sources[0]].add(str(fact.announced))
    assert [s for s, dates in told.items() if len({len(date) for date in dates}) > 1] == []


def test_growth_over_years_stands_at_the_later_one(facts):
    over = [f for f in facts if f.growth and f.growth_base and f.date and f.date.first <= f.growth_base.first]
    assert over == []


CONCLUDED = re.compile(r"understood|counted|assumed|taken as|taken from|is read|are read|, read |written as|no number")


def test_a_fact_whose_note_concludes_something_is_read(facts_of_book):
    assert [
        f.id for f in of_the_book(facts_of_book) if f.note and CONCLUDED.search(f.note) and f.certainty == "stated"
    ] == []


def test_the_audit_has_a_verdict_for_130_facts_of_each_draw(book):
    draws = AUDIT.read_text(encoding="utf-8").split("row by row\n")[1:]
    for rows in draws:
        ids = re.findall(r"^\| `(c\d-[\d-]+)` .* (?:true|arguable: .*|wrong: .*) \|$", rows, re.MULTILINE)
        assert len(set(ids)) == 130
        assert [i for i in ids if f"{BOOK}/{i}" not in book.facts] == []
    assert draws


def test_titles_tell_days_and_months_in_words(facts):
    assert [f.id for f in facts if re.search(r"\b\d{4}-(0[1-9]|1[0-2])\b", f.title)] == []


def test_a_sum_that_stands_for_several_parties_says_so(facts):
    of_document = defaultdict(list)
    for fact in facts:
        if fact.type == "CONTRACT" and fact.document:
            of_document[fact.document].append(fact)
    told = [[f for f in together if f.amount or f.quantity] for together in of_document.values() if len(together) > 1]
    titles = [with_sum.title for [with_sum] in (one for one in told if one)]
    assert len(titles) > 4
    assert [title for title in titles if not re.search(r"\b(both|all|three) ", title)] == []


def test_a_rate_is_no_quantity(facts):
    rates = [fact for fact in facts if fact.quantity and re.search(r"\b(a|per) (day|week|month|year)$", fact.title)]
    assert rates
    assert [fact.id for fact in rates if not re.search(r" a (day|week|month|year)$", fact.unit)] == []


def test_a_unit_is_spelled_in_one_way(facts):
    units = {fact.unit for fact in facts if fact.unit}
    assert len({unit.casefold().replace("z", "s").rstrip("s") for unit in units}) == len(units)
