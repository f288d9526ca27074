"""Rows of canned questions as people read them: lists of facts and tables, in which nothing is said twice."""

import re

import pytest

from bycn.answers.pieces import legend
from bycn.answers.printing import page_of
from bycn.queries.answers import Answer


def test_what_all_facts_of_a_list_have_in_common_is_said_once(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    asked = ("queries", "run", "twinnings/with_universities", "--format", "table")
    said = bycn(*asked, "--source", "zalesskij-2024").out
    [same] = [line for line in said.splitlines() if "university: " in line]
    assert same.startswith("the same in all rows – university: Brest State Technical University")
    assert "the same in all rows" not in bycn(*asked).out


def test_how_deep_ends_lie_is_told_to_programs_alone(bycn):
    asked = ("queries", "run", "connections/between", "-p", "first=Grodno Region", "-p", "second=Gansu")
    assert "steps" not in bycn(*asked, "--format", "table").out
    steps = bycn(*asked, "--columns", "from_steps", "--format", "csv").out.splitlines()[1:]
    assert 1 < steps.count("0") < len(steps)


def test_a_number_that_a_title_says_in_a_word_is_not_said_again(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    said = bycn("queries", "run", "universities/counts", "--format", "table").out
    for title in (
        "Two joint university centres",
        "Eight documents signed at the second rectors' forum",
        "12th in the QS ranking",
    ):
        assert re.search(rf"{title}(?! *:)", said), title
    assert "Belarus: Over 80 institutions" in said or "Over 80 institutions" in said
    assert ": rank 12" not in said
    assert "332 students" in said  # its title says no number


def test_growth_that_is_a_number_is_not_said_again_as_written(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    said = re.sub(r"\s+", " ", bycn("queries", "run", "twinnings/followed_by_trade", "--format", "table").out)
    assert "up over 20% on the year before" in said
    assert "growth text" not in said
    assert "120 %" not in said
    assert "· up every year" in said


def test_growth_is_told_twice_only_where_the_source_says_more(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    printed = re.sub(r"\s+", " ", bycn("queries", "run", "exchange/deals", "--format", "table").out)
    assert "4 times the year before" in printed
    assert not re.search("· (four times|almost doubled|up 62)", printed)
    assert "· 2.7 times, from 30.4 million" in printed
    printed = re.sub(r"\s+", " ", bycn("queries", "run", "trade/growth", "--format", "table").out)
    assert "140 times in 30 years" in printed
    assert "· 140 times in 30 years" not in printed


def test_rows_of_facts_do_not_say_again_by_ids_what_they_say_by_names(bycn):
    said = bycn(
        "queries", "run", "connections/between", "-p", "first=Vitebsk", "-p", "second=Jinan", "--format", "table"
    )
    assert "Zonghai Business Management" in said.out
    assert not [word for word in ("city/", "from id", "steps", "facts:", "plan:", "certainty") if word in said.out]
    assert "Jinan,city/jinan" in bycn("connections", "Vitebsk", "--to", "city", "--format", "csv").out


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        ("twinnings/with_universities", "from: Brest Region · to: Anhui · twinned: Sep 2017", "../"),
        ("twinnings/dormant", "by Feb 2023", "../"),
        ("twinnings/what_followed", "by Jun 2023", "../"),
        ("agreements/running_on", "valid: since Mar 2023", "valid: 2023"),
        ("trade/goods_sold_to_province", "for Chongqing (export) · good: butter", "../"),
        ("time/plans_past", "· facts: ta-044, ta-097 ?, c4-091 ?", "pages/"),
        ("time/sector_by_year", "c1-079 ?", "zalesskij-2024/"),
        ("trade/totals", "tr-073 ? Jan–May 2018", "2018-01"),
        ("evidence/disagreements", "up 98.9%", "currency"),
        ("evidence/sources", "30 May 2013 28 Nov 2026", "2026-11-28"),
        ("exchange/largest_buyers", "Jan–Nov 2024", "2024-01-01"),
        ("time/plans_and_signed", "Talks on Jun 2023 Minsk Region Chongqing Roadmap", "2023-06"),
        ("overview/facts_of_entity", "reported Nov 2023 ○ Chinese industrial park planned in Vitebsk", "outgoing"),
        ("overview/find_facts", "reported May 2023 ○? Heilongjiang companies interested in Orsha", "zalesskij-2024/"),
        ("evidence/told_more_than_once", "Goods supplied to China through BUTB in 2022 (export) · told: 2", "pages/"),
        ("trade/by_province", "up to", "up_to"),
        ("overview/entity", "names_zh 维捷布斯克", "Vitebsk (city/vitebsk)"),
        ("universities/partners_of", "entity type: institution", "id: "),
    ],
)
def test_rows_of_facts_say_of_whom_and_when_they_are(bycn, monkeypatch, question, said, never):
    monkeypatch.setenv("COLUMNS", "200")
    printed = re.sub(r"\s+", " ", bycn("queries", "run", question, "--format", "table").out)
    assert said in printed
    assert never not in printed


def test_a_second_fact_of_a_row_tells_its_numbers_like_the_first(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    printed = re.sub(r"\s+", " ", bycn("queries", "run", "evidence/disagreements", "--format", "table").out)
    first, second = "growth almost 2 times the year before sources p-391", "other growth up 77% on the year before"
    assert printed.index(first) < printed.index(second)
    assert not re.search("qualifier|currency|growth base", printed)


def test_a_list_that_has_no_room_says_how_many_parts_it_leaves_out(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    said = bycn("queries", "run", "universities/by_field", "--format", "table").out
    [ties] = re.findall(r"^higher education +(\d+) ", said, re.MULTILINE)
    first = said.split("language teaching")[0]
    assert not re.search(r"\w…", first)
    header, _, *lines = first.splitlines()
    column = slice(header.index("facts"), header.index("plans"))
    cells = re.sub(r"\s+", " ", " ".join(line[column] for line in lines))
    shown, more = cells.count("up-") + cells.count("c3-"), int(re.search(r"and (\d+) more", cells)[1])
    assert shown + more == int(ties)
    assert "Long lists are shortened; --full has all of them" in said
    assert "shortened" not in bycn("queries", "run", "universities/by_field", "--full", "--format", "table").out


def test_long_words_are_broken_behind_their_hyphens(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = bycn("queries", "run", "events/told_and_listed", "--format", "table").out.splitlines()
    assert [line for line in lines if line.startswith("Belarus-  ")]
    assert [line for line in lines if line.startswith("Chongqing  ")]


def test_days_of_rows_are_in_words(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    for question, said in (("agreements/terms", "valid from: 1 Jan 2016"), ("connections/in_sector", "by 2024")):
        printed = bycn("queries", "run", question, "--format", "table").out
        assert said in printed
        assert not re.search(r"\d{4}-\d\d-\d\d", printed)


def test_the_days_of_a_period_are_one_column_in_words():
    rows = [("2023-01-01", "2023-06-30", "m3"), (None, "2018-06-30", "t"), ("2022-01-01", "2022-12-31", "USD")]
    said = (
        page_of(Answer(("first_day", "last_day", "per"), [*rows, (None, None, "t")]), 80)
        .text(coloured=False)
        .splitlines()
    )
    assert said[0].split() == ["period", "per"]
    assert [line.split("  ")[0] for line in said[2:5]] == ["Jan–Jun 2023", "by Jun 2018", "2022"]
    assert said[2].endswith("m³")


def test_a_name_stays_whole_where_all_words_have_room(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert "twinnings/with_universities " in bycn("queries", "find", "sister cities", "--format", "table").out


def test_a_long_id_takes_lines_and_not_the_room_of_the_text(bycn, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    printed = bycn("queries", "run", "investment/residents_of_zone", "--format", "table").out
    assert "industrial-park-development" not in printed
    assert "the side of the park – 14 companies" in printed


def test_a_number_and_its_sign_share_a_line():
    for width in range(60, 80):
        page = page_of(Answer(("name",), [("x",)]), width)
        page.say("a " * (width // 2 - 3) + f"46 plans{legend('○')}")
        assert not [line for line in page.text(coloured=False).splitlines() if line.strip() == "○"], width
