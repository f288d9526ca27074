"""Every strand of a picture taken back to its facts, read from the files as somebody else's program would.

What is right is worked out here from the facts alone: which strands there must be, their look, width and count.
"""

import re
from collections import Counter, defaultdict
from itertools import pairwise
from math import sqrt
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bycn.loaders.opening import open_engine
from bycn.notebook import OpenGraph
from bycn.pictures import page, printing, svg
from bycn.pictures.curves import course
from bycn.pictures.layout import lay_out

from .conftest import FROM, entity, fact, subject
from .png import image

NS = {"s": "http://www.w3.org/2000/svg"}
DIRECTED = {"CONTRACT", "ACCREDITED_AT", "MEMBER_OF", "PART_OF", "export", "import"}
TIES = {
    "TWINNED_WITH", "AGREEMENT", "CONTRACT", "TRADE_FLOW", "ACCREDITED_AT", "JOINT_PROJECT", "COOPERATES_WITH",
    "MEMBER_OF",
}  # fmt: skip
PT = 96 / 72
BOOK = [
    *(("names", name) for name in (
        "Vitebsk", "Brest", "Gomel", "Grodno", "Mogilev", "Minsk Region", "Minsk", "Orsha", "Great Stone", "BUTB",
        "BSU", "Minsk Tractor Works", "Shandong",
        "Heilongjiang", "Jiangxi", "Chongqing", "Guangdong", "Tianjin", "China",
    )),
    *(("path", ends) for ends in (("Orsha", "Shandong"), ("BSU", "Harbin"), ("BUTB", "Shanghai"), ("Brest", "Anhui"))),
    ("question", "universities/pairs"),
    ("type", "TRADE_FLOW"), ("type", "CONTRACT"), ("type", "MEMBER_OF"), ("type", "INDICATOR"), ("status", "planned"),
    ("everything", True),
]  # fmt: skip


def kind_of(told):
    """What a fact is by itself: its type, for trade the way of the goods."""
    return told["properties"].get("measure") if told["type"] == "TRADE_FLOW" else told["type"]


def ends_of(told):
    words = told["properties"]

    def end_of(end, other, said):
        if not said:
            return told[end]
        whose = f" / {words.get('document') or told[other]}" if said.startswith(("a ", "an ")) else ""
        return f"{told[end]}: {said}{whose}"

    return end_of("start", "end", words.get("from_unnamed")), end_of("end", "start", words.get("to_unnamed"))


def true_strands(facts):
    """Pair, kind and plan → the facts of a strand; where the direction means something, each way has its own."""
    strands = defaultdict(list)
    for told in facts:
        directed = kind_of(told) in DIRECTED and told["properties"].get("direction") != "both"
        ends = ends_of(told) if directed else tuple(sorted(ends_of(told)))
        strands[ends, kind_of(told), told["properties"]["plan"], directed].append(told)
    return strands


def true_unit(facts):
    amounts = Counter(
        t["properties"]["currency"]
        for t in facts
        if t["type"] in TIES and (t["properties"].get("amount") or 0) > 0 and t["properties"].get("currency")
    )
    return min(amounts, key=lambda unit: (-amounts[unit], unit)) if amounts else None


def amounts_in(unit, facts):
    return [
        t["properties"]["amount"]
        for t in facts
        if t["type"] in TIES and t["properties"].get("currency") == unit and (t["properties"].get("amount") or 0) > 0
    ]


def read_svg(text):
    """The strands of a drawing: what each says it is, and how it looks."""
    root = ET.fromstring(text)
    counts = {g.get("data-count"): int(g[0].text) for g in root.findall(".//s:g[@class='names']/s:g[@data-count]", NS)}
    strands = {}
    for group in root.findall(".//s:g[@class='strand']", NS):
        line = group.find("s:path[@class='line']", NS)
        strands[frozenset(group.get("data-facts").split())] = {
            "ends": (group.get("data-from"), group.get("data-to")),
            "type": group.get("data-type"),
            "plan": group.get("data-plan") == "true",
            "dashed": line.get("stroke-dasharray") is not None,
            "colour": line.get("stroke"),
            "width": float(line.get("stroke-width")),
            "count": counts.get(group.get("data-strand"), 1),
            "arrow": group.find("s:path[@class='arrow']", NS) is not None,
        }
    return root, strands


