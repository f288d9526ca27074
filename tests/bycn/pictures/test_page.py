"""What pyvis gets wrong by itself, each shown closed; and what else holds for the file without a browser."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from bycn.pictures import page
from bycn.pictures.layout import lay_out

from .conftest import FROM, entity, fact, subject

HEADING = "<b>A & B</b> {{ 7 * 7 }} {% raw %}"


def made(entities=None, facts=None, layout="two-sides", **told):
    default = [entity("city/a"), entity("city/b", country="CN")]
    records = subject(
        default if entities is None else entities,
        facts if facts is not None else [fact("f", "city/a", "city/b")],
        **told,
    )
    return page.html(lay_out(records, layout), FROM)


def data(html, name):
    return json.loads(re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)[1])


class Tags(HTMLParser):
    """Every tag and its attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def test_nothing_in_the_page_names_another_file_or_host():
    for tag, attributes in Tags(made()).found:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form"), tag
        assert "src" not in attributes
        assert attributes.get("href", "#facts") == "#facts"


def test_no_folder_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made()
    assert list(tmp_path.iterdir()) == []


def test_the_policy_lets_nothing_in_but_the_pages_own_scripts_and_styles():
    html = made()
    policy = next(a["content"] for t, a in Tags(html).found if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        texts = re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        prints = [f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in texts]
        assert f"{kind}-src {' '.join(prints)};" in policy


def test_a_heading_is_escaped_and_stands_once():
    html = made(title=HEADING)
    assert "<b>A" not in html
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["&lt;b&gt;A &amp; B&lt;/b&gt; {{ 7 * 7 }} {% raw %}"]
    assert data(html, "picture")["title"] == HEADING


def test_a_name_with_href_changes_nothing_about_how_others_are_shown():
    html = made([entity("city/a", '<a href="x" onerror="alert(1)">'), entity("city/b", country="CN")])
    assert "<a href=" not in html.replace('<a class="skip" href="#facts">', "")
    assert "popup.innerHTML" not in html
    assert "innerHTML" not in page.FOLDER.joinpath("page.js").read_text()
    assert all("title" not in node for node in data(html, "nodes"))


def test_parallel_facts_are_all_kept_in_both_directions():
    facts = [fact("a", "city/a", "city/b"), fact("b", "city/b", "city/a"), fact("c", "city/a", "city/b")]
    html = made(facts=facts)
    assert [f["id"] for f in data(html, "picture")["facts"]] == ["a", "b", "c"]
    assert len(data(html, "edges")) == 1


def test_nodes_keep_their_colour():
    colours = {node["id"]: node["color"] for node in data(made(), "nodes")}
    assert colours["city/a"] != colours["city/b"]
    assert "group" not in data(made(), "nodes")[0]


def test_dates_do_no_harm():
    dated = [entity("event/a", date="2023-06", date_start="2023-06-01", kind="visit"), entity("city/b", country="CN")]
    html = made(
        dated,
        [
            fact(
                "f",
                "city/b",
                "event/a",
                "TOOK_PART_IN",
                date="2023-06",
                placed_from="2023-06-01",
                placed_to="2023-06-30",
            )
        ],
    )
    assert data(html, "picture")["facts"][0]["years"] == [2023, 2023]


def test_physics_is_off_and_every_node_has_its_whole_pixel_place():
    html = made()
    assert data(html, "options")["physics"] == {"enabled": False}
    assert "loadingBar" not in html
    assert all(isinstance(node[axis], int) for node in data(html, "nodes") for axis in "xy")


@pytest.mark.parametrize("layout", ["two-sides", "force"])
def test_the_same_input_gives_the_same_bytes(layout):
    assert made(layout=layout) == made(layout=layout)


def test_no_text_ends_a_script_early():
    html = made([entity("city/a", "</script><script>alert(1)</script>"), entity("city/b", country="CN")])
    assert html.count("</script>") == 6
    assert data(html, "nodes")[0]["label"] == "</script><script>alert(1)</script>"


def test_an_empty_picture_is_a_page_too():
    assert data(made([], []), "picture")["facts"] == []
