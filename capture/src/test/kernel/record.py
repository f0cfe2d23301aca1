#!/usr/bin/env python3
"""Records the captures of the kernel tests: two hosts as network namespaces, joined by a relay that delays, drops and injects.

Needs root, iproute2 and tcpdump. Usage: record.py FOLDER [SITUATION...]
"""
import fcntl, os, select, socket, struct, subprocess, sys, threading, time

A, B, PORT = "10.77.0.1", "10.77.0.2", 7000
DELAY = 0.02


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


class Relay(threading.Thread):
    """Forwards between two TUN devices; keep(packet, to_b) says what is forwarded."""

    def __init__(self):
        super().__init__(daemon=True)
        self.fds = [self.tun("lastack-a"), self.tun("lastack-b")]
        self.keep = lambda packet, to_b: True
        self.seen = []
        self.queue = []
        self.running = True

    @staticmethod
    def tun(name):
        fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(fd, 0x400454CA, struct.pack("16sH", name.encode(), 0x1001))
        return fd

    def run(self):
        while self.running:
            ready, _, _ = select.select(self.fds, [], [], 0.002)
            for fd in ready:
                packet = os.read(fd, 65536)
                to_b = fd == self.fds[0]
                self.seen.append((to_b, packet))
                if self.keep(packet, to_b):
                    self.queue.append((time.time() + DELAY, to_b, packet))
            while self.queue and self.queue[0][0] <= time.time():
                _, to_b, packet = self.queue.pop(0)
                self.inject(packet, to_b)

    def inject(self, packet, to_b):
        os.write(self.fds[1] if to_b else self.fds[0], packet)


def flags(packet):
    return packet[(packet[0] & 15) * 4 + 13] if packet[9] == 6 else 0


def seq(packet):
    return struct.unpack("!I", packet[24:28])[0]


def tcp(to_b, source, destination, number, ack, control, text=b""):
    """An IPv4 packet with a TCP segment and correct checksums, from A if to_b."""
    src, dst = (A, B) if to_b else (B, A)
    head = struct.pack("!HHIIBBHHH", source, destination, number % 2**32, ack % 2**32, 0x50, control, 65535, 0, 0)
    pseudo = socket.inet_aton(src) + socket.inet_aton(dst) + struct.pack("!BBH", 0, 6, len(head) + len(text))
    head = head[:16] + struct.pack("!H", checksum(pseudo + head + text)) + head[18:]
    ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(head) + len(text), os.getpid() & 0xFFFF, 0, 64, 6, 0)
    ip += socket.inet_aton(src) + socket.inet_aton(dst)
    return ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:] + head + text


