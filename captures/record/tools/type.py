#!/usr/bin/python3
"""Types a conversation into telnet, as a person would, and waits for each answer.

    type.py HOST PORT SCRIPT [--char]

A script holds one line to type on each of its lines. A line that begins with "| " is typed without waiting
for an answer (text of a mail, the part of a literal); "~ 1.5" waits that many seconds.
--char sends every character in a segment of its own: the end-of-file key, pressed within a line, makes the
terminal hand over what has been typed so far.
"""
import argparse
import os
import pty
import random
import select
import time

END_OF_FILE = b'\x04'


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument('host')
    parser.add_argument('port')
    parser.add_argument('script')
    parser.add_argument('--char', action='store_true')
    return parser.parse_args()


def read_until_quiet(terminal, lines, limit=8.0, quiet=0.25):
    """Until this many line ends have come and then nothing for a while."""
    seen, end = 0, time.monotonic() + limit
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], quiet)
        if ready:
            try:
                seen += os.read(terminal, 4096).count(b'\n')
            except OSError:
                return
        elif seen >= lines:
            return


def type_line(terminal, text, char):
    if char:
        for octet in text.encode('utf-8'):
            os.write(terminal, bytes([octet]) + END_OF_FILE)
            time.sleep(random.uniform(0.03, 0.09))
    else:
        time.sleep(random.uniform(0.2, 0.5))
        os.write(terminal, text.encode('utf-8'))
    os.write(terminal, b'\n')


def converse(terminal, script, char):
    # "Trying ...", "Connected to ...", "Escape character is ..." and the greeting
    read_until_quiet(terminal, 4)
    for line in script.read().splitlines():
        if line.startswith('~ '):
            time.sleep(float(line[2:]))
            continue
        answered = not line.startswith('| ')
        type_line(terminal, line if answered else line[2:], char)
        # the echo ends one line, the answer at least one more
        read_until_quiet(terminal, 2 if answered else 1, quiet=0.25 if answered else 0.05)


def main():
    opts = options()
    random.seed(opts.script)
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp('telnet', ['telnet', opts.host, opts.port])
    with open(opts.script, encoding='utf-8') as script:
        converse(terminal, script, opts.char)
    read_until_quiet(terminal, 1, limit=2)
    os.close(terminal)
    os.waitpid(pid, 0)


main()
