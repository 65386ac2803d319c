"""Measures quorate on a terminal beside less, tig and calcurse in the same run, and prints a table.

Bytes are counts and hardly change between runs; times are of this machine, so read them beside the others' column.
Nothing here passes or fails: the byte budgets are tests of their own (tests/e2e/test_journey_wire.c)."""
import argparse
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import time

from pseudo_terminal import Session

TODAY = "2026-04-01"
RUNS = 7
KEYS = 60


def median(values):
    return statistics.median(values) if values else None


def p95(values):
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)] if values else None


class Subject:
    """One program on its long list: how to start it and which keys move, turn pages and type."""

    def __init__(self, name, argv, before=(), typing=None, page="PgDn", env=None, quit_keys=("q",)):
        self.name, self.argv, self.before, self.typing = name, argv, before, typing
        self.page, self.env, self.quit_keys = page, env, quit_keys
        self.rows = {}

    def start(self):
        session = Session(self.argv, self.env)
        size, taken = session.first_picture()
        for key in self.before:
            session.press(key)
        return session, size, taken

    def measure_starts(self):
        sizes, times = [], []
        for _ in range(RUNS):
            session, size, taken = self.start()
            sizes.append(size)
            times.append(taken)
            session.end()
        self.rows["start, ms"] = median(times)
        self.rows["start, bytes"] = median(sizes)

    def record(self, what, samples):
        samples = [s for s in samples if s[0]]
        self.rows[f"{what}, bytes"] = median([s[0] for s in samples])
        self.rows[f"{what}, ms"] = median([s[1] for s in samples])
        self.rows[f"{what}, ms p95"] = p95([s[1] for s in samples])

    def measure_keys(self):
        session, _, _ = self.start()
        self.rows["memory just opened, MiB resident"], self.rows["memory, MiB proportional"] = session.memory_mib()
        self.record("move", [session.press("Down") for _ in range(8)])
        for _ in range(20):
            session.press("Down")
        before = session.cpu_milliseconds()
        self.record("scroll", [session.press("Down") for _ in range(KEYS)])
        self.rows["CPU, ms a key"] = (session.cpu_milliseconds() - before) / KEYS
        self.record("page", [session.press(self.page) for _ in range(8)])
        session.press("Home")
        size, taken = session.press(*["Down"] * 100)
        self.rows["100 Downs at once, bytes"], self.rows["100 Downs at once, ms"] = size, taken
        self.rows["idle 3 s, bytes"] = session.idle_bytes(3)
        session.end()

    def measure_typing(self):
        if not self.typing:
            return
        session, _, _ = self.start()
        for key in self.typing:
            session.press(key)
        self.record("letter in a form", [session.press("e") for _ in range(30)])
        session.end()


def quorate_filter(subject):
    session, _, _ = subject.start()
    session.press("/")
    subject.record("letter of a filter", [session.press(letter) for letter in "okonkwo"])
    session.end()


def quorate_hang_up(subject):
    times = []
    for _ in range(RUNS):
        session, _, _ = subject.start()
        for key in ("a", "N", "Tab", "C"):
            session.press(key)
        times.append(session.hang_up())
    subject.rows["line lost in a form, ms until gone"] = median(times)


IDLE_SECONDS = 8
IDLE_SCREENS = (("Today", ()), ("My day", ("Y",)), ("Core groups", ("B",)), ("a core group", ("B", "Enter")),
                ("a conference", ("W", "Enter")))


def quorate_idle(subject):
    """-> [(screen, bytes, wake-ups a second, resident when it was opened, resident, own, of files)], some seconds after
    the last key. The figures are the kernel's own; of files: pages that all sessions share."""
    rows = []
    for name, keys in IDLE_SCREENS:
        session = Session(subject.argv, subject.env)
        session.first_picture()
        for key in keys:
            session.press(key)
        opened = session.status()["VmRSS"]
        session.idle_bytes(5)
        before = session.status()
        written = session.idle_bytes(IDLE_SECONDS)
        after = session.status()
        woken = (after["voluntary_ctxt_switches"] - before["voluntary_ctxt_switches"]) / IDLE_SECONDS
        rows.append((name, written, woken, opened, after["VmRSS"], after["RssAnon"], after["RssFile"]))
        session.end()
    return rows


