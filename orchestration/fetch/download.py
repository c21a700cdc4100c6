"""Downloads one file to a path, and takes nothing that is cut short, too large or a web page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import httpx

from orchestration.fetch.report import FetchError, Source
from orchestration.fetch.retry import TryAgainError
from orchestration.fetch.web import Web
from orchestration.ingest.reader.container import MARKUP

WEB_PAGES = ("text/html", "application/xhtml+xml")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
START = 2048
# Compressed on the way, a file's length could not be held against what the host announced.
AS_IT_IS = {"Accept-Encoding": "identity"}


@dataclass(frozen=True)
class Downloaded:
    """The bytes at `path`, and by what the host will recognise them."""

    path: Path
    sha256: str
    size_bytes: int
    etag: str | None
    last_modified: str | None


def download(
    web: Web, url: str, source: Source, target: Path, conditions: dict[str, str]
) -> Downloaded | None:
    """The file at `url`, written to `target`; None where the host says that it did not change.

    Raises `FetchError`.
    """

    def receive(response: httpx.Response, until: float) -> Downloaded | None:
        if response.status_code == httpx.codes.NOT_MODIFIED:
            if not conditions:
                raise FetchError("the host says that it did not change, unasked", source.again)
            return None
        _refuse_before_reading(response, source, web.limits.file_bytes)
        return _write(response, source, target, web, until)

    return web.get(url, source, receive, {**AS_IT_IS, **conditions})


def _refuse_before_reading(response: httpx.Response, source: Source, most: int) -> None:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in WEB_PAGES:
        raise _web_page(source)
    announced = _announced(response)
    if announced is not None and announced > most:
        raise _too_large(source, most)


def _write(
    response: httpx.Response, source: Source, target: Path, web: Web, until: float
) -> Downloaded:
    hashed, size, start = hashlib.sha256(), 0, b""
    with target.open("wb") as file:
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > web.limits.file_bytes:
                raise _too_large(source, web.limits.file_bytes)
            if web.clock() > until:
                raise FetchError(
                    f"it was not complete after {web.limits.total_seconds:g} seconds", source.again
                )
            start = start or chunk[:START]
            hashed.update(chunk)
            file.write(chunk)
    announced = _announced(response)
    if announced is not None and response.num_bytes_downloaded != announced:
        raise TryAgainError(f"it broke off after {size:,} of {announced:,} bytes")
    if size == 0:
        raise TryAgainError("it is empty (0 bytes)")
    if MARKUP.match(start.removeprefix(BYTE_ORDER_MARK)):
        raise _web_page(source)
    headers = response.headers
    return Downloaded(
        target, hashed.hexdigest(), size, headers.get("etag"), headers.get("last-modified")
    )


def _announced(response: httpx.Response) -> int | None:
    length = response.headers.get("content-length", "")
    return int(length) if length.isdecimal() else None


def _web_page(source: Source) -> FetchError:
    return FetchError("a web page comes instead of the file", source.correct)


def _too_large(source: Source, most: int) -> FetchError:
    return FetchError(
        f"it is larger than the {most:,} bytes that are read",
        f"{source.by_hand} Split it by period first.",
    )
