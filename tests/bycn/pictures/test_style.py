from itertools import combinations

import pytest

from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES, FACT_TYPE_NAMES
from bycn.pictures import style
from bycn.pictures.layout_columns import LEAST_MIDDLE
from bycn.pictures.strands import Scale

GROUNDS = {"light": "#ffffff", "dark": "#14181f"}

# How people without one kind of cone see colours. Source: Viénot, Brettel and Mollon 1999, on linear RGB.
SIGHTS = {
    "usual": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protan": [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
    "deutan": [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
}


def linear(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def seen(colour, sight):
    rgb = linear(colour)
    return [min(1, max(0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in SIGHTS[sight]]


def lab(rgb):
    x, y, z = (
        sum(a * b for a, b in zip(row, rgb, strict=True))
        for row in ([0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505])
    )
    f = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x / 0.95047, y, z / 1.08883)]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def far_apart(one, other, sight):
    return sum((a - b) ** 2 for a, b in zip(lab(seen(one, sight)), lab(seen(other, sight)), strict=True)) ** 0.5


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_two_countries_keep_apart_in_every_sight(sight, ground):
    assert far_apart(*(getattr(style.COUNTRIES[code], ground) for code in ("BY", "CN")), sight) > 40


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_kinds_of_fact_keep_apart_in_every_sight(sight, ground):
    for one, other in combinations(style.LINES, 2):
        a, b = style.LINES[one], style.LINES[other]
        assert far_apart(getattr(a.ink, ground), getattr(b.ink, ground), sight) > 10, (one, other)


@pytest.mark.parametrize("ground", GROUNDS)
def test_exports_and_imports_are_no_shades_of_one_colour(ground):
    exports, imports = (getattr(style.LINES[f"TRADE_FLOW/{way}"].ink, ground) for way in ("export", "import"))
    assert far_apart(exports, imports, "usual") > 60


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_tie_stands_out_from_its_ground(ground):
    for name, line in style.LINES.items():
        if not line.faint:
            lights = sorted(
                0.05 + sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(c), strict=True))
                for c in (getattr(line.ink, ground), GROUNDS[ground])
            )
            assert lights[1] / lights[0] >= 2.5, name


def test_every_type_has_its_looks():
    assert set(style.SHAPES) == {*ENTITY_TYPE_NAMES, style.UNNAMED}
    assert {kind.split("/")[0] for kind in style.LINES} == set(FACT_TYPE_NAMES)


@pytest.mark.parametrize("width", [0.8, 1.3, 5, 18.7])
def test_the_dash_of_a_plan_never_closes(width):
    long, gap = style.dash(width)
    assert long > gap > width


def test_the_widest_plan_shows_a_gap_between_close_columns():
    assert sum(style.dash(style.WIDEST)) < LEAST_MIDDLE


def test_the_width_grows_with_the_root_of_the_amount_or_with_its_logarithm():
    root, log = Scale("USD", 1e8, 1e4), Scale("USD", 1e8, 1e4, is_log=True)
    assert root.width(1e8) == log.width(1e8) == pytest.approx(style.WIDEST, abs=0.01)
    assert root.width(25e6) == pytest.approx(style.WIDEST / 2, abs=0.01)
    assert root.width(1) == root.width(None) == log.width(1e4) == pytest.approx(style.NARROWEST, abs=0.01)
    gaps = [round(log.width(10.0 ** (power + 1)) - log.width(10.0**power), 1) for power in range(4, 8)]
    assert len(set(gaps)) == 1


@pytest.mark.parametrize("largest", [0.3, 1, 7, 99, 1e3, 123_456, 2.5e9, 1e30])
def test_the_key_has_four_round_amounts_of_which_none_is_larger_than_the_largest(largest):
    key = Scale("USD", largest).key()
    assert len(set(key)) == 4
    assert key == sorted(key)
    assert largest / 2.6 < key[-1] <= largest
    assert {f"{number:e}".rstrip("0")[0] for number in key} <= set("125")


@pytest.mark.parametrize("shape", sorted(set(style.SHAPES.values())))
def test_a_shape_is_one_closed_outline_of_about_its_size(shape):
    path = style.shape_path(shape, 10)
    assert path.startswith("M")
    assert path.endswith("Z")
    assert "e" not in path
