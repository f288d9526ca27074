"""`bycn draw` by region: what is counted, between whom, and in which words."""

import json
from xml.etree import ElementTree as ET

import pytest

from bycn.notebook import OpenGraph
from bycn.pictures import MOST_ENTITIES


def regions_in(path):
    """The cells of a drawing by region: the pair of ids → ties and plans, from matrix and ribbons."""
    root = ET.parse(path).getroot()
    found = []
    for part in ("matrix", "ribbons"):
        cells = root.findall(f"{{*}}g[@class='{part}']/{{*}}g[@data-by]")
        found.append({(c.get("data-by"), c.get("data-cn")): (c.get("data-firm"), c.get("data-plans")) for c in cells})
        if part == "matrix":
            for cell in cells:
                text = cell.find("{*}text").text
                assert text == cell.get("data-firm") + (f"+{p}" if (p := cell.get("data-plans")) != "0" else "")
    assert found[0] == found[1]
    return {pair: (int(firm), int(plans)) for pair, (firm, plans) in found[0].items()}


@pytest.mark.parametrize(
    "filters",
    [[], ["--type", "TWINNED_WITH"], ["--between", "2019", "2022"], ["--measure", "export"], ["--only-signed"]],
)
def test_the_whole_is_told_by_region_as_the_graph_counts_it(bycn, tmp_path, engine, filters):
    path = tmp_path / "whole.svg"
    assert bycn("draw", *filters, "-o", str(path)).code == 0
    cells = regions_in(path)
    assert cells
    measure = filters[:1] == ["--measure"]
    kept = filters if not measure else ["--type", "TRADE_FLOW"]
    rows = bycn("export", "jsonl", *kept, "-o", "-").out
    facts = [told for told in map(json.loads, rows.splitlines()) if told["type"] == "relationship"]
    regions = {r["id"]: r["region"] for r in engine.run(REGIONS)}
    wanted = {}
    for told in facts:
        if told["properties"]["trait"] != "tie" or (measure and told["properties"]["measure"] != "export"):
            continue
        ends = [told["start"]["id"], told["end"]["id"]]
        pair = tuple(sorted(regions[i] for i in ends if i in regions))
        if len(pair) == 2 and pair[0][:2] == "BY" and pair[1][:2] == "CN":
            firm, plans = wanted.get(pair, (0, 0))
            wanted[pair] = (firm + (not told["properties"]["plan"]), plans + told["properties"]["plan"])
    assert cells == wanted


REGIONS = """
MATCH (n:Entity), (r:Entity) WHERE r.first_level AND r.id IN n.inside
WITH n, r ORDER BY size(r.inside) DESC
RETURN n.id AS id, collect(r.id)[0] AS region
"""


def test_vitebsk_has_its_own_provinces(bycn, tmp_path):
    path = tmp_path / "whole.svg"
    bycn("draw", "--source", "zalesskij-2024", "-o", str(path))
    own = {pair[1]: cell for pair, cell in regions_in(path).items() if pair[0] == "BY-VI"}
    assert own == {"CN-SD": (13, 4), "CN-HL": (8, 5), "CN-JX": (4, 6)}


def test_where_no_regions_are_tied_entities_are_drawn(bycn, tmp_path):
    said = bycn("draw", "--by", "region", "--type", "MEMBER_OF", "-o", str(tmp_path / "fig.svg"))
    assert "no tie joins two regions here" in said.err
    assert ET.parse(tmp_path / "fig.svg").getroot().find(".//{*}g[@class='strand']") is not None


def test_a_region_in_two_languages_breaks_between_them(engine):
    root = ET.fromstring(OpenGraph(engine).draw(width=85, languages="zh,en", type="TWINNED_WITH").svg)
    told = [text.text for text in root.findall(".//{*}g[@class='ribbons']/{*}text")]
    assert {"维捷布斯克州", "Vitebsk Region", "15+1", "Guangdong 1"} <= {*told}
    assert not [line for line in told if line.endswith("·")]


def test_a_head_in_two_languages_breaks_between_them(engine):
    root = ET.fromstring(OpenGraph(engine).draw("Orsha", width=85, languages="en,zh").svg)
    head = [text.text for text in root.findall("{*}g[@class='head']/{*}text")]
    assert not [line for line in head if line.endswith("·") or line.startswith("·")]
    assert any(line.startswith("奥尔沙") for line in head)


def test_a_whole_without_regions_is_the_entities_with_the_most_facts(bycn, tmp_path):
    many = range(MOST_ENTITIES)
    (tmp_path / "sources.csv").write_text("id,title\nown,Own\n")
    companies = (f"company/{side}{n},{side.upper()} {n},{side.upper()}\n" for n in many for side in ("by", "cn"))
    (tmp_path / "company.csv").write_text("id,name,country\n" + "".join(companies))
    contracts = (f"own/{n},company/by{n},company/cn{n},One,2023,signed,own\n" for n in many)
    (tmp_path / "contract.csv").write_text("id,from,to,title,date,status,sources\n" + "".join(contracts))
    said = bycn("draw", "--data", str(tmp_path), "--only-data", "-o", str(tmp_path / "fig.svg"))
    assert said.err.startswith(f"{2 * MOST_ENTITIES:,} entities are too many to see")
    assert (tmp_path / "fig.svg").read_text(encoding="utf-8").count('class="node"') == MOST_ENTITIES


def test_what_is_counted_by_region_is_said_and_nothing_of_what_there_is_not(bycn, tmp_path):
    def said(*filters):
        assert bycn("draw", *filters, "-o", str(tmp_path / "fig.svg"), "--force").code == 0
        return [text.text for text in ET.parse(tmp_path / "fig.svg").getroot().findall(".//{*}text")]

    exports = said("--measure", "export")
    assert {
        "Regions of Belarus and provinces of China; only export",
        "Number of export flows, with plans after the +",
    } <= {*exports}
    assert any("turnover figures between regions" in line for line in said("--measure", "turnover"))
    told = said("--source", "zalesskij-2024/fn-16")
    assert "7 ties and 1 plan between regions" in told
    assert "Regions of Belarus and provinces of China; from Zalesskij 2024, fn. 16" in told
    assert {"Number of ties", "Ribbons in proportion to these numbers"} <= {*said("--only-signed")}


def test_long_names_leave_the_ribbons_their_room(engine):
    picture = OpenGraph(engine).draw(by="region", type="TWINNED_WITH", languages="ru", width=85)
    blocks = ET.fromstring(picture.svg).findall(".//{*}g[@class='ribbons']/{*}rect")
    lefts = [float(block.get("x")) for block in blocks]
    assert max(lefts) - min(lefts) > picture.drawing.look.room / 4
