"""A real DNS server on this machine, whose answers a test chooses, one after another."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dnslib import AAAA, QTYPE, RR, A, DNSRecord
from dnslib.server import BaseResolver, DNSHandler, DNSServer


class Names(BaseResolver):  # type: ignore[misc]
    """For each name the addresses of its first look-up, its second, and so on; the last holds for all that follow."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Sequence[str]]] = {}
        self.asked: list[str] = []
        self.port = 0

    def resolve(self, request: DNSRecord, _: DNSHandler) -> DNSRecord:
        reply = request.reply()
        name, kind = str(request.q.qname).rstrip("."), QTYPE[request.q.qtype]
        answers = self.answers.get(name, [[]])
        turn = self.asked.count(f"{kind} {name}")
        self.asked.append(f"{kind} {name}")
        for address in answers[min(turn, len(answers) - 1)]:
            if (kind == "AAAA") == (":" in address):
                data = AAAA(address) if ":" in address else A(address)
                reply.add_answer(RR(request.q.qname, request.q.qtype, rdata=data, ttl=0))
        return reply


@contextmanager
def name_server() -> Iterator[Names]:
    """A DNS server for the length of the block."""
    names = Names()
    server = DNSServer(names, address="127.0.0.1", port=0, logger=_Silent())
    names.port = server.server.server_address[1]
    server.start_thread()
    try:
        yield names
    finally:
        server.stop()
        server.server.server_close()


class _Silent:
    def __getattr__(self, name: str) -> object:
        return lambda *_: None
