"""Counts on lines: apart from each other, and from names."""

from itertools import combinations, product
from xml.etree import ElementTree as ET

import pytest

from bycn.loaders.opening import open_engine
from bycn.notebook import OpenGraph
from bycn.pictures import svg
from bycn.pictures.drawing import Box
from bycn.pictures.labels import text_width
from bycn.pictures.layout import lay_out
from bycn.pictures.look import look_of

from .conftest import FROM, entity, fact, subject


def boxes_of(drawing, what):
    """The counts or the names as they are drawn, with their halos, a digit as wide as DejaVu Sans has it."""
    found = []
    for group in ET.fromstring(svg.svg(drawing, FROM)).findall(f".//{{*}}g[@class='names']/{{*}}g[@data-{what}]"):
        for text in group:
            x, y, size = (float(text.get(name)) for name in ("x", "y", "font-size"))
            wide = size * (0.64 * len(text.text) if what == "count" else text_width(text.text))
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor")]
            found.append(Box(left - 1.3, y - 0.76 * size - 1.3, left + wide + 1.3, y + 1.3))
    return found


def touching(drawing):
    """How many counts there are, and how many touch another or a name; a number without room stands on its node."""
    counts = boxes_of(drawing, "count")
    on_nodes = [Box(node.x, node.y, node.x, node.y) for node in drawing.nodes if node.number]
    names = [name for name in boxes_of(drawing, "name") if not any(name.overlaps(spot) for spot in on_nodes)]
    names += boxes_of(drawing, "caption")
    pairs = [*combinations(counts, 2), *product(counts, names)]
    return len(counts), sum(one.overlaps(other) for one, other in pairs)


@pytest.mark.parametrize("grey", [False, True])
def test_counts_stand_apart_where_lines_meet(grey):
    entities = [entity(f"city/{n}", f"City {n}", ("BY", "CN")[n % 2]) for n in range(8)]
    kinds = ("AGREEMENT", "CONTRACT", "JOINT_PROJECT")
    pairs = [(a, b, kind) for a in (0, 2, 4, 6) for b in (1, 3, 5, 7) for kind in kinds]
    facts = [fact(f"{n}/{i}", f"city/{a}", f"city/{b}", kind) for n, (a, b, kind) in enumerate(pairs) for i in range(2)]
    drawing = lay_out(subject(entities, facts), look=look_of("en", None, "root", is_grey=grey))
    assert touching(drawing) == (len(pairs), 0)


def test_no_count_of_the_books_pictures_touches_another_or_a_name():
    wanted = [
        *(((place,), {}) for place in ("Vitebsk", "Minsk", "BUTB", "China")),
        (("Vitebsk",), {"width": 85}), ((), {"path": ("Minsk", "Beijing")}), (("Gomel",), {"grey": True}),
        ((), {"by": "entity", "everything": True}),
    ]  # fmt: skip
    with open_engine() as engine:
        found = [touching(OpenGraph(engine).draw(*names, **wishes).drawing) for names, wishes in wanted]
    assert [touches for _, touches in found] == [0] * len(wanted)
    assert all(counts for counts, _ in found)


@pytest.mark.parametrize("wishes", [{}, {"width": 180}, {"width": 85}, {"grey": True}], ids=str)
def test_no_count_touches_another_or_a_name_where_ties_pull(wishes):
    places = ("Great Stone", *(("BUTB", "Vitebsk", "Minsk", "Gomel") if "grey" not in wishes else ()))
    with open_engine() as engine:
        found = [touching(OpenGraph(engine).draw(place, layout="force", **wishes).drawing) for place in places]
    assert [touches for _, touches in found] == [0] * len(places)
    assert all(counts for counts, _ in found)
