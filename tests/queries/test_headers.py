"""Every canned file has the header in its one form, and a header that fits its query; what doesn't is told by line."""

import pytest

from bycn.loaders.cypher_files import CYPHER
from bycn.queries.errors import BadQuestion
from bycn.queries.library import SUBJECTS
from bycn.queries.question import read_question

MACHINERY = {"schema", "loading", "loading.cypher", "export"}
FILES = sorted(p for p in CYPHER.rglob("*.cypher") if p.relative_to(CYPHER).parts[0] not in MACHINERY)

SOUND = """\
// Twins
//
// Which twins has a place,
// and since when?
//
// Parameters
//   $place (entity, widen) = Vitebsk: the place,
//     with all that lies inside it
//   $limit (integer) = 10: how many rows at the most
// Columns
//   name: the twin
//   fact: the fact's id
MATCH (p:Entity {id: $place})-[r:TWINNED_WITH]-(twin:Entity)  // a comment with RETURN, $other and a, comma
WHERE r.trait = 'tie' /* filters r */
  AND twin.name <> 'RETURN $nothing LIMIT 3'
RETURN coalesce(twin.name, '(', ')') AS name, r.id AS fact
ORDER BY name, fact DESC
LIMIT $limit
"""


def read(tmp_path, text, **options):
    path = tmp_path / "twins.cypher"
    path.write_text(text, encoding="utf-8")
    return read_question(path, "twins", **options)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CYPHER).with_suffix("")))
def test_every_file_is_sound(path):
    in_library = path.relative_to(CYPHER).parts[0] in SUBJECTS
    question = read_question(path, path.stem, limited=in_library)
    assert path.read_text(encoding="utf-8") == question.text
    assert all(len(line) <= 120 for line in question.text.splitlines())


def test_a_sound_header_is_read_whole(tmp_path):
    question = read(tmp_path, SOUND)
    header = question.header
    assert header.title == "Twins"
    assert header.question == "Which twins has a place, and since when?"
    place, limit = header.parameters
    assert (place.name, place.type, place.modifier, place.default) == ("place", "entity", "widen", "Vitebsk")
    assert place.meaning == "the place, with all that lies inside it"
    assert (limit.type, limit.modifier, limit.is_optional) == ("integer", None, False)
    assert question.takes_filters
    assert [(c.name, c.meaning) for c in header.columns] == [("name", "the twin"), ("fact", "the fact's id")]


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("// Twins\n//\n", "// Twins\n", ":1: header: write // Title"),
        (
            "and since when?",
            "and since when",
            ":3: header: question: 'Which twins has a place, and since when' must end in",
        ),
        ("// Columns", "// Notes\n// Columns", ":10: header: 'Notes' is no section"),
        ("$limit (integer)", "$limit [integer]", ":9: parameters: '$limit [integer]"),
        ("(integer)", "(number)", ":9: parameters: type: 'number' is none of 'entity'"),
        ("(entity, widen)", "(entity, widely)", ":7: parameters: modifier: 'widely' is none of 'widen', 'fold'"),
        ("//   name: the twin\n", "//   name the twin\n", ":11: columns: 'name the twin' doesn't read"),
        ("{id: $place}", "{id: 'BY-VI'}", ":7: $place: the query doesn't use $place"),
        ("{id: $place}", "{id: $place, name: $called}", ":13: $called: the header doesn't declare"),
        ("$limit (integer)", "$filters (integer)", ":9: $filters: this name is taken"),
        ("//   name: the twin\n", "", ":15: columns: the query returns name, fact; the header has fact"),
        ("r.id AS fact", "r.id AS id", ":16: columns: the query returns name, id; the header has name, fact"),
        ("// Columns", "// Filters\n// Columns", ":10: filters: take this line and the five filter lines"),
        ("r.trait = 'tie'", "NOT type(r) IN $without_types", ":14: $without_types: filters come in by a mark"),
        ("/* filters r */", "/* filter r */", ":14: filters: /* filter r */ is not a mark"),
        ("/* filters r */", "/* filters r, s */", ":14: filters: /* filters r, s */ is not a mark"),
        ("/* filters r */", "/*fliters r*/", ":14: filters: /*fliters r*/ is not a mark"),
        ("/* filters r */", "/* work r */", ":14: filters: /* work r */ is not a mark"),
        ("/* filters r */", "/* works */", ":14: filters: /* works */ is not a mark"),
        ("/* filters r */", "/* Works: r */", ":14: filters: /* Works: r */ is not a mark"),
        ("/* filters r */", "/* works s */", ":14: filters: no relationship is called s before this mark"),
        ("/* filters r */", "// filters r", ":14: filters: // filters r is not a mark"),
        ("/* filters r */", "/* filters s */", ":14: filters: no relationship is called s before this mark"),
        (
            "MATCH (p:Entity {id: $place})",
            "MATCH q = shortestPath((p:Entity {id: $place})-[r*..3]-(s)) WHERE true /* filters r */ MATCH (p)",
            ":13: filters: filters can't come in on a shortestPath",
        ),
        ("ORDER BY name, fact DESC\n", "", ":16: order: the rows must be ordered"),
        ("fact DESC", "twin.id", ":16: order: the rows must be ordered"),
        ("LIMIT $limit", "", ":16: limit: the query must end in LIMIT"),
        ("LIMIT $limit", "LIMIT $place", ":16: limit: the query must end in LIMIT"),
        ("RETURN coalesce", "RETURN 1 AS one UNION MATCH (twin) RETURN coalesce", "must end in one RETURN"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path, written, instead, told):
    assert written in SOUND
    with pytest.raises(BadQuestion) as problem:
        read(tmp_path, SOUND.replace(written, instead, 1))
    assert any(f"{tmp_path / 'twins.cypher'}:" in str(p) and told in str(p) for p in problem.value.problems), str(
        problem.value
    )


@pytest.mark.parametrize("comment", ["/* work in progress */", "/* later: ties */", "// works as a tie", "// ties"])
def test_a_comment_that_no_mark_was_meant_by_is_not_minded(tmp_path, comment):
    assert read(tmp_path, SOUND.replace("/* filters r */", f"{comment}\n"))


def test_everything_wrong_is_told_at_once(tmp_path):
    with pytest.raises(BadQuestion) as problem:
        read(tmp_path, SOUND.replace("LIMIT $limit", "").replace("ORDER BY name, fact DESC", ""))
    assert [p.column for p in problem.value.problems] == ["$limit", "limit", "order"]


def test_only_questions_need_a_limit(tmp_path):
    text = SOUND.replace("LIMIT $limit\n", "").replace("//   $limit (integer) = 10: how many rows at the most\n", "")
    assert read(tmp_path, text, limited=False)


def test_a_date_fills_two_parameters(tmp_path):
    text = SOUND.replace("$limit (integer) = 10", "$on (date) = 2023").replace("LIMIT $limit", "LIMIT 5")
    with pytest.raises(BadQuestion, match=r":9: \$on: the query doesn't use \$on_from"):
        read(tmp_path, text)
    assert read(
        tmp_path, text.replace("AND twin.name", "AND r.date_start <= $on_to AND r.date_end >= $on_from AND twin.name")
    )


def test_a_file_that_is_no_text_is_told_and_a_byte_order_mark_is_not_minded(tmp_path):
    path = tmp_path / "twins.cypher"
    path.write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())
    assert read_question(path, "twins").header.title == "Twins"
    path.write_bytes("// Städte".encode("latin-1"))
    with pytest.raises(BadQuestion, match="isn't UTF-8 text"):
        read_question(path, "twins")
