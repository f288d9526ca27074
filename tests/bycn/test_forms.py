"""The forms of the commands: the same over the book and over made-up graphs, at any width, on a real terminal."""

import os
import re
import sys
from itertools import groupby
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from bycn.answers import FORMS
from bycn.answers.printing import page_of
from bycn.notebook import OpenGraph
from bycn.queries.answers import Answer
from tests.bycn.pseudo_terminal import run_on_terminal
from tests.made_up import Embedded, entity, fact

SNAPSHOTS = Path(__file__).parent / "snapshots"
OF_THE_BOOK = ("--source", "zalesskij-2024")
ASKED = {
    "connections": ("connections", "Vitebsk", "--to", "province"),
    "timeline": ("timeline", "Vitebsk"),
    "show": ("show", "BSU"),
    "trade": ("trade", "BUTB"),
    "neighbours": ("neighbours", "Great Stone"),
    "source": ("sources", "fn-16"),
    "path": ("path", "Vitebsk", "Jinan"),
    "weak": ("path", "MTZ", "Huawei"),
    "fact": ("show", "c1-123"),
}
"""Questions whose printed answers are kept; look at them after a change: BYCN_SNAPSHOTS=write writes them anew."""


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ASKED)
def test_the_answer_is_the_one_that_was_looked_at(bycn, monkeypatch, name, width):
    monkeypatch.setenv("COLUMNS", str(width))
    said = bycn(*ASKED[name], *OF_THE_BOOK, "--format", "table")
    assert said.code == 0, said.err
    kept = SNAPSHOTS / f"{name}-{width}.txt"
    if os.environ.get("BYCN_SNAPSHOTS") == "write":
        kept.write_text(said.out, encoding="utf-8")
    assert said.out == kept.read_text(encoding="utf-8")
    assert max(map(wcswidth, said.out.splitlines())) <= width


def test_what_the_terminal_form_shortens_is_told_in_full(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    short = bycn("connections", "Vitebsk", *OF_THE_BOOK, "--format", "table").out
    whole = bycn("connections", "Vitebsk", *OF_THE_BOOK, "--full", "--format", "table").out
    assert "--full" in short
    assert "--full" not in whole
    assert "https://" in whole
    assert len(whole) > len(short)


WIDE = [
    "维捷布斯克州与黑龙江省结为友好省州关系并签署合作协议",
    "Витебский областной исполнительный комитет",
    "a" * 70,
    "[/b] x",
]
NAMES = st.sampled_from([*WIDE, "Orsha", "Qingdao"])
KINDS = st.sampled_from(["TWINNED_WITH", "AGREEMENT", "TRADE_FLOW", "COOPERATES_WITH", "JOINT_PROJECT", "INDICATOR"])
TOLD = st.fixed_dictionaries(
    {"title": st.one_of(NAMES, st.just("Friendly relations of Orsha and Qingdao"))},
    optional={
        "date": st.sampled_from(["2023", "../2021", "2019-03-05", "2016/2020"]),
        "status": st.sampled_from(["planned", "in_force", "negotiating"]),
        "certainty": st.just("read"),
        "note": NAMES,
        "goods": st.just("flax|sawn timber"),
    },
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(KINDS, TOLD), min_size=1, max_size=6), NAMES, NAMES, st.sampled_from([60, 77, 80, 131, 200]))
def test_any_graph_at_any_width(tmp_path_factory, facts, ours, theirs, width):
    told = [
        fact(f"made-up/c1-{number}", kind, "BY-VI", "CN-SD", **({"note": "why"} | more))
        for number, (kind, more) in enumerate(facts)
    ]
    places = [
        entity("BY-VI", name=ours),
        entity("CN-SD", "CN", name=theirs),
    ]
    records = [entity("BY", "BY"), entity("CN", "CN"), *places, *told]
    with OpenGraph(Embedded(records, tmp_path_factory.mktemp("made") / "db")) as graph:
        answers = {
            "connections": graph.connections("BY-VI"),
            "neighbours": graph.neighbours("BY-VI"),
            "timeline": graph.timeline("BY-VI"),
            "trade": graph.trade("BY-VI"),
            "show": graph.show("BY-VI"),
            "search": graph.search("o"),
            "stats": graph.stats(),
            "sources": graph.sources("made-up"),
            "components": graph.components(),
        }
        for command, answer in answers.items():
            for full in (False, True):
                if answer.rows:
                    page = page_of(answer, width, FORMS[command], {"to": "province"}, full=full)
                    longest = max(map(wcswidth, page.text(coloured=False).splitlines()))
                    assert longest <= width, (command, page.text(coloured=False))
        one = page_of(graph.show("c1-0"), width, FORMS["show"]).text(coloured=False)
        assert max(map(wcswidth, one.splitlines())) <= width