def idle_table(rows):
    lines = ["| idle, 450 families | bytes in 8 s, 0 | wake-ups a second, <= 1 | MiB just opened | MiB resident, <= 8 | its own |"
             " of files, shared |", "|---|---:|---:|---:|---:|---:|---:|"]
    for name, written, woken, *kilobytes in rows:
        lines.append(f"| {name} | {written} | {woken:.2f} | " + " | ".join(f"{kb / 1024:.2f}" for kb in kilobytes) + " |")
    return lines


class TooLong(Exception):
    """A peer took longer than it may."""


def too_long(*_):
    raise TooLong


def measure(subject, quorate):
    """A peer that hangs is left out after two minutes; what was measured of it until then stays."""
    print(f"measuring {subject.name} ...", file=sys.stderr)
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(0 if quorate else 120)
    try:
        subject.measure_starts()
        subject.measure_keys()
        subject.measure_typing()
    except TooLong:
        print(f"{subject.name} took too long", file=sys.stderr)
    finally:
        signal.alarm(0)
    if quorate:
        quorate_filter(subject)
        quorate_hang_up(subject)


def timed(argv, **options):
    start = time.perf_counter()
    done = subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, **options)
    return (time.perf_counter() - start) * 1000, done.returncode


def quorate_batch(quorate, folder, samples):
    """-> [(what, ms, budget)]"""
    rows = []
    dates = "".join(f"20{year:02d}-{month:02d}-{day:02d}\n" for year in range(15, 27) for month in range(1, 13)
                    for day in range(1, 29))
    dates = (dates * 30).splitlines(keepends=True)[:100000]
    rows.append(("`when icpc -`, 100,000 dates", timed([quorate, "when", "icpc", "-"], input="".join(dates).encode())[0],
                 "<= 1,000"))
    path = os.path.join(folder, "sample.db")
    timed([quorate, "init", path, "--authority", "Median Council", "--la-code", "901", "--profile", "national"])
    for kind, name in (("contacts", "contacts.csv"), ("census", "2026.xml"), ("people", "people.csv"),
                       ("requests", "requests.csv")):
        taken, _ = timed([quorate, "import", kind, os.path.join(samples, f"median-authority-{name}"), "--file", path,
                          "--today", TODAY])
        rows.append((f"`import {kind}` of the sample authority", taken, ""))
    taken, _ = timed([quorate, "due", "--json", "--file", path, "--today", TODAY])
    rows.append(("`due --json` of the sample authority", taken, ""))
    return rows


def make_csv(folder):
    path = os.path.join(folder, "list.csv")
    with open(path, "w", encoding="utf-8") as out:
        for i in range(20000):
            out.write(f"C-{i:06d},Family {i * 7919 % 9973},{1 + i % 28:02d}/04/2026,review,Room {i % 9},booked\n")
    return path


def make_repository(folder):
    path = os.path.join(folder, "repository")
    subprocess.run(["git", "init", "-q", path], check=True)
    stream = []
    for i in range(20000):
        message = f"Change {i} of {i * 7919 % 9973}"
        stream.append(f"commit refs/heads/main\ncommitter Nobody <nobody@example.org> {1700000000 + i * 60} +0000\n"
                      f"data {len(message)}\n{message}\n")
    subprocess.run(["git", "-C", path, "fast-import", "--quiet"], input="".join(stream).encode(), check=True)
    subprocess.run(["git", "-C", path, "symbolic-ref", "HEAD", "refs/heads/main"], check=True)
    return path


