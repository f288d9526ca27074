"""What makes a shell complete `bycn`: click's own scripts, and one for bash that keeps names with spaces whole."""

import contextlib
import os
import re
from itertools import pairwise

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

from bycn.graph_model.errors import BycnError
from bycn.terminal import give

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_BYCN_COMPLETE"
_QUOTES = ("'", '"')
_SPECIAL = re.compile(r"[^\w@%+=:,./-]")
_BREAK = re.compile("[=:]+")
"""What parts words in bash, whose completion then replaces only what stands behind it."""
_OPTION = re.compile(r"--[\w-]+=")
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
        case $line in plain,*=) compopt -o nospace 2>/dev/null ;; esac
    done < <(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null || complete -F %(complete_func)s %(prog_name)s
"""
_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
    local -a plain described nospace response
    local type key descr
    (( ! $+commands[%(prog_name)s] )) && return 1
    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) %(complete_var)s=zsh_complete \
%(prog_name)s)}")
    for type key descr in ${response}; do
        [[ $key == *= ]] && nospace=(-S '')
        case $type in
            plain) [[ $descr == _ ]] && plain+=("$key") || described+=("$key:$descr") ;;
            dir) compset -P '--[^=]#='; _path_files -/ ;;
            file) compset -P '--[^=]#='; _path_files -f ;;
        esac
    done
    (( $#described )) && _describe -V unsorted described -U "${nospace[@]}"
    (( $#plain )) && compadd -U -V unsorted "${nospace[@]}" -a plain
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""
_FISH = """\
function %(complete_func)s
    set -l option (commandline -t | string match -r -- '^--[^=]*=')
    for line in (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD=(commandline -t) \\
            %(prog_name)s)
        set -l item (string split -m 1 "," $line)
        switch $item[1]
            case dir
                string replace -r -- '^' "$option" (__fish_complete_directories $item[2])
            case file
                string replace -r -- '^' "$option" (__fish_complete_path $item[2])
            case plain
                echo $item[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


@add_completion_class
class QuotingBash(BashComplete):
    """Bash parts words at `=` and `:`, and inserts what it is given as it stands, so what is special is quoted here."""

    source_template = _BASH

    @staticmethod
    def _check_version() -> None:
        """The script runs in every bash."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one, with what bash has parted whole again."""
        *before, typed = _whole(_typed_words())
        return split_arg_string("\n".join(before))[1:], _unquoted(typed)

    def format_completion(self, item: CompletionItem) -> str:
        """The line that the script reads: type and value."""
        if item.type != "plain":
            return f"{item.type},{item.value}"
        *_, last = words = _typed_words()
        part = "" if _BREAK.fullmatch(last) else last
        value = item.value[len(_unquoted(_whole(words)[-1].removesuffix(part))) :]
        quoted = value if last.startswith(_QUOTES) else _SPECIAL.sub(r"\\\g<0>", value)
        return f"plain,{quoted}"


@add_completion_class
class Zsh(ZshComplete):
    """The script leaves no blank behind an equals sign."""

    source_template = _ZSH


@add_completion_class
class Fish(FishComplete):
    """The script takes values that have commas in them."""

    source_template = _FISH


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
    option = _OPTION.match(typed[1])  # the value of --option=value is completed alone, but the shells want it whole
    items: list[CompletionItem] = []
    with contextlib.suppress(BycnError, OSError):  # nothing is said into a line that is being typed
        items = asked.get_completions(*typed)
    give("\n".join(asked.format_completion(_in_one_line(item, option[0] if option else "")) for item in items))


def _asked_by(shell: str, program: click.Command) -> ShellComplete:
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{VARIABLE}: there is no completion for '{shell}'; there is {', '.join(SHELLS)}")
    return kind(program, {}, "bycn", VARIABLE)


def _in_one_line(item: CompletionItem, before: str) -> CompletionItem:
    help_ = " ".join(item.help.split()) if item.help else None
    value = re.sub(r"[\t\n]", " ", item.value)
    is_whole = item.type != "plain" or value.startswith(before)
    return CompletionItem(value if is_whole else before + value, item.type, help_)


def _typed_words() -> list[str]:
    """The words of the line in bash, as they are typed, to the one that is being typed."""
    place = int(os.environ["COMP_CWORD"])
    return [*os.environ["COMP_WORDS"].split("\n"), ""][: place + 1]


def _whole(words: list[str]) -> list[str]:
    whole = words[:1]
    for before, word in pairwise(words):
        if _BREAK.fullmatch(before) or _BREAK.fullmatch(word):
            whole[-1] += word
        else:
            whole.append(word)
    return whole


def _unquoted(word: str) -> str:
    return "".join(split_arg_string(word))
