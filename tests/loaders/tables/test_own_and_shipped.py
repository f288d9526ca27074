"""Rows of one's own beside rows that nobody can edit: what follows from both is computed, never asked for."""

import pytest

from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_with_proposals

FLOWS = (
    "id,from,to,measure,title,status,date,amount,currency,sources,part_of,disagrees_with\n"
    "ground/1,BY-VI,CN-HL,export,A flow,completed,2021,5,USD,own,,\n"
    "ground/2,city/vitebsk,city/harbin,export,A part,completed,2021,2,USD,own,ground/1,\n"
)
OWN = "id,from,to,measure,title,status,date,amount,currency,sources,disagrees_with\n"


@pytest.fixture
def shipped(tables):
    (tables.ground / "trade_flow.csv").write_text(FLOWS, encoding="utf-8")
    return tables


def test_ones_own_total_holds_what_lies_in_it(shipped):
    facts = shipped.put("trade_flow.csv", f"{OWN}own/1,BY,CN,export,All,completed,2021,90,USD,own,\n").read().facts
    assert "own/1" in facts["ground/1"].part_of
    assert facts["own/1"].part_of == ()


def test_ones_own_part_lies_in_what_holds_it(shipped):
    row = f"{OWN}own/1,company/a,city/harbin,export,A part,completed,2021-03,1,USD,own,\n"
    facts = shipped.put("trade_flow.csv", row).read().facts
    assert "ground/1" in facts["own/1"].part_of


@pytest.mark.parametrize("named", ["", "ground/1"], ids=["bare", "as told"])
def test_a_second_figure_stands_beside_the_first(shipped, named):
    row = f"{OWN}own/1,BY-VI,CN-HL,export,Theirs,completed,2021,6,USD,other,{named}\n"
    facts = shipped.put("trade_flow.csv", row).read().facts
    assert facts["own/1"].disagrees_with == ("ground/1",)
    assert facts["ground/1"].disagrees_with == ("own/1",)


def test_rows_of_one_table_are_still_told(shipped):
    rows = "".join(f"own/{n},BY,CN,export,All,completed,2021,9{n},USD,own,\n" for n in (1, 2))
    told = shipped.put("trade_flow.csv", OWN + rows).problems()
    assert {(problem[0], problem[2]) for problem in told} == {("trade_flow.csv", "disagrees_with")}


def test_a_place_that_lies_nowhere_is_remarked(tables):
    tables.put("city.csv", "id,name,country\ncity/tumen,Tumen (Jilin),CN\n")
    remarks = read_with_proposals(Selection((tables.ground, tables.own), only_own=True)).proposals
    told = [remark for remark in remarks if remark.file.startswith(str(tables.own))]
    assert [(remark.line, remark.column) for remark in told] == [(2, "id")]
    assert "from city/tumen to CN-JL" in told[0].message


def test_what_the_remark_tells_to_write_is_right(tables):
    tables.put("city.csv", "id,name,country\ncity/tumen,Tumen,CN\n")
    tables.put("located_in.csv", "id,from,to,title,sources\nown/1,city/tumen,CN-JL,lies in,own\n")
    remarks = read_with_proposals(Selection((tables.ground, tables.own), only_own=True)).proposals
    assert not [remark for remark in remarks if remark.file.startswith(str(tables.own))]


def test_names_joined_otherwise_are_remarked(tables):
    tables.put("city.csv", "id,name,country,aliases\ncity/tumen,Tumen,CN,Tu men; T'u-men\n")
    remarks = read_with_proposals(Selection((tables.ground, tables.own), only_own=True)).proposals
    [told] = [remark for remark in remarks if remark.column == "aliases"]
    assert "write Tu men|T'u-men" in told.message


@pytest.mark.parametrize("aliases", ["Tu men, Tumen", "Tu men, T'u-men", "Tu men / Tumen"])
def test_names_of_a_place_joined_by_a_comma_are_remarked(tables, aliases):
    tables.put("city.csv", f'id,name,country,aliases\ncity/tumen,Tumen,CN,"{aliases}"\n')
    remarks = read_with_proposals(Selection((tables.ground, tables.own), only_own=True)).proposals
    assert [remark.column for remark in remarks if remark.column == "aliases"] == ["aliases"]


def test_what_a_place_lies_in_may_follow_its_name(tables):
    tables.put("city.csv", 'id,name,country,aliases\ncity/tumen,Tumen,CN,"Tumen, China|Tu men, Province of China"\n')
    remarks = read_with_proposals(Selection((tables.ground, tables.own), only_own=True)).proposals
    assert not [remark for remark in remarks if remark.column == "aliases"]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("2023,1.234,USD", [("amount", "write 1234")]),
        ("2023,1.23,USD", []),
        ("9999,5,USD", [("date", "9999 is to come")]),
    ],
)
def test_what_seems_a_slip_is_remarked(tables, cells, told):
    head = "id,from,to,title,status,sources,date,amount,currency\n"
    tables.put("contract.csv", f"{head}own/1,BY,CN,Belarus sells to China,signed,own,{cells}\n")
    remarks = read_with_proposals(Selection((tables.ground, tables.own), only_own=True)).proposals
    found = [remark for remark in remarks if remark.file.startswith(str(tables.own))]
    assert [remark.column for remark in found] == [column for column, _ in told]
    assert all(words in remark.message for remark, (_, words) in zip(found, told, strict=True))
