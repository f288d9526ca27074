"""The cache of embedded databases: right answers or clear messages, whatever happens to it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from bycn.graph_model.errors import DataError
from bycn.loaders import private_folders
from bycn.loaders.embedded import cache, database
from bycn.loaders.embedded.database import EmbeddedEngine
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.locks import hold
from bycn.loaders.private_folders import NAME
from bycn.loaders.selection import Selection

COUNT = "MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS facts"


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("BYCN_CACHE", str(folder))
    return folder


def databases(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob(f"{NAME}/*/manifest.json"))


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
    monkeypatch.setattr(cache, "_digest", lambda tables: pytest.fail("the tables were read"))
    count_facts()


@pytest.mark.parametrize("field", ["st_dev", "st_ino", "st_size", "st_mtime_ns", "st_ctime_ns"])
def test_a_table_in_the_place_of_another_is_seen_by_any_one_sign(tmp_path, field):
    told = {"st_dev": 1, "st_ino": 2, "st_size": 3, "st_mtime_ns": 4, "st_ctime_ns": 5}

    def stamp(**stats):
        table = SimpleNamespace(stat=lambda: SimpleNamespace(**stats), absolute=lambda: "city.csv")
        return cache._stamp([table])[0]

    assert stamp(**told) == stamp(**told)
    assert stamp(**told) != stamp(**told | {field: 9})


@pytest.mark.sampled(2)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0.1.0-other\n(1, 2)"])
def test_a_stamp_that_is_damaged_or_of_other_tables_is_not_believed(cache_folder, true_count, content):
    count_facts()
    time.sleep(max(0, 2.1 - (time.time() - newest_table())))
    count_facts()
    [stamp] = (cache_folder / NAME / "stamps").iterdir()
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
    assert not list(cache_folder.rglob("tmp-*"))


def test_a_build_killed_in_the_middle_leaves_nothing_that_answers(cache_folder, true_count, monkeypatch):
    code = "from bycn.loaders.embedded.database import EmbeddedEngine; EmbeddedEngine()"
    killed = subprocess.Popen([sys.executable, "-c", code], env=os.environ | {"BYCN_CACHE": str(cache_folder)})
    while not list(cache_folder.rglob("tmp-*/db/*")):
        assert killed.poll() is None, "the build was over before it could be killed"
        time.sleep(0.01)
    killed.kill()
    killed.wait()
    assert not databases(cache_folder)
    assert count_facts() == true_count
    monkeypatch.setattr(cache, "_ABANDONED_SECONDS", -1)
    cache._drop_oldest(cache_folder / NAME)
    assert not list(cache_folder.rglob("tmp-*"))


@pytest.mark.sampled(2)
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


def old_database(folder: Path, number: int) -> Path:
    folder = folder / NAME / f"0.0.1-{number:032x}"
    (folder / "db").mkdir(parents=True)
    (folder / "db" / "City_0.bucket").write_text("old")
    (folder / "manifest.json").write_text('{"made_by": "bycn 0.0.1", "files": {}}')
    os.utime(folder / "manifest.json", (number, number))
    return folder


def test_only_the_databases_used_last_are_kept(cache_folder):
    count_facts()
    old = [old_database(cache_folder, number) for number in range(8)]
    cache._drop_oldest(cache_folder / NAME)
    left = databases(cache_folder)
    assert len(left) == cache.KEPT
    assert set(old[4:]) < set(left)
    assert not list(cache_folder.rglob("tmp-*"))


def test_a_database_that_another_process_asks_is_kept(cache_folder):
    count_facts()
    old = [old_database(cache_folder, number) for number in range(8)]
    with hold(old[0] / "manifest.json"):
        cache._drop_oldest(cache_folder / NAME)
        assert old[0] in databases(cache_folder)
        assert old[1] not in databases(cache_folder)


def test_nobody_elses_files_are_removed(cache_folder, monkeypatch):
    monkeypatch.setattr(cache, "KEPT", 0)
    monkeypatch.setattr(cache, "_ABANDONED_SECONDS", -1)
    theirs = [cache_folder / "thesis" / "manifest.json", cache_folder / "tmp-notes" / "a", cache_folder / "db" / "b"]
    count_facts()
    theirs += [cache_folder / NAME / "thesis" / "manifest.json", cache_folder / NAME / "tmp-12345678" / "mine" / "a"]
    theirs += [cache_folder / NAME / f"0.0.1-{1:032x}" / "manifest.json"]
    theirs += [old_database(cache_folder, number) / place for number, place in ((2, "mine/a"), (3, "db/mine/a"))]
    for path in theirs:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    cache._drop_oldest(cache_folder / NAME)
    assert [path.read_text() for path in cache_folder.rglob("*") if path.is_file() and path.name in "ab"] == [
        "mine"
    ] * 5
    assert all(path.read_text() == "mine" for path in theirs if path.name == "manifest.json")
    assert not list(cache_folder.rglob("City_0.bucket"))


def test_a_table_that_is_saved_while_the_database_is_built_is_read_anew(cache_folder, tmp_path, monkeypatch):
    table = tmp_path / "own" / "city.csv"
    table.parent.mkdir()
    line = "id,name,country\ncity/nowhere,{},BY\n"
    selection = Selection((table.parent,))

    def name() -> str:
        with EmbeddedEngine(selection) as engine:
            return engine.run("MATCH (n {id: 'city/nowhere'}) RETURN n.name AS name")[0]["name"]

    def save_and_build(tables, folder):
        table.write_text(line.format("Later"))
        (table.parent / "note.csv").write_text("id,name,country\ncity/elsewhere,Elsewhere,BY\n")
        build(tables, folder)

    build = database._build_from_tables
    table.write_text(line.format("Early"))
    monkeypatch.setattr(database, "_build_from_tables", save_and_build)
    assert name() == "Early"
    monkeypatch.undo()
    monkeypatch.setenv("BYCN_CACHE", str(cache_folder))
    (table.parent / "note.csv").unlink()
    assert name() == "Later"
    table.write_text(line.format("Early"))
    assert name() == "Early"


def test_the_same_rows_in_one_folder_and_in_two_are_told_apart(cache_folder, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("type,id,name,country\ncity,city/nowhere,Nowhere,BY\n")
    two = Selection((tmp_path / "a.csv", tmp_path / "b.csv"))
    one = tmp_path / "one"
    one.mkdir()
    for path in two.paths:
        (one / path.name).write_bytes(path.read_bytes())
    EmbeddedEngine(two).close()
    with pytest.raises(DataError, match="city/nowhere"):
        EmbeddedEngine(Selection((one,)))


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.sampled(2)
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755])
def test_a_cache_that_others_may_have_written_to_is_not_believed(cache_folder, true_count, mode):
    count_facts()
    forged = databases(cache_folder)[0]
    (cache_folder / NAME).chmod(mode)
    with EmbeddedEngine() as engine:
        assert engine.run(COUNT)[0]["facts"] == true_count
        assert forged not in engine.folder.parents
        assert str(cache_folder) in engine.warnings[0]
    assert not engine.folder.exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid(), reason="needs the right to give a folder away")
def test_a_cache_that_somebody_else_made_is_not_believed(cache_folder, true_count):
    (cache_folder / NAME).mkdir(parents=True, mode=0o700)
    os.chown(cache_folder / NAME, 12345, -1)
    with EmbeddedEngine() as engine:
        assert engine.run(COUNT)[0]["facts"] == true_count
        assert cache_folder not in engine.folder.parents
    assert not list((cache_folder / NAME).iterdir())


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_cache_in_a_folder_where_everybody_may_rename_is_not_used(cache_folder, true_count):
    cache_folder.mkdir()
    cache_folder.chmod(0o777)
    assert count_facts() == true_count
    assert not list(cache_folder.iterdir())
    cache_folder.chmod(0o1777)
    assert count_facts() == true_count
    assert len(databases(cache_folder)) == 1


def test_a_folder_of_other_things_by_our_name_is_not_used(cache_folder, true_count):
    (cache_folder / NAME).mkdir(parents=True, mode=0o700)
    (cache_folder / NAME / "thesis").write_text("mine")
    assert count_facts() == true_count
    assert [path.name for path in (cache_folder / NAME).iterdir()] == ["thesis"]


COMMANDS = (("query", "RETURN 1 AS one"), ("export", "csv", "-o", "out"), ("resolve", "Nobody"))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("blocked", [False, True])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_run_leaves_anything_in_the_temporary_folder(cache_folder, tmp_path, command, blocked):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    if blocked:
        cache_folder.write_text("not a folder")
    environment = unset_log() | {"TMPDIR": str(temporary), "PYTHONPATH": str(Path(cache.__file__).parents[2])}
    asked = ask(cache_folder, *command, cwd=tmp_path, env=environment)
    assert asked.returncode == (3 if command[0] == "resolve" else 0), asked.stderr
    assert ("the cache can't be used" in asked.stderr) == blocked
    assert not list(temporary.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.sampled(2)
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_run_that_is_ended_leaves_nothing_in_the_temporary_folder(cache_folder, tmp_path, name):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    cache_folder.write_text("not a folder")
    code = "from bycn.cli import main; main()"
    environment = unset_log() | {"TMPDIR": str(temporary), "BYCN_CACHE": str(cache_folder)}
    run = subprocess.Popen(
        [sys.executable, "-c", code, "stats"],
        env=environment,
        stdout=subprocess.DEVNULL,
        # Whoever runs the tests may ignore these.
        preexec_fn=lambda: [signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTERM, signal.SIGHUP)],
    )
    while not list(temporary.glob("bycn-*/tmp-*/db/*")):
        assert run.poll() is None, "it was over before it could be ended"
        time.sleep(0.01)
    run.send_signal(getattr(signal, name))
    if name == "SIGKILL":  # nobody is left to tidy up, so the next run does
        run.wait()
        assert ask(cache_folder, "stats", env=unset_log() | {"TMPDIR": str(temporary)}).returncode == 0
    else:
        assert run.wait() == 128 + getattr(signal, name)
    assert not list(temporary.iterdir())


def test_the_folder_of_a_run_that_lives_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mine = private_folders.run_folder()
    foreign = tmp_path / "bycn-run-by-hand"
    foreign.mkdir(mode=0o700)
    (foreign / "thesis").write_text("mine")
    code = "from bycn.loaders.private_folders import run_folder; run_folder()"
    subprocess.run([sys.executable, "-c", code], env=os.environ | {"TMPDIR": str(tmp_path)}, check=True)
    assert sorted(tmp_path.iterdir()) == sorted([mine, foreign])
    private_folders.remove_run_folder(mine)
    assert list(tmp_path.iterdir()) == [foreign]


def test_a_log_folder_that_cannot_be_written_is_not_replaced_by_a_temporary_one(cache_folder, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (tmp_path / "log").write_text("no folder")
    env = unset_log() | {"TMPDIR": str(temporary), "ARCADEDB_LOG_DIR": str(tmp_path / "log")}
    said = ask(cache_folder, "stats", env=env)
    assert (said.returncode, said.stderr) == (0, "")
    assert not list(temporary.iterdir())


def unset_log() -> dict[str, str]:
    """The environment as a new shell has it: this process has set up the engine's log already."""
    return os.environ | dict.fromkeys((name for name in os.environ if name.startswith("ARCADEDB")), "")


