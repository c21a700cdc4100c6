"""A good guest: robots.txt, pauses, a name; and never out of itself unless asked for."""

from __future__ import annotations

import httpx
import pytest

from orchestration.fetch import Limits, fetch_publication, is_enabled, open_web
from orchestration.fetch.settings import user_agent
from tests.unit.fetch.fetching import NOW, PUBLICATION, Fetcher, catalogue_of
from tests.unit.fetch.publisher import HTML, Publisher, fails, gives, sends_to

BODY = b"a,b\n1,2\n"
TEXT = "text/plain"


def robots(publisher: Publisher, text: str) -> None:
    publisher.serve("/robots.txt", gives(text, TEXT))


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /private/\n",
        "User-agent: people-plan-warehouse\nDisallow: /private/\n\nUser-agent: *\nDisallow:\n",
    ],
)
@pytest.mark.parametrize("is_check", [False, True])
def test_who_asks_us_to_stay_away_is_not_asked(
    publisher: Publisher, fetch: Fetcher, *, text: str, is_check: bool
) -> None:
    robots(publisher, text)
    url = publisher.serve("/private/a.csv", gives(BODY))
    (failure,) = fetch.files(url, is_check=is_check).failures
    assert (
        failure.reason == "the host 127.0.0.1: its robots.txt asks programs to stay away from this"
    )
    assert failure.next_step.startswith("Open https://")
    assert "in a browser" in failure.next_step
    assert failure.folder == "landing/ods"
    assert publisher.times_asked("/private/a.csv") == 0
    assert fetch.anything_in_landing() == []


def test_others_being_asked_to_stay_away_does_not_concern_us(
    publisher: Publisher, fetch: Fetcher
) -> None:
    robots(publisher, "User-agent: Other\nDisallow: /\n\nUser-agent: *\nDisallow: /private/\n")
    fetch.files(publisher.serve("/a.csv", gives(BODY)))
    assert fetch.landed() == {"ods/a.csv": BODY}


def test_a_redirect_to_where_we_shall_not_go_ends_there(
    publisher: Publisher, fetch: Fetcher
) -> None:
    robots(publisher, "User-agent: *\nDisallow: /private/\n")
    publisher.serve("/private/a.csv", gives(BODY))
    (failure,) = fetch.files(publisher.serve("/a.csv", sends_to("/private/a.csv"))).failures
    assert "robots.txt" in failure.reason
    assert publisher.times_asked("/private/a.csv") == 0


def test_no_robots_txt_allows_everything(publisher: Publisher, fetch: Fetcher) -> None:
    publisher.serve("/robots.txt", fails(404))
    fetch.files(publisher.serve("/a.csv", gives(BODY)))
    assert fetch.landed() == {"ods/a.csv": BODY}


@pytest.mark.parametrize("status", [500, 503, 429, 403])
def test_rules_that_cannot_be_had_allow_nothing(
    publisher: Publisher, fetch: Fetcher, status: int
) -> None:
    publisher.serve("/robots.txt", fails(status))
    urls = [publisher.serve(f"/{name}.csv", gives(BODY)) for name in "ab"]
    report = fetch.files(*urls, attempts=2)
    assert [one.url for one in report.failures] == urls
    assert all("does not say what programs may ask for" in one.reason for one in report.failures)
    assert all(one.next_step.startswith("Fetch again later.") for one in report.failures)
    assert {path for path, _ in publisher.asked} == {"/robots.txt"}


def test_rules_and_pages_are_asked_for_once_a_run(publisher: Publisher, fetch: Fetcher) -> None:
    page = publisher.page("/page", "/a.csv")
    publisher.serve("/a.csv", gives(BODY))
    catalogue = catalogue_of({"pages": [{"url": page, "links": r".*\.csv"}]})
    with open_web(Limits(allows_http_on_loopback=True, pause_seconds=0)) as web:
        for _ in range(2):
            fetch_publication(fetch.home, catalogue, PUBLICATION, now=NOW, web=web)
    assert publisher.times_asked("/robots.txt") == 1
    assert publisher.times_asked("/page") == 1
    assert publisher.times_asked("/a.csv") == 2


@pytest.mark.parametrize(
    ("delay", "pauses"), [("", 2), ("Crawl-delay: 7\n", 7), ("Crawl-delay: 9999\n", 30)]
)
def test_requests_to_one_host_keep_its_pace_within_reason(
    publisher: Publisher, fetch: Fetcher, delay: str, pauses: int
) -> None:
    robots(publisher, f"User-agent: *\n{delay}Disallow: /private/\n")
    urls = [publisher.serve(f"/{name}.csv", gives(f"{name}\n")) for name in "abc"]
    fetch.files(*urls, pause_seconds=2)
    # The clock of the test stands still, so that every request has to wait for all of its pause.
    assert fetch.slept == [pauses, pauses, pauses]


def test_we_say_who_asks(
    publisher: Publisher, fetch: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PEOPLE_PLAN_CONTACT", raising=False)
    assert user_agent().startswith("people-plan-warehouse/")
    assert "(" not in user_agent()
    monkeypatch.setenv("PEOPLE_PLAN_CONTACT", "analysts@example.org\r\nX-Evil: é")
    fetch.files(publisher.serve("/a.csv", gives(BODY)))
    asked = [headers["User-Agent"] for _, headers in publisher.asked]
    assert asked == [f"{user_agent()}"] * 2
    assert asked[0].endswith(" (+analysts@example.orgX-Evil:)")
    assert all("X-Evil" not in headers for _, headers in publisher.asked)


@pytest.mark.parametrize(("value", "expected"), [(None, False), ("0", False), ("1", True)])
def test_scheduled_runs_fetch_only_where_it_is_switched_on(
    monkeypatch: pytest.MonkeyPatch, value: str | None, *, expected: bool
) -> None:
    if value is None:
        monkeypatch.delenv("PEOPLE_PLAN_FETCH", raising=False)
    else:
        monkeypatch.setenv("PEOPLE_PLAN_FETCH", value)
    assert is_enabled() is expected


def test_every_request_has_its_time_outs(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[httpx.Client] = []
    original = httpx.Client.__init__

    def spy(self: httpx.Client, **given: object) -> None:
        seen.append(self)
        original(self, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(httpx.Client, "__init__", spy)
    with open_web(Limits(connect_seconds=3, read_seconds=5)):
        (client,) = seen
    assert (client.timeout.connect, client.timeout.read) == (3, 5)
    assert client.follow_redirects is False


def test_a_page_in_html_is_what_robots_txt_is_not(publisher: Publisher, fetch: Fetcher) -> None:
    """A host that answers everything with its front page has no rules."""
    publisher.serve("/robots.txt", gives("<html><p>Welcome</p></html>", HTML))
    fetch.files(publisher.serve("/a.csv", gives(BODY)))
    assert fetch.landed() == {"ods/a.csv": BODY}
