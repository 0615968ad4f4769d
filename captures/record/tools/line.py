#!/usr/bin/python3
"""A cable between two interfaces: carries every frame from one to the other, and can be told to be a bad one.

    line.py IF-A IF-B [--delay SECONDS] [--lose 9,14] [--double 5] [--late 7] [--wrap vlan:42]

--lose, --double and --late count the TCP segments with payload that travel from A to B, from 1:
such a segment is dropped, sent twice, or held back for 8 ms so that later ones overtake it.
--wrap puts frames that come in at A into something more (see wraps below) and takes it off those that come in at B.
"""
import argparse
import heapq
import select
import socket
import time

PACKET_OUTGOING = 4
LATE = 0.008


def wrap_vlan(number):
    """802.1Q"""
    return lambda frame: frame[:12] + b'\x81\x00' + short(number) + frame[12:]


def wrap_qinq(outer, inner):
    """802.1ad around 802.1Q"""
    return lambda frame: frame[:12] + b'\x88\xa8' + short(outer) + b'\x81\x00' + short(inner) + frame[12:]


def wrap_mpls(label):
    """one label, bottom of the stack"""
    return lambda frame: frame[:12] + b'\x88\x47' + (label << 12 | 0x1ff).to_bytes(4, 'big') + frame[14:]


def wrap_pppoe(session):
    """PPPoE session, PPP, IPv4"""
    return lambda frame: (frame[:12] + b'\x88\x64\x11\x00' + short(session)
                          + short(len(frame) - 14 + 2) + b'\x00\x21' + frame[14:])


def without_tags(frame):
    """All VLAN tags that are left: the kernel has taken off the outermost already."""
    while frame[12:14] in (b'\x81\x00', b'\x88\xa8'):
        frame = frame[:12] + frame[16:]
    return frame


WRAPS = {
    'vlan': (wrap_vlan, without_tags),
    'qinq': (wrap_qinq, without_tags),
    'mpls': (wrap_mpls, lambda frame: frame[:12] + b'\x08\x00' + frame[18:]),
    'pppoe': (wrap_pppoe, lambda frame: frame[:12] + b'\x08\x00' + frame[22:]),
}


def short(number):
    return number.to_bytes(2, 'big')


def wrapping(text):
    """vlan:42 as two functions, one for each direction"""
    kind, *values = text.split(':')
    put_on, take_off = WRAPS[kind]
    return put_on(*(int(value) for value in values)), take_off


def numbers(text):
    return {int(n) for n in text.split(',') if n}


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument('interfaces', nargs=2)
    parser.add_argument('--delay', type=float, default=0.0004)
    parser.add_argument('--wrap', type=wrapping)
    for fault in ('--lose', '--double', '--late'):
        parser.add_argument(fault, type=numbers, default=set())
    return parser.parse_args()


def carries_payload(frame):
    """TCP over IPv4 with at least one octet in it."""
    if frame[12:14] != b'\x08\x00' or frame[23] != 6:
        return False
    ip = (frame[14] & 15) * 4
    tcp = (frame[14 + ip + 12] >> 4) * 4
    return int.from_bytes(frame[16:18], 'big') > ip + tcp


class Line:
    def __init__(self, opts):
        self.opts = opts
        self.waiting = []
        self.order = 0
        self.segments = 0
        self.ends = [socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)) for _ in opts.interfaces]
        for end, name in zip(self.ends, opts.interfaces):
            end.bind((name, 0))

    def schedule(self, when, end, frame):
        self.order += 1
        heapq.heappush(self.waiting, (when, self.order, end, frame))

    def accept(self, side):
        frame, source = self.ends[side].recvfrom(65535)
        if source[2] == PACKET_OUTGOING:
            return
        when = time.monotonic() + self.opts.delay
        copies = 1
        if side == 0 and carries_payload(frame):
            self.segments += 1
            copies = 0 if self.segments in self.opts.lose else 2 if self.segments in self.opts.double else 1
            when += LATE if self.segments in self.opts.late else 0
        if self.opts.wrap:
            frame = self.opts.wrap[side](frame)
        for _ in range(copies):
            self.schedule(when, self.ends[1 - side], frame)

    def run(self):
        while True:
            now = time.monotonic()
            while self.waiting and self.waiting[0][0] <= now:
                _, _, end, frame = heapq.heappop(self.waiting)
                end.send(frame)
            pause = max(0, self.waiting[0][0] - time.monotonic()) if self.waiting else None
            ready, _, _ = select.select(self.ends, [], [], pause)
            for end in ready:
                self.accept(self.ends.index(end))


Line(options()).run()
