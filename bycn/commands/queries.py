"""`bycn queries`: the canned questions."""

from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from bycn.options import (
    data_options,
    engine_from,
    examples,
    filter_options,
    filters_from,
    output_options,
)
from bycn.output import print_answer, say
from bycn.queries.library import SUBJECTS, VARIABLE, Library
from bycn.remarks import time_remarks
from bycn.terminal import give

COLUMNS = ("name", "question", "parameters")

_folder = click.option(
    "--queries",
    "folder",
    type=click.Path(path_type=Path),
    envvar=VARIABLE,
    show_envvar=True,
    metavar="DIR",
    help="Questions of your own, a folder of .cypher files, joined to the shipped ones.",
)
_parameters = click.option(
    "-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; entities by any name."
)
_exact = click.option("--exact", is_flag=True, help="A bare city name is the city, not its region.")


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


@command.command("list", epilog=examples("bycn queries list", "bycn queries list trade"))
@click.argument("subject", required=False, type=click.Choice(list(SUBJECTS)), metavar="[SUBJECT]")
@_folder
@output_options
def list_(subject: str | None, *, folder: Path | None, format_: str | None) -> None:
    """The questions, or those of a subject such as connections, twinnings, agreements or trade."""
    from bycn.queries.answers import Answer

    library = Library(folder)
    questions = [library.find(name) for name in library.names(subject)]
    rows = [(q.name, q.header.question, [p.name for p in q.header.parameters]) for q in questions]
    print_answer(Answer(COLUMNS, rows), format_)


@command.command(
    "show",
    epilog=examples(
        "bycn queries show twinnings/of_place",
        "bycn queries show twinnings/of_place --params -p entity=Vitebsk",
    ),
)
@_name
@click.option("--params", "as_lines", is_flag=True, help="The :param lines that make it run in Neo4j Browser.")
@_parameters
@_folder
@_exact
@filter_options
@data_options
def show(
    name: str, *, as_lines: bool, given: tuple[str, ...], folder: Path | None, exact: bool, **options: Any
) -> None:
    """The text of a question with the values in it, ready to be pasted; with --params the lines that set these."""
    from bycn.queries.library import bound
    from bycn.queries.literals import param_lines, with_values

    question = Library(folder).find(name)
    filters = filters_from(options)
    with engine_from(options) as engine:
        text, values, remarks = bound(engine, question, _read(given), filters=filters, exact=exact)
    give("\n".join(param_lines(values)) if as_lines else with_values(text, values).rstrip("\n"))
    for remark in remarks:
        say(remark)


@command.command(
    "run",
    epilog=examples(
        "bycn queries run twinnings/of_place -p entity=Vitebsk",
        "bycn queries run time/new_in_year -p year=2023 --type AGREEMENT",
    ),
)
@_name
@_parameters
@_folder
@_exact
@filter_options
@data_options
@output_options
def run(
    name: str, *, given: tuple[str, ...], folder: Path | None, exact: bool, format_: str | None, **options: Any
) -> None:
    """The answer to a question."""
    from bycn.queries.library import ask

    filters = filters_from(options)
    with engine_from(options) as engine:
        answer = ask(engine, name, filters=filters, exact=exact, library=Library(folder), **_read(given))
        answer.remarks.extend(time_remarks(engine, filters))
    print_answer(answer, format_)
    if not answer.rows:
        say("no rows")


def _read(given: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not (name and equals):
            raise click.BadParameter(f"'{text}' has no value; write NAME=VALUE", param_hint="-p")
        values[name] = value
    return values
