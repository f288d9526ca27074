# ruff: noqa: E501
"""What holds for the facts of public pages, and rows of each kind written down from the passages."""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from bycn.graph_model.containment import Containment
from bycn.graph_model.dates import PartialDate
from bycn.graph_model.ids import work_of
from bycn.graph_model.vocabulary import PLANS
from bycn.loaders.selection import DATASETS

FOLDER = DATASETS / "public_pages"
LONGEST_CELL = 450
"""What our own notes stay within; a passage copied whole would soon go beyond."""


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TOLD = [row for path in FOLDER.glob("*.csv") for row in rows(path.name) if "from" in row]
OF_PAGES = [row for row in TOLD if row["id"].startswith("pages/")]
PAGES = {row["id"]: row for row in rows("sources.csv")}


def test_every_fact_rests_on_a_page_with_an_address_and_the_day_of_the_look_up():
    assert OF_PAGES
    for row in OF_PAGES:
        for source in row["sources"].split("|"):
            page = PAGES[source]
            assert re.fullmatch(r"https?://\S+", page["address"]), row["id"]
            assert page["title"]
            assert page["outlet"]
            assert re.fullmatch(r"2026-1[12]-\d\d", page["consulted"])


def test_no_figure_is_of_months_after_a_page_that_has_it():
    figures = [*rows("trade_flow.csv"), *rows("indicator.csv")]
    ends = {
        row["id"]: PartialDate.parse(row["date"]).end for row in figures if row["date"] and row["status"] not in PLANS
    }
    told = [(row["id"], PAGES[source]["date"]) for row in figures for source in row["sources"].split("|")]
    dated = [(id_, PartialDate.parse(day).end) for id_, day in told if day and ends.get(id_)]
    assert len(dated) > 200
    assert [id_ for id_, day in dated if str(ends[id_])[:7] > str(day)[:7]] == []


def test_no_page_stands_without_a_fact():
    used = {source for row in TOLD for source in row["sources"].split("|")}
    assert [id_ for id_ in PAGES if id_ != "pages" and id_ not in used] == []


def test_no_page_is_there_twice():
    addresses = [re.sub(r"^https?://(www\.)?", "", page["address"]).rstrip("/") for page in PAGES.values()]
    assert [address for address, times in Counter(addresses).items() if address and times > 1] == []


def test_what_rests_on_no_page_of_record_says_so():
    weak = {id_ for id_, page in PAGES.items() if page["note"].startswith("Not a page of record: ")}
    assert weak
    for row in OF_PAGES:
        assert ("The page is not one of record." in row["note"]) == (set(row["sources"].split("|")) <= weak), row["id"]


def test_the_report_counts_what_is_not_of_record():
    report = " ".join((Path(__file__).parents[2] / "docs" / "data-left-out.md").read_text(encoding="utf-8").split())
    weak = sum(page["note"].startswith("Not a page of record: ") for page in PAGES.values())
    alone = sum("The page is not one of record." in row["note"] for row in OF_PAGES)
    assert f"{weak} pages are neither" in report
    assert f"{alone} facts that rest on such pages alone" in report


def test_no_encyclopaedia_is_a_source_and_no_blog_or_forum_without_a_word():
    for page in PAGES.values():
        where = f"{page['address']} {page['outlet']}".casefold()
        assert not re.search(r"wiki|baike|encyclop", where), page["id"]
        assert (
            "(" in page["outlet"]
            or not re.search(r"\bblog|forum\.|livejournal|dzen\.ru", where)
            or page["note"].startswith("Not a page of record: ")
        ), page["id"]


def test_what_was_concluded_says_how():
    assert [row["id"] for row in OF_PAGES if row["certainty"] not in ("read", "stated")] == []
    assert [row["id"] for row in OF_PAGES if row["certainty"] == "read" and not row["note"]] == []


def test_ids_are_given_once():
    ids = [row["id"] for row in TOLD]
    assert len(set(ids)) == len(ids)


