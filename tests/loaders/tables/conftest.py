import pytest

from bycn.graph_model.errors import DataError
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph

FACT = {
    "id": "own/1",
    "from": "city/vitebsk",
    "to": "CN-HL",
    "title": "A fact",
    "status": "signed",
    "sources": "own",
}
SOURCES = "id,title\nown,A list of mine\nother,Another list\nreference,Works of reference\n"
COUNTRIES = "id,name,country\nBY,Belarus,BY\nCN,China,CN\n"
OBLASTS = "id,name,country,names_ru\nBY-VI,Vitebsk Region,BY,Витебская область\nBY-MI,Minsk Region,BY,Минская область\n"
PROVINCES = (
    "id,name,country,kind,names_zh\n"
    "CN-HL,Heilongjiang,CN,province,黑龙江\n"
    "CN-SX,Shanxi,CN,province,山西\n"
    "CN-SN,Shaanxi,CN,province,陕西\n"
    "CN-HB,Hubei,CN,province,湖北\n"
    "CN-HE,Hebei,CN,province,河北\n"
    "CN-JL,Jilin,CN,province,吉林省\n"
)
CITIES = (
    "id,name,country,names_ru,aliases,former_ids\n"
    "BY-HM,Minsk,BY,Минск,,\n"
    "city/vitebsk,Vitebsk,BY,Витебск,Vitsebsk|Witebsk,city/vitebsk-old\n"
    "city/jilin,Jilin,CN,,,\n"
    "city/harbin,Harbin,CN,Харбин,,\n"
)
COMPANIES = "id,name,country\ncompany/a,Alpha,BY\ncompany/b,Beta,BY\ncompany/z,Zeta,CN\n"
EVENTS = "id,name,country,kind,date\nevent/fair,The Fair,CN,exhibition,2023-11\n"
PLACES = (
    "id,from,to,title,sources\n"
    "reference/1,BY-VI,BY,lies in,reference\n"
    "reference/2,city/vitebsk,BY-VI,lies in,reference\n"
    "reference/3,CN-HL,CN,lies in,reference\n"
    "reference/4,city/harbin,CN-HL,lies in,reference\n"
    "reference/5,company/a,city/vitebsk,lies in,reference\n"
    "reference/6,city/jilin,CN-JL,lies in,reference\n"
)
GROUND = {
    "sources.csv": SOURCES,
    "documents.csv": "id,title,instrument,date\ndocument/d,A document,memorandum,2023\n",
    "country.csv": COUNTRIES,
    "oblast.csv": OBLASTS,
    "province.csv": PROVINCES,
    "city.csv": CITIES,
    "company.csv": COMPANIES,
    "event.csv": EVENTS,
    "exchange.csv": "id,name,country\nexchange/butb,BUTB,BY\n",
    "located_in.csv": PLACES,
    "distinct.csv": "name,ids\nJilin,CN-JL|city/jilin\n",
}


def row(**cells):
    """A table of one fact, sound but for what is changed; None takes a column out."""
    return rows(cells)


def rows(*facts):
    """A table of several facts, each sound but for what is changed."""
    told = [
        {k: v for k, v in {**FACT, "id": f"own/{n}", **fact}.items() if v is not None}
        for n, fact in enumerate(facts, 1)
    ]
    columns = list(dict.fromkeys(column for fact in told for column in fact))
    lines = [",".join(f'"{fact.get(column, "")}"' for column in columns) for fact in told]
    return "\n".join([",".join(columns), *lines]) + "\n"


class Tables:
    """Folders of tables on disk: a sound ground, and tables of one's own behind it."""

    def __init__(self, folder):
        self.ground, self.own = folder / "ground", folder / "own"
        self.ground.mkdir()
        self.own.mkdir()
        for name, text in GROUND.items():
            (self.ground / name).write_text(text, encoding="utf-8")

    def put(self, name, content):
        data = content if isinstance(content, bytes) else content.encode()
        (self.own / name).write_bytes(data)
        return self

    def change(self, name, content):
        (self.ground / name).write_text(content, encoding="utf-8")
        return self

    def read(self):
        own = (self.own,) if list(self.own.iterdir()) else ()
        return read_graph(Selection((self.ground, *own), only_own=True))

    def problems(self):
        with pytest.raises(DataError) as caught:
            self.read()
        return [(p.file.rsplit("/")[-1].rsplit("\\")[-1], p.line, p.column, p.message) for p in caught.value.problems]

    def problem(self):
        """The only problem there is."""
        found = self.problems()
        assert len(found) == 1, found
        return found[0]


@pytest.fixture
def tables(tmp_path):
    return Tables(tmp_path)
