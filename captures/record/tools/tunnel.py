#!/usr/bin/python3
"""One end of a tunnel: packets of a tun interface travel inside IPv4 to the other end.

    tunnel.py INTERFACE LOCAL REMOTE gre|ipip|6in4

In user space, because not every kernel has these tunnels.
"""
import fcntl
import os
import select
import socket
import struct
import sys

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454ca, 1, 0x1000
PROTOCOLS = {'gre': 47, 'ipip': 4, '6in4': 41}
GRE_IPV4 = b'\x00\x00\x08\x00'


def open_tun(name):
    tun = os.open('/dev/net/tun', os.O_RDWR)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack('16sH', name.encode(), IFF_TUN | IFF_NO_PI))
    return tun


def main():
    name, local, remote, kind = sys.argv[1:]
    tun = open_tun(name)
    outer = socket.socket(socket.AF_INET, socket.SOCK_RAW, PROTOCOLS[kind])
    outer.bind((local, 0))
    extra = GRE_IPV4 if kind == 'gre' else b''
    while True:
        ready, _, _ = select.select([tun, outer], [], [])
        if tun in ready:
            outer.sendto(extra + os.read(tun, 65535), (remote, 0))
        if outer in ready:
            packet = outer.recv(65535)
            os.write(tun, packet[(packet[0] & 15) * 4 + len(extra):])


main()
