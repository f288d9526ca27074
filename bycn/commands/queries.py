"""`bycn queries`: the canned questions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from bycn.command import Group
from bycn.completion.candidates import parameters, questions
from bycn.options import (
    answering,
    exact_option,
    examples,
    filter_options,
    on_graph,
    output_options,
    parameters_option,
    queries_option,
)
from bycn.output import Output, print_answer, tell
from bycn.queries.library import SUBJECTS, Library, listed, subjects
from bycn.terminal import give, say

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer

_parameters = parameters_option("A parameter; entities by any name.", shell_complete=parameters)


def _complete_subject(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(subject) for subject in SUBJECTS if subject.startswith(incomplete)]


_name = click.argument("name", metavar="NAME", shell_complete=questions)


@click.group(
    "queries",
    cls=Group,
    epilog=examples(
        "bycn queries list twinnings",
        "bycn queries show twinnings/of_place --params -p entity=Vitebsk",
        "bycn queries run agreements/between -p first=Vitebsk -p second=Shandong",
    ),
)
def command() -> None:
    """The canned questions: list and find them, show one with its values, run one, export all."""


@command.command("list", epilog=examples("bycn queries list", "bycn queries list trade"))
@click.argument("subject", required=False, metavar="[SUBJECT]", shell_complete=_complete_subject)
@queries_option
@output_options
def list_(subject: str | None, *, folder: Path | None, output: Output) -> None:
    """The questions, or those of a subject such as connections, twinnings, agreements or trade.

    On a terminal, without a subject, the subjects with how many questions they have.
    """
    library = Library(folder)
    if subject is None and output.form == "table":
        print_answer(subjects(library), output)
        say("bycn queries list SUBJECT names the questions; bycn queries find WORDS finds some")
    else:
        print_answer(listed(library, subject), output)


@command.command("find", epilog=examples("bycn queries find sister cities", "bycn queries find timber"))
@click.argument("words", nargs=-1, required=True)
@queries_option
@output_options
def find(words: tuple[str, ...], *, folder: Path | None, output: Output) -> None:
    """Questions by words of their title, question, columns or subject, the nearest first."""
    from bycn.queries.finding import find as found

    answer = found(Library(folder), " ".join(words))
    print_answer(answer, output)
    if not answer.rows:
        say(f"no question is about {' '.join(words)}; queries list names all")


@command.command("export", epilog=examples("bycn queries export my-scripts"))
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace what an earlier export wrote there.")
@queries_option
@on_graph
def export(graph: "OpenGraph", directory: Path, *, force: bool) -> None:
    """All questions as files for Neo4j Browser's saved scripts, with their defaults in place, and a style for it."""
    graph.export_queries(directory, force=force)
    say(f"{directory}: drop the .cypher files into Neo4j Browser's saved scripts, and browser.grass onto its :style")


@command.command(
    "show",
    epilog=examples(
        "bycn queries show twinnings/of_place",
        "bycn queries show twinnings/of_place --params -p entity=Vitebsk",
    ),
)
@_name
@click.option("--params", "as_lines", is_flag=True, help="The :param lines that make it run in Neo4j Browser.")
@click.option("--as-written", is_flag=True, help="The text with its parameters, which the :param lines set.")
@_parameters
@queries_option
@exact_option
@filter_options
@on_graph
def show(
    graph: "OpenGraph",
    name: str,
    *,
    as_lines: bool,
    as_written: bool,
    params: dict[str, str],
    exact: bool,
    filters: "Words",
) -> None:
    """The text of a question with the values in it, ready to be pasted; with --params the lines that set these."""
    from bycn.queries.literals import one_paste, param_lines

    text, values, remarks, names = graph.cypher(name, params, exact=exact, **filters)
    if as_lines or as_written:
        give("\n".join([*(param_lines(values) if as_lines else ()), *([one_paste(text, {})] if as_written else ())]))
    else:
        give(one_paste(text, values, names))
    tell(remarks)


@command.command(
    "run",
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
def run(graph: "OpenGraph", name: str, *, params: dict[str, str], exact: bool, filters: "Words") -> "Answer":
    """The answer to a question."""
    return graph.ask(name, params, exact=exact, **filters)
