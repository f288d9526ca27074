"""`bycn draw`."""

from typing import TYPE_CHECKING, Any

import click

from bycn.completion.names import entity_names
from bycn.options import data_options, engine_from, examples, filter_options, filters_from
from bycn.output import say
from bycn.pictures import LAYOUTS, MOST_ENTITIES
from bycn.pictures.forms import FORMS, form_of, written
from bycn.remarks import place_of, time_remarks

if TYPE_CHECKING:
    from bycn.loaders.engine import Engine
    from bycn.pictures.selecting import Choice
    from bycn.queries.filters import Filters


@click.command(
    "draw",
    epilog=examples(
        "bycn draw -o cooperation.html",
        "bycn draw Vitebsk --only-signed -o vitebsk.html",
        "bycn draw --path Orsha Shandong -o path.svg",
    ),
)
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=entity_names)
@click.option("--depth", type=click.IntRange(1, 6), default=1, show_default=True, help="How many steps around NAME.")
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
@data_options
def command(
    *,
    form: str | None,
    path: str,
    force: bool,
    show: bool,
    layout: str | None,
    everything: bool,
    title: str | None,
    **options: Any,
) -> None:
    """Draw the network: the whole graph, what is around each NAME, paths, or the facts of a question."""
    from bycn.files import write_lines
    from bycn.pictures.layout import lay_out
    from bycn.pictures.selecting import collect

    form = form_of(path, form) if path != "-" else form or "html"
    filters = filters_from(options)
    with engine_from(options) as engine:
        choice, remarks = _choice(engine, filters, options)
        if title:
            choice = choice._replace(title=title)
        subject = collect(engine, choice, filters, most=None if everything else MOST_ENTITIES)
        remarks += [*subject.remarks, *time_remarks(engine, filters)]
    drawing = lay_out(subject, layout)
    write_lines([written(drawing, form)], path, force=force)
    for remark in remarks:
        say(remark)
    if not subject.facts:
        say("the picture is empty: no fact fits")
    if show and path != "-":
        click.launch(path)


def _choice(engine: "Engine", filters: "Filters", options: dict[str, Any]) -> "tuple[Choice, list[str]]":
    from bycn.pictures import selecting

    names, ends, question = options["names"], options["ends"], options["question"]
    if sum(map(bool, (names, ends, question))) > 1:
        raise click.UsageError("draw what is around NAME, or --path, or --question: one of them")
    if options["parameters"] and not question:
        raise click.UsageError("-p is a parameter of a --question")
    exact = options["exact"]
    if names:
        places = [place_of(engine, name, exact=exact) for name in names]
        return selecting.neighbourhood(engine, places, options["depth"], filters, exact=exact), []
    if ends:
        first, last = (place_of(engine, name, exact=exact) for name in ends)
        return selecting.between(engine, first, last, filters), []
    if question:
        return selecting.asked(engine, question, _pairs(options["parameters"]), filters, exact=exact)
    return selecting.whole(filters), []


def _pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    for parameter in parameters:
        if "=" not in parameter:
            raise click.BadParameter(f"'{parameter}' is no KEY=VALUE", param_hint="-p")
    return dict(parameter.split("=", 1) for parameter in parameters)
