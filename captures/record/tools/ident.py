#!/usr/bin/python3
"""An ident server (RFC 1413) that answers one query, late: who owns the connection with these two ports?"""
import socket
import sys
import time

user, pause = sys.argv[1], float(sys.argv[2])
listener = socket.create_server(('', 113))
connection, _ = listener.accept()
ports = connection.recv(200).decode('ascii').strip()
time.sleep(pause)
connection.sendall(f'{ports} : USERID : UNIX : {user}\r\n'.encode('ascii'))
connection.close()
