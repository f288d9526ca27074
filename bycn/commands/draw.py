"""`bycn draw`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.names import entity_names
from bycn.options import examples, filter_options, on_graph
from bycn.output import tell
from bycn.pictures import LAYOUTS, MOST_ENTITIES
from bycn.pictures.forms import FORMS, form_of, written
from bycn.queries.neighbours import DEPTH

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph


@click.command(
    "draw",
    cls=Command,
    epilog=examples(
        "bycn draw -o cooperation.html",
        "bycn draw Vitebsk --only-signed -o vitebsk.html",
        "bycn draw --path Orsha Shandong -o path.svg",
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
@click.option("--question", metavar="QUESTION", help="The facts in the rows of a canned question.")
@click.option("-p", "--param", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter of the question.")
@click.option("--exact", is_flag=True, help="A bare city name is the city, not its region; nothing inside is drawn.")
@click.option("--layout", type=click.Choice(LAYOUTS), help="How to arrange; by size unless given.")
@click.option("--all", "everything", is_flag=True, help=f"Draw more than {MOST_ENTITIES} entities, too.")
@click.option("--title", help="A heading of your own.")
@click.option("--format", "form", type=click.Choice(FORMS), help="How to write to stdout; html unless given.")
@click.option("-o", "--output", "path", required=True, metavar="FILE", help="Named .html or .svg; - is stdout.")
@click.option("--force", is_flag=True, help="Overwrite FILE where it exists.")
@click.option("--open", "show", is_flag=True, help="Show the picture in the browser.")
@filter_options
@on_graph
def command(
    graph: "OpenGraph",
    *,
    names: tuple[str, ...],
    depth: int,
    ends: tuple[str, str] | None,
    question: str | None,
    parameters: tuple[str, ...],
    exact: bool,
    layout: str | None,
    everything: bool,
    title: str | None,
    form: str | None,
    path: str,
    force: bool,
    show: bool,
    filters: "Words",
) -> None:
    """Draw the network: the whole graph, what is around each NAME, paths, or the facts of a question."""
    from bycn.atomic_write import write_lines

    form = form_of(path, form) if path != "-" else form or "html"
    if sum(map(bool, (names, ends, question))) > 1:
        raise click.UsageError("draw what is around NAME, or --path, or --question: one of them")
    if parameters and not question:
        raise click.UsageError("-p is a parameter of a --question")
    picture = graph.draw(
        *names,
        depth=depth,
        path=ends,
        question=question,
        params=_pairs(parameters),
        exact=exact,
        layout=layout,
        everything=everything,
        title=title,
        **filters,
    )
    write_lines([written(picture.drawing, form)], path, force=force)
    tell(picture.remarks)
    if show and path != "-":
        click.launch(path)


def _pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    for parameter in parameters:
        if "=" not in parameter:
            raise click.BadParameter(f"'{parameter}' is no KEY=VALUE", param_hint="-p")
    return dict(parameter.split("=", 1) for parameter in parameters)
