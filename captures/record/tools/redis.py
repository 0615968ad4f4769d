#!/usr/bin/python3
"""Answers a few commands as Redis would, on whatever port it is given: a foreign protocol on a mail port."""
import socket
import sys

ANSWERS = {b'PING': b'+PONG\r\n', b'SET': b'+OK\r\n', b'GET': b'$5\r\nhallo\r\n'}

listener = socket.create_server(('', int(sys.argv[1])))
connection, _ = listener.accept()
while request := connection.recv(4096):
    # *2 $3 GET $3 key: the third line is the command
    connection.sendall(ANSWERS.get(request.split(b'\r\n')[2], b'-ERR unknown command\r\n'))
