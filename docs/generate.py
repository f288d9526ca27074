"""Writes the documents that are made from the model and the tables. `python docs/generate.py` after a change of either."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from textwrap import shorten

sys.path.insert(0, str(Path(__file__).parents[1]))  # the checkout's own tables, not those of an installed version

import click

from bycn.cli import COMMANDS, cli
from bycn.graph_model.entities import ENTITY_TYPES, Entity
from bycn.graph_model.evidence import Document, Source
from bycn.graph_model.facts import FACT_TYPES, Fact
from bycn.graph_model.fields import columns
from bycn.graph_model.graph import Graph
from bycn.graph_model.ids import work_of
from bycn.graph_model.vocabulary import LANGUAGES
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.selection import DATASETS, Selection
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.data_package import DESCRIPTION, describe_folder
from bycn.queries import (
    between,
    bridges,
    centrality,
    communities,
    connecting,
    connections,
    evidence,
    neighbours,
    overview,
    timeline,
    trade,
)
from bycn.queries.library import DRAWN, SUBJECTS, Library, ask
from bycn.queries.question import Question

DOCS = Path(__file__).parent
TITLES = {
    "cow_trade": "Belarus–China trade, 1992–2014, by the Correlates of War Project Trade Data Set",
    "divisions": "Belarus–China cooperation: countries and first-level divisions",
    "public_pages": "Belarus–China cooperation: twin ties, trade, universities and the park by public pages of record",
    "zalesskij_2024": "Belarus–China cooperation: the facts of B. Zalesskij's book (2024)",
}
"""The datasets that ship with a description for other programs."""
WIDTH = 100
"""Of the help in the reference of the commands."""
SHOWN, LISTED, CELL = 5, 3, 120
"""How much of an answer is shown: rows, items of a list, characters of a cell."""
CHAPTERS = {
    "zalesskij-2024": {
        "c1": "1. Regions",
        "c2": "2. The exchange",
        "c3": "3. Universities",
        "c4": "4. Detailed plans",
        "c5": "5. Science and technology",
    }
}
"""The chapters of the works that have some, by how the ids of their facts go on behind the work's own."""
REFERENCE = "reference"


ROWS: dict[str, tuple[str, ...]] = {
    "connections Vitebsk": connections.SUMMARY,
    "connections Vitebsk --facts": connections.FACTS,
    "neighbours Orsha": neighbours.COLUMNS,
    "between Vitebsk Jinan": between.COLUMNS,
    "path Vitebsk Jinan": connecting.COLUMNS,
    "trade Brest": trade.COLUMNS,
    "timeline Orsha": timeline.COLUMNS,
    "show Orsha": overview.SHOW,
    "show c1-123": overview.SHOW_FACT,
    "search stone": overview.SEARCH,
    "stats": overview.STATS,
    "sources": evidence.SOURCES,
    "sources fn-16": evidence.FACTS,
    "central": centrality.COLUMNS,
    "communities": communities.GROUPS,
    "communities --members": communities.MEMBERS,
    "components": communities.GROUPS,
    "bridges": bridges.COLUMNS,
}
"""The columns of the rows that commands give, by an example of each."""


def readme() -> str:
    """The README with what its console commands print now."""
    text = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        return re.sub(
            r"```console\n(.*?)```", lambda block: f"```console\n{_replay(block[1], folder)}```", text, flags=re.DOTALL
        )


_CUT = "\n\n…\n\n"
"""Between the paragraphs at the beginning of an output, as many as the README shows, and the last, which names the sources."""


def _replay(block: str, folder: str) -> str:
    commands = re.findall(r"^\$ bycn (.*)$", block, re.MULTILINE)
    said = "".join(f"$ bycn {command}\n{_output_of(command, folder)}" for command in commands)
    begin, cut, _ = block.partition(_CUT)
    if not cut:
        return said
    paragraphs = said.split("\n\n")
    return "\n\n".join(paragraphs[: begin.count("\n\n") + 1]) + _CUT + paragraphs[-1]


def _output_of(command: str, folder: str) -> str:
    program = [sys.executable, "-c", "from bycn.cli import main; main()", *shlex.split(command)]
    environment = os.environ | {"PYTHONPATH": str(DOCS.parent), "COLUMNS": "100"}
    return subprocess.run(
        program, cwd=folder, env=environment, capture_output=True, check=True, encoding="utf-8"
    ).stdout


