"""Where things stand: on two sides, by force, or along a path. All are computed beforehand, in whole pixels."""

from collections import Counter
from dataclasses import replace

from bycn.pictures import layout_columns, layout_force, layout_path
from bycn.pictures.counts import boxes, spread
from bycn.pictures.drawing import Drawing
from bycn.pictures.look import Look
from bycn.pictures.strands import scale_of, strands_of
from bycn.pictures.subject import Subject
from bycn.pictures.unnamed import with_unnamed


def lay_out(subject: Subject, layout: str | None = None, look: Look | None = None) -> Drawing:
    """Give every entity its place and label: paths along their hops, all else on two sides, unless asked otherwise."""
    look = look or Look()
    subject = with_unnamed(subject, look)
    scale = scale_of(subject.facts, is_log=look.is_log)
    strands = sorted(strands_of(subject.facts, scale), key=lambda strand: -strand.width)  # thin lines over wide ones
    counts = Counter(fact[end] for fact in subject.facts for end in ("start", "end"))
    room = look.room and look.room - 2 * MARGIN
    chosen = layout or ("path" if subject.levels else "two-sides")
    if chosen == "force":
        bare = layout_force.place(subject.entities, strands, counts, look, room)
        drawing = _with_counts(Drawing(subject, chosen, bare, strands, [], scale, look))
        named = layout_force.labelled(bare, drawing.strands, boxes(drawing), room)
        return replace(drawing, nodes=named)
    if chosen == "path":
        way = layout_path.place(subject, counts, look, room)
        return _with_counts(Drawing(subject, chosen, way.nodes, strands, way.notes, scale, look, within=way.within))
    placed = layout_columns.place(subject, strands, counts, look, room)
    return _with_counts(Drawing(subject, chosen, placed.nodes, strands, placed.captions, scale, look, placed.sides))


def _with_counts(drawing: Drawing) -> Drawing:
    return replace(drawing, strands=spread(drawing))


MARGIN = 12
"""Left and right of a picture that has to fit into a width."""
