"""Where things stand. Two layouts, both computed beforehand, seeded and in whole pixels."""

from collections import Counter

from bycn.pictures import layout_columns, layout_force
from bycn.pictures.drawing import Drawing, Label, ties_of
from bycn.pictures.subject import Subject

_FEW = 25
"""Up to this many entities of one country are laid out by force: nothing would stand on the other side."""


def lay_out(subject: Subject, layout: str | None = None) -> Drawing:
    """Give every entity its place and label. Without a `layout` small pictures of one country are laid out by force."""
    ties = ties_of(subject.facts)
    counts = Counter(fact[end] for fact in subject.facts for end in ("start", "end"))
    countries = {told["country"] for told in subject.entities.values()}
    few = len(subject.entities) <= _FEW and not {"BY", "CN"} <= countries
    chosen = layout or ("force" if few else "two-sides")
    if chosen == "force":
        nodes, headings = layout_force.place(subject.entities, ties, counts), list[Label]()
    else:
        nodes, headings = layout_columns.place(subject, ties, counts)
    return Drawing(subject, chosen, nodes, ties, headings)
