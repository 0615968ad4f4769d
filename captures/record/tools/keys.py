#!/usr/bin/python3
"""Presses keys in a full-screen program, one second apart.

    keys.py KEY... -- COMMAND...

A KEY is pressed as it stands (several characters are typed in a row); Enter and Space are named.
"""
import os
import pty
import select
import sys
import time

NAMES = {'Enter': '\r', 'Space': ' '}


def watch(terminal, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.05)
        if ready:
            try:
                os.read(terminal, 65536)
            except OSError:
                return


def main():
    split = sys.argv.index('--')
    keys, command = sys.argv[1:split], sys.argv[split + 1:]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    watch(terminal, 2)
    for key in keys:
        os.write(terminal, NAMES.get(key, key).encode('utf-8'))
        watch(terminal, 1)
    watch(terminal, 1)
    os.close(terminal)
    os.waitpid(pid, 0)


main()
