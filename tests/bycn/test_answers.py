"""Answers for people: any rows at any width, signs that the terminal lacks, what is told and what is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from bycn import terminal
from bycn.answers import facts, series, words
from bycn.answers.page import LEAST_WIDTH, Page
from bycn.answers.pieces import mark, piece
from bycn.answers.printing import Asked, list_facts, page_of
from bycn.queries.answers import Answer

LETTERS = st.text("abc 维捷布斯克州Витебск–…●[/x]\n", max_size=60)
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), LETTERS, st.lists(LETTERS, max_size=9), st.just("x" * 90)
)
NAMES = (
    "name",
    "id",
    "date",
    "status",
    "type",
    "amount",
    "currency",
    "facts",
    "fact",
    "title",
    "long_name_of_a_column",
)


@st.composite
def answers(draw) -> Answer:
    columns = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    values = {
        "date": st.sampled_from([None, "2023-02", "../2021", "2016/2020"]),
        "status": st.sampled_from(["planned"]),
    }
    numbers = st.one_of(st.none(), st.integers(0, 10**12))
    values |= {"amount": numbers, "currency": st.sampled_from([None, "USD"])}
    row = st.tuples(*(values.get(column, VALUES) for column in columns))
    return Answer(tuple(columns), draw(st.lists(row, min_size=1, max_size=5)))


def printed(answer: Answer, width: int, *, full: bool = False, plain: bool = True) -> str:
    return page_of(answer, width, full=full, plain=plain).text(coloured=False)


def longest(text: str) -> int:
    return max(map(wcswidth, text.splitlines()), default=0)


@given(answers(), st.integers(LEAST_WIDTH, 200), st.booleans())
def test_no_line_is_wider_than_the_terminal(answer, width, full):
    assert longest(printed(answer, width, full=full)) <= width


@given(LETTERS, LETTERS, st.integers(LEAST_WIDTH, 200), st.integers(0, 8))
def test_no_line_of_prose_either(left, right, width, indent):
    page = Page(width)
    page.say(left, indent=indent)
    page.heading(piece(left), piece(right))
    page.grid([(piece(left), mark(plan=True), piece(right))], indent=indent, flush=2)
    assert longest(page.text(coloured=False)) <= width


def test_what_says_nothing_is_left_out_and_what_is_the_same_is_told_once():
    rows = [("Minsk", "city", None, "zalesskij-2024/fn-15"), ("Orsha", "city", None, "zalesskij-2024/fn-16")]
    told = printed(Answer(("name", "kind", "note", "source"), rows), 80)
    assert re.search(r"^name +source$", told, re.M)
    assert "kind: city" in told
    assert "note" not in told
    assert "Minsk  fn-15" in told
    whole = printed(Answer(("name", "kind", "note", "source"), rows), 80, full=True)
    assert "zalesskij-2024/fn-15" in whole
    assert re.search(r"^name +kind +source$", whole, re.M)


def test_ids_whose_ends_are_the_same_stay_whole():
    rows = [("a/fn-1",), ("b/fn-1",), ("b/fn-2",)]
    assert printed(Answer(("source",), rows), 80).split()[2:] == ["a/fn-1", "b/fn-1", "fn-2"]


def test_codes_are_words():
    rows = [
        ("2023-02", "planned", "AGREEMENT", 2_000_000, "about", "USD"),
        (None, "in_force", "TWINNED_WITH", 5, None, "CNY"),
    ]
    told = printed(Answer(("date", "status", "type", "amount", "amount_qualifier", "currency"), rows), 80)
    assert re.search(r"Feb 2023 +○ planned +agreement +about 2 million USD", told)
    assert re.search(r"● in force +twinned +5 CNY", told)


def test_nothing_in_data_is_markup_or_a_command():
    evil = "[bold]x[/bold] \x1b[31mred\x1b[0m :smile: {0}"
    page = page_of(Answer(("name",), [(evil,)]), 80, full=True, plain=True)
    assert "[bold]x[/bold] [31mred[0m :smile: {0}" in page.text(coloured=False)
    assert "\x1b[31m" not in page.text(coloured=True)
    assert "\x1b[1m" in page.text(coloured=True)


@pytest.mark.parametrize(("encoding", "locale"), [("cp1251", "ru_RU.CP1251"), ("utf-8", "C"), ("utf-8", "POSIX")])
def test_words_stand_for_signs_that_a_terminal_lacks(monkeypatch, encoding, locale):
    class Stream:
        def isatty(self):
            return True

    Stream.encoding = encoding
    monkeypatch.setattr(terminal.sys, "stdout", Stream())
    monkeypatch.setenv("LC_ALL", locale)
    rows = [("2016/2020", "planned", 5, "m3"), ("../2021", "signed", 7, "m3")]
    told = printed(Answer(("date", "status", "quantity", "unit"), rows), 80)
    assert "plan: planned" in told
    assert "fact: signed" in told
    assert "5 m3" in told
    told.encode("cp1251" if encoding == "cp1251" else "ascii")


def made(**told) -> dict:
    return {"type": "AGREEMENT", "title": "Agreement", "status": "signed", **told} | {
        f"{end}_names": told[end] if isinstance(told[end], list) else [told[end]] for end in ("from", "to")
    }


@pytest.mark.parametrize(
    ("status", "plan", "sign"), [("completed", False, "#"), ("planned", True, "○"), ("negotiating", True, "○")]
)
def test_a_goal_is_a_plan_though_it_is_a_number(status, plan, sign):
    fact = {"type": "INDICATOR", "status": status, "plan": plan}
    assert facts.sign(fact).plain == sign
    assert facts.sign(fact | {"certainty": "read"}).plain == f"{sign}?"


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (
            made(**{"from": "Orsha", "to": "Qingdao"}, type="TWINNED_WITH", title="Friendly ties of Orsha and Qingdao"),
            "Friendly ties of Orsha and Qingdao (twinned)",
        ),
        (
            made(**{"from": "BUTB", "to": "China"}, type="TRADE_FLOW", measure="export", title="Timber sold in Wuxi"),
            "BUTB → China: Timber sold in Wuxi (export)",
        ),
        (
            made(
                **{"from": "dairies of Brest", "to": "Some Fair"},
                type="TOOK_PART_IN",
                title="Brest dairies at the fair",
            ),
            "Brest dairies at the fair",
        ),
        (
            made(
                **{"from": "BSU", "to": "Belarus"}, type="INDICATOR", title="Students at BSU", quantity=1, unit="people"
            ),
            "Students at BSU: 1 person",
        ),
    ],
)
def test_a_line_names_whoever_its_title_leaves_out_and_no_one_twice(fact, said):
    names = {end: fact[f"{end}_names"][0] for end in ("from", "to")}
    assert facts.who_and_what(fact | names).plain == said


def test_an_alias_in_a_title_names_an_end():
    record = {"type": "AGREEMENT", "from_name": "Belarusian State University", "from_aliases": ["BSU"]}
    record |= {"to_name": "Peking University", "properties": {"title": "Agreement of BSU and Peking University on law"}}
    fact = facts.flat_fact(record)
    assert facts.names_its_ends(fact)
    assert facts.what(fact, *facts.both_ends(fact)).plain == "Agreement on law"


def test_growth_and_whose_statistics_in_words():
    fact = {"date": "2023-01/2023-08", "growth": 0.9, "growth_qualifier": "under", "growth_base": "2022-01/2022-08"}
    assert words.how_much(fact) == "down over 10% on the year before"
    assert words.how_much(fact | {"growth": 18, "growth_qualifier": None, "growth_base": "2013"}) == "18 times 2013"
    assert words.whose_statistics({"reporter": "BY"}) == "Belarusian statistics"


@pytest.mark.parametrize(
    ("asked", "said", "never"),
    [
        (["connections", "Vitebsk", "--facts"], "Jiangxi · ", "CN-JX"),
        (
            ["between", "Great Stone", "China", "--source", "pages"],
            "Great Stone Industrial Park ─ China 12 May 2015 ●? the side of the park – 14 companies",
            "the side of the park ─",
        ),
        (["central", "--limit", "3"], "rank  name ", "city/"),
        (["components"], "separate parts, the largest first", "institution/"),
        (["trade", "Belarus"], "Chinese statistics", "by CN"),
        (["show", "c1-123"], "To correct it: bycn correct c1-123 -o my-tables", "garbled"),
        (["show", "ta-091"], "? not stated outright; see the note", "garbled"),
        (["path", "Gomel", "Gansu"], "(in Gomel Region)", "is told"),
        (
            ["path", "Vitebsk", "Jinan", "--source", "pages", "--only-signed"],
            'In all 3 facts in 1 pair: bycn between "Vitebsk Region" Jinan --source pages --only-signed',
            "Heilongjiang",
        ),
        (["stats"], "aren't stated outright by their source", "garbled"),
        (["stats", "--source", "cow-trade"], "2 entities, 46 facts", "province"),
        (["search", "80.6"], "Found 1 fact", "entities"),
        (["search", "Great Stone"], "Great Stone Industrial Park, economic zone, Belarus", "economic_zone/"),
        (["show", "ciie-2023"], "exhibition, in Shanghai, Nov 2023", "2023-11"),
        (["show", "BSU"], "member of ", ", member of "),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else "",
)
def test_a_person_reads_words_and_names(bycn, monkeypatch, asked, said, never):
    monkeypatch.setenv("COLUMNS", "80")
    printed = re.sub(r"[ \n]+", " ", bycn(*asked, "--format", "table").out)
    assert re.sub(" +", " ", said) in printed
    assert never not in printed


def test_the_mark_of_doubt_is_explained_where_it_is_used(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    legend = "? = not stated outright by the source"
    assert legend in bycn("path", "Vitebsk", "Jinan", "--format", "table").out
    assert legend not in bycn("between", "Polotsk", "Dezhou", "--format", "table").out


def test_a_source_that_is_shown_as_an_entity_is_pointed_to(bycn):
    said = bycn("show", "fn-16")
    assert said.code == 2
    assert "'fn-16' is a source: bycn sources fn-16" in said.err


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["path", "Vitebsk", "Jinan"],
            ["tied directly: twinned, by Feb 2023.", "Also between others in them:", "Jinan lies in Shandong"],
        ),
        (
            ["path", "MTZ", "Huawei"],
            ["and that is a plan.", "both lie in Minsk; no tie", "Shown 1 of 4 chains of this length; --all"],
        ),
        (["path", "DUT-BSU", "BSU"], ["University is a member of DUT–BSU Joint Institute."]),
        (["path", "Gomel", "Tibet", "--through-countries"], ["chain rests on one tie.", "Tibet lies in China"]),
        (
            ["between", "Vitebsk", "Shandong"],
            ["13 facts ●, 4 plans ○ tie Vitebsk Region to Shandong, in 8 pairs", "Orsha ─ Qingdao"],
        ),
    ],
    ids=" ".join,
)
def test_how_two_are_connected_is_said_first_and_fits(bycn, monkeypatch, asked, said, width):
    monkeypatch.setenv("COLUMNS", str(width))
    printed = bycn(*asked, "--source", "zalesskij-2024", "--format", "table")
    told = re.sub(r"\s+", " ", printed.out)
    places = [told.find(words) for words in said]
    assert -1 not in places, printed.out
    assert places == sorted(places)
    assert longest(printed.out) <= width
    assert not any(words in printed.err for words in said)


def recorded(id_: str, type_: str, **properties):
    told = {"id": id_, "title": f"Residents of Park, {id_}", "sources": [], "status": "completed"} | properties
    return {"id": id_, "type": type_, "from_name": "Park", "to_name": "Belarus", "properties": told}


COUNTS = [
    recorded(f"c{n}", "INDICATOR", measure="residents", date=f"202{n}", date_end=f"202{n}-12-31", quantity=n)
    for n in (3, 1, 4, 2)
]
TIE = recorded("tie", "COOPERATES_WITH", title="Park and Belarus work together", date="2020")


def listed(records, *, full: bool = False) -> str:
    page = Page(100)
    rows = [(record["id"], record["properties"]["title"]) for record in records]
    answer, told = Answer(("fact", "title"), rows), {record["id"]: record for record in records}
    list_facts(page, Asked(answer, told, {}, full, answer, told))
    return page.text(coloured=False)


def test_many_figures_of_one_measure_are_shown_by_the_latest():
    folded = listed([*COUNTS, TIE])
    assert "c4" in folded
    assert "3 more figures, 2021–2023: --full" in folded
    assert not any(f"Park, {id_}" in folded for id_ in ("c1", "c2", "c3"))
    assert "work together" in folded


def test_figures_are_listed_whole_where_few_or_alone_or_asked_for_in_full():
    for shown in (listed(COUNTS), listed([*COUNTS[:3], TIE]), listed([*COUNTS, TIE], full=True)):
        assert "more figure" not in shown
        assert "Park, c1" in shown


def test_a_goal_is_not_folded_into_what_was_counted():
    goal = recorded("goal", "INDICATOR", measure="residents", date="2030", status="planned", date_end="2030-12-31")
    assert list(series.folded([facts.flat_fact(record) for record in [*COUNTS, goal, TIE]])) == ["c4"]
