"""Whatever the command line can ask, a notebook can, by arguments that are spelled as its options are."""

import inspect
import typing

import click
import pytest

from bycn import OpenGraph, Picture
from bycn.cli import COMMANDS, cli
from bycn.command import GROUPS
from bycn.notebook.pictures import DrawWords
from bycn.spelling import as_option

ASKING_NO_GRAPH = {"load", "new-data", "validate", "diff", "import", "correct", "completion", "help"}
"""Commands on tables, on a server, or about the commands."""
OF_GROUPS = {"list": "queries", "find": "find_queries", "show": "cypher", "run": "ask", "export": "export_queries"}
"""What the commands within `queries` are called in Python."""
OF_THE_TERMINAL = {
    "--show-cypher",
    "--open",  # the address or picture, in a browser
    "--caption",  # Picture.caption
    "--draw",  # Answer.draw
    "--params",  # the lines for Neo4j Browser: `cypher` gives the values themselves
    "--as-written",
    *(f"--{option}" for group in ("Output", "Which data", "Neo4j") for option in GROUPS[group].split()),
}
"""Options on what is done with an answer, and on which graph is opened."""


def leaves() -> list[tuple[str, click.Command]]:
    """Each command that asks a graph, with the method that its graph has for it."""
    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in COMMANDS if name not in ASKING_NO_GRAPH}
    group = commands.pop("queries")
    return [*commands.items(), *((OF_GROUPS[name], command) for name, command in group.commands.items())]


def options_of(command: click.Command) -> set[str]:
    options = (max(p.opts, key=len) for p in command.params if isinstance(p, click.Option))
    return set(options) - OF_THE_TERMINAL


def arguments_of(method: typing.Callable) -> dict[str, inspect.Parameter]:
    """The arguments by name, those of typed `**filters` among them."""
    signature = dict(inspect.signature(method).parameters)
    signature.pop("self")
    for parameter in list(signature.values()):
        if parameter.kind is parameter.VAR_KEYWORD and typing.get_origin(parameter.annotation) is typing.Unpack:
            words = typing.get_args(parameter.annotation)[0]
            more = {word: parameter.replace(name=word, kind=parameter.KEYWORD_ONLY) for word in words.__annotations__}
            signature = more | signature
    return signature


@pytest.mark.parametrize(("name", "command"), leaves(), ids=lambda value: value if isinstance(value, str) else "")
def test_what_a_command_can_ask_its_method_can(name, command):
    arguments = arguments_of(getattr(OpenGraph, name))
    given = {as_option(argument) for argument in arguments}
    if "given" in arguments:  # parameters of a question, and filters
        given |= {"--param", *(as_option(word) for word in GROUPS["Filters"].split())}
    if name == "draw":
        given |= {as_option(argument) for argument in arguments_of(Picture.save)}
    assert options_of(command) <= given
    positional = [p for p in arguments.values() if p.kind is not p.KEYWORD_ONLY and p.kind is not p.VAR_KEYWORD]
    assert sum(isinstance(parameter, click.Argument) for parameter in command.params) <= len(positional)


def test_commands_that_ask_no_graph_have_no_method():
    assert not {name for name in ASKING_NO_GRAPH if hasattr(OpenGraph, name)}


@pytest.mark.parametrize(("name", "command"), leaves(), ids=lambda value: value if isinstance(value, str) else "")
def test_what_both_faces_leave_out_is_the_same(name, command):
    """A default stands once: what the command takes for an option not given, the method takes too."""
    spelled = {as_option(argument): argument for argument in arguments_of(getattr(OpenGraph, name))}
    parameters = inspect.signature(getattr(OpenGraph, name)).parameters
    for option in command.params:
        argument = spelled.get(max(option.opts, key=len))
        if isinstance(option, click.Option) and argument in parameters and not option.is_flag and not option.multiple:
            assert option.to_info_dict()["default"] == parameters[argument].default, option.name


def test_what_draw_takes_is_typed_for_pyvis_too():
    drawn = {name for name, p in arguments_of(OpenGraph.draw).items() if p.kind is p.KEYWORD_ONLY}
    assert set(DrawWords.__annotations__) == drawn
