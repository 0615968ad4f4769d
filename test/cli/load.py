"""A load of SMTP: `serve ADDRESS PORT` answers, `send ADDRESS PORT SESSIONS PACKETS` has sessions at once, each with a mail
of so many packets."""
import socket, sys, threading

# Nearly what a packet holds, so that TCP cannot put two into one.
LINE = b"x" * 1398 + b"\r\n"


def answer(connection):
    connection.sendall(b"220 mail.example.org ESMTP load\r\n")
    lines = connection.makefile("rb")
    content = False
    for line in lines:
        if content:
            if line == b".\r\n":
                content = False
                connection.sendall(b"250 2.0.0 queued\r\n")
        elif line.startswith(b"DATA"):
            content = True
            connection.sendall(b"354 go ahead\r\n")
        elif line.startswith(b"QUIT"):
            connection.sendall(b"221 bye\r\n")
            break
        else:
            connection.sendall(b"250 ok\r\n")
    connection.close()


def serve(address, port):
    listener = socket.create_server((address, port), backlog=1024)
    print("ready", flush=True)
    while True:
        threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()


def talk(address, port, packets, failures):
    try:
        connection = socket.create_connection((address, port), timeout=60)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        replies = connection.makefile("rb")
        replies.readline()
        for line in (b"EHLO client.example.org", b"MAIL FROM:<anna@example.org>", b"RCPT TO:<bob@example.org>", b"DATA"):
            connection.sendall(line + b"\r\n")
            replies.readline()
        connection.sendall(b"Subject: load\r\n\r\n")
        for _ in range(packets):
            connection.sendall(LINE)
        connection.sendall(b".\r\n")
        replies.readline()
        connection.sendall(b"QUIT\r\n")
        replies.readline()
        connection.close()
    except OSError as error:
        failures.append(error)


def send(address, port, sessions, packets):
    failures = []
    threads = [threading.Thread(target=talk, args=(address, port, packets, failures)) for _ in range(sessions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.exit(str(failures[0]) if failures else 0)


command, address, port, *rest = sys.argv[1:]
{"serve": serve, "send": send}[command](address, int(port), *map(int, rest))
