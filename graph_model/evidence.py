"""Evidence: the sources that facts cite, and the documents that several facts share."""

from typing import ClassVar

from pydantic import Field

from bycn.graph_model.fields import Date, Id, Text, Texts, model
from bycn.graph_model.vocabulary import Instrument


@model
class Source:
    """A work that facts cite: the book, one of its footnotes, or a work of reference."""

    label: ClassVar[str] = "Source"
    id: Id = Field(description="`WORK` or `WORK/fn-NUMBER`")
    number: int | None = Field(None, ge=1, le=1_000_000, description="the footnote's number")
    author: Text | None = Field(None, description="who wrote it, where known")
    title: Text = Field(description="its title in English")
    year: int | None = Field(None, ge=1900, le=2100, description="when it was published")
    outlet: Text | None = Field(
        None, description="who published it, where known: a publisher, a paper, an agency or a site"
    )
    date: Date | None = Field(None, description="when it was published, where more than the year is known")
    consulted: Date | None = Field(None, description="when it was read, where known")
    page: Text | None = Field(None, description="the page cited")
    address: Text | None = Field(
        None, description="where it can be read; not opened, the better of the printed readings"
    )
    other_addresses: Texts = Field((), description="other readings of the address")
    licence: Text | None = Field(
        None, description="the terms under which facts after it are passed on; those of a work hold for its footnotes"
    )
    citation: Text | None = Field(None, description="how it is cited, unless by author, title and year")
    note: Text | None = Field(None, description="what a reader of the row should know")


@model
class Document:
    """A paper that several facts share: one with many parties, or one that founds a joint body."""

    label: ClassVar[str] = "Document"
    id: Id = Field(description="`document/…`")
    title: Text = Field(description="what it is, in our own words")
    instrument: Instrument = Field(description="which kind of document")
    date: Date | None = Field(None, description="when it was signed or adopted")
