"""`bycn draw`."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bycn.atomic_write import write_bytes
from bycn.command import Command
from bycn.completion import candidates
from bycn.completion.names import entity_names
from bycn.options import examples, filter_options, on_graph, parameters_option, queries_option
from bycn.output import tell
from bycn.parameter_types import WordParameter
from bycn.pictures import COLOURS, LAYOUTS, MOST_ENTITIES, SIZES
from bycn.pictures.forms import FORMS, form_of
from bycn.pictures.look import SCALES
from bycn.pictures.printing import DPI
from bycn.queries.neighbours import DEPTH
from bycn.spelling import as_option

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph


class _Millimetres(click.ParamType[float]):
    """A width in print."""

    name = "width"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        matched = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(mm|cm|in)?\s*", str(value))
        if not matched:
            self.fail(f"'{value}' is not a width; write 85mm, 8.5cm or 3.35in", param, ctx)
        return float(matched[1]) * {"mm": 1.0, "cm": 10.0, "in": 25.4}[matched[2] or "mm"]


_RULES = ("with_events", "no_places", "through_countries")
MILLIMETRES = _Millimetres()


@click.command(
    "draw",
    cls=Command,
    epilog=examples(
        "bycn draw -o cooperation.html",
        "bycn draw --path Orsha Shandong -o path.svg",
        "bycn draw Vitebsk --width 85mm --languages zh -o vitebsk.pdf",
    ),
)
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=entity_names)
@click.option(
    "--depth", type=click.IntRange(1, 6), default=DEPTH, show_default=True, help="How many steps around NAME."
)
@click.option(
    "--path",
    "ends",
    nargs=2,
    metavar="A B",
    shell_complete=entity_names,
    help="The shortest paths between two entities.",
)
@click.option("--with-events", is_flag=True, help="Let a path run through events and memberships.")
@click.option("--no-places", is_flag=True, help="Don't let a path run through a place that two of it share.")
@click.option("--through-countries", is_flag=True, help="Let a path run through Belarus and China themselves.")
@click.option(
    "--question",
    metavar="QUESTION",
    shell_complete=candidates.questions,
    help="The facts in the rows of a canned question.",
)
@parameters_option("A parameter of the question.", shell_complete=candidates.parameters)
@click.option("--exact", is_flag=True, help="A bare city name is the city, not its region; nothing inside is drawn.")
@click.option("--by", type=WordParameter(["region", "entity"]), help="Regions as matrix and ribbons, or each entity.")
@click.option("--measure", type=WordParameter(["export", "import", "turnover"]), help="Draw such trade flows alone.")
@click.option("--layout", type=WordParameter(LAYOUTS), help="How to arrange; paths by hop, else two-sides.")
@click.option("--all", "everything", is_flag=True, help=f"Draw more than {MOST_ENTITIES} entities, too.")
@click.option("--title", help="A heading of your own.")
@click.option("--languages", default="en", show_default=True, metavar="CODE[,CODE]", help="en, be, ru, zh, fr.")
@click.option("--width", type=MILLIMETRES, metavar="85mm", help="Lay out for print of this width, type 7 pt or more.")
@click.option("--grey", is_flag=True, help="Countries and types apart in grey.")
@click.option("--scale", type=WordParameter(SCALES), default="root", show_default=True, help="How widths show amounts.")
@click.option("--size", type=WordParameter(SIZES), default="facts", show_default=True, help="What nodes' size says.")
@click.option("--color", type=WordParameter(COLOURS), default="country", show_default=True, help="What colours say.")
@click.option(
    "--labels",
    multiple=True,
    metavar="NAME",
    shell_complete=entity_names,
    help="Name only these entities; repeat it.",
)
@click.option("--dpi", type=click.IntRange(50, 1200), default=DPI, show_default=True, help="The resolution of a PNG.")
@click.option("--caption", is_flag=True, help="Also write the caption and sources to a text file next to FILE.")
@click.option("--format", "form", type=WordParameter(FORMS), help="How to write to stdout; html unless given.")
@click.option(
    "-o",
    "--output",
    "path",
    required=True,
    metavar="FILE",
    shell_complete=candidates.a_file,
    help="Named .html, .svg, .png or .pdf; - is stdout.",
)
@click.option("--force", is_flag=True, help="Overwrite FILE where it exists.")
@click.option("--open", "show", is_flag=True, help="Show the picture in the browser.")
@filter_options
@queries_option
@on_graph
def command(
    graph: "OpenGraph",
    *,
    names: tuple[str, ...],
    ends: tuple[str, str] | None,
    question: str | None,
    params: dict[str, str],
    labels: tuple[str, ...],
    dpi: int,
    caption: bool,
    form: str | None,
    path: str,
    force: bool,
    show: bool,
    filters: "Words",
    **wishes: Any,
) -> None:
    """Draw the network: the whole graph by region, what is around each NAME, paths, or the facts of a question."""
    form = form_of(path, form) if path != "-" else form or "html"
    if sum(map(bool, (names, ends, question))) > 1:
        raise click.UsageError("draw what is around NAME, or --path, or --question: one of them")
    if not ends and (rule := next((r for r in _RULES if wishes[r]), None)):
        raise click.UsageError(f"{as_option(rule)} is about a --path")
    if params and not question:
        raise click.UsageError("-p is a parameter of a --question")
    if caption and path == "-":
        raise click.UsageError("a --caption is written next to a FILE")
    picture = graph.draw(
        *names,
        path=ends,
        question=question,
        params=params,
        labels=labels or None,
        **wishes,
        **filters,
    )
    write_bytes(picture.written(form, dpi=dpi), path, force=force)
    if caption:
        write_bytes(picture.caption_of(form, dpi).encode(), str(Path(path).with_suffix(".txt")), force=force)
    tell(picture.remarks)
    if show and path != "-":
        click.launch(path)
