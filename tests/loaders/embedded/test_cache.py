"""The cache of embedded databases: right answers or clear messages, whatever happens to it."""

import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bycn.loaders.embedded import cache
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.selection import Selection

COUNT = "MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS facts"


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("BYCN_CACHE", str(folder))
    return folder


def databases(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/manifest.json"))


def count_facts() -> int:
    with EmbeddedEngine() as engine:
        return engine.run(COUNT)[0]["facts"]


def count_in_new_process(folder: str, results) -> None:
    os.environ["BYCN_CACHE"] = folder
    results.put(count_facts())


def ask(cache_folder, *arguments, **more):
    code = "import sys; from bycn.cli import main; sys.argv[0] = 'bycn'; main()"
    environment = os.environ | {"BYCN_CACHE": str(cache_folder)} | more.pop("env", {})
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        **more,
    )


@pytest.fixture(scope="module")
def true_count():
    from bycn.loaders.tables import read_graph

    return len(read_graph(Selection()).facts)


def test_the_second_opening_reuses_the_first_ones_database(cache_folder, true_count):
    assert count_facts() == count_facts() == true_count
    assert len(databases(cache_folder)) == 1


def test_an_unchanged_table_is_not_read_again(cache_folder, monkeypatch):
    count_facts()
    time.sleep(max(0, 2.1 - (time.time() - newest_table())))
    count_facts()
    monkeypatch.setattr(cache, "_digest", lambda files: pytest.fail("the tables were read"))
    count_facts()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0.1.0-other\n(1, 2)"])
def test_a_stamp_that_is_damaged_or_of_other_tables_is_not_believed(cache_folder, true_count, content):
    count_facts()
    time.sleep(max(0, 2.1 - (time.time() - newest_table())))
    count_facts()
    [stamp] = (cache_folder / "stamps").iterdir()
    stamp.write_bytes(content)
    assert count_facts() == true_count


def newest_table() -> float:
    return max(path.stat().st_mtime for path in Selection().files())


def test_two_first_runs_at_once_both_answer_and_leave_one_database(cache_folder, true_count):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    runs = [context.Process(target=count_in_new_process, args=(str(cache_folder), results)) for _ in range(2)]
    for run in runs:
        run.start()
    assert [results.get(timeout=60) for _ in runs] == [true_count] * 2
    for run in runs:
        run.join()
    assert len(databases(cache_folder)) == 1
    assert not list(cache_folder.glob("tmp-*"))


def test_a_build_killed_in_the_middle_leaves_nothing_that_answers(cache_folder, true_count, monkeypatch):
    code = "from bycn.loaders.embedded.database import EmbeddedEngine; EmbeddedEngine()"
    killed = subprocess.Popen([sys.executable, "-c", code], env=os.environ | {"BYCN_CACHE": str(cache_folder)})
    while not list(cache_folder.glob("tmp-*/db/*")):
        assert killed.poll() is None, "the build was over before it could be killed"
        time.sleep(0.01)
    killed.kill()
    killed.wait()
    assert not databases(cache_folder)
    assert count_facts() == true_count
    monkeypatch.setattr(cache, "_ABANDONED_SECONDS", -1)
    cache._drop_oldest(cache_folder, databases(cache_folder)[0])
    assert not list(cache_folder.glob("tmp-*"))


@pytest.mark.parametrize("damage", ["truncated", "flipped", "missing", "no manifest"])
def test_a_damaged_database_is_built_anew(cache_folder, true_count, damage):
    count_facts()
    [folder] = databases(cache_folder)
    victim = max((folder / "db").iterdir(), key=lambda path: path.stat().st_size)
    content = victim.read_bytes()
    if damage == "truncated":
        victim.write_bytes(content[: len(content) // 2])
    elif damage == "flipped":
        middle = len(content) // 3
        victim.write_bytes(content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :])
    elif damage == "missing":
        victim.unlink()
    else:
        (folder / "manifest.json").unlink()
    assert count_facts() == true_count
    assert cache.is_sound(databases(cache_folder)[0])


def test_where_the_cache_cant_be_written_a_temporary_folder_serves(tmp_path, monkeypatch, true_count):
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("BYCN_CACHE", str(blocked / "cache"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert count_facts() == true_count
    assert blocked.read_text() == "not a folder"


def test_where_nothing_can_be_written_the_message_says_so(tmp_path, monkeypatch):
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("BYCN_CACHE", str(blocked / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(blocked))
    with pytest.raises(ConnectionFailed, match="BYCN_CACHE"):
        EmbeddedEngine()


def test_a_full_disk_ends_in_a_right_answer_or_a_clear_message(tmp_path, true_count):
    small = tmp_path / "small"
    small.mkdir()
    if (
        os.name != "posix"
        or os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(small)], capture_output=True
        ).returncode
    ):
        pytest.skip("needs the right to mount a small file system")
    try:
        both = ask(small, "stats", env={"TMPDIR": str(small)})
        assert both.returncode == 4, both.stderr
        assert "BYCN_CACHE" in both.stderr
        assert "Traceback" not in both.stderr
        assert not databases(small)
        elsewhere = ask(small, "stats", "--format", "json", env={"TMPDIR": str(tmp_path)})
        assert elsewhere.returncode == 0, elsewhere.stderr
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_only_the_databases_used_last_are_kept(cache_folder):
    for number in range(8):
        folder = cache_folder / f"old-{number}"
        (folder / "db").mkdir(parents=True)
        (folder / "manifest.json").write_text("{}")
        os.utime(folder / "manifest.json", (number, number))
    count_facts()
    left = [path.name for path in databases(cache_folder)]
    assert len(left) == cache.KEPT
    assert {"old-4", "old-5", "old-6", "old-7"} < set(left)


def test_the_stamp_of_a_database_that_is_gone_goes_too(cache_folder):
    (cache_folder / "stamps").mkdir(parents=True)
    (cache_folder / "stamps" / "0000abcd").write_text("0.1.0-gone\n()")
    count_facts()
    assert not (cache_folder / "stamps" / "0000abcd").exists()


def test_nothing_is_written_to_the_working_directory_and_the_engine_is_silent(cache_folder, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    asked = ask(cache_folder, "stats", cwd=empty, env={"PYTHONPATH": str(Path(cache.__file__).parents[2])})
    assert asked.returncode == 0
    assert asked.stderr == ""
    assert not list(empty.iterdir())
