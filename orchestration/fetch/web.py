"""Asks addresses as a good guest: named hosts only, within robots.txt, at a pace, with patience."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import httpx

from orchestration.fetch.address import require_allowed, resolved
from orchestration.fetch.page import WebPage
from orchestration.fetch.report import FetchError, Source
from orchestration.fetch.retry import TryAgainError, said, wait_seconds
from orchestration.fetch.robots import Rules
from orchestration.fetch.settings import Limits, user_agent
from orchestration.fetch.status import require_answer, require_patience

Answer = TypeVar("Answer")
Receive = Callable[[httpx.Response, float], Answer]
"""Takes an answer whose body was not read yet, and the moment on the clock to be done by."""


@contextmanager
def open_web(
    limits: Limits | None = None,
    *,
    client_factory: Callable[[Limits], httpx.Client] | None = None,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Web]:
    """What a run asks with: rules and pages of hosts are asked for once, connections are kept."""
    bounds = limits or Limits()
    with (client_factory or http_client)(bounds) as client:
        yield Web(client, bounds, sleep, clock)


def http_client(limits: Limits) -> httpx.Client:
    """A client with our timeouts and name; it follows no redirect by itself."""
    return httpx.Client(
        timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
        headers={"User-Agent": user_agent()},
        follow_redirects=False,
    )


class Web:
    """The hosts as one run meets them."""

    def __init__(
        self,
        client: httpx.Client,
        limits: Limits,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits
        self._client, self._sleep, self.clock = client, sleep, clock
        self._rules: dict[str, Rules] = {}
        self._asked: dict[str, float] = {}
        self._pages: dict[str, WebPage] = {}

    def page(self, url: str, source: Source) -> WebPage:
        """A web page, read once a run. Raises `FetchError`."""
        if url not in self._pages:
            address, html = self.get(url, source, self._read_page)
            try:
                self._pages[url] = WebPage(address, html)
            except AssertionError as error:
                # So the parser of the standard library answers to broken declarations.
                raise FetchError("it cannot be read as a web page", source.correct) from error
        return self._pages[url]

    def get(
        self,
        url: str,
        source: Source,
        receive: Receive[Answer],
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """What `receive` makes of the answer to `url`; it is called anew with each attempt.

        Raises `FetchError` where the address may not be asked, or gives nothing in time.
        """

        def received(response: httpx.Response, until: float) -> Answer:
            require_answer(response, source)
            return receive(response, until)

        return self._patiently(
            lambda until: self._follow(
                url, source, received, until, headers=headers, is_welcome=self._require_welcome
            ),
            source,
        )

    def require_welcome(self, url: str, source: Source) -> None:
        """Raises `FetchError` where the catalogue or the host does not let us ask for `url`."""
        require_allowed(url, source, self.limits)
        self._require_welcome(url, source)

    def _patiently(self, attempt: Callable[[float], Answer], source: Source) -> Answer:
        until = self.clock() + self.limits.total_seconds
        for number in range(1, self.limits.attempts + 1):
            try:
                return attempt(until)
            except TryAgainError as problem:
                wait = wait_seconds(number, self.limits, problem.after)
                if wait > self.limits.longest_wait_seconds:
                    reason = f"{problem.reason}, and asks to be left alone for {wait:.0f} seconds"
                    raise FetchError(reason, source.again) from problem
                if number == self.limits.attempts or self.clock() + wait > until:
                    reason = problem.reason + (f", {number} times" if number > 1 else "")
                    raise FetchError(reason, source.again) from problem
                self._sleep(wait)
        raise AssertionError("attempts is at least 1")

    def _follow(
        self,
        url: str,
        source: Source,
        receive: Receive[Answer],
        until: float,
        *,
        headers: Mapping[str, str] | None = None,
        is_welcome: Callable[[str, Source], None] | None = None,
    ) -> Answer:
        address = url
        for _ in range(self.limits.redirects + 1):
            require_allowed(address, source, self.limits)
            if is_welcome:
                is_welcome(address, source)
            self._pace(address)
            try:
                with self._client.stream("GET", address, headers=headers) as response:
                    if not response.has_redirect_location:
                        require_patience(response)
                        return receive(response, until)
                    address = resolved(address, response.headers["location"], source)
            except (httpx.TransportError, httpx.DecodingError) as error:
                raise TryAgainError(f"it cannot be had ({said(error, self.limits)})") from error
            except httpx.InvalidURL as error:
                raise FetchError(f"it is no address ({error})", source.correct) from error
        raise FetchError(
            f"it redirects more than {self.limits.redirects} times, last to {address}",
            source.correct,
        )

    def _require_welcome(self, url: str, source: Source) -> None:
        rules = self._rules_of(url, source)
        refusal = rules.refusal(url)
        if refusal:
            next_step = source.by_hand if rules.are_known else source.again
            raise FetchError(f"the host {urlsplit(url).hostname}: {refusal}", next_step)

    def _rules_of(self, url: str, source: Source) -> Rules:
        host = urlsplit(url).netloc
        if host not in self._rules:
            address = urljoin(url, "/robots.txt")
            try:
                self._rules[host] = self._patiently(
                    lambda until: self._follow(address, source, self._read_rules, until), source
                )
            except FetchError as error:
                self._rules[host] = Rules.unknown(error.problem)
        return self._rules[host]

    def _pace(self, url: str) -> None:
        host = urlsplit(url).netloc
        asked_for = self._rules[host].delay_seconds if host in self._rules else 0
        pause = max(self.limits.pause_seconds, min(asked_for, self.limits.longest_pause_seconds))
        wait = self._asked.get(host, float("-inf")) + pause - self.clock()
        if wait > 0:
            self._sleep(wait)
        self._asked[host] = self.clock()

    def _read_page(self, response: httpx.Response, until: float) -> tuple[str, str]:
        return str(response.url), self._text(response, until)

    def _read_rules(self, response: httpx.Response, until: float) -> Rules:
        return Rules.from_answer(response.status_code, self._text(response, until))

    def _text(self, response: httpx.Response, until: float) -> str:
        body = b""
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > self.limits.page_bytes or self.clock() > until:
                raise FetchError(
                    f"it is no page: more than {self.limits.page_bytes:,} bytes, or too slow",
                    "Open it in a browser and see what it is.",
                )
        return body.decode(response.encoding or "utf-8", errors="replace")
