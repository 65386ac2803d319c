"""Prints what forty people who only watch cost the machine while one other saves: watching.py QUORATE FILE FOLDER"""
import os
import select
import subprocess
import sys
import time

from pseudo_terminal import Session

WATCHERS, SECONDS = 40, 30
SCREENS = {"Today": (), "Core groups": ("B",)}


def drain(sessions, seconds):
    count, end = 0, time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        for fd in select.select([s.fd for s in sessions], [], [], left)[0]:
            count += len(os.read(fd, 65536))
    return count


def watch(quorate, path, home, keys):
    """-> (saves, seconds, processor milliseconds of all who watch, bytes that went to their terminals)"""
    common = [quorate, "--file", path, "--today", "2026-04-01"]
    sessions = [Session(common + ["--user", "ltran"], {"HOME": home}, 43, 132) for _ in range(WATCHERS)]
    for session in sessions:
        session.first_picture()
        if keys:
            session.press(*keys)
    drain(sessions, 4)
    before, start, saves, count = sum(s.cpu_milliseconds() for s in sessions), time.perf_counter(), 0, 0
    while time.perf_counter() - start < SECONDS:
        subprocess.run(common + ["user", "add", "ltran", "--name", "Linh Tran", "--roles", "officer"], check=True,
                       env={**os.environ, "HOME": home}, stdout=subprocess.DEVNULL)
        saves += 1
        count += drain(sessions, 1)
    seconds = time.perf_counter() - start
    used = sum(s.cpu_milliseconds() for s in sessions) - before
    for session in sessions:
        session.end()
    return saves, seconds, used, count


def main():
    quorate, path, home = sys.argv[1:]
    for name, keys in SCREENS.items():
        saves, seconds, used, count = watch(quorate, path, home, keys)
        print(f"{WATCHERS} watch {name}, {saves} saves in {seconds:.0f} s: {used / saves:.0f} ms of processor a save, "
              f"{used / seconds / 10:.0f} % of one core, {count} bytes")


if __name__ == "__main__":
    main()
