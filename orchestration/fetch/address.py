"""Which addresses may be asked, and what a file from one is called in landing."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urljoin, urlsplit

from orchestration.catalogue.fetch import LOOPBACK
from orchestration.fetch.report import FetchError, Source
from orchestration.fetch.settings import Limits
from orchestration.ingest.arrivals import LITTER

UNSAFE = re.compile(r"[^\w .,()&+-]")
NAMELESS = "file"
LONGEST_STEM = 120
LONGEST_SUFFIX = 12
HTTPS_PORTS = (None, 443)


def require_allowed(url: str, source: Source, limits: Limits) -> None:
    """Raises `FetchError` unless `url` is https on a host that the publication's YAML names."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchError(f"it leads to what is no address ({error})", source.correct) from error
    if host not in source.hosts:
        raise FetchError(
            f"it leads to the host {host or '(none)'}, which {source.key} does not name",
            f"Check in a browser that this is the publisher's; then add the host to {source.key}.",
        )
    is_local = limits.allows_http_on_loopback and host in LOOPBACK
    if parts.scheme != "https" and not (parts.scheme == "http" and is_local):
        raise FetchError(f"it leads to {parts.scheme or 'no'} instead of https", source.correct)
    if parts.username or parts.password or not (is_local or port in HTTPS_PORTS):
        raise FetchError("it leads to a port or a login of its own", source.correct)


def resolved(base: str, location: str, source: Source) -> str:
    """Where a redirect from `base` leads. Raises `FetchError` where that is no address."""
    try:
        return urljoin(base, location)
    except ValueError as error:
        raise FetchError(f"it redirects to no address ({error})", source.correct) from error


def shown(url: str) -> str:
    """An address as patterns see it: percent signs decoded."""
    return unquote(url)


def safe_name(url: str) -> str:
    """The name of a file from `url`: the end of its path, as a name that no system minds.

    Never empty, hidden, a path, or one that the walker of landing takes for litter.
    """
    last = re.split(r"[/\\]", unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2]))[-1]
    name = UNSAFE.sub("_", unicodedata.normalize("NFC", last)).lstrip(". _-~").rstrip(". ")
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix) > LONGEST_SUFFIX:
        stem, dot, suffix = name, "", ""
    name = f"{_cut(stem, LONGEST_STEM)}{dot}{suffix}" or NAMELESS
    return f"{name}.{NAMELESS}" if LITTER.fullmatch(name) else name


def _cut(text: str, longest: int) -> str:
    # File systems count bytes.
    return text.encode()[:longest].decode(errors="ignore")
