"""What makes a shell complete `bycn`: click's own scripts, and one for bash that keeps names with spaces whole."""

import contextlib
import os
import re

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
)

from bycn.graph_model.errors import BycnError
from bycn.terminal import give

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_BYCN_COMPLETE"
_SPECIAL = re.compile(r"[^\w@%+=:,./-]")
_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' line
    COMPREPLY=()
    while read -r line; do
        case $line in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            dir,*) compopt -o dirnames ;;
            file,*) compopt -o default ;;
        esac
    done < <(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null || complete -F %(complete_func)s %(prog_name)s
"""


@add_completion_class
class QuotingBash(BashComplete):
    """Bash inserts what it is given as it stands, so what is special to it is quoted here."""

    source_template = _BASH

    @staticmethod
    def _check_version() -> None:
        """The script runs in every bash."""

    def format_completion(self, item: CompletionItem) -> str:
        """The line that the script reads: type and value."""
        quoted = item.value if item.type != "plain" or _is_quoted() else _SPECIAL.sub(r"\\\g<0>", item.value)
        return f"{item.type},{quoted}"


def script(shell: str, program: click.Command) -> str:
    """The script that makes a shell complete `bycn`, which is the program given."""
    return _asked_by(shell, program).source()


def complete(shell: str, program: click.Command) -> None:
    """Print what goes on from the words that the shell gives in the environment, an item a line."""
    asked = _asked_by(shell, program)
    try:
        typed = asked.get_completion_args()
    except (KeyError, ValueError):
        raise click.UsageError(f"{VARIABLE} is for the shell, which sets COMP_WORDS and COMP_CWORD beside it") from None
    items: list[CompletionItem] = []
    with contextlib.suppress(BycnError, OSError):  # nothing is said into a line that is being typed
        items = asked.get_completions(*typed)
    give("\n".join(asked.format_completion(_in_one_line(item)) for item in items))


def _asked_by(shell: str, program: click.Command) -> ShellComplete:
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{VARIABLE}: there is no completion for '{shell}'; there is {', '.join(SHELLS)}")
    return kind(program, {}, "bycn", VARIABLE)


def _in_one_line(item: CompletionItem) -> CompletionItem:
    help_ = " ".join(item.help.split()) if item.help else None
    return CompletionItem(re.sub(r"[\t\n]", " ", item.value), item.type, help_)


def _is_quoted() -> bool:
    """Whether the word that is being typed was begun with a quote."""
    words, place = os.environ.get("COMP_WORDS", "").split("\n"), int(os.environ.get("COMP_CWORD", "0"))
    return place < len(words) and words[place].startswith(("'", '"'))
