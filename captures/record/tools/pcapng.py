#!/usr/bin/python3
"""Several classic pcap files as one pcapng file, each as an interface with a name, packets by time.

    pcapng.py TARGET COMMENT NAME=FILE...

Written by hand because the usual tools note the machine they ran on in the section header.
"""
import struct
import sys

SECTION, INTERFACE, PACKET = 0x0a0d0d0a, 1, 6
COMMENT, IF_NAME, IF_TSRESOL = 1, 2, 9


def padded(data):
    return data + b'\0' * (-len(data) % 4)


def option(code, data):
    return struct.pack('<HH', code, len(data)) + padded(data)


def block(kind, body):
    length = struct.pack('<I', len(body) + 12)
    return struct.pack('<I', kind) + length + body + length


def section(comment):
    options = option(COMMENT, comment.encode()) + option(0, b'')
    return block(SECTION, struct.pack('<IHHq', 0x1a2b3c4d, 1, 0, -1) + options)


def interface(name, link, snaplen):
    options = option(IF_NAME, name.encode()) + option(IF_TSRESOL, b'\x09') + option(0, b'')
    return block(INTERFACE, struct.pack('<HHI', link, 0, snaplen) + options)


def packet(number, when, data, length):
    header = struct.pack('<IIIII', number, when >> 32, when & 0xffffffff, len(data), length)
    return block(PACKET, header + padded(data))


def read_pcap(name):
    """Its link type, its snap length and its packets as (nanoseconds, data, original length)."""
    with open(name, 'rb') as file:
        magic, _, _, _, _, snaplen, link = struct.unpack('<IHHiIII', file.read(24))
        scale = {0xa1b2c3d4: 1000, 0xa1b23c4d: 1}[magic]
        packets = []
        while header := file.read(16):
            seconds, fraction, captured, length = struct.unpack('<IIII', header)
            packets.append((seconds * 10**9 + fraction * scale, file.read(captured), length))
    return link, snaplen, packets


def main():
    target, comment, *sources = sys.argv[1:]
    blocks, packets = [section(comment)], []
    for number, source in enumerate(sources):
        name, _, file = source.partition('=')
        link, snaplen, found = read_pcap(file)
        blocks.append(interface(name, link, snaplen))
        packets += [(when, number, data, length) for when, data, length in found]
    blocks += [packet(number, when, data, length) for when, number, data, length in sorted(packets, key=lambda p: p[0])]
    with open(target, 'wb') as file:
        file.write(b''.join(blocks))


main()
