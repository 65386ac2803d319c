"""A program on a pseudo-terminal, with every byte it writes stamped with the time it came."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

NAMED = {
    "Down": b"\x1bOB", "Up": b"\x1bOA", "PgDn": b"\x1b[6~", "PgUp": b"\x1b[5~", "Home": b"\x1bOH",
    "Esc": b"\x1b", "Enter": b"\r", "Tab": b"\t", "BS": b"\x7f",
}
QUIET = 0.04  # seconds without a byte that end an update; never counted as time
LONGEST = 10.0  # seconds: a program with a clock on its screen is never quiet


def key_bytes(name):
    return NAMED.get(name, name.encode())


class Session:
    """Times are in milliseconds from just before the key was written to the last byte that it caused."""

    def __init__(self, argv, env=None, rows=24, columns=80):
        self.started = time.perf_counter()
        self.process, self.fd = pty.fork()
        if self.process == 0:
            os.environ.update({"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "Europe/London", **(env or {})})
            for name in ("LINES", "COLUMNS", "NO_COLOR", "QUORATE_TEST_SYNC"):
                os.environ.pop(name, None)
            os.execvp(argv[0], argv)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read_until_quiet(self, start, first_wait=2.0, quiet=QUIET):
        """-> (bytes, milliseconds to the last byte)"""
        count, last, wait = 0, start, first_wait
        while last - start < LONGEST and select.select([self.fd], [], [], wait)[0]:
            try:
                piece = os.read(self.fd, 65536)
            except OSError:
                break
            if not piece:
                break
            last = time.perf_counter()
            count += len(piece)
            wait = quiet
        return count, (last - start) * 1000

    def first_picture(self):
        return self.read_until_quiet(self.started, first_wait=10.0, quiet=1.0)

    def press(self, *names):
        start = time.perf_counter()
        os.write(self.fd, b"".join(key_bytes(name) for name in names))
        return self.read_until_quiet(start, first_wait=0.5)

    def idle_bytes(self, seconds):
        count, end = 0, time.perf_counter() + seconds
        while True:
            left = end - time.perf_counter()
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                return count
            count += len(os.read(self.fd, 65536))

    def cpu_milliseconds(self):
        with open(f"/proc/{self.process}/schedstat", encoding="ascii") as f:
            return int(f.read().split()[0]) / 1e6

    def memory_mib(self):
        """-> (resident, proportional); None where the program keeps its memory to itself."""
        try:
            with open(f"/proc/{self.process}/smaps_rollup", encoding="ascii") as f:
                text = f.read()
        except OSError:
            return None, None
        return tuple(int(re.search(rf"^{name}:\s+(\d+)", text, re.M).group(1)) / 1024 for name in ("Rss", "Pss"))

    def status(self):
        """-> the numbers of /proc/PID/status: kilobytes, and how often it was woken."""
        with open(f"/proc/{self.process}/status", encoding="ascii") as f:
            return {name: int(value) for name, value in re.findall(r"^(\w+):\s+(\d+)(?: kB)?$", f.read(), re.M)}

    def hang_up(self):
        """Closes the line; -> milliseconds until the process is gone."""
        start = time.perf_counter()
        os.close(self.fd)
        self.fd = -1
        os.waitpid(self.process, 0)
        self.process = 0
        return (time.perf_counter() - start) * 1000

    def end(self):
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        if self.fd >= 0:
            os.close(self.fd)
