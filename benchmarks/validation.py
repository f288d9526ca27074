"""How long reading and validating tables takes, and how much memory: `python -m benchmarks.validation`.

As CSV and as a workbook. Each size is read in a process of its own, so that its peak memory is its own; the time is the
processor's, so that a busy machine doesn't matter, and the best of three.
"""

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (10_000, 50_000, 100_000)
ALLOWED = {"csv": (5, 200), "xlsx": (15, 600)}
"""The seconds and megabytes that 100,000 rows may take."""
RUNS = 3


def main() -> None:
    """Print rows, seconds, rows a second and peak memory for each size."""
    from benchmarks.generate import generate
    from bycn.loaders.tables import write_tables

    print(f"{'rows':>8} {'form':>5} {'seconds':>8} {'µs/row':>7} {'MB':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            tables = {"csv": Path(folder) / str(size), "xlsx": Path(folder) / f"{size}.xlsx"}
            write_tables(generate(size // 10, size - size // 10), tables["csv"])
            _as_workbook(tables["csv"], tables["xlsx"])
            for form, path in tables.items():
                seconds, megabytes = min(_measured(path) for _ in range(RUNS))
                print(
                    f"{size:>8,} {form:>5} {seconds:>8.2f} {seconds / size * 1e6:>7.1f} {megabytes:>5.0f}", flush=True
                )
    for form, (seconds, megabytes) in ALLOWED.items():
        print(f"allowed for 100,000 as {form}: {seconds} s, {megabytes} MB")


def _as_workbook(folder: Path, path: Path) -> None:
    from bycn.loaders.workbooks.writing import Workbook

    with Workbook(path) as book:
        for table in sorted(folder.glob("*.csv")):
            with table.open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
            book.sheet(table.stem, header, rows)


def _measured(tables: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.validation", str(tables)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def _read(tables: Path) -> None:
    import resource

    from bycn.loaders.selection import Selection
    from bycn.loaders.tables import read_graph

    begin = time.process_time()
    read_graph(Selection((tables,), only_own=True))
    seconds = time.process_time() - begin
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


if __name__ == "__main__":
    _read(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