def importing() -> str:
    """The how-tos of imports: their files written, their commands typed, with all that these say."""
    text = (DOCS / "importing.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in re.findall(r"`([\w.]+\.csv)`[^`]*:\n\n```\n(.*?)```", text, flags=re.DOTALL):
            (Path(folder) / name).write_text(content, encoding="utf-8")
        return re.sub(
            r"```console\n\$ bycn (.*?)\n.*?```",
            lambda block: f"```console\n$ bycn {block[1]}\n{_all_said(block[1], folder)}```",
            text,
            flags=re.DOTALL,
        )


def _all_said(command: str, folder: str) -> str:
    program = [sys.executable, "-c", "from bycn.cli import main; main()", *shlex.split(command)]
    environment = os.environ | {"PYTHONPATH": str(DOCS.parent), "BYCN_CACHE": folder}
    said = subprocess.run(program, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")
    return said.stdout + said.stderr


def data_report(graph: Graph) -> str:
    """What the dataset holds, what is doubtful in it, and what was left out."""
    facts = sorted(graph.facts.values(), key=lambda fact: fact.id)
    read = [fact for fact in facts if fact.certainty == "read"]
    doubtful = [fact for fact in read if work_of(fact.id) != REFERENCE]
    seats = [fact for fact in read if work_of(fact.id) == REFERENCE]
    used = {source for fact in facts for source in fact.sources}
    footnotes = [source for source in graph.sources.values() if source.number]
    silent = [source for source in footnotes if source.id not in used]
    return "\n".join(
        (
            (DOCS / "data-conventions.md").read_text(encoding="utf-8"),
            "## What it holds",
            "",
            f"{len(graph.entities):,} entities, {len(facts):,} facts, {len(graph.sources):,} sources.",
            "",
            *_table(("work", "chapter", *FACT_TYPES, "all"), _by_chapter(facts)),
            "",
            *_table(("entities", "Belarus", "China", "joint"), _by_country(graph.entities.values())),
            "",
            "## Passages that disagree",
            "",
            "Both stand; each names the other in `disagrees_with`.",
            "",
            *_table(
                ("fact", "says", "against"),
                ((f"`{f.id}`", f.title, ", ".join(f.disagrees_with)) for f in facts if f.disagrees_with),
            ),
            "",
            "## Footnotes without a fact",
            "",
            *(
                [f"- `{source.id}`: {source.title}" for source in silent]
                or [f"None: each of the {len(footnotes)} carries at least one."]
            ),
            "",
            f"## Doubtful readings ({len(doubtful)})",
            "",
            "Facts that rest on a passage which had to be interpreted (`certainty: read`), and why.",
            *_doubts_by_work(graph, doubtful),
            "",
            f"## Seats that were inferred ({len(seats)})",
            "",
            "No work told of here tells them, and what was looked up tells them only by what it takes for granted.",
            "",
            *_doubts("looked up in", seats),
            "",
            "## Names that had to be resolved",
            "",
            *_table(
                ("entity", "name", "how"),
                ((f"`{e.id}`", e.name, e.note) for e in sorted(graph.entities.values(), key=lambda e: e.id) if e.note),
            ),
            "",
            (DOCS / "data-left-out.md").read_text(encoding="utf-8"),
            *_table(("entities", "in all", *LANGUAGES.values()), _nameless(graph.entities.values())),
            "",
        )
    )


def _doubts(place: str, facts: list[Fact]) -> Iterator[str]:
    rows = ((f"`{fact.id}`", ", ".join(fact.locator), fact.title, fact.note or "") for fact in facts)
    return _table(("fact", place, "says", "why"), rows)


def _doubts_by_work(graph: Graph, facts: list[Fact]) -> Iterator[str]:
    for work in sorted({work_of(fact.id) for fact in facts}):
        title = f"{graph.sources[work].title} (`{work}`)" if work in graph.sources else f"`{work}`"
        yield from ("", f"### {title}", "")
        yield from _doubts("passage", [fact for fact in facts if work_of(fact.id) == work])


def _chapter(fact: Fact) -> str:
    """The chapter that a fact's id tells, empty where its work has none."""
    chapters = CHAPTERS.get(work_of(fact.id), {})
    return chapters.get(fact.id.partition("/")[2].partition("-")[0], "")


def _by_chapter(facts: list[Fact]) -> Iterator[tuple[object, ...]]:
    """A row for each chapter, or for a work without any, the works of reference last."""
    counts = Counter((work_of(fact.id), _chapter(fact), fact.type) for fact in facts)
    for work, chapter in sorted({key[:2] for key in counts}, key=lambda place: (place[0] == REFERENCE, place)):
        row = [counts[work, chapter, type_] for type_ in FACT_TYPES]
        yield (f"`{work}`", chapter, *row, sum(row))
    totals = [sum(fact.type == type_ for fact in facts) for type_ in FACT_TYPES]
    yield ("all", "", *totals, sum(totals))


def _by_country(entities: Iterable[Entity]) -> Iterator[tuple[object, ...]]:
    counts = Counter((entity.type, entity.country) for entity in entities)
    for type_ in ENTITY_TYPES:
        yield (type_, counts[type_, "BY"], counts[type_, "CN"], counts[type_, "XX"])


def _nameless(entities: Iterable[Entity]) -> Iterator[tuple[object, ...]]:
    """How many entities of each type have no name in a language."""
    everybody = list(entities)
    for type_ in ENTITY_TYPES:
        alike = [entity for entity in everybody if entity.type == type_]
        yield (type_, len(alike), *(sum(not getattr(one, f"names_{code}") for one in alike) for code in LANGUAGES))


def model_reference() -> str:
    """The types with their columns, which are their properties."""
    parts = [
        "# The model",
        "",
        "Made from the classes of `graph_model`. Each column of a table is a property in the graph; dates have their first and",
        "last day beside them (`date_start`, `date_end`). Lists are joined by `|` in tables.",
        "",
        (DOCS / "names-conventions.md").read_text(encoding="utf-8"),
        (DOCS / "graph-conventions.md").read_text(encoding="utf-8"),
        "## Entities",
        "",
        "In a graph database each has two labels: `Entity` and its own.",
        "",
        *_columns_of(Entity),
    ]
    for name, entity_class in ENTITY_TYPES.items():
        own = [c for c in columns(entity_class) if c.name not in {column.name for column in columns(Entity)}]
        parts += ["", f"### {entity_class.label} (`{name}`)", "", entity_class.__doc__ or "", ""]
        parts += _table(("column", "holds", "meaning"), ((c.name, c.kind, c.meaning) for c in own)) if own else []
    parts += ["", "## Facts", "", "Relationships. All have these columns:", "", *_columns_of(Fact)]
    for name, fact_class in FACT_TYPES.items():
        own = [c for c in columns(fact_class) if c.name not in {column.name for column in columns(Fact)}]
        parts += ["", f"### {name}", "", fact_class.__doc__ or "", ""]
        parts += [f"From {_listed(fact_class.from_types)} to {_listed(fact_class.to_types)}.", ""]
        parts += _table(("column", "holds", "meaning"), ((c.name, _holds(c), c.meaning) for c in own)) if own else []
    parts += ["", "## Sources", "", *_columns_of(Source), "", "## Documents", "", *_columns_of(Document), ""]
    return "\n".join(parts)


def command_reference() -> str:
    """What the help of each command says."""
    top = click.Context(cli, info_name="bycn", max_content_width=WIDTH, terminal_width=WIDTH, **cli.context_settings)
    parts = ["# Commands", "", "What `bycn COMMAND --help` says; made by `python docs/generate.py`.", ""]
    parts += [f"- [`{name}`](#bycn-{name}): {what}" for name, what in COMMANDS.items()]
    parts += [
        "",
        "## Rows",
        "",
        "What a pipe and every `--format` but `table` give: numbers are numbers, with `currency`, `unit` and qualifier next to them,",
        "lists are lists, ids are whole. `--columns`, `--sort` and `--limit` choose among them. `through` of `connections` lists",
        "pairs: in JSON each is an object with `near`, `far`, `near_id` and `far_id`, in text the two names.",
        "",
        *_table(("command", "columns"), ((f"`bycn {asked}`", ", ".join(names)) for asked, names in ROWS.items())),
    ]
    parts += _help_of(top, "##")
    return "\n".join(parts)


def _help_of(context: click.Context, heading: str) -> list[str]:
    told = [line.rstrip() for line in context.get_help().splitlines()]
    parts = ["", f"{heading} {context.command_path}", "", "```", *told, "```"]
    group = context.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            inner = click.Context(command, info_name=name, parent=context)
            parts += _help_of(inner, "##" if context.parent is None else "###")
    return parts if context.parent else [*parts, ""]


def question_reference() -> str:
    """The canned questions, as their headers tell of them, each with the first rows of its answer."""
    library = Library.shipped()
    shipped = {subject: [library.find(name) for name in library.names(subject)] for subject in SUBJECTS}
    parts = [
        "# Questions",
        "",
        f"{sum(map(len, shipped.values()))} canned questions, made into this page from their headers, each with the first {SHOWN} rows of its",
        "answer. Ask one with `bycn queries run NAME -p PARAMETER=VALUE`; `bycn queries show NAME --params` prints what makes",
        "it run in Neo4j Browser. (f) marks those that take the common filters, (widen) a parameter for which a bare city name",
        "means its region. Where rows can grow, `limit` says how many at the most. Empty columns are left out here, as are",
        "sources; long cells are cut.",
    ]
    with EmbeddedEngine() as engine:
        for subject, questions in shipped.items():
            parts += ["", f"## {subject.capitalize()}", "", f"{SUBJECTS[subject][0].upper()}{SUBJECTS[subject][1:]}."]
            for question in questions:
                parts += _question(engine, question)
    return "\n".join([*parts, ""])


def _question(engine: EmbeddedEngine, question: Question) -> Iterator[str]:
    header = question.header
    yield from ("", f"### {header.title}", "")
    yield f"`{question.name}`{' (f)' if question.takes_filters else ''}: {header.question}"
    for p in header.parameters:
        if p.name != "limit":
            yield f"\n`{p.name}`{' (widen)' if p.modifier == 'widen' else ''}, {p.type.replace('_', ' ')}, {p.default}: {p.meaning}"
    if question.name.startswith(f"{DRAWN}/"):
        return
    answer = ask(engine, question.name, library=Library.shipped())
    rows = answer.to_dicts()[:SHOWN]
    shown = [c for c in answer.columns if c != "sources" and any(row[c] not in (None, []) for row in rows)]
    yield f"\nRows: {len(answer):,}\n"
    yield from _table(tuple(shown), ([_cell(row[column]) for column in shown] for row in rows))


def _cell(value: object) -> str:
    if isinstance(value, list) and len(value) > LISTED:
        return f"{_cell(value[:LISTED])} … ({len(value)})"
    told = ", ".join(map(_cell, value)) if isinstance(value, list) else "" if value is None else str(value)
    return shorten(told, CELL, placeholder=" …")


def _columns_of(cls: type) -> list[str]:
    rows = ((f"**{c.name}**" if c.required else c.name, _holds(c), c.meaning) for c in columns(cls))
    return list(_table(("column", "holds", "meaning"), rows))


def _holds(column) -> str:  # type: ignore[no-untyped-def]
    return " / ".join(column.choices) or column.kind


def _listed(types: frozenset[str]) -> str:
    return ", ".join(name for name in ENTITY_TYPES if name in types)


def _table(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |"


DOCUMENTS: dict[str, Callable[[], str]] = {
    "data.md": lambda: data_report(read_graph(Selection())),
    "model.md": model_reference,
    "commands.md": command_reference,
    "questions.md": question_reference,
    "importing.md": importing,
    "../README.md": readme,
    **{
        f"../loaders/datasets/{folder.name}/{DESCRIPTION}": partial(
            describe_folder, folder, f"bycn-{folder.name.replace('_', '-')}", TITLES[folder.name], licensed=True
        )
        for folder in sorted(DATASETS.iterdir())
        if folder.name in TITLES
    },
}
"""How each generated document is made, by its file."""


if __name__ == "__main__":
    for name, made in DOCUMENTS.items():
        (DOCS / name).write_text(made(), encoding="utf-8")
