"""The forms of the commands: the same over the book and over made-up graphs, at any width, on a real terminal."""

import os
import re
import sys
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


def of_trade(tmp_path, *flows: dict[str, object]) -> str:
    """What is printed on the trade of a made-up place with these flows."""
    told = [fact(f"made-up/t{i}", "TRADE_FLOW", "BY-VI", "CN", date="2022", **flow) for i, flow in enumerate(flows)]
    records = [entity("BY", "BY"), entity("CN", "CN"), entity("BY-VI", name="Ours"), *told]
    with OpenGraph(Embedded(records, tmp_path / "db")) as graph:
        return page_of(graph.trade("BY-VI"), 120, FORMS["trade"]).text(coloured=False)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"amount": 5, "currency": "USD"}, {"quantity": 7, "unit": "t"}, ["7 t, 5 USD"]),
        (
            {"amount": 5, "currency": "USD", "disagrees_with": "made-up/t1"},
            {"amount": 7, "currency": "USD", "disagrees_with": "made-up/t0"},
            ["7 USD (5 USD: made-up)"],
        ),
        ({"amount": 5, "currency": "USD"}, {"amount": 7, "currency": "USD"}, ["7 USD  ", "5 USD  "]),
        (
            {"amount": 5, "currency": "USD"},
            {"quantity": 7, "unit": "t", "reporter": "CN"},
            ["7 t · Chinese", "5 USD  "],
        ),
    ],
)
def test_figures_of_one_period_share_a_line_where_they_belong_together(tmp_path, one, other, said):
    printed = of_trade(tmp_path, one, other)
    assert all(words in printed for words in said), printed
    assert printed.count("●") - 1 == len(said), printed


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