def test_what_the_book_tells_too_is_joined(graph):
    joined = {row["id"]: row["same_as"] for row in OF_PAGES if row.get("same_as")}
    assert joined
    for row, fact in joined.items():
        assert row in graph.facts[fact].rows, f"{row} is not joined with {fact}"
        assert row not in graph.facts
        assert {"pages", "zalesskij-2024"} <= {work_of(source) for source in graph.facts[fact].sources}


def test_the_rows_of_one_paper_have_its_document():
    papers = {}
    for row in OF_PAGES:
        if (paper := re.fullmatch(r"(pages/\w+-\d+)-\d+", row["id"])) and "document" in row:
            papers.setdefault(paper[1], set()).add(row["document"])
    assert papers
    assert {paper: documents for paper, documents in papers.items() if len(documents) > 1 or "" in documents} == {}


def test_a_company_that_founds_a_venture_is_its_member():
    members = {(row["from"], row["to"]) for row in rows("member_of.csv")}
    ventures = [row for row in rows("joint_project.csv") if row["form"] == "venture" and row["structure"]]
    founders = {(row[end], row["structure"]) for row in ventures for end in ("from", "to")}
    assert ventures
    assert [pair for pair in sorted(founders - members) if pair[0].startswith("company/")] == []


def test_a_body_is_there_or_planned_and_only_papers_are_signed():
    """As the conventions say: a body that an agreement is to set up is planned, with its members."""
    bodies = [row for name in ("joint_project.csv", "member_of.csv") for row in rows(name)]
    assert {row["status"] for row in bodies} >= {"in_force", "planned"}
    assert [row["id"] for row in bodies if row["status"] == "signed"] == []


def test_the_end_of_a_year_is_its_december():
    """But for figures, where "at the end of 2018" may mean the whole year."""
    told = [(row, re.search(r'"at the end of (\d{4})"', row["note"], re.IGNORECASE)) for row in OF_PAGES]
    at_the_end = [(row, words[1]) for row, words in told if words and "taken as the whole year" not in row["note"]]
    assert at_the_end
    assert [row["id"] for row, year in at_the_end if row["date"] != f"{year}-12"] == []


def test_no_passage_is_in_the_tables():
    for path in FOLDER.glob("*.csv"):
        for row in rows(path.name):
            assert "passage" not in row
            assert max(len(cell or "") for cell in row.values()) <= LONGEST_CELL, (path.name, row["id"])


