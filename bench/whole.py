"""Run a command to its end and say what it took. A small process of its own: a child is charged the peak memory of who starts it.

whole.py COMMAND [ARGUMENT ...]     (stdin is the command's; prints {"code", "wall_ms", "cpu_ms", "peak_mb"})
"""

import os
import sys
import time

started = time.monotonic()
nothing = os.open(os.devnull, os.O_WRONLY)
silence = [(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in (1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silence)
_, status, used = os.wait4(child, 0)
wall_ms = (time.monotonic() - started) * 1000
cpu_ms = (used.ru_utime + used.ru_stime) * 1000
print(
    f'{{"code": {os.waitstatus_to_exitcode(status)}, "wall_ms": {wall_ms}, "cpu_ms": {cpu_ms}, "peak_mb": {used.ru_maxrss / 1024}}}'
)
