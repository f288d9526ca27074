"""The picture as a still drawing for a paper: the same places and looks as the page, without a browser.

Each node and each strand is a group that says what it stands for, so that the page can hide or move it.
"""

from collections.abc import Iterator

from bycn.pictures import counts, style
from bycn.pictures.curves import Spot, course
from bycn.pictures.drawing import Box, Drawing, Label, Node
from bycn.pictures.legend import Legend
from bycn.pictures.palette import Palette, palette_of
from bycn.pictures.provenance import Provenance
from bycn.pictures.sentence import sentence
from bycn.pictures.strands import Strand
from bycn.pictures.svg_text import GROUND, INK, SOFT, attributes, in_lines, labels_in_two, safe, wrapped, written

_LEAST_WIDTH, _MARGIN, _UNDER_HEAD = 720, 24, 6
_TITLE, _SUBTITLE, _CREDIT = 20.0, 12.0, 10.0


def svg(drawing: Drawing, provenance: Provenance, fonts: str = style.FONTS) -> str:
    """The whole drawing."""
    box = bounds(drawing)
    room = drawing.look.room
    margin = _MARGIN if room is None else _MARGIN / 2
    width = max(_LEAST_WIDTH if room is None else room, box.right - box.left + 2 * margin)
    left, inner = (box.left + box.right - width) / 2, width - 2 * margin
    x = left + margin
    palette = palette_of(drawing)
    head = list(_head(drawing, inner))
    top = box.top - margin - _UNDER_HEAD - sum(step for _, step, _ in head)
    legend = Legend(drawing, palette, x, box.bottom + 34, inner)
    small = _CREDIT if room is None else 9.4
    foot = [line for text in provenance.lines() for line in wrapped(text, inner, small)]
    height = legend.bottom + 10 + 1.3 * small * len(foot) + 10 - top
    frame = Box(*(round(value, 1) for value in (left, top, width, height)))
    return "\n".join(
        [
            *opening(drawing.subject.title, frame, room, provenance, fonts),
            *_paragraphs(head, x, top + margin / 2),
            '<g class="strands" fill="none">',
            *(_strand(i, drawing, palette) for i in range(len(drawing.strands))),
            *_within(drawing),
            "</g>",
            *labels_in_two(_counts(drawing, palette)),
            '<g class="nodes">',
            *(_node(node, palette) for node in drawing.nodes),
            "</g>",
            *labels_in_two(_names(drawing)),
            f'<g class="legend" font-size="{11 if room is None else 9.4:g}" fill="{INK}">',
            *legend.parts,
            f'</g><g class="credit" font-size="{small:g}" fill="{SOFT}">',
            *(written(line, x, legend.bottom + 10 + small * (1 + 1.3 * n)) for n, line in enumerate(foot)),
            "</g></svg>\n",
        ]
    )


def opening(title: str, frame: Box, room: float | None, provenance: Provenance, fonts: str) -> Iterator[str]:
    """The root of a drawing with its title, where it comes from, and a ground. A `frame` ends in width and height."""
    left, top, width, height = frame
    size = {"width": width, "height": height}
    if room is not None:
        size = {name: f"{value * room / width * 25.4 / 96:.4g}mm" for name, value in size.items()}  # type: ignore[misc]
    view = f"{left:g} {top:g} {width:g} {height:g}"
    looks = attributes(viewBox=view, **size, font_family=fonts, font_size=12)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {looks}>'
    yield f"<title>{safe(title)}</title><desc>{safe(provenance.in_a_line)}</desc>"
    yield f"<rect {attributes(x=left, y=top, width=width, height=height, fill=GROUND)}/>"


def bounds(drawing: Drawing) -> Box:
    """The room that nodes, names and strands take."""
    boxes = [Box(n.x - n.radius, n.y - n.radius, n.x + n.radius, n.y + n.radius) for n in drawing.nodes]
    boxes += [n.label.box for n in drawing.nodes if n.label] + [caption.box for caption in drawing.captions]
    if not boxes:
        return Box(-100, -20, 100, 20)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    wide = max((strand.width / 2 + abs(strand.offset) for strand in drawing.strands), default=0.0)
    ys = [node.y for node in drawing.nodes] or [0]
    return Box(min(lefts), min(*tops, min(ys) - wide), max(rights), max(*bottoms, max(ys) + wide))


# Above the network