BY_HAND = [
    ("Industry commission: first met in Beijing on 18 November 2025", "pages/up-828", {"type": "LOCATED_IN", "from_": "event/by-cn-industrial-commission-1", "to": "CN-BJ", "date": "2025-11-18"}),
    ("First half of 2025 by Belarus: over 4.5 billion", "pages/tr-243", {"type": "TRADE_FLOW", "measure": "turnover", "reporter": "BY", "date": "2025-01/2025-06", "amount": 4_500_000_000, "amount_qualifier": "over"}),
    ("Harbin and Vitebsk: 4 January 2012", "pages/ta-002", {"type": "TWINNED_WITH", "from_": "city/vitebsk", "to": "city/harbin", "date": "2012-01-04"}),
    ("Mogilev Region and Hunan: April 2017", "pages/ta-306", {"type": "TWINNED_WITH", "from_": "BY-MA", "to": "CN-HN", "date": "2017-04", "status": "signed"}),
    ("Minsk and Shenyang: an agreement of 6 June 2016", "pages/ta-024", {"type": "AGREEMENT", "from_": "BY-HM", "to": "city/shenyang", "date": "2016-06-06", "status": "signed"}),
    ("Minsk and Beijing mean to be twins, 11 May 2015", "pages/ta-020", {"type": "TWINNED_WITH", "status": "planned", "announced": "2015-05-11", "date": None}),
    ("2018 by Belarus: almost 4.5 billion", "pages/tr-235", {"type": "TRADE_FLOW", "measure": "turnover", "reporter": "BY", "date": "2018", "amount": 4_500_000_000, "amount_qualifier": "almost"}),
    ("2018 by China: 1.72 billion", "pages/tr-012", {"type": "TRADE_FLOW", "measure": "turnover", "reporter": "CN", "date": "2018", "amount": 1_720_000_000}),
    ("Exports of 2022 by China: up 65.4 %", "pages/tr-182", {"type": "TRADE_FLOW", "measure": "export", "reporter": "CN", "growth": Decimal("1.654"), "growth_base": "2021"}),
    ("Dairy products in 2018: 186,500 t for 60.5 million", "pages/tr-109", {"amount": 60_500_000, "quantity": 186_500, "unit": "t", "growth": 9}),
    ("Potash of July and August 2024: 357,000 t for 104.2 million", "pages/tr-058", {"date": "2024-07/2024-08", "amount": 104_200_000, "quantity": 357_000}),
    ("Brest Region, nine months of 2019: 123.9 million, 101.2 %", "pages/tr-071", {"from_": "BY-BR", "amount": 123_900_000, "growth": Decimal("1.012")}),
    ("The first Confucius institute: 5 July 2006", "pages/up-014", {"type": "JOINT_PROJECT", "date": "2006-07-05", "disagrees_with": ("pages/up-015", "pages/up-236")}),
    ("... at the end of 2006", "pages/up-015", {"date": "2006-12", "disagrees_with": ("pages/up-014", "pages/up-236")}),
    ("... in 2007", "pages/up-236", {"date": "2007", "disagrees_with": ("pages/up-014", "pages/up-015")}),
    ("55 residents on 2 July 2019", "pages/up-311", {"type": "INDICATOR", "measure": "residents", "date": "2019-07-02", "quantity": 55, "certainty": "read"}),
    ("93 residents declared about 1.25 billion, October 2022", "pages/up-116", {"quantity": 93, "amount": 1_250_000_000, "amount_qualifier": "about"}),
    ("Over 12,000 Chinese students in October 2024", "pages/up-634", {"quantity": 12_000, "quantity_qualifier": "over"}),
    ("The committee met for the fourth time on 14 December 2020", "pages/up-142", {"type": "TOOK_PART_IN", "to": "event/by-cn-intergovernmental-committee-4", "date": "2020-12-14"}),
    ("Jinan and Vitebsk: twins since 2009", "zalesskij-2024/c1-123", {"from_": "city/vitebsk", "to": "city/jinan", "date": "2009"}),
    ("Decree 166 on the park, 12 May 2017", "pages/up-791", {"structure": "economic_zone/great-stone", "date": "2017-05-12"}),
    ("The alliance of three countries' universities: 26 September 2010", "pages/up-849", {"type": "JOINT_PROJECT", "from_": "university/bntu", "to": "university/bit", "date": "2010-09-26", "structure": "institution/china-russia-belarus-university-alliance"}),
    ("43 residents on 12 April 2019, 60 by the year's end", "pages/up-842", {"status": "planned", "quantity": 60, "announced": "2019-04-12"}),
    ("Aid of 300 million yuan", "pages/up-190", {"type": "AGREEMENT", "date": "2025-12-09", "amount": 300_000_000, "currency": "CNY"}),
    ("Gomel and China, 2018: 41.8 million", "pages/tr-252", {"type": "TRADE_FLOW", "from_": "city/gomel", "amount": 41_800_000}),
    ("The Slutsk cheese plant: 100 million dollars of dairy products", "pages/tr-254", {"type": "CONTRACT", "amount": 100_000_000, "status": "signed"}),
    ("17 new residents since the beginning of 2017, told in January 2018", "pages/up-511", {"date": "2017-01/2018-01", "quantity": 17}),
    ("The programme of Grodno Region and Gansu 2024–2026, July 2023", "pages/tb-098", {"type": "AGREEMENT", "from_": "BY-HR", "to": "CN-GS", "date": "2023-07"}),
    ("Minsk and Beijing in 2015: 800 million", "pages/tr-241", {"from_": "BY-HM", "to": "CN-BJ", "date": "2015", "amount": 800_000_000, "reporter": None}),
    ("53 pairs in January 2026", "pages/up-817", {"measure": "pairs of twinned cities and regions", "date": "2026-01", "quantity": 53}),
    ("34 new residents in 2025", "pages/up-813", {"measure": "new residents", "date": "2025", "quantity": 34}),
    ("China to Belarus in 2024: 6.58 billion by the Chinese customs, up 12.8 %", "pages/tr-951", {"type": "TRADE_FLOW", "from_": "CN", "to": "BY", "measure": "import", "reporter": "CN", "date": "2024", "amount": 6_580_000_000, "growth": Decimal("1.128"), "growth_base": "2023"}),
    ("Belarus to China in 2024: 1.81 billion, down 30.5 %", "pages/tr-952", {"from_": "BY", "to": "CN", "measure": "export", "reporter": "CN", "date": "2024", "amount": 1_810_000_000, "growth": Decimal("0.695")}),
    ("2014 by the Chinese customs: 1.87 billion, up 27.3 %", "pages/tr-956", {"measure": "turnover", "reporter": "CN", "date": "2014", "amount": 1_870_000_000, "growth": Decimal("1.273")}),
    ("... by those of Belarus: almost 4 billion", "pages/tr-007", {"reporter": "BY", "amount": 4_000_000_000, "amount_qualifier": "almost"}),
    ("Tourists from China, seven months of 2019: up 113 %", "pages/tr-960", {"goods": ("tourism services",), "date": "2019-01/2019-07", "growth": Decimal("2.13")}),
    ("Up to 3 billion of exports by 2025, planned", "pages/tr-963", {"status": "planned", "amount": 3_000_000_000, "amount_qualifier": "up_to", "announced": "2022"}),
    ("Eight contracts on dairy products, 14 May 2017: about 13.5 million", "pages/tr-971", {"type": "CONTRACT", "date": "2017-05-14", "amount": 13_500_000, "amount_qualifier": "about", "quantity": 8}),
    ("The commission on culture met for the sixth time on 16 May 2025", "pages/up-964", {"type": "TOOK_PART_IN", "to": "event/by-cn-culture-commission-6", "date": "2025-05-16"}),
    ("23 projects by Chinese loans, 5.5 billion, May 2015", "pages/up-951", {"date": "2015-05", "quantity": 23, "amount": 5_500_000_000}),
    ("Over 7,000 Chinese students in November 2023", "pages/up-954", {"date": "2023-11-21", "quantity": 7_000, "quantity_qualifier": "over"}),
    ("85 residents by the end of 2021, planned", "pages/up-961", {"status": "planned", "date": "../2021-12", "quantity": 85, "announced": "2021-01"}),
    ("Almost 12 billion of goods and services", "pages/tr-039", {"goods": ("goods and services",), "amount": 12_000_000_000, "amount_qualifier": "almost"}),
    ("MAZ-Weichai: founded on 13 September 2017", "pages/jv-011", {"type": "JOINT_PROJECT", "from_": "company/maz", "to": "company/weichai", "structure": "company/maz-weichai", "date": "2017-09-13"}),
    ("... Weichai with 70 %", "pages/jv-012", {"type": "MEMBER_OF", "from_": "company/weichai", "to": "company/maz-weichai"}),
    ("BelGee: 23 December 2011", "pages/jv-002", {"form": "venture", "structure": "company/belgee", "date": "2011-12-23"}),
    ("Eximbank for BelGee: 158.7 million dollars, May 2015", "pages/jv-008", {"type": "AGREEMENT", "to": "institution/china-eximbank", "amount": 158_700_000, "currency": "USD", "date": "2015-05"}),
    ("Zhlobin to Gomel: 340 million by the agreement of 14 June 2011", "pages/jv-066", {"from_": "BY", "date": "2011-06-14", "amount": 340_000_000}),
    ("Bobruisk to Zhlobin: a contract of 29 February 2012, about 339 million", "pages/jv-067", {"type": "CONTRACT", "from_": "company/crbc", "date": "2012-02-29", "amount": 339_000_000, "amount_qualifier": "about"}),
    ("Slavkali: 1.4 billion, 17 June 2016", "pages/jv-062", {"from_": "institution/belarusbank", "to": "institution/china-development-bank", "amount": 1_400_000_000, "date": "2016-06-17"}),
    ("Fifteen locomotives for 64.3 million euros, December 2021", "pages/jv-098-1", {"amount": 64_300_000, "currency": "EUR", "quantity": 15, "date": "2021-12"}),
    ("The loans for Dobrush, 27 April 2012: 296.348 million dollars", "pages/jv-043", {"status": "signed", "amount": 296_348_000, "currency": "USD", "date": "2012-04-27"}),
    ("... and 328.575 million yuan", "pages/jv-155", {"status": "signed", "amount": 328_575_000, "currency": "CNY", "date": "2012-04-27"}),
    ("The stadium in Minsk: 7 June 2025", "pages/jv-093", {"to": "company/bucg", "date": "2025-06-07", "status": "completed"}),
    ("Midea-Horizont: by October 2007", "pages/jv-128", {"date": "../2007-10", "disagrees_with": ("pages/jv-129",)}),
    ("... in 2008", "pages/jv-129", {"date": "2008", "disagrees_with": ("pages/jv-128",)}),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "id_", "cells"), BY_HAND, ids=[passage for passage, _, _ in BY_HAND])
