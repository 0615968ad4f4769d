#!/usr/bin/python3
"""Takes what comes to a UDP port and keeps nothing: the log host of the scene."""
import socket
import sys

receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(('', int(sys.argv[1])))
while True:
    receiver.recv(65535)
