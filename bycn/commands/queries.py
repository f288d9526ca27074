"""`bycn queries`: the canned questions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from bycn.command import Command
from bycn.completion.values import parameters
from bycn.options import answering, exact_option, examples, filter_options, on_graph, output_options, queries_option
from bycn.output import Output, print_answer, tell
from bycn.queries.library import SUBJECTS, Library, listed
from bycn.terminal import give

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer

_parameters = click.option(
    "-p",
    "--param",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    shell_complete=parameters,
    help="A parameter; entities by any name.",
)


def _complete(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    names = Library(ctx.params.get("folder")).names()
    return [CompletionItem(name) for name in names if incomplete in name]


_name = click.argument("name", metavar="NAME", shell_complete=_complete)


@click.group(
    "queries",
    epilog=examples(
        "bycn queries list twinnings",
        "bycn queries show twinnings/of_place --params -p entity=Vitebsk",
        "bycn queries run agreements/between -p first=Vitebsk -p second=Shandong",
    ),
)
def command() -> None:
    """The canned questions: list them, show one with its parameters, run one."""


@command.command("list", cls=Command, epilog=examples("bycn queries list", "bycn queries list trade"))
@click.argument("subject", required=False, type=click.Choice(list(SUBJECTS)), metavar="[SUBJECT]")
@queries_option
@output_options
def list_(subject: str | None, *, folder: Path | None, output: Output) -> None:
    """The questions, or those of a subject such as connections, twinnings, agreements or trade."""
    print_answer(listed(Library(folder), subject), output)


@command.command(
    "show",
    cls=Command,
    epilog=examples(
        "bycn queries show twinnings/of_place",
        "bycn queries show twinnings/of_place --params -p entity=Vitebsk",
    ),
)
@_name
@click.option("--params", "as_lines", is_flag=True, help="The :param lines that make it run in Neo4j Browser.")
@_parameters
@queries_option
@exact_option
@filter_options
@on_graph
def show(
    graph: "OpenGraph", name: str, *, as_lines: bool, given: tuple[str, ...], exact: bool, filters: "Words"
) -> None:
    """The text of a question with the values in it, ready to be pasted; with --params the lines that set these."""
    from bycn.queries.literals import param_lines, with_values

    text, values, remarks = graph.cypher(name, _read(given), exact=exact, **filters)
    give("\n".join(param_lines(values)) if as_lines else with_values(text, values).rstrip("\n"))
    tell(remarks)


@command.command(
    "run",
    cls=Command,
    epilog=examples(
        "bycn queries run twinnings/of_place -p entity=Vitebsk",
        "bycn queries run time/new_in_year -p year=2023 --type AGREEMENT",
    ),
)
@_name
@_parameters
@queries_option
@exact_option
@filter_options
@answering
def run(graph: "OpenGraph", name: str, *, given: tuple[str, ...], exact: bool, filters: "Words") -> "Answer":
    """The answer to a question."""
    return graph.ask(name, _read(given), exact=exact, **filters)


def _read(given: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not (name and equals):
            raise click.BadParameter(f"'{text}' has no value; write NAME=VALUE", param_hint="-p")
        values[name] = value
    return values
