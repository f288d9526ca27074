"""`bycn sources`."""

from typing import TYPE_CHECKING

import click

from bycn.command import Command
from bycn.completion.candidates import sources
from bycn.options import answering, examples, filter_options

if TYPE_CHECKING:
    from bycn.keyword_filters import Words
    from bycn.notebook import OpenGraph
    from bycn.queries.answers import Answer


@click.command(
    "sources",
    cls=Command,
    epilog=examples(
        "bycn sources",
        "bycn sources fn-16",
        "bycn sources zalesskij-2024/fn-22 --type AGREEMENT",
    ),
)
@click.argument("id_", required=False, metavar="[ID]", shell_complete=sources)
@click.option("--open", "to_open", is_flag=True, help="Open the address of source ID in the browser.")
@filter_options
@answering
def command(graph: "OpenGraph", id_: str | None, *, to_open: bool, filters: "Words") -> "Answer":
    """List the sources with the number of facts that cite each, or the facts that rest on one."""
    answer = graph.sources(id_, **filters)
    if to_open:
        _open(answer)
    return answer


def _open(answer: "Answer") -> None:
    """Show the address of the one source that was asked for."""
    from bycn.queries.lookups import sources_by_id

    if answer.about is None or answer.engine is None:
        raise click.UsageError("--open needs the ID of a source")
    [source] = sources_by_id(answer.engine, [answer.about])
    if not str(source.get("address") or "").startswith(("http://", "https://")):
        raise click.UsageError(f"{answer.about} has no address")
    click.launch(source["address"])
