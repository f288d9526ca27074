"""The command that a figure carries makes it again, byte for byte, whatever it was drawn from."""

import json
import re
import shlex
import struct
from html import unescape

import pytest

import bycn as package
from bycn.loaders.neo4j.address import Address
from bycn.loaders.selection import Selection
from bycn.notebook.asking import opened_by


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in, with tables and a question of one's own."""
    folder = tmp_path / "my tables"
    folder.mkdir()
    (folder / "company.csv").write_text("id,name,country\ncompany/a,A & Sons,BY\ncompany/b,B,CN\n")
    (folder / "sources.csv").write_text("id,title\nown,Own notes\n")
    (folder / "contract.csv").write_text(
        "id,from,to,title,date,status,sources,amount,currency\nown/1,company/a,company/b,One,2023,signed,own,5,USD\n"
    )
    (tmp_path / "asked").mkdir()
    (tmp_path / "asked/mine.cypher").write_text(
        "// Mine\n//\n// Which contracts are there?\n//\n// Columns:\n//   fact  the contract\n\n"
        "MATCH (a:Entity)-[r:CONTRACT]->(b:Entity) RETURN r.id AS fact ORDER BY fact\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def command_in(path) -> list[str]:
    """The command that a file carries, as a shell would take it apart."""
    content = path.read_bytes()
    if path.suffix == ".html":
        [picture] = re.findall(rb'id="picture">(.*?)</script>', content, re.DOTALL)
        told = json.loads(picture)["credit"]
    elif path.suffix == ".png":
        place = content.index(b"iTXtSource")
        [size] = struct.unpack(">I", content[place - 4 : place])
        told = content[place : place + 4 + size].decode("utf-8", "replace")
    elif path.suffix == ".txt":
        told = content.decode().split("\n\n")[1]
    else:
        told = unescape(re.search(r"<desc>(.*?)</desc>", content.decode(), re.DOTALL)[1])
    return shlex.split(told[re.search("bycn (draw|query) ", told).start() :])


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "asked",
    [
        "--data 'my tables' --only-data -o fig.svg",
        "Orsha --data 'my tables' --width 85mm --languages ru,zh --grey --scale log -o 'fig 1.svg'",
        "--question mine --queries asked --data 'my tables' --only-data --title \"A's & B's\" -o fig.html",
        "--by region --type TWINNED_WITH --between 2005 2023-06 --only-signed -o fig.svg",
        "--path Orsha Shandong --with-events --no-places --all -o fig.svg",
        "Orsha Polotsk --exact --depth 2 --labels Orsha --labels Polotsk --size degree --color community -o fig.svg",
        "--question connections/connections -p entity=Vitebsk --layout force -o fig.svg",
        "--measure export --source zalesskij-2024 --exclude-source reference --status signed -o fig.svg",
        "Orsha --exclude LOCATED_IN --sector education --as-of 2023 --dpi 72 -o fig.png",
        "Orsha --caption -o fig.svg",
        "Orsha --format svg -o fig",
    ],
)
def test_pasted_it_makes_the_same_bytes(bycn, here, asked):
    arguments = shlex.split(asked)
    assert bycn("draw", *arguments).code == 0
    [*_, first] = sorted(here.glob("fig*"))  # of a figure and its caption the caption, which says both
    _, *again = command_in(first)
    assert bycn(*again).code == 0
    assert (here / f"figure{first.suffix or '.svg'}").read_bytes() == first.read_bytes()


def test_so_does_that_of_a_query(bycn, here):
    text = "MATCH (:Entity)-[r:CONTRACT]->() WHERE r.amount > $least\nRETURN r.id AS fact"
    asked = ("query", text, "-p", "least=1", "--limit", "5", "--data", "my tables", "--only-data")
    assert bycn(*asked, "--draw", "fig.svg").code == 0
    _, *again = command_in(here / "fig.svg")
    assert bycn(*again).code == 0
    assert (here / "figure.svg").read_bytes() == (here / "fig.svg").read_bytes()


def test_tables_that_the_environment_names_stand_in_it(bycn, here, monkeypatch):
    monkeypatch.setenv("BYCN_DATA", "my tables")
    assert bycn("draw", "company/a", "-o", "fig.svg").code == 0
    assert command_in(here / "fig.svg") == ["bycn", "draw", "company/a", "--data", "my tables", "-o", "figure.svg"]


@pytest.mark.usefixtures("_cache_of_the_run")
def test_a_notebook_says_its_tables_too(here):
    with package.open_graph("my tables", only_data=True) as graph:
        graph.draw("company/a").save("fig.png")
    told = command_in(here / "fig.png")
    assert told == ["bycn", "draw", "company/a", "--data", "my tables", "--only-data", "-o", "figure.png"]


def test_a_server_is_named_without_its_password():
    words = opened_by(Selection(), Address("bolt://host:7687", "reader", "secret", "book"))
    assert words == {"data": (), "only_data": False, "uri": "bolt://host:7687", "user": "reader", "database": "book"}