def test_a_page_tells(graph, passage, id_, cells):
    fact = graph.facts[id_]
    for name, cell in cells.items():
        told = getattr(fact, name)
        told = str(told) if name in ("date", "announced", "growth_base") and told is not None else told
        assert (sorted(told) if isinstance(cell, tuple) else told) == (
            sorted(cell) if isinstance(cell, tuple) else cell
        )


def test_goods_of_a_kind_may_lie_in_those_of_a_wider_one_and_not_the_other_way(graph):
    within = Containment(graph).why_not_within
    farmed, dairy = graph.facts["pages/tr-111"], graph.facts["pages/tr-115"]
    assert within(dairy, farmed) is None
    assert within(farmed, dairy) == "its goods are not among the other's"


def test_a_part_of_another_work_is_counted_once(graph):
    assert "pages/tr-028" in graph.facts["zalesskij-2024/c1-016"].part_of
    assert "pages/tr-108" in graph.facts["pages/tr-109"].part_of


def test_goods_and_services_together_are_not_turnover_of_goods():
    together = {row["id"] for row in rows("trade_flow.csv") if "goods and services" in row["title"]}
    assert together
    assert together == {row["id"] for row in rows("trade_flow.csv") if row["goods"] == "goods and services"}


def test_a_tie_that_book_and_pages_both_give_is_listed_once(graph):
    twice = {}
    for fact in graph.facts.values():
        if fact.type == "TWINNED_WITH" and fact.status not in PLANS and not (fact.from_unnamed or fact.to_unnamed):
            twice.setdefault((fact.from_, fact.to), []).append(fact)
    for pair, ties in twice.items():
        works = {work_of(tie.id) for tie in ties if not tie.disagrees_with}
        assert len(works) <= 1, f"{pair}: join {[tie.id for tie in ties]} by same_as, or let them disagree"


def test_a_count_dated_by_the_month_of_its_page_is_inferred():
    for row in rows("indicator.csv"):
        assert row["certainty"] == "read" or "from the date of the page" not in row["note"], row["id"]


def test_a_tie_without_a_beginning_has_the_month_of_its_page():
    """As the conventions say; the day of a page is no nearer to when a tie began."""
    dated = {row["id"]: row["date"] for row in OF_PAGES if row.get("status") == "in_force"}
    assert [id_ for id_, date in dated.items() if re.fullmatch(r"\.\./\d{4}-\d\d-\d\d", date)] == []


def test_what_lies_within_a_fact_of_the_pages_says_so_in_the_table_of_its_own_work(graph):
    """Loading joins them anyway; a row that doesn't say it comes back from an exchange form as another one."""
    tables = (csv.DictReader(path.open(encoding="utf-8", newline="")) for path in DATASETS.glob("*/trade_flow.csv"))
    told = {row["id"]: set(row.get("part_of", "").split("|")) for table in tables for row in table}
    assert {id_: more for id_, wholes in told.items() if (more := set(graph.facts[id_].part_of) - wholes)} == {}
