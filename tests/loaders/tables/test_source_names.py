"""Sources named as people cite them: the advice names the id, is accepted as written, and hides nothing else."""

import re

import pytest

from tests.loaders.tables.conftest import row

SOURCES = """id,number,author,title,year,address
smith-2020,,"Smith, J.",Trade of two countries,2020,https://example.org/trade
smith-2020/fn-7,7,"Smith, J.",A paper,2019,https://example.org/paper
zalesskij-2021,,"Zalesskij, B.",Chronicle,2021,
reference,,,Works of reference,,
"""


def tried(tables, cell):
    return tables.change("sources.csv", SOURCES).put("cooperates_with.csv", row(sources=cell))


def problems(tables, cell):
    return tried(tables, cell).problems()


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("Smith 2020", "smith-2020"),
        ("Smith, 2020", "smith-2020"),
        ("Smith, J. (2020)", "smith-2020"),
        ("Залесский 2021", "zalesskij-2021"),
        ("Zalessky 2021", "zalesskij-2021"),
        ("Smith 2020, fn. 7", "smith-2020/fn-7"),
        ("Smith 2020 (footnote 7)", "smith-2020/fn-7"),
        ("Trade of two countries", "smith-2020"),
        ("https://example.org/paper", "smith-2020/fn-7"),
        ("Smith 2020; Zalesskij 2021", "smith-2020|zalesskij-2021"),
    ],
)
def test_the_advice_is_the_id_and_is_accepted(tables, cell, ids):
    [(_, _, column, message)] = problems(tables, cell)
    assert column == "sources"
    advised = re.search(r"(?:write|with \||did you mean):? ([^\s?]+)", message)[1]
    assert advised == ids
    assert tried(tables, advised).read().facts["own/1"].sources == tuple(ids.split("|"))


def test_every_wrong_source_of_a_cell_is_told_at_once(tables):
    told = [message for _, _, _, message in problems(tables, "Smith 2020|A report of mine")]
    assert any("write smith-2020" in message for message in told)
    assert any("give the work a row in sources.csv, with an id of its own, such as a-report-of-mine" in m for m in told)


@pytest.mark.parametrize("cell", ["Smith 2019", "Smith 2020, fn. 8", "A paper of another"])
def test_what_names_no_source_for_sure_is_no_source(tables, cell):
    [(_, _, _, message)] = problems(tables, cell)
    assert "give the work a row in sources.csv" in message
    assert "smith-2020/fn-7" not in message
