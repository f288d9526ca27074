"""How long reading and validating tables takes, and how much memory: `python -m benchmarks.validation`.

Each size is read in a process of its own, so that its peak memory is its own; the time is the best of three.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (10_000, 50_000, 100_000)
SECONDS, MEGABYTES = 5, 400
"""What 100,000 rows may take."""
RUNS = 3


def main() -> None:
    """Print rows, seconds, rows a second and peak memory for each size."""
    from benchmarks.generate import generate
    from bycn.loaders.tables import write_tables

    print(f"{'rows':>8} {'seconds':>8} {'µs/row':>7} {'MB':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            tables = Path(folder) / str(size)
            write_tables(generate(size // 10, size - size // 10), tables)
            seconds, megabytes = min(_measured(tables) for _ in range(RUNS))
            print(f"{size:>8,} {seconds:>8.2f} {seconds / size * 1e6:>7.1f} {megabytes:>5.0f}", flush=True)
    print(f"allowed for 100,000: {SECONDS} s, {MEGABYTES} MB")


def _measured(tables: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.validation", str(tables)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def _read(tables: Path) -> None:
    import resource

    from bycn.loaders.selection import Selection
    from bycn.loaders.tables import read_graph

    begin = time.perf_counter()
    read_graph(Selection((tables,), only_own=True))
    seconds = time.perf_counter() - begin
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


if __name__ == "__main__":
    _read(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
