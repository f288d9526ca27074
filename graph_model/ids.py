"""The ids of facts and sources: the work they belong to, and whether a text names one."""


def is_meant(id_: str, text: str) -> bool:
    """Whether a text names an id, in whole or by its end, in any case.

    >>> is_meant("zalesskij-2024/fn-16", "fn-16"), is_meant("zalesskij-2024/fn-16", "16")
    (True, False)
    """
    return f"/{id_}".casefold().endswith(f"/{text.strip().casefold()}")


def work_of(source: str) -> str:
    """The id of the work that a source is, or is a footnote of.

    >>> work_of("zalesskij-2024/fn-16")
    'zalesskij-2024'
    """
    return source.split("/")[0]
