"""Our dossier against public engines on the same content, by a Python that has `weasyprint` (PyPI), with Debian's chromium:

    cargo build --release -p dossier --example measure --example twin
    target/release/examples/twin 28 /tmp/twin/twin.html $PWD/assets/fonts
    engines.py target/release/examples/measure /tmp/twin/twin.html [--people N] [--turns N]

MEASURE is the built example `measure` of the crate `dossier`, TWIN.html what the example `twin` made of the same model.
Chromium (Debian) and WeasyPrint (PyPI) print the HTML. Every engine runs once in each turn, one after another; the time is
that of the whole process from start to end, and each reads its photographs from TWIN's folder. The memory is the highest sum
over a program's processes (PSS: shared pages are divided among those that map them). Prints medians and ratios; judges nothing.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def children():
    """Every process and its parent."""
    tree = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                stat = Path(f"/proc/{name}/stat").read_text()
                tree.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(name))
            except OSError:  # it has ended
                continue
    return tree


def memory(root):
    """What a process and all below it hold, in bytes."""
    tree, waiting, total = children(), [root], 0
    while waiting:
        process = waiting.pop()
        waiting += tree.get(process, [])
        try:
            for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
        except OSError:
            continue
    return total


def run(command, watched):
    """Seconds of the whole process; with `watched` its highest memory instead, since looking costs time."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while watched and process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.02)
    if process.wait() != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return peak if watched else time.perf_counter() - start


def pages(path):
    said = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:")))


def main():
    words = argparse.ArgumentParser()
    words.add_argument("measure")
    words.add_argument("twin")
    words.add_argument("--people", default="28")
    words.add_argument("--turns", type=int, default=5)
    asked = words.parse_args()
    chromium = shutil.which("chromium") or sys.exit("chromium is missing: sudo apt-get install chromium")
    weasyprint = Path(sys.executable).parent / "weasyprint"
    twin = Path(asked.twin).resolve()
    with tempfile.TemporaryDirectory() as folder:
        out = {name: str(Path(folder) / f"{name}.pdf") for name in ("ours", "Chromium", "WeasyPrint")}
        engines = {
            "ours": [asked.measure, asked.people, out["ours"], "1", str(twin.parent)],
            "Chromium": [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--allow-file-access-from-files", f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={out['Chromium']}", twin.as_uri(),
            ],
            "WeasyPrint": [weasyprint, "--quiet", twin.as_uri(), out["WeasyPrint"]],
        }
        seconds = {name: [] for name in engines}
        for turn in range(asked.turns):
            for name, command in engines.items():
                seconds[name].append(run(command, watched=False))
            print(f"turn {turn + 1}: " + ", ".join(f"{name} {times[-1]:.2f} s" for name, times in seconds.items()), flush=True)
        peaks = {name: run(command, watched=True) for name, command in engines.items()}
        ours = statistics.median(seconds["ours"])
        print(f"{asked.people} people, {asked.turns} turns, median of whole processes")
        for name in engines:
            took = statistics.median(seconds[name])
            size = Path(out[name]).stat().st_size
            print(
                f"  {name}: {took:.2f} s ({took / ours:.1f} × ours), {peaks[name] / 1e6:.0f} MB, "
                f"{pages(out[name])} pages, {size / 1e6:.1f} MB file"
            )


if __name__ == "__main__":
    main()
