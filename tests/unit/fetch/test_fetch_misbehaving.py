"""A publisher that is gone, late, broken or hostile: said in words, never landed in part."""

from __future__ import annotations

import threading

import httpx
import pytest

from orchestration.fetch import FetchReport, open_web
from orchestration.fetch.address import require_allowed
from orchestration.fetch.download import download
from orchestration.fetch.report import FetchError, Source
from orchestration.fetch.settings import Limits
from tests.unit.fetch.fetching import Fetcher
from tests.unit.fetch.publisher import (
    CSV,
    HTML,
    Answer,
    Publisher,
    breaks_off,
    fails,
    gives,
    sends_to,
    stalls,
    streams,
)

BODY = b"a,b\n1,2\n"


def reason(report: FetchReport) -> str:
    (failure,) = report.failures
    assert failure.next_step
    return failure.reason


def nothing_landed(fetch: Fetcher) -> bool:
    return fetch.anything_in_landing() == []


def test_what_is_gone_says_so_and_the_others_come(publisher: Publisher, fetch: Fetcher) -> None:
    gone = publisher.url("/gone.csv")
    report = fetch.files(gone, publisher.serve("/here.csv", gives(BODY)))
    assert reason(report) == "nothing is there any more (404)"
    assert report.failures[0].url == gone
    assert "fetch in orchestration/publications/ods.yml" in report.failures[0].next_step
    assert publisher.times_asked("/gone.csv") == 1
    assert fetch.landed() == {"ods/here.csv": BODY}


def test_a_busy_host_is_asked_again_with_growing_waits(
    publisher: Publisher, fetch: Fetcher
) -> None:
    url = publisher.serve("/a.csv", fails(503), fails(502), fails(500), gives(BODY))
    assert len(fetch.files(url).brought) == 1
    assert len(fetch.slept) == 3
    for longest, slept in zip((1, 2, 4), fetch.slept, strict=True):
        assert longest / 2 <= slept <= longest


def test_a_host_that_stays_busy_is_left_alone(publisher: Publisher, fetch: Fetcher) -> None:
    report = fetch.files(publisher.serve("/a.csv", fails(503)))
    assert reason(report) == "the host answers with 503, 4 times"
    assert publisher.times_asked("/a.csv") == 4
    assert nothing_landed(fetch)


