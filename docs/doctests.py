"""For the site's API page: the examples of docstrings are shown as code. Markdown would take `>>>` for a quotation."""

import re

from griffe import Extension, Object

_EXAMPLE = re.compile(r"^>>> .*(?:\n.*\S.*)*", re.MULTILINE)


class Doctests(Extension):
    """Fences each example of a docstring."""

    def on_object(self, *, obj: Object, **_kwargs: object) -> None:
        """Fence the examples of one object's docstring."""
        if obj.docstring:
            obj.docstring.value = _EXAMPLE.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)
