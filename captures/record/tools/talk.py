#!/usr/bin/python3
"""A client that follows a script to the octet, for what no ordinary client does on demand.

    talk.py HOST PORT SCRIPT

Lines of a script:
    < PATTERN    wait until something matching this regular expression has come since the last such wait;
                 what a group (?P<name>...) of it matched is kept
    > TEXT       send this line; several in a row travel together in one segment; %(name) is what was kept
    >> TEXT      the same without a line end; \\r, \\n and \\xNN mean the octets
    ~ SECONDS    send what is waiting, then pause
    ! reset      send what is waiting, then end the connection with RST
    ! close      send what is waiting, then end the connection with FIN
    ! deflate    send what is waiting, then speak and understand only DEFLATE (RFC 4978)
    ! run LABEL  create the file /tmp/LABEL, for which the scene may wait
    # anything   a remark
"""
import re
import socket
import struct
import sys
import time
import zlib

LIMIT = 15


class Client:
    def __init__(self, host, port):
        self.socket = socket.create_connection((host, port), timeout=LIMIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.outgoing = b''
        self.incoming = ''
        self.kept = {}
        self.deflater = self.inflater = None

    def flush(self):
        if self.outgoing:
            self.socket.sendall(self.deflated(self.outgoing))
            self.outgoing = b''

    def deflated(self, octets):
        if self.deflater is None:
            return octets
        return self.deflater.compress(octets) + self.deflater.flush(zlib.Z_SYNC_FLUSH)

    def deflate(self):
        self.flush()
        self.deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        self.inflater = zlib.decompressobj(wbits=-zlib.MAX_WBITS)

    def wait(self, pattern):
        self.flush()
        while True:
            match = re.search(pattern, self.incoming, re.MULTILINE)
            if match:
                self.incoming = self.incoming[match.end():]
                self.kept.update(match.groupdict())
                return
            try:
                received = self.socket.recv(65536)
            except TimeoutError:
                received = b''
            if not received:
                raise SystemExit(f'talk.py: {pattern!r} never came, after {self.incoming!r}')
            if self.inflater:
                received = self.inflater.decompress(received)
            self.incoming += received.decode('latin-1')

    def end(self, how):
        self.flush()
        if how == 'reset':
            time.sleep(0.02)
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        self.socket.close()

    def await_close(self):
        self.flush()
        while self.socket.recv(65536):
            pass
        self.socket.close()


def octets(text):
    return re.sub(r'\\(r|n|x[0-9a-f]{2})', lambda m: {'r': '\r', 'n': '\n'}.get(m[1]) or chr(int(m[1][1:], 16)),
                  text).encode('latin-1')


def filled(text, kept):
    return re.sub(r'%\((\w+)\)', lambda m: kept[m[1]], text)


def follow(client, script):
    for line in script:
        word, _, rest = line.rstrip('\n').partition(' ')
        if word == '<':
            client.wait(rest)
        elif word == '>':
            client.outgoing += filled(rest, client.kept).encode('utf-8') + b'\r\n'
        elif word == '>>':
            client.outgoing += octets(rest)
        elif word == '~':
            client.flush()
            time.sleep(float(rest))
        elif word == '!' and rest.startswith('run '):
            open('/tmp/' + rest[4:], 'w').close()
        elif line.strip() == '! deflate':
            client.deflate()
        elif word == '!':
            return client.end(rest)
    return client.await_close()


def main():
    host, port, name = sys.argv[1:]
    with open(name, encoding='utf-8') as script:
        follow(Client(host, int(port)), script)


main()
