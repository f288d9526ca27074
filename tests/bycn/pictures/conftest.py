import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bycn.loaders.opening import open_engine
from bycn.pictures import page
from bycn.pictures.layout import lay_out
from bycn.pictures.look import Look
from bycn.pictures.provenance import Provenance
from bycn.pictures.subject import Region, Subject, collect
from bycn.pictures.subject import whole as everything
from bycn.pictures.unnamed import with_unnamed
from bycn.queries.filters import Filters

FROM = Provenance("a credit", "0123")
"""Where made-up pictures come from."""


@dataclass
class Tab:
    """A page in a real browser, with everything that it asked for and complained about."""

    page: object
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> None:
        self.page.goto(f"{path.as_uri()}{fragment}")
        self.page.wait_for_selector("html[data-drawn]", state="attached", timeout=60_000)  # a script would be refused

    def ask(self, expression: str, argument: object = None) -> object:
        return self.page.evaluate(expression, argument)

    def click_on(self, entity: str) -> None:
        """Click on an entity's node, as a mouse would."""
        spot = self.ask("id => bycn.network.canvasToDOM(bycn.network.getPositions([id])[id])", entity)
        self.page.locator("#network").click(position=spot)

    def box(self, group: str, key: str) -> object:
        """The box of the legend that shows or hides what is of a kind."""
        return self.page.locator(f"[data-key='{group} {key}'] input")

    def count(self, group: str, key: str) -> int:
        """How many the legend tells; plans, told behind a plus, are counted too."""
        text = self.page.locator(f"[data-key='{group} {key}'] .count").inner_text()
        return sum(int(part) for part in text.replace(",", "").split("+"))

    def saved(self, button: str) -> bytes:
        """What a button saves."""
        with self.page.expect_download() as download:
            self.page.click(button)
        return download.value.path().read_bytes()

    def shown(self) -> tuple[set[str], set[str]]:
        """The ids of the entities and facts that are shown."""
        entities, facts = self.ask(
            "(() => { const n = bycn.shownNow(); return [[...n.entities], n.facts.map(f => f.id)]; })()"
        )
        return set(entities), set(facts)


@pytest.fixture(scope="session")
def new_tab(chromium):
    """Opens tabs; every request and every complaint is recorded."""

    @contextmanager
    def open_tab(**options: object) -> Iterator[Tab]:
        context = chromium.new_context(**({"viewport": {"width": 1440, "height": 900}} | options))
        tab = Tab(context.new_page())
        tab.page.on("request", lambda request: tab.requests.append(request.url))
        tab.page.on(
            "console", lambda told: tab.complaints.append(told.text) if told.type in ("error", "warning") else None
        )
        tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        tab.page.on("dialog", lambda dialog: (tab.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        yield tab
        context.close()

    return open_tab


@pytest.fixture
def tab(new_tab):
    with new_tab() as opened:
        yield opened


@pytest.fixture(scope="module")
def _tab_of_whole(new_tab, whole):
    with new_tab() as opened:
        opened.open(whole)
        yield opened


@pytest.fixture
def on_whole(_tab_of_whole, whole):
    """The whole graph in a tab that several tests share; each finds it as it was at first, and leaves no complaint."""
    _tab_of_whole.page.click("#reset")
    yield _tab_of_whole
    assert _tab_of_whole.requests == [whole.as_uri()]
    assert _tab_of_whole.complaints == []


@pytest.fixture
def shown(tmp_path, tab):
    """Draws some records and opens them."""

    def open_records(*records, layout="two-sides", fragment="", **told):
        path = tmp_path / "picture.html"
        path.write_text(page.html(lay_out(subject(*records, **told), layout), FROM), encoding="utf-8")
        tab.open(path, fragment)
        return tab

    return open_records


@pytest.fixture(scope="session")
def _cache_of_the_run(_cache):
    """One cache for the whole run, never the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        if "BYCN_CACHE" not in os.environ:
            patch.setenv("BYCN_CACHE", str(_cache))
        yield


@pytest.fixture
def engine(_cache_of_the_run):
    with open_engine() as opened:
        yield opened


@pytest.fixture(scope="session")
def shipped(_cache_of_the_run):
    """The shipped graph as its own questions tell it."""
    with open_engine() as engine:
        return with_unnamed(collect(engine, everything(Filters()), Filters(), most=None), Look())


@pytest.fixture(scope="session")
def whole(tmp_path_factory, _cache_of_the_run):
    """The picture of the whole shipped graph."""
    path = tmp_path_factory.mktemp("picture") / "whole.html"
    draw("--all", "-o", str(path))
    return path


@pytest.fixture(scope="session")
def vitebsk(tmp_path_factory, _cache_of_the_run):
    """The picture of Vitebsk Region."""
    path = tmp_path_factory.mktemp("picture") / "vitebsk.html"
    draw("Vitebsk", "-o", str(path))
    return path


def draw(*arguments: str) -> None:
    from bycn.cli import cli

    cli.main(["draw", "--layout", "two-sides", *arguments], standalone_mode=False)


def entity(id_: str, name: str | None = None, country: str = "BY", **told: object) -> dict:
    kind = id_.split("/")[0] if "/" in id_ else "oblast"
    return {"id": id_, "type": kind, "name": name or id_, "country": country, **told}


def fact(id_: str, start: str, end: str, type_: str = "AGREEMENT", **told: object) -> dict:
    plan = told.get("status") in ("planned", "proposed", "negotiating")
    properties = {"id": id_, "title": f"title of {id_}", "sources": ["book/fn-1"], "plan": plan, **told}
    return {"id": id_, "type": type_, "start": start, "end": end, "properties": properties}


def subject(
    entities: list[dict], facts: list[dict], regions: dict[str, Region] | None = None, **told: object
) -> Subject:
    evidence = {
        "book/fn-1": {"id": "book/fn-1", "number": 1, "title": "A footnote", "address": "https://example.org/1"}
    }
    return Subject(
        **({"title": "A title", "subtitle": "a subtitle"} | told),
        entities={one["id"]: one for one in entities},
        facts=facts,
        regions=regions or {},
        **({} if "evidence" in told else {"evidence": evidence}),
    )


TWO = [entity("city/a"), entity("city/b", country="CN")]
MIXED = [
    fact("firm", "city/a", "city/b", status="signed"),
    fact("also", "city/b", "city/a", status="completed"),
    fact("plan", "city/a", "city/b", status="planned", amount=100, currency="USD"),
    fact("talk", "city/b", "city/a", status="negotiating", amount=400, currency="USD"),
    fact("deal", "city/b", "city/a", "CONTRACT", status="signed", amount=100, currency="USD"),
]