def make_appointments(folder):
    path = os.path.join(folder, "calcurse")
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, "apts"), "w", encoding="utf-8") as out:
        for i in range(20000):
            out.write(f"{1 + i % 12:02d}/{1 + i % 28:02d}/{2020 + i % 8} @ 09:00 -> {1 + i % 12:02d}/{1 + i % 28:02d}/"
                      f"{2020 + i % 8} @ 10:00 |Conference {i}\n")
    return path


def peers(folder):
    found = []
    if shutil.which("less"):
        found.append(Subject("less", ["less", "-S", make_csv(folder)], env={"LESS": ""}))
    if shutil.which("tig") and shutil.which("git"):
        found.append(Subject("tig", ["sh", "-c", f"cd '{make_repository(folder)}' && exec tig"]))
    if shutil.which("calcurse"):
        found.append(Subject("calcurse", ["calcurse", "-D", make_appointments(folder)]))
    return found


BUDGETS = {
    "start, ms": "<= 40", "move, bytes": "<= 150", "move, ms": "<= 0.7", "move, ms p95": "<= 1.5",
    "scroll, bytes": "<= 250", "page, bytes": "<= 2,000", "letter in a form, bytes": "<= 40",
    "letter in a form, ms": "<= 0.5", "100 Downs at once, ms": "<= 20", "100 Downs at once, bytes": "<= 4,000",
    "idle 3 s, bytes": "0", "memory, MiB proportional": "<= 4",
    "CPU, ms a key": "<= 0.5", "line lost in a form, ms until gone": "<= 1,000",
}


def shown(value):
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 or float(value).is_integer() else f"{value:.2f}"


def table(subjects):
    names = [name for subject in subjects for name in subject.rows]
    names = list(dict.fromkeys(names))
    less = next((s for s in subjects if s.name == "less"), None)
    lines = ["| measure | budget | " + " | ".join(s.name for s in subjects) + " | to less |",
             "|---|---|" + "---:|" * (len(subjects) + 1)]
    for name in names:
        own, other = subjects[0].rows.get(name), less.rows.get(name) if less else None
        ratio = f"{own / other:.1f}x" if own and other else "-"
        lines.append(f"| {name} | {BUDGETS.get(name, '')} | " +
                     " | ".join(shown(s.rows.get(name)) for s in subjects) + f" | {ratio} |")
    return lines


def machine():
    model = platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        for line in f:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return f"{model}, {os.cpu_count()} cores, Linux {platform.release().split('-')[0]}, 80x24, xterm-256color"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quorate", required=True, help="the program, built with optimisation")
    parser.add_argument("--folder", required=True, help="a scratch folder")
    parser.add_argument("--samples", required=True, help="the folder of the sample authority")
    parser.add_argument("--file", action="append", required=True, metavar="NAME=FILE", help="a case file and its name")
    parser.add_argument("--write", metavar="FILE", help="write the report there too")
    options = parser.parse_args()

    subjects = []
    for pair in options.file:
        name, path = pair.split("=", 1)
        subject = Subject(name, [options.quorate, "--file", path, "--today", TODAY], before=("e", "Home"),
                          typing=("a", "Tab", "A"), env={"HOME": options.folder})
        subjects.append(subject)
    subjects += peers(options.folder)
    for subject in subjects:
        measure(subject, subject.argv[0] == options.quorate)
    lines = ["# Benchmarks", "", "Made by `sh tests/bench/run.sh --write`. " + machine() + ". Medians; the peers show lists of",
             "20,000 rows. Times hold for this machine only: read them beside the peers of the same run.", ""]
    lines += table(subjects)
    lines += [""] + idle_table(quorate_idle(subjects[0]))
    lines += ["", "| in one go | budget, ms | ms |", "|---|---|---:|"]
    lines += [f"| {what} | {budget} | {shown(taken)} |"
              for what, taken, budget in quorate_batch(options.quorate, options.folder, options.samples)]
    print("\n".join(lines))
    if options.write:
        with open(options.write, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
