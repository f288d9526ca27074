"""The forms in which a picture is written. A file's ending says which."""

from pathlib import Path

from bycn.graph_model.errors import BycnError

FORMS = ("html", "svg", "png", "pdf")
_ENDINGS = {".htm": "html"} | {f".{form}": form for form in FORMS}


class WrongEnding(BycnError):
    """A file is named for a form that pictures aren't written in, or for another than is asked for."""


def form_of(path: str | Path, wanted: str | None = None) -> str:
    """The form of the file to write: what its ending says, in either case; what is `wanted` where it has none.

    >>> form_of("Fig. 1.SVG")
    'svg'

    Raises:
        WrongEnding: pictures aren't written in that form, it isn't the one wanted, or there is nothing to go by.

    """
    ending = Path(path).suffix.lower()
    form = _ENDINGS.get(ending, "") if ending else wanted
    if not form:
        raise WrongEnding(f"{path}: a picture ends in .html, .svg, .png or .pdf; rename the file")
    if wanted not in (None, form):
        raise WrongEnding(f"{path} is {form.upper()} by its ending, and {wanted.upper()} is asked for; leave one out")
    return form
