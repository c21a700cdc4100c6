"""A publisher on this machine that behaves as told: it answers, stalls, breaks off, sends away."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, repeat

Answer = Callable[["Handler"], None]
CSV = "text/csv"
HTML = "text/html; charset=utf-8"
ALLOWED = "User-agent: *\nAllow: /\n"


def gives(body: bytes | str, kind: str = CSV, status: int = 200, **headers: str) -> Answer:
    """Answers with a body; underscores in names of headers are hyphens."""
    content = body.encode() if isinstance(body, str) else body

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def fails(status: int, **headers: str) -> Answer:
    """Answers with a status and a page that says so."""
    return gives(f"<html><body>{status}</body></html>", HTML, status, **headers)


def sends_to(url: str) -> Answer:
    """Redirects."""
    return gives("", HTML, 302, Location=url)


def breaks_off(body: bytes, announced: int) -> Answer:
    """Announces more than it sends, then hangs up."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", CSV)
        handler.send_header("Content-Length", str(announced))
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def streams(chunk: bytes, times: int) -> Answer:
    """Sends chunks without saying how much it will be."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", CSV)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for _ in range(times):
            handler.wfile.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
        handler.wfile.write(b"0\r\n\r\n")

    return answer


def stalls(until: threading.Event) -> Answer:
    """Says nothing before the test lets it."""

    def answer(handler: Handler) -> None:
        until.wait(30)
        handler.close_connection = True

    return answer


def unless_known(body: bytes, etag: str) -> Answer:
    """Answers 304 to who has these bytes already."""

    def answer(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.send_header("ETag", etag)
            handler.end_headers()
        else:
            gives(body, ETag=etag)(handler)

    return answer


@dataclass
class Publisher:
    """What is served by path, and what was asked for."""

    port: int = 0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    answers: dict[str, Iterator[Answer]] = field(default_factory=dict)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, path: str, *answers: Answer) -> str:
        """Gives these answers one after the other, the last for good."""
        self.answers[path] = chain(answers, repeat(answers[-1]))
        return self.url(path)

    def page(self, path: str, *links: str, text: str = "") -> str:
        anchors = "".join(f'<a href="{link}">a file</a>' for link in links)
        return self.serve(path, gives(f"<html><body>{text}{anchors}</body></html>", HTML))

    def times_asked(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)


class Handler(BaseHTTPRequestHandler):
    """Answers as the publisher was told."""

    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def do_GET(self) -> None:
        self.publisher.asked.append((self.path, dict(self.headers)))
        answers = self.publisher.answers.get(self.path)
        try:
            (next(answers) if answers else fails(404))(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@contextmanager
def publisher_on_this_machine() -> Iterator[Publisher]:
    publisher = Publisher()
    handler = type("BoundHandler", (Handler,), {"publisher": publisher})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    publisher.port = server.server_port
    publisher.serve("/robots.txt", gives(ALLOWED, "text/plain"))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