def checksum(octets):
    octets += b"\0" * (len(octets) % 2)
    total = sum(struct.unpack("!%dH" % (len(octets) // 2), octets))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


class Hosts:
    def __init__(self, file, at="a", device="any"):
        self.relay = Relay()
        for host, address in (("a", A), ("b", B)):
            name = "lastack-" + host
            run("ip", "netns", "add", name)
            run("ip", "link", "set", name, "netns", name)
            run("ip", "-n", name, "addr", "add", address + "/24", "dev", name)
            run("ip", "-n", name, "link", "set", name, "up")
            run("ip", "-n", name, "link", "set", "lo", "up")
        self.relay.start()
        device = "lastack-" + at if device == "tun" else device
        self.tcpdump = subprocess.Popen(
            ["ip", "netns", "exec", "lastack-" + at, "tcpdump", "-U", "-s", "96", "-i", device, "-w", file, "tcp"],
            stderr=subprocess.DEVNULL)
        time.sleep(1.5)

    def sysctl(self, host, name, value):
        run("ip", "netns", "exec", "lastack-" + host, "sysctl", "-qw", "net.ipv4.%s=%s" % (name, value))

    def socket(self, host):
        """A socket in the namespace of host: made by a thread that has moved there."""
        made = []

        def make():
            with open("/run/netns/lastack-" + host) as namespace:
                libc.setns(namespace.fileno(), 0x40000000)
            made.append(socket.socket(socket.AF_INET, socket.SOCK_STREAM))

        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        made[0].setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return made[0]

    def listen(self):
        listener = self.socket("b")
        listener.bind((B, PORT))
        listener.listen(8)
        return listener

    def connect(self, listener, port=40000):
        client = self.socket("a")
        client.bind((A, port))
        client.connect((B, PORT))
        return client, listener.accept()[0]

    def last(self, to_b, control):
        """The last packet in that direction with these control bits."""
        return [packet for way, packet in self.relay.seen if way == to_b and flags(packet) & control == control][-1]

    def close(self):
        time.sleep(1)
        self.tcpdump.terminate()
        self.tcpdump.wait()
        self.relay.running = False
        self.relay.join()
        for fd in self.relay.fds:
            os.close(fd)
        for host in "ab":
            run("ip", "netns", "del", "lastack-" + host)


import ctypes
libc = ctypes.CDLL("libc.so.6", use_errno=True)


def exchange(client, server):
    client.sendall(b"question")
    server.recv(100)
    server.sendall(b"answer")
    client.recv(100)


def four_way(file):
    hosts = Hosts(file)
    client, server = hosts.connect(hosts.listen())
    exchange(client, server)
    client.close()
    server.recv(1)
    server.close()
    hosts.close()


def simultaneous(file):
    hosts = Hosts(file, at="b", device="tun")
    client, server = hosts.connect(hosts.listen())
    exchange(client, server)
    client.close()
    server.close()
    hosts.close()


def half_close(file):
    hosts = Hosts(file)
    client, server = hosts.connect(hosts.listen())
    exchange(client, server)
    client.shutdown(socket.SHUT_WR)
    server.recv(1)
    time.sleep(10)
    server.sendall(b"late")
    server.close()
    client.recv(100)
    client.close()
    hosts.close()


def unread(file):
    hosts = Hosts(file, at="b")
    client, server = hosts.connect(hosts.listen())
    client.sendall(b"nobody reads this")
    time.sleep(0.2)
    server.close()
    time.sleep(0.2)
    client.close()
    hosts.close()


def last_ack(file):
    hosts = Hosts(file, at="b")
    client, server = hosts.connect(hosts.listen())
    exchange(client, server)
    client.close()
    server.recv(1)
    time.sleep(0.1)
    hosts.relay.keep = lambda packet, to_b: False
    server.close()
    time.sleep(8)
    hosts.close()


def reopened(file):
    """The server closes first and is in TIME-WAIT when the client comes again from the same port."""
    hosts = Hosts(file, at="b")
    listener = hosts.listen()
    client, server = hosts.connect(listener)
    exchange(client, server)
    server.close()
    client.recv(1)
    client.close()
    time.sleep(1)
    client, server = hosts.connect(listener)
    exchange(client, server)
    server.close()
    client.recv(1)
    client.close()
    hosts.close()


def refused_in_time_wait(file):
    """A SYN with an old number meets TIME-WAIT and is answered by an ACK."""
    hosts = Hosts(file, at="b")
    hosts.sysctl("b", "tcp_timestamps", 0)
    client, server = hosts.connect(hosts.listen())
    exchange(client, server)
    server.close()
    client.recv(1)
    client.close()
    time.sleep(0.3)
    number = seq(hosts.last(True, 1))
    hosts.relay.keep = lambda packet, to_b: not (to_b and flags(packet) & 4)
    hosts.relay.inject(tcp(True, 40000, PORT, number - 5000, 0, 2), True)
    time.sleep(1)
    hosts.close()


def old_fin(file):
    """Without timestamps a FIN of the first incarnation comes again in the second."""
    hosts = Hosts(file, at="b")
    hosts.sysctl("a", "tcp_timestamps", 0)
    listener = hosts.listen()
    client, server = hosts.connect(listener)
    exchange(client, server)
    server.close()
    client.recv(1)
    client.close()
    time.sleep(1)
    fin = hosts.last(True, 1)
    client, server = hosts.connect(listener)
    hosts.relay.inject(fin, True)
    time.sleep(0.3)
    exchange(client, server)
    server.close()
    client.recv(1)
    client.close()
    hosts.close()


def assassination(file):
    """An old segment makes A in TIME-WAIT send an ACK, which B without a connection answers by RST: RFC 1337 §2."""
    hosts = Hosts(file)
    hosts.sysctl("a", "tcp_timestamps", 0)
    listener = hosts.listen()
    client, server = hosts.connect(listener)
    exchange(client, server)
    client.close()
    server.recv(1)
    server.close()
    time.sleep(0.5)
    fin = hosts.last(False, 1)
    old = tcp(False, PORT, 40000, seq(fin) - 6, struct.unpack("!I", fin[28:32])[0], 16, b"answer")
    hosts.relay.inject(old, False)
    time.sleep(0.5)
    hosts.relay.inject(old, False)
    hosts.close()


def challenge(file):
    """An RST in the window but not at RCV.NXT, and a SYN, draw challenge ACKs."""
    hosts = Hosts(file, at="b")
    client, server = hosts.connect(hosts.listen())
    exchange(client, server)
    time.sleep(0.2)
    number = seq(hosts.last(True, 16))
    hosts.relay.inject(tcp(True, 40000, PORT, number + 300, 0, 4), True)
    time.sleep(0.7)
    exchange(client, server)
    hosts.relay.inject(tcp(True, 40000, PORT, number + 400, 0, 2), True)
    time.sleep(0.3)
    exchange(client, server)
    client.close()
    server.recv(1)
    server.close()
    hosts.close()


def fin_wait_2(file):
    hosts = Hosts(file, at="b")
    hosts.sysctl("a", "tcp_fin_timeout", 2)
    client, server = hosts.connect(hosts.listen())
    exchange(client, server)
    client.close()
    server.recv(1)
    time.sleep(6)
    server.close()
    hosts.close()


def tw_reuse(file):
    hosts = Hosts(file)
    hosts.sysctl("a", "tcp_tw_reuse", 1)
    listener = hosts.listen()
    client, server = hosts.connect(listener)
    exchange(client, server)
    client.close()
    server.recv(1)
    server.close()
    time.sleep(2.5)
    client, server = hosts.connect(listener)
    exchange(client, server)
    client.close()
    server.recv(1)
    server.close()
    hosts.close()


SITUATIONS = [four_way, simultaneous, half_close, unread, last_ack, reopened, refused_in_time_wait, old_fin,
              assassination, challenge, fin_wait_2, tw_reuse]

if __name__ == "__main__":
    for situation in SITUATIONS:
        if len(sys.argv) == 2 or situation.__name__ in sys.argv[2:]:
            situation(os.path.join(sys.argv[1], situation.__name__.replace("_", "-") + ".pcap"))
            print(situation.__name__)