def check(facts, strands):
    """Whether the strands are the facts': nothing is missing, nothing is drawn that isn't so."""
    wanted = true_strands(facts)
    assert set(strands) == {frozenset(told["id"] for told in own) for own in wanted.values()}
    unit = true_unit(facts)
    largest = max(amounts_in(unit, facts), default=None)
    colours = defaultdict(set)
    for (ends, kind, plan, directed), own in wanted.items():
        drawn = strands[frozenset(told["id"] for told in own)]
        assert drawn["plan"] == drawn["dashed"] == plan
        assert drawn["type"] == own[0]["type"]
        assert drawn["count"] == len(own)
        assert drawn["arrow"] == directed
        assert (drawn["ends"] if directed else tuple(sorted(drawn["ends"]))) == ends
        if unit:
            amount = max(amounts_in(unit, own), default=0)
            assert drawn["width"] == pytest.approx(max(0.6, 14 * sqrt(amount / largest)) * PT, abs=0.01)
        colours[kind].add(drawn["colour"])
    if not unit and not any(t["properties"].get("quantity") for t in facts):
        assert len({drawn["width"] for drawn in strands.values()}) <= 1
    assert all(len(inks) == 1 for inks in colours.values())
    assert len(set().union(*colours.values())) == len(colours)


def check_legend(root, facts):
    kinds = Counter((kind_of(told), told["properties"]["plan"]) for told in facts)
    entries = root.findall(".//s:g[@class='legend']/s:g[@data-kind]", NS)
    told = {}
    for entry in entries:
        kind = entry.get("data-kind").rsplit("/", 1)[-1]
        count = re.search(r" ([\d,]+)(?: \+ ([\d,]+) planned)?$", entry.find("s:text", NS).text)
        told[kind] = tuple(int((number or "0").replace(",", "")) for number in count.groups())
        dashes = [line.get("stroke-dasharray") is not None for line in entry.findall("s:line", NS)]
        assert dashes == [planned for planned in (False, True) if kinds[kind, planned]]
    assert told == {kind: (kinds[kind, False], kinds[kind, True]) for kind, _ in kinds}


@pytest.fixture(scope="module")
def graph(_cache_of_the_run):
    with open_engine() as engine:
        yield OpenGraph(engine)


def asked(graph, what, value):
    if what == "names":
        return graph.draw(value)
    return graph.draw(**{what: value}, layout=None if what in ("path", "question") else "two-sides")


@pytest.mark.parametrize(("what", "value"), BOOK, ids=str)
def test_each_strand_of_the_books_pictures_is_its_facts(graph, what, value):
    picture = asked(graph, what, value)
    told = {f["id"]: f for f in picture.drawing.subject.facts}
    rows = graph.engine.run(
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.id IN $ids "
        "RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties",
        {"ids": sorted(told)},
    )
    root, strands = read_svg(picture.svg)
    check(rows, strands)
    check_legend(root, rows)


# Made-up graphs

ENTITIES = [entity(f"city/{n}", f"City {n}", ("BY", "CN", "XX")[n % 3]) for n in range(6)]
TYPES = ["AGREEMENT", "CONTRACT", "TRADE_FLOW", "JOINT_PROJECT", "TOOK_PART_IN", "INDICATOR", "LOCATED_IN", "MEMBER_OF"]


@st.composite
def graphs(draw):
    facts = []
    for number in range(draw(st.integers(1, 25))):
        start, end = draw(st.permutations(range(6)))[:2]
        type_ = draw(st.sampled_from(TYPES))
        told = {"status": draw(st.sampled_from(["signed", "planned", "negotiating", "completed", "ended"]))}
        if type_ == "TRADE_FLOW":
            told["measure"] = draw(st.sampled_from(["export", "import", "turnover"]))
            told |= {"direction": "both"} if told["measure"] == "turnover" else {}
        if draw(st.booleans()):
            told |= {"amount": draw(st.integers(0, 10**9)), "currency": draw(st.sampled_from(["USD", "CNY"]))}
        if draw(st.integers(0, 5)) == 0:
            told["to_unnamed"] = draw(st.sampled_from(["a city", "two companies"]))
        facts.append(fact(f"f/{number}", f"city/{start}", f"city/{end}", type_, **told))
    return facts


@settings(max_examples=60, deadline=None)
@given(graphs(), st.sampled_from(["two-sides", "force", "path"]))
def test_each_strand_of_any_picture_is_its_facts(facts, layout):
    root, strands = read_svg(svg.svg(lay_out(subject(ENTITIES, facts), layout), FROM))
    check(facts, strands)
    check_legend(root, facts)


# The page