def _head(drawing: Drawing, room: float) -> Iterator[tuple[str, float, str]]:
    """Title and subtitle: each line with the room it takes and its looks."""
    size = _TITLE if drawing.look.room is None else 12.0
    for line in in_lines(drawing.subject.title, room / 1.08, size):
        yield line, size * 1.25, f'font-size="{size:g}" font-weight="700" fill="{INK}"'
    size = _SUBTITLE if drawing.look.room is None else 9.4
    for text, mark in ((drawing.subject.subtitle, ""), (sentence(drawing), ' data-told="facts"')):
        for line in in_lines(text, room, size):
            yield line, size * 1.35, f'font-size="{size:g}" fill="{SOFT}"{mark}'


def _paragraphs(lines: list[tuple[str, float, str]], x: float, y: float) -> Iterator[str]:
    yield '<g class="head">'
    for line, step, looks in lines:
        y += step
        yield written(line, x, y, looks)
    yield "</g>"


# The network


def _strand(i: int, drawing: Drawing, palette: Palette) -> str:
    strand = drawing.strands[i]
    a, b = _ends(drawing, strand)
    ink = palette.inks[strand.line_type]
    way = course(drawing.layout, a, b, strand.offset)
    arrow = ""
    if strand.arrow:
        way, corners = way.with_arrow(b, strand.width)
        arrow = f'<path class="arrow" d="{corners}" fill="{ink}" {attributes(fill_opacity=strand.opacity)}/>'
    data = attributes(
        data_strand=i, data_from=strand.start, data_to=strand.end, data_type=strand.type, data_kind=strand.line_type,
        data_plan="true" if strand.planned else "false", data_facts=" ".join(strand.facts),
    )  # fmt: skip
    dash = strand.dash and f"{strand.dash[0]:g} {strand.dash[1]:g}"
    looks = attributes(
        d=way.path, stroke=ink, stroke_width=strand.width, stroke_opacity=strand.opacity, stroke_dasharray=dash
    )
    edge = attributes(
        d=way.path, stroke=GROUND, stroke_width=round(strand.width + 2 * style.EDGE, 2), stroke_dasharray=dash
    )
    under = f'<path class="edge" {edge}/>' if strand.width > style.EDGED else ""
    return f'<g class="strand" {data}>{under}<path class="line" {looks}/>{arrow}</g>'


def _within(drawing: Drawing) -> Iterator[str]:
    """What lies in what, which is no fact of those drawn and so no strand."""
    for i, (inner, outer) in enumerate(drawing.within):
        way = course(drawing.layout, drawing.by_id[inner].spot, drawing.by_id[outer].spot, 0)
        looks = attributes(d=way.path, stroke=SOFT, stroke_width=1.0, stroke_dasharray=style.DOTS)
        yield f'<path data-within="{i}" {looks}/>'


def _ends(drawing: Drawing, strand: Strand) -> list[Spot]:
    return [drawing.by_id[strand.start].spot, drawing.by_id[strand.end].spot]


def _counts(drawing: Drawing, palette: Palette) -> Iterator[tuple[str, Label, str]]:
    """How many facts a strand stands for, and in grey the letter of their kind."""
    for i, strand in enumerate(drawing.strands):
        text = palette.letters.get(strand.line_type, "") + (str(len(strand.facts)) if len(strand.facts) > 1 else "")
        if not text:
            continue
        a, b = _ends(drawing, strand)
        x, y = course(drawing.layout, a, b, strand.offset).at(strand.count_at)
        label = Label((text,), round(x, 1), round(y, 1), "middle", counts.SIZE)
        named = attributes(data_count=i, stroke_width=counts.halo(strand))
        yield named, label, attributes(fill=palette.inks[strand.line_type])


def _names(drawing: Drawing) -> Iterator[tuple[str, Label, str]]:
    for i, caption in enumerate(drawing.captions):
        yield f'data-caption="{i}"', caption, f'fill="{SOFT}"'
    for node in drawing.nodes:
        if node.label:
            yield attributes(data_name=node.id), node.label, f'fill="{INK}"'


def _node(node: Node, palette: Palette) -> str:
    shape = style.SHAPES[node.type]
    ink = palette.nodes[node.key]
    fill, line, width = (GROUND, ink, 2.0) if shape in style.HOLLOW else (ink, GROUND, 1.0)
    data = attributes(data_id=node.id, data_type=node.type)
    looks = attributes(d=style.shape_path(shape, node.radius), fill=fill, stroke=line, stroke_width=width)
    mark = f'<path {looks} transform="translate({node.x} {node.y})"><title>{safe(node.name)}</title></path>'
    return f'<g class="node" {data}>{mark}</g>'
