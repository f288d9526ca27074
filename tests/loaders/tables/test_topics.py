"""`topics`: told from a closed list, proposed where words point to one, never taken from words."""

import pytest

from bycn.graph_model.proposals import proposals
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_with_proposals
from tests.engines import dataset
from tests.loaders.tables.conftest import row

COUNT = {"to": "CN", "measure": "Chinese students", "status": "completed"}


def proposed(tables):
    selection = Selection((tables.ground, tables.own), only_own=True)
    return [(p.column, p.message) for p in read_with_proposals(selection)[1]]


def test_a_topic_is_one_of_the_list(tables):
    assert tables.put("indicator.csv", row(**COUNT, topics="universities|investment")).read()
    name, _, column, message = tables.put("indicator.csv", row(**COUNT, topics="Universities")).problem()
    assert (name, column) == ("indicator.csv", "topics")
    assert "did you mean 'universities'?" in message


@pytest.mark.parametrize(
    ("table", "cells", "topic"),
    [
        ("indicator.csv", COUNT, "universities"),
        ("indicator.csv", COUNT | {"measure": "Chinese direct Investment"}, "investment"),
        ("joint_project.csv", {"form": "investment"}, "investment"),
        ("joint_project.csv", {"form": "centre", "from_unnamed": "a university of Vitebsk"}, "universities"),
    ],
)
def test_what_words_point_to_is_proposed_where_it_is_not_said(tables, table, cells, topic):
    [(column, message)] = proposed(tables.put(table, row(**cells)))
    assert column == "topics"
    assert f"'{topic}'" in message
    assert proposed(tables.put(table, row(**cells, topics=topic))) == []


def test_an_institute_is_told_by_its_name_or_kind(tables):
    tables.put("institution.csv", "id,name,country,kind\ninstitution/c,C,XX,Confucius classroom\n")
    [(_, message)] = proposed(tables)
    assert "'Confucius institutes'" in message


def test_the_shipped_tables_say_what_their_words_point_to():
    assert [(found.id, found.column) for found in proposals(dataset())] == []
