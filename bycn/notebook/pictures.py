"""Pictures of the network: what to draw, by entity or by region, and the command that makes a picture again."""

from collections.abc import Iterable, Mapping, Sequence
from inspect import signature
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from bycn.keyword_filters import Words
from bycn.notebook.asking import Asking, on_names
from bycn.queries.filters import Filters
from bycn.queries.neighbours import DEPTH
from bycn.queries.remarks import Remark, Said

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

    from bycn.pictures.picture import Picture
    from bycn.pictures.subject import Choice


class Wishes(TypedDict, total=False):
    """What is drawn, and how."""

    depth: int
    path: tuple[str, str] | None
    question: str | None
    params: Mapping[str, Any] | None
    facts: "Iterable[str] | nx.Graph | None"
    exact: bool
    with_events: bool
    no_places: bool
    through_countries: bool
    by: str | None
    measure: str | None
    layout: str | None
    everything: bool
    title: str | None
    languages: str | Sequence[str]
    width: float | None
    grey: bool
    scale: str
    size: str | Mapping[str, float]
    color: str | Mapping[str, str]
    labels: Sequence[str] | None


class DrawWords(Words, Wishes, total=False):
    """All that `draw` takes by keyword."""


class Pictures(Asking):
    """Pictures of what the graph holds."""

    def draw(
        self,
        *names: str,
        depth: int = DEPTH,
        path: tuple[str, str] | None = None,
        question: str | None = None,
        params: Mapping[str, Any] | None = None,
        facts: "Iterable[str] | nx.Graph | None" = None,
        exact: bool = False,
        with_events: bool = False,
        no_places: bool = False,
        through_countries: bool = False,
        by: str | None = None,
        measure: str | None = None,
        layout: str | None = None,
        everything: bool = False,
        title: str | None = None,
        languages: str | Sequence[str] = "en",
        width: float | None = None,
        grey: bool = False,
        scale: str = "root",
        size: str | Mapping[str, float] = "facts",
        color: str | Mapping[str, str] = "country",
        labels: Sequence[str] | None = None,
        **filters: Unpack[Words],
    ) -> "Picture":
        """Draw the network: what is around each name, the paths between two, the facts of a question, or all.

        `facts` are chosen ones: their ids, or a network of networkx with ids of ours, whose edges are facts by their
        keys, or else all facts of their pairs.

        The whole is drawn `by="region"` unless a layout or `by="entity"` is asked for. `languages` are one or more of
        `en`, `be`, `ru`, `zh`, `fr`; `width` is the width in print, in millimetres; `scale`, of amounts, is `root` or
        `log`. Nodes have the `size` of their number of `facts`, their `degree` or `betweenness` among the ties drawn,
        or of values by id; their `color` is that of their `country` or `community`, or of groups by id; `labels` are
        the entities that get a name, all unless given. The picture shows in a notebook without asking any server;
        `save` writes it to a file.

        >>> picture = graph.draw("Vitebsk", only_signed=True)
        >>> picture.html.lower().startswith("<!doctype html>")
        True

        Raises:
            ValueError: more than one of names, `path`, `question` and `facts` is given, or a word isn't one of those
                above.

        """
        if sum((bool(names), bool(path), bool(question), facts is not None)) > 1:
            raise ValueError("draw what is around names, or a path, or a question, or chosen facts: one of them")
        asked = self._filters(filters)
        if (with_events or no_places or through_countries) and not path:
            raise ValueError("with_events, no_places and through_countries are about a path; give one")
        wishes = Wishes(
            depth=depth, path=path, question=question, params=params, facts=facts, exact=exact,
            with_events=with_events, no_places=no_places, through_countries=through_countries,
            by=by, measure=measure, layout=layout, everything=everything, title=title, languages=languages,
            width=width, grey=grey, scale=scale, size=size, color=color, labels=labels,
        )  # fmt: skip
        choice, remarks = self._choice(names, wishes, asked)
        is_typed = facts is None and isinstance(size, str) and isinstance(color, str)  # else no option says it
        command = _command(names, wishes, filters, self.opened_by) if is_typed else ""
        return self._drawn(choice, remarks, asked, wishes, command)

    def to_pyvis(self, *names: str, **wishes: Unpack[DrawWords]) -> "Network":
        """The picture that `draw` would make as a `pyvis.network.Network`, to change and show by pyvis's own means.

        >>> network = graph.to_pyvis("Vitebsk", only_signed=True)
        >>> len(network.nodes) > 10
        True

        """
        wishes.setdefault("by", "entity")
        return self.draw(*names, **wishes).to_pyvis()

    def _choice(self, names: tuple[str, ...], wishes: Wishes, filters: Filters) -> "tuple[Choice, list[Remark]]":
        """Which facts are drawn, and how names were taken."""
        from bycn.pictures import subject
        from bycn.queries.layers import Rules

        path, question, facts, exact = wishes["path"], wishes["question"], wishes["facts"], wishes["exact"]
        if facts is not None:
            return subject.chosen(self.engine, facts, filters), []
        if question:
            library, params = self.library(), wishes["params"] or {}
            return subject.asked(self.engine, question, params, filters, exact=exact, library=library)
        places = [self._resolved(name, exact=exact) for name in path or names]
        remarks = on_names(places)
        if path:
            rules = Rules(wishes["with_events"], wishes["no_places"], wishes["through_countries"])
            choice, apart = subject.between(
                self.engine, places[0], places[1], filters, exact=exact, rules=rules, everything=wishes["everything"]
            )
            return choice, remarks + apart
        if names:
            return subject.neighbourhood(self.engine, places, wishes["depth"], filters, exact=exact), remarks
        return subject.whole(filters), remarks

    def _drawn(
        self, choice: "Choice", remarks: list[Remark], filters: Filters, wishes: Wishes, command: str
    ) -> "Picture":
        from bycn.pictures import MOST_ENTITIES
        from bycn.pictures.layout import lay_out
        from bycn.pictures.look import look_of
        from bycn.pictures.measures import restyled
        from bycn.pictures.phrases import in_each
        from bycn.pictures.picture import Picture
        from bycn.pictures.regions import regions_of
        from bycn.pictures.subject import BY_REGION, collect

        by, measure, layout = wishes["by"], wishes["measure"], wishes["layout"]
        size, color, labels = wishes["size"], wishes["color"], wishes["labels"]
        look = look_of(wishes["languages"], wishes["width"], wishes["scale"], is_grey=wishes["grey"])
        if wishes["title"]:
            choice = choice._replace(title=wishes["title"])
        is_whole = choice.facts is None and not layout and (size, color, labels) == ("facts", "country", None)
        by_region = by == "region" or (by is None and (measure is not None or is_whole))
        most = None if wishes["everything"] or by_region else MOST_ENTITIES
        subject = collect(self.engine, choice, filters, most=most, measure=measure, look=look)
        regions = None
        if by_region:
            subtitle = in_each([BY_REGION], look, {}, filters, measure) if choice.facts is None else subject.subtitle
            regions = regions_of(subject, subtitle, look, measure)
            if not regions.cells:
                apart = ["no tie joins two regions here: entities are drawn"] if by or measure else []
                return self._drawn(choice, [*remarks, *apart], filters, {**wishes, "by": "entity"}, command)
        remarks = [*remarks, *subject.remarks, *self._without_time(filters)]
        if not (subject.facts or any(isinstance(remark, Said) for remark in remarks)):
            remarks.append("the picture is empty: no fact fits")
        named = None if labels is None else {self._resolved(name, exact=True).id for name in labels}
        drawing = restyled(lay_out(subject, layout, look), size, color, named)
        picture = Picture(drawing, remarks, regions=regions, command=command)
        remarks += [*picture.unnamed(), *picture.misfits()]
        return picture


def _command(names: tuple[str, ...], wishes: Wishes, filters: Words, opened_by: Mapping[str, object]) -> str:
    """What somebody types to draw the same: what isn't left at its default."""
    from bycn.pictures.look import look_of
    from bycn.pictures.recipe import command

    width, look = wishes["width"], look_of(wishes["languages"], None, wishes["scale"], is_grey=wishes["grey"])
    typed = {"languages": ",".join(look.languages), "width": width and f"{width:g}mm"}
    given = {"names": names, **wishes, **typed, **filters}
    defaults = {name: parameter.default for name, parameter in signature(Pictures.draw).parameters.items()}
    asked = {name: value for name, value in given.items() if value != defaults.get(name)}
    return command({**asked, **opened_by})