def test_a_logging_configuration_of_somebody_else_is_not_obeyed(cache_folder, tmp_path):
    temporary, victim = tmp_path / "temporary", tmp_path / "thesis"
    victim.write_text("mine")
    for folder in (temporary / "bycn-engine-log", temporary / "arcadedb" / "log"):
        folder.mkdir(parents=True)
        for name in ("logging.properties", "logging-file-only.properties"):
            (folder / name).write_text(
                f"handlers=java.util.logging.FileHandler\n.level=ALL\njava.util.logging.FileHandler.pattern={victim}\n"
            )
    said = ask(cache_folder, "stats", env=unset_log() | {"TMPDIR": str(temporary), "HOME": str(tmp_path / "home")})
    assert said.returncode == 0
    assert victim.read_text() == "mine"
    assert not list(tmp_path.glob("thesis.*"))
    assert (cache_folder / NAME / "log").stat().st_mode & 0o022 == 0


def test_the_stamp_of_a_database_that_is_gone_goes_too(cache_folder):
    count_facts()
    stamp = cache_folder / NAME / "stamps" / "0000abcd"
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text("0.1.0-gone\n()")
    (databases(cache_folder)[0] / cache.MANIFEST).unlink()  # so that it is built again
    count_facts()
    assert not stamp.exists()


def test_nothing_is_written_to_the_working_directory_and_the_engine_is_silent(cache_folder, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    asked = ask(cache_folder, "stats", cwd=empty, env={"PYTHONPATH": str(Path(cache.__file__).parents[2])})
    assert asked.returncode == 0
    assert asked.stderr == ""
    assert not list(empty.iterdir())