TWINNINGS = [("city/a", "city/x"), ("city/b", "city/x"), ("city/c", "city/y"), ("city/c", "city/z")]


@pytest.fixture
def tied_places(tmp_path):
    """An oblast whose cities are twinned on one day; it is tied to one province by facts, to another by a plan."""
    ours, theirs = ({end[side]: None for end in TWINNINGS} for side in (0, 1))
    lies = [(city, "BY-VI") for city in ours] + [(city, "CN-SD") for city in theirs]
    records = [
        *(entity("BY", "BY"), entity("CN", "CN"), entity("BY-VI", name="Ours")),
        *(entity(id_, "CN", name=name) for id_, name in (("CN-SD", "Theirs"), ("CN-JX", "Others"))),
        *(entity(city, "BY", name=city[-1].upper()) for city in ours),
        *(entity(city, "CN", name=city[-1].upper()) for city in theirs),
        *(fact(f"in-{part[-1]}", "LOCATED_IN", part, whole, status=None) for part, whole in lies),
        *(fact(f"t{i}", "TWINNED_WITH", *ends, title="Twins", date="2020-05") for i, ends in enumerate(TWINNINGS)),
        *(fact(f"a{year}", "AGREEMENT", "BY-VI", "CN-SD", date=year) for year in ("2001", "2011", "2023-11")),
        fact("wish", "COOPERATES_WITH", "BY-VI", "CN-JX", status="planned", announced="2024"),
    ]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        yield graph


def printed(answer: Answer, command: str, width: int, **options: object) -> str:
    return page_of(answer, width, FORMS[command], {"to": "province"} | options).text(coloured=False)


@pytest.mark.parametrize("width", [80, 120])
def test_pairs_of_which_the_same_is_said_share_a_line(tied_places, width):
    said = printed(tied_places.connections("BY-VI"), "connections", width)
    assert len(re.findall("A, B – X · C – Y, Z", said)) == 1
    assert "Ours with everything in it is tied to 1 province and by plans alone to 1 more: 7 facts ●, 1 plan ○" in (
        " ".join(said.split())
    )


def test_on_a_wide_terminal_numbers_stand_in_columns(tied_places):
    said = printed(tied_places.connections("BY-VI"), "connections", 120).splitlines()
    assert [line.split() for line in said if line.startswith(("province", "Theirs", "Others"))] == [
        ["province", "facts", "plans", "since", "last"],
        ["Theirs", "7", "2001", "Nov", "2023"],
        ["Others", "1", "2024", "2024"],
    ]
    assert any("memorandum, 2001; memorandum, 2011; memorandum, Nov 2023" in line for line in said)


@pytest.mark.parametrize("width", [80, 120])
def test_where_all_that_is_found_is_tied_to_the_place_itself_nobody_is_named_twice(tied_places, width):
    said = printed(tied_places.connections("BY-VI", direct=True), "connections", width, direct=True)
    assert said.count("Ours") == said.count("Theirs") == said.count("Others") == 1
    assert "province" in printed(tied_places.connections("BY-VI", direct=True, only_signed=True), "connections", width)