def test_a_host_may_say_how_long_to_wait(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", fails(429, Retry_After="70"), gives(BODY))
    assert len(fetch.files(url).brought) == 1
    assert fetch.slept == [70]


def test_a_day_to_wait_until_is_measured_from_the_hosts_own_clock(
    publisher: Publisher, fetch: Fetcher
) -> None:
    def busy(handler: object) -> None:
        gives("", HTML, 503, Retry_After="Thu, 01 Jan 2099 00:00:50 GMT")(handler)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        from tests.unit.fetch.publisher import Handler

        patch.setattr(Handler, "date_time_string", lambda _: "Thu, 01 Jan 2099 00:00:00 GMT")
        fetch.files(publisher.serve("/a.csv", busy, gives(BODY)))
    assert fetch.slept == [50]


def test_a_host_that_asks_for_too_long_a_wait_is_not_waited_for(
    publisher: Publisher, fetch: Fetcher
) -> None:
    report = fetch.files(publisher.serve("/a.csv", fails(503, Retry_After="86400")))
    assert "asks to be left alone for 86400 seconds" in reason(report)
    assert fetch.slept == []


def test_a_host_that_says_nothing_is_given_up(publisher: Publisher, fetch: Fetcher) -> None:
    done = threading.Event()
    try:
        report = fetch.files(publisher.serve("/a.csv", stalls(done)), read_seconds=0.1, attempts=2)
    finally:
        done.set()
    assert reason(report) == "it cannot be had (no answer within 0.1 seconds), 2 times"
    assert nothing_landed(fetch)


def test_a_host_that_is_not_there_is_given_up(publisher: Publisher, fetch: Fetcher) -> None:
    publisher.port = 1
    report = fetch.files(publisher.url("/a.csv"), attempts=1)
    assert "does not say what programs may ask for (it cannot be had" in reason(report)


def test_what_trickles_in_ends_with_the_time_it_has(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", streams(b"x" * 100_000, 50))
    fetch.ticks = 1
    report = fetch.files(url, total_seconds=10)
    assert reason(report) == "it was not complete after 10 seconds"
    assert nothing_landed(fetch)


def test_what_breaks_off_is_asked_for_again(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", breaks_off(BODY[:4], len(BODY)), gives(BODY))
    fetch.files(url)
    assert fetch.landed() == {"ods/a.csv": BODY}


def test_what_always_breaks_off_never_lands(publisher: Publisher, fetch: Fetcher) -> None:
    report = fetch.files(publisher.serve("/a.csv", breaks_off(BODY, 1000)))
    assert "4 times" in reason(report)
    assert nothing_landed(fetch)


def test_a_length_that_was_not_kept_is_no_file(fetch: Fetcher) -> None:
    """Even where the connection itself does not notice."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, headers={"content-length": "100"}, stream=Short())

    class Short(httpx.SyncByteStream):
        def __iter__(self):  # type: ignore[no-untyped-def]
            yield BODY

    source = Source("ods", "https://www.example.org", frozenset({"www.example.org"}))
    target = fetch.home.root / "a.csv"
    target.parent.mkdir(parents=True)
    transport = httpx.MockTransport(answer)
    with (
        open_web(
            Limits(attempts=2, pause_seconds=0),
            client_factory=lambda _: httpx.Client(transport=transport),
            sleep=fetch.slept.append,
        ) as web,
        pytest.raises(FetchError, match="broke off after 8 of 100 bytes, 2 times"),
    ):
        download(web, "https://www.example.org/a.csv", source, target, {})


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (gives("<p>Sorry</p>", HTML), "a web page comes instead of the file"),
        (gives("\ufeff <!DOCTYPE html><html>", CSV), "a web page comes instead of the file"),
        (gives(b"x" * 2000), "it is larger than the 1,000 bytes that are read"),
        (streams(b"x" * 100, 20), "it is larger than the 1,000 bytes that are read"),
        (gives(b""), "it is empty (0 bytes), 4 times"),
        (gives(BODY, status=204), "it is answered with 204"),
        (fails(403), "the host refuses to give it to a program (403)"),
        (gives(b"", status=304), "the host says that it did not change, unasked"),
    ],
)
def test_what_is_not_the_file_is_refused(
    publisher: Publisher, fetch: Fetcher, answer: Answer, said: str
) -> None:
    report = fetch.files(publisher.serve("/a.csv", answer), file_bytes=1000)
    assert reason(report) == said
    assert nothing_landed(fetch)


def test_a_redirect_within_the_named_hosts_is_followed(
    publisher: Publisher, fetch: Fetcher
) -> None:
    publisher.serve("/new/b.csv", gives(BODY))
    fetch.files(publisher.serve("/a.csv", sends_to("/new/b.csv")))
    assert fetch.landed() == {"ods/a.csv": BODY}


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("http://localhost:{port}/b.csv", "it leads to the host localhost, which fetch in"),
        ("https://www.example.org/b.csv", "it leads to the host www.example.org, which"),
        ("file:///etc/passwd", "it leads to the host (none), which"),
        ("ftp://127.0.0.1/b.csv", "it leads to ftp instead of https"),
        ("http://me:secret@127.0.0.1:{port}/b.csv", "it leads to a port or a login"),
        ("http://[b.csv", "it redirects to no address"),
        ("http://127.0.0.1:port/b.csv", "it cannot be had (Invalid URL in location header"),
    ],
)
def test_a_redirect_elsewhere_is_not_followed(
    publisher: Publisher, fetch: Fetcher, target: str, said: str
) -> None:
    publisher.serve("/b.csv", gives(BODY))
    url = publisher.serve("/a.csv", sends_to(target.format(port=publisher.port)))
    assert reason(fetch.files(url)).startswith(said)
    assert publisher.times_asked("/b.csv") == 0
    assert nothing_landed(fetch)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://files.example.org/a.csv", None),
        ("https://FILES.example.org:443/a.csv", None),
        ("https://files.example.org:8443/a.csv", "it leads to a port or a login of its own"),
        ("https://me@files.example.org/a.csv", "it leads to a port or a login of its own"),
        ("http://files.example.org/a.csv", "it leads to http instead of https"),
        ("https://files.example.org.evil.example/a.csv", "it leads to the host files.example.org."),
    ],
)
def test_only_https_on_its_usual_port_of_a_named_host_is_asked(url: str, said: str | None) -> None:
    source = Source("ods", "https://www.example.org", frozenset({"files.example.org"}))
    limits = Limits(allows_http_on_loopback=True)
    if said is None:
        require_allowed(url, source, limits)
    else:
        with pytest.raises(FetchError) as caught:
            require_allowed(url, source, limits)
        assert caught.value.problem.startswith(said)


def test_an_address_that_is_none_is_not_asked(fetch: Fetcher) -> None:
    report = fetch.files("http://127.0.0.1:port/b.csv")
    assert reason(report).startswith("it leads to what is no address")


def test_redirects_without_end_are_given_up(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", sends_to("/a.csv"))
    assert reason(fetch.files(url)).startswith("it redirects more than 5 times")
    assert publisher.times_asked("/a.csv") == 6


def test_plain_http_is_refused_unless_a_test_allows_it_on_this_machine(
    publisher: Publisher, fetch: Fetcher
) -> None:
    url = publisher.serve("/a.csv", gives(BODY))
    report = fetch.files(url, allows_http_on_loopback=False)
    assert reason(report) == "it leads to http instead of https"
    assert publisher.asked == []


def test_a_disk_that_cannot_be_written_is_said(
    publisher: Publisher, fetch: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("orchestration.fetch.landing._move", full)
    report = fetch.files(publisher.serve("/a.csv", gives(BODY)))
    assert reason(report) == "it cannot be written (No space left on device)"
    assert nothing_landed(fetch)
