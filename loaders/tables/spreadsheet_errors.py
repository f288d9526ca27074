"""Error values of spreadsheets: what a cell shows instead of a value, in whatever language Excel or LibreOffice has."""

import re

from bycn.loaders.tables.rows import Row

_ERROR = re.compile(
    r"#[¡¿]?[^\W\d_][^\W_]{1,14}[!?]"  # #REF!, #ССЫЛКА!, #ИМЯ?, #¡VALOR!, #NOM?
    r"|#¡?[^\W\d_]{2,14}/[0O]!"  # #DIV/0!, #ДЕЛ/0!, #DZIEL/0!
    r"|#(?:[^\W\d_]/[^\W\d_]!?|NV|NL|N\.A\.|YOK|BRAK|HIÁNYZIK|GETTING_DATA|#+)"  # #N/A, #Н/Д, #N/D!
    r"|(?:Err|Ошибка|Erreur|Fehler|Памылка|错误):\d{3}",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset("#EeОоFfПп错")
_NOTHING = frozenset({"NULL", r"\N"})
_FIRST = _BEGINNINGS | {text[0] for text in _NOTHING}


def is_error(text: str) -> bool:
    """Whether a text is an error of a spreadsheet.

    >>> is_error("#ССЫЛКА!"), is_error("#1 in the market")
    (True, False)
    """
    return text[:1] in _BEGINNINGS and _ERROR.fullmatch(text) is not None


def errors_in(row: Row) -> list[tuple[str, str]]:
    """The columns of a row that hold an error of a spreadsheet or a database's sign for nothing, and what to say."""
    return [
        (column, f"'{value}' {what}")
        for column, value in row.cells.items()
        if isinstance(value, str) and value[:1] in _FIRST and (what := _wrong_with(value))
    ]


def _wrong_with(text: str) -> str | None:
    if text in _NOTHING:
        return "is how databases write that there is nothing; leave the cell empty"
    return "is an error of the spreadsheet; write the value, or leave the cell empty" if is_error(text) else None