def test_more_kinds_of_facts_than_fit_are_counted(tied_places, monkeypatch):
    monkeypatch.setattr("bycn.answers.pairs_in_short._MOST_FACTS", 1)
    said = printed(tied_places.connections("BY-VI"), "connections", 120)
    assert "● memorandum, 2001; 2 more" in said
    assert "2 more facts: --full" in said


def test_the_foot_names_what_the_page_cites(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    printed = bycn("path", "Vitebsk Region", "Shandong", *OF_THE_BOOK, "--format", "table").out
    ways, _, foot = printed.rpartition("\n\n")
    assert set(re.findall(r"fn-\d+", foot)) <= set(re.findall(r"fn-\d+", ways))


@pytest.fixture
def typed(bycn):
    """Type a command on a real pseudo-terminal; what it writes there."""

    def run(*arguments: str, lines: int = 500, **environment: str) -> str:
        known = {n: v for n, v in os.environ.items() if n not in ("COLUMNS", "LINES", "NO_COLOR", "PAGER", "LESS")}
        given = known | {"LC_ALL": "C.UTF-8", "TERM": "xterm"} | environment
        code, told = run_on_terminal(*arguments, environment=given, size=(lines, 80))
        assert code == 0, told
        return told.decode("utf-8", errors="replace")

    return run


def test_colours_on_a_terminal(typed):
    told = typed("connections", "Vitebsk")
    assert "\x1b[1mShandong\x1b[0m" in told
    assert "\x1b[32m●" in told
    assert set(re.findall(r"\x1b\[[^m]*m", told)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[32m"}
    plain = click.unstyle(told)
    assert typed("connections", "Vitebsk", NO_COLOR="1") == plain == typed("connections", "Vitebsk", "--color", "never")


def test_a_pager_reads_what_is_longer_than_the_screen(typed, tmp_path):
    pager = tmp_path / "pager"
    pager.write_text(f"#!{sys.executable}\nimport sys\nprint('PAGED', len(sys.stdin.read()) > 99)\n")
    pager.chmod(0o755)
    assert "PAGED True" in typed("connections", "Vitebsk", lines=20, PAGER=str(pager))
    assert "PAGED" not in typed("connections", "Vitebsk", PAGER=str(pager))
    assert "PAGED" not in typed("connections", "Vitebsk", "--no-pager", lines=20, PAGER=str(pager))
    assert "Shandong" in typed("connections", "Vitebsk", lines=20, PAGER="no-such-pager")


def test_words_for_signs_on_terminals_that_lack_them(typed):
    for environment in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1251"}):
        assert "Minsk Tractor Works (via Minsk) " in typed("path", "MTZ", "Huawei", NO_COLOR="1", **environment)
        told = typed("connections", "Vitebsk", NO_COLOR="1", **environment)
        assert "plan:" in told
        assert "fact:" in told
        assert "●" not in told
        assert "\N{REPLACEMENT CHARACTER}" not in told or environment.get("PYTHONIOENCODING")


@pytest.mark.parametrize(
    "question",
    [
        ("connections", "Vitebsk"),
        ("connections", "Vitebsk", "--facts"),
        ("between", "Vitebsk", "Shandong"),
        ("neighbours", "Gansu", "--depth", "2"),
        ("timeline", "Orsha"),
        ("trade", "BUTB"),
        ("show", "BSU"),
        ("sources",),
        ("sources", "fn-16"),
        ("stats",),
        ("communities",),
        ("components",),
        ("bridges",),
    ],
    ids=" ".join,
)
def test_the_first_sentence_counts_what_a_limit_leaves_out(bycn, question):
    whole, limited = (bycn(*question, "--format", "table", *more) for more in ((), ("--limit", "1")))
    assert (limited.code, limited.out.splitlines()[0]) == (0, whole.out.splitlines()[0])
    assert len(limited.out) < len(whole.out)
    assert "shown 1 of" in limited.err


def test_a_limit_leaves_those_with_most_facts(bycn):
    every = bycn("connections", "Minsk", "--columns", "name,facts", "--format", "csv").out.splitlines()[1:]
    counts = [int(row.rpartition(",")[2]) for row in every]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]
    first = bycn("connections", "Minsk", "--columns", "name,facts", "--format", "csv", "--limit", "1").out.splitlines()[
        1
    ]
    assert first == every[0]


def test_a_limit_leaves_whole_neighbours_ways_and_pairs(bycn):
    for question, limit, said in (
        (("neighbours", "Great Stone"), 2, "neighbours"),
        (("path", "Minsk", "Shanghai", "--all"), 1, "ways"),
        (("between", "Minsk", "Shanghai"), 2, "pairs"),
    ):
        whole, limited = (bycn(*question, "--format", "table", *more) for more in ((), ("--limit", str(limit))))
        assert f"shown {limit} of " in limited.err
        assert f"{said}; --limit shows more" in limited.err
        foot = limited.out.index("\n", limited.out.rindex(" ●"))  # the sources are those of what is shown
        lines = {" ".join(line.split()) for line in whole.out.splitlines()}
        assert {" ".join(line.split()) for line in limited.out[:foot].splitlines() if "─" * 3 not in line} <= lines, (
            question
        )


def test_a_limit_leaves_the_neighbours_with_most_facts(bycn):
    rows = bycn("neighbours", "Great Stone", "--columns", "name", "--format", "csv").out.splitlines()[1:]
    counts = [len(list(same)) for _, same in groupby(rows)]
    assert len(counts) == len(set(rows)) > 10
    assert rows[0] == "Belarus"
    assert counts[0] == max(counts)


def test_a_neighbour_by_one_fact_is_dated_as_that_is(bycn):
    assert "by Dec 2021" in bycn("neighbours", "Dezhou", "--format", "table").out


def test_what_holds_an_end_of_a_chain_is_named_once(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    said = bycn("path", "Great Stone", "Shanghai", "--format", "table").out
    assert "1  Great Stone Industrial Park ∈ Minsk Region ─" in said
    assert "∋ Minsk Region" not in said


def test_a_source_with_its_facts_says_what_the_mark_of_doubt_means(bycn):
    assert "? = not stated outright" in bycn("sources", "fn-16", "--format", "table").out


def test_one_source_is_not_counted_among_others(bycn):
    assert bycn("sources", "--source", "fn-16", "--format", "table").out.splitlines()[0] == "1 source"


FORMS_OF_FACTS = ("connections", "neighbours", "timeline", "show")


@pytest.mark.parametrize("command", FORMS_OF_FACTS)
def test_answers_of_very_many_facts_are_printed(tied_places, monkeypatch, command):
    whole = printed(getattr(tied_places, command)("BY-VI"), command, 80)
    monkeypatch.setattr("bycn.answers.printing._MOST_LOOKED_UP", 1)
    assert printed(getattr(tied_places, command)("BY-VI"), command, 80) == whole


def test_a_search_counts_plans_apart(tied_places, monkeypatch):
    assert printed(tied_places.search("wish"), "search", 80).splitlines()[0] == "Found 1 plan ○"
    assert printed(tied_places.search("twins"), "search", 80).splitlines()[0] == "Found 4 facts ●"
    assert printed(tied_places.search("Ours"), "search", 80).splitlines()[::2] == [
        "Found 1 entity",
        "Ours, oblast, Belarus",
    ]
    assert printed(tied_places.search("twins", limit=4), "search", 80) == printed(
        tied_places.search("twins"), "search", 80
    )
    assert "Found at least 3 facts ●" in printed(tied_places.search("twins", limit=3), "search", 80)


def test_neighbours_in_full_have_all_their_facts(tied_places):
    answer = tied_places.neighbours("BY-VI")
    short, full = (
        page_of(answer, 80, FORMS["neighbours"], full=full).text(coloured=False).splitlines() for full in (False, True)
    )
    assert not any("2001  ●  a2001" in line for line in short)
    assert sum("●  a20" in line for line in full) == 3
    assert tied_places.neighbours("BY-VI", depth=2).rows
    assert "neighbours within 2 steps: " in printed(tied_places.neighbours("BY-VI", depth=2), "neighbours", 80)


def test_a_chain_of_several_ties_says_which_facts_are_of_which(tmp_path):
    ends = [("city/a", "city/x"), ("city/b", "city/x"), ("city/b", "city/y")]
    cities = {city: None for pair in ends for city in pair}
    records = [
        *(entity(code, code) for code in ("BY", "CN")),
        *(entity(city, "BY" if city < "city/m" else "CN", name=city[-1].upper()) for city in cities),
        *(fact(f"f{i}", "COOPERATES_WITH", *pair, title="Cooperation") for i, pair in enumerate(ends)),
    ]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        said = printed(graph.path("city/a", "city/y"), "path", 80).splitlines()
        one_tie = printed(graph.path("city/a", "city/x"), "path", 80)
    assert [line.strip() for line in said if re.match(r" {5}\S", line)] == ["A ─ X", "X ─ B", "B ─ Y"]
    assert one_tie.count("A ─ X") == 1


def test_of_many_facts_the_most_telling_are_shown_and_said_first(tmp_path):
    flows = [fact(f"t{year}", "TRADE_FLOW", "BY-VI", "CN-SD", date=str(year)) for year in range(1990, 1995)]
    told = [
        fact("read", "TWINNED_WITH", "BY-VI", "CN-SD", date="2001", certainty="read", note="why"),
        fact("sure", "TWINNED_WITH", "BY-VI", "CN-SD", date="2005"),
        fact("plan", "TWINNED_WITH", "BY-VI", "CN-SD", status="planned", announced="1989"),
    ]
    places = [
        entity("BY", "BY"),
        entity("CN", "CN"),
        entity("BY-VI", name="Ours"),
        entity("CN-SD", "CN", name="Theirs"),
    ]
    with OpenGraph(Embedded([*places, *flows, *told], tmp_path / "db")) as graph:
        said = printed(graph.path("BY-VI", "CN-SD"), "path", 80)
    assert said.startswith("Ours and Theirs are tied directly: twinned, 2005.\n")
    assert re.findall(r"^ {5}(\d{4})", said, re.MULTILINE) == ["1990", "2001", "2005"]


def test_a_flow_ties_by_trade(tmp_path):
    records = [
        *(entity("BY", "BY"), entity("CN", "CN"), entity("BY-VI", name="Ours"), entity("CN-SD", "CN", name="Theirs")),
        fact("flow", "TRADE_FLOW", "BY-VI", "CN-SD", date="2022"),
    ]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        said = printed(graph.path("BY-VI", "CN-SD"), "path", 80)
    assert said.startswith("Ours and Theirs are tied directly: trade (export), 2022.\n")


def test_what_is_planned_is_in_no_word_told_as_done(tmp_path):
    records = [
        *(entity("BY", "BY"), entity("CN", "CN"), entity("BY-VI", name="Ours"), entity("CN-SD", "CN", name="Theirs")),
        fact("plan", "TWINNED_WITH", "BY-VI", "CN-SD", title="Friendship", status="planned", announced="2024"),
        fact("other", "AGREEMENT", "BY-VI", "CN-SD", title="A paper", status="planned", announced="2024"),
    ]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        for width in (80, 120):
            for command in FORMS_OF_FACTS:
                said = printed(getattr(graph, command)("BY-VI"), command, width)
                assert "twinning" in said, (command, width)
                assert "twinned" not in said, (command, width)
        assert "tied by plans alone: twinning, planned, reported 2024" in printed(
            graph.path("BY-VI", "CN-SD"), "path", 80
        )


def test_an_event_is_dated_in_words_and_what_nothing_is_told_of_says_so(tmp_path):
    records = [entity("BY", "BY"), entity("CN", "CN"), entity("event/x", kind="forum", date="2023-11-05")]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        said = printed(graph.show("event/x"), "show", 80)
    assert "forum, 5 Nov 2023" in said
    assert "2023-11" not in said
    assert "No tie, figure or event of it is recorded here." in said


def test_a_fact_says_what_the_works_asked_for_say(bycn):
    hint = "bycn show c1-123 --source pages says why"
    assert hint in bycn("queries", "run", "twinnings/of_place", "--source", "pages", "--format", "table").out
    said = bycn("show", "c1-123", "--source", "pages", "--format", "table")
    assert "? not stated outright; see the note" in said.out
    assert "fn-16" not in said.out
    assert "2009 is inferred" in re.sub(r"\s+", " ", said.out)
    assert not said.err
    other = bycn("show", "c1-123", "--source", "cow-trade", "--format", "table")
    assert "fn-16" in other.out
    assert "zalesskij-2024/c1-123 doesn't fit the filters (from Barbieri & Keshk 2016) and is shown whole" in other.err


def test_a_neighbour_in_short_is_dated_by_what_happened(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    lines = bycn("neighbours", "Great Stone", "--format", "table").out.splitlines()
    [belarus] = [line for line in lines if line.startswith("Belarus ")]
    assert "2030" not in belarus  # the year of a goal
    assert "residents" not in belarus  # the count of one of many days


def test_what_no_fact_of_a_work_says_is_not_said_to_be_unrecorded(bycn):
    said = bycn("show", "Great Stone", "--source", "cow-trade", "--format", "table").out
    assert "No tie, figure or event of it fits the filters (from Barbieri & Keshk 2016)." in said
    assert "recorded" not in said
    found = bycn("search", "BUTB", "--source", "cow-trade")
    assert "only facts that fit the filters count here (from Barbieri & Keshk 2016); others may say more" in found.err


def test_of_works_asked_for_a_fact_names_no_fact_of_others(bycn):
    assert "Disagrees with" in bycn("show", "c2-003", "--format", "table").out
    assert "Disagrees with" not in bycn("show", "c2-003", "--source", "fn-25", "--format", "table").out


def test_only_shipped_facts_are_offered_for_correction(bycn, tmp_path):
    (tmp_path / "sources.csv").write_text("id,title\nmine/notes,Notes\n", encoding="utf-8")
    (tmp_path / "agreement.csv").write_text(
        "id,from,to,title,instrument,status,sources\nmine/1,Orsha,Qingdao,A paper,memorandum,signed,mine/notes\n",
        encoding="utf-8",
    )
    of_own = bycn("show", "mine/1", "--data", str(tmp_path), "--format", "table")
    assert "A paper" in of_own.out
    assert "bycn correct" not in of_own.out
    assert "bycn correct c1-123" in bycn("show", "c1-123", "--data", str(tmp_path), "--format", "table").out


def test_a_neighbour_in_short_has_no_number_without_what_it_counts(tmp_path):
    share = {"measure": "share of residents", "quantity": 50, "unit": "%", "quantity_qualifier": "over"}
    records = [
        *(entity("BY", "BY"), entity("CN", "CN"), entity("BY-VI", name="Ours")),
        fact("made-up/share", "INDICATOR", "BY-VI", "CN", title="Share", date="2024", **share),
        fact("made-up/deal", "CONTRACT", "BY-VI", "CN", title="Deal", date="2023"),
    ]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        [china] = [
            line
            for line in printed(graph.neighbours("BY-VI"), "neighbours", 120).splitlines()
            if line.startswith("CN ")
        ]
    assert "%" not in china
    assert "contract, figure" in china or "figure, contract" in china


def test_a_count_whose_unit_is_its_measure_is_told_once(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    said = bycn("show", "Great Stone", "--format", "table").out
    assert "171 residents, 1.7 billion USD" in said
    assert "residents: 171" not in said
    assert "countries of residents: 16 countries" in said
