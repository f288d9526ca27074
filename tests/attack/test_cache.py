"""A cache that somebody spoiled, in any of its files: the answer is right, or a message says what is in the way.

Three damages to every file are looked for, and a whole run is made for some. `BYCN_ATTACK=N` takes every damage to
every file, and N runs.
"""

import json
import os
import random
import shutil
import time
from pathlib import Path

import pytest

from bycn.loaders.embedded import cache
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.private_folders import NAME, TAG

from .test_fuzz import SEED, within

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="it puts pipes in the way")
COUNT = "MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS facts"
FEW = 2
RUNS = int(os.environ.get("BYCN_ATTACK", FEW))
SECONDS = 45


def emptied(path):
    path.write_bytes(b"")


def cut(path):
    os.truncate(path, path.stat().st_size // 2)


def altered(path):
    content = bytearray(path.read_bytes() or b"x")
    content[len(content) // 2] ^= 255
    path.write_bytes(content)


def grown(path):
    with path.open("ab") as file:
        file.write(b"\0" * 4096)


def deleted(path):
    path.unlink()


def noise(path):
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))


def pipe(path):
    path.unlink()
    os.mkfifo(path)


def endless(path):
    path.unlink()
    path.symlink_to("/dev/zero")


def folder(path):
    path.unlink()
    path.mkdir()


def another(path):
    """A sound file of the same database in its place."""
    path.write_bytes(max(path.parent.iterdir(), key=lambda p: (p.is_file() and p.stat().st_size, p.name)).read_bytes())


DAMAGES = (emptied, cut, altered, grown, deleted, noise, pipe, endless, folder, another)
MANIFESTS = ("[" * 100_000, "[]", "{}", '{"made_by": "bycn 1"}', '{"made_by": "bycn 1", "files": 7}', "\xff", "null")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A whole cache as a second run leaves it, and the right answer."""
    whole = tmp_path_factory.mktemp("sound") / "cache"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("BYCN_CACHE", str(whole))
        facts = {counted() for _ in range(2)}
    return whole, facts


@pytest.fixture
def spoiled(sound, tmp_path, monkeypatch):
    """A copy of that cache to be spoiled."""
    monkeypatch.setenv("BYCN_CACHE", str(tmp_path / "cache"))
    shutil.copytree(sound[0], tmp_path / "cache")
    return tmp_path / "cache" / NAME


def counted() -> int:
    with within(SECONDS), EmbeddedEngine() as engine:
        return engine.run(COUNT)[0]["facts"]


def database_of(root: Path) -> Path:
    [found] = [path.parent for path in root.glob(f"*/{cache.MANIFEST}")]
    return found


def test_no_damage_to_any_file_of_a_database_goes_unseen(spoiled, tmp_path):
    database = database_of(spoiled)
    assert cache.is_sound(database)
    guarded = [path for path in (database / "db").iterdir() if path.name not in cache._VOLATILE]
    assert len(guarded) > 90
    for number, path in enumerate((*guarded, database / cache.MANIFEST)):
        kept = path.read_bytes()
        for damage in DAMAGES if RUNS > FEW else DAMAGES[number % 3 :: 3]:
            damage(path)
            if path.is_symlink() or not path.is_file() or path.read_bytes() != kept:
                with within(SECONDS):
                    assert not cache.is_sound(database), (path.name, damage.__name__)
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
                path.write_bytes(kept)
    (database / "db" / "more").write_bytes(b"")
    assert not cache.is_sound(database)


@pytest.mark.parametrize("content", MANIFESTS, ids=lambda text: text[:20])
def test_a_manifest_of_any_content_is_not_believed(spoiled, content):
    manifest = database_of(spoiled) / cache.MANIFEST
    manifest.write_text(content, encoding="latin-1")
    assert not cache.is_sound(manifest.parent)


def unguarded(root: Path) -> list[Path]:
    database = database_of(root)
    volatile = [database / "db" / name for name in sorted(cache._VOLATILE)]
    return [*volatile, *(root / "stamps").iterdir(), root / "lock", root / TAG]


def test_after_damage_to_what_no_checksum_guards_the_answer_is_right(sound, spoiled):
    for number in range(len(unguarded(spoiled))):
        for damage in DAMAGES if RUNS > FEW else (noise, pipe):
            shutil.rmtree(spoiled)
            shutil.copytree(sound[0] / NAME, spoiled)
            path = unguarded(spoiled)[number]
            if path.exists() or damage is noise:
                path.touch()
                damage(path)
                assert {counted()} == sound[1], (path.name, damage.__name__)


@pytest.mark.parametrize("number", range(RUNS))
def test_after_any_damage_the_answer_is_right(sound, spoiled, number):
    chance = random.Random(f"{SEED}:{number}")
    database = database_of(spoiled)
    files = sorted(path for path in (database / "db").iterdir() if path.name not in cache._VOLATILE)
    path, damage = chance.choice([*files, database / cache.MANIFEST]), chance.choice(DAMAGES)
    damage(path)
    assert {counted()} == sound[1], (path.name, damage.__name__)
    again = database_of(spoiled)
    assert cache.is_sound(again)
    assert json.loads((again / cache.MANIFEST).read_bytes())["files"]


def test_on_a_clock_that_was_set_back_the_database_in_use_is_not_the_oldest(sound, spoiled):
    (database_of(spoiled) / cache.MANIFEST).unlink()  # so that it is built again, dated before all others
    for number in range(cache.KEPT):
        other = spoiled / f"0.0.1-{number:032x}"
        (other / "db").mkdir(parents=True)
        (other / cache.MANIFEST).write_text('{"made_by": "bycn 0.0.1", "files": {}}', encoding="ascii")
    later = time.time() + 400 * 86_400
    for path in spoiled.rglob("*"):
        os.utime(path, (later, later))
    with within(SECONDS), EmbeddedEngine() as engine:
        assert engine.folder.parent.parent == spoiled
        assert {engine.run(COUNT)[0]["facts"]} == sound[1]
        assert cache.is_sound(engine.folder.parent)