STRANDS = "() => bycn.strands()"
MIXED = [
    fact("a", "city/0", "city/1", "AGREEMENT", status="signed"),
    fact("b", "city/1", "city/0", "AGREEMENT", status="signed", amount=100, currency="USD"),
    fact("c", "city/0", "city/1", "AGREEMENT", status="planned", amount=400, currency="USD"),
    fact("d", "city/1", "city/3", "TRADE_FLOW", measure="export", status="completed", amount=900, currency="USD"),
    fact("e", "city/3", "city/1", "TRADE_FLOW", measure="import", status="completed"),
    fact("f", "city/0", "city/3", "CONTRACT", status="negotiating", to_unnamed="a company"),
    fact("g", "city/4", "city/3", "LOCATED_IN"),
]


@pytest.mark.parametrize("layout", ["two-sides", "force"])
def test_each_strand_of_the_page_is_its_facts_and_its_curve_is_pythons(tab, tmp_path, layout):
    drawing = lay_out(subject(ENTITIES, MIXED), layout)
    path = tmp_path / "picture.html"
    path.write_text(page.html(drawing, FROM), encoding="utf-8")
    tab.open(path)
    found = tab.ask(STRANDS)
    strands = {
        frozenset(one["facts"]): {
            "ends": (one["from"], one["to"]),
            "type": one["kind"].split("/")[0],
            "plan": one["plan"],
            "dashed": bool(one["dashes"]),
            "colour": one["color"],
            "width": one["width"],
            "count": len(one["facts"]),
            "arrow": one["arrow"] is not None,
        }
        for one in found
    }
    check(MIXED, strands)
    root = ET.fromstring(svg.svg(drawing, FROM))
    ours = {
        g.get("data-facts"): [p.get("d") for p in g if p.get("class") != "edge"]
        for g in root.findall(".//s:g[@class='strand']", NS)
    }
    for one in found:
        for mine, its in zip(ours[" ".join(sorted(one["facts"]))], (one["line"], one["arrow"]), strict=False):
            assert re.sub(r"[\d.-]+", "", mine) == re.sub(r"[\d.-]+", "", its)
            assert numbers(mine) == pytest.approx(numbers(its), abs=0.11)


def numbers(path):
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


# The pixels


@pytest.mark.parametrize("plan", [False, True])
@pytest.mark.parametrize("amount", [None, 10**6])
def test_a_plan_is_dashed_in_the_pixels_and_what_is_signed_is_not(plan, amount):
    told = {"status": "planned" if plan else "signed", "amount": amount, "currency": "USD"}
    drawing = lay_out(subject(ENTITIES[:2], [fact("f", "city/0", "city/1", **told)]), "force")
    root, strands = read_svg(text := svg.svg(drawing, FROM))
    [strand] = strands.values()
    wide, tall, rows = image(printing.printed(text, "png", dpi=192))
    left, top, width, _ = map(float, root.get("viewBox").split())
    scale = wide / width
    (x, y), *_, (to_x, to_y) = [drawing.nodes[n][5:7] for n in (0, 1)]
    inked = []
    for step in range(20, 80):
        px, py = ((a + (b - a) * step / 100 - edge) * scale for a, b, edge in ((x, to_x, left), (y, to_y, top)))
        assert 0 <= py < tall
        colour = rows[int(py)][int(px)]
        inked.append(sum(colour) < 3 * 235)
    assert all(inked) != plan
    assert (sum(a != b for a, b in pairwise(inked)) > 2) == plan
    assert strand["dashed"] == plan


@pytest.mark.parametrize("amount", [None, 10**6])
def test_wide_strands_that_lie_above_each_other_are_told_apart_in_the_pixels(amount):
    entities = [entity("city/0"), *(entity(f"city/{n}", country="CN") for n in (1, 2))]
    facts = [fact(one, "city/0", f"city/{one}", "CONTRACT", amount=amount, currency="USD") for one in "12"]
    drawing = lay_out(subject(entities, facts))
    root, _ = read_svg(text := svg.svg(drawing, FROM))
    left, _, width, _ = map(float, root.get("viewBox").split())
    wide, _, rows = image(printing.printed(text, "png", dpi=192))
    ways = [
        course("two-sides", *(drawing.by_id[i].spot for i in (strand.start, strand.end)), strand.offset)
        for strand in drawing.strands
    ]
    share = next(at / 100 for at in range(100) if abs(ways[0].at(at / 100)[1] - ways[1].at(at / 100)[1]) > 15)
    x = int((ways[0].at(share)[0] - left) * wide / width)
    green = [px[1] > px[0] + 60 for px in (row[x] for row in rows)]
    assert sum(one and not before for before, one in pairwise(green)) == 2
    assert bool(root.findall(".//s:path[@class='edge']", NS)) == bool(amount)
