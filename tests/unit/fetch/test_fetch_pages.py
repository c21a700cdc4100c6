"""From a publisher's pages to files and days; what changed there is said, with the pattern."""

from __future__ import annotations

from datetime import date

import pytest

from orchestration.fetch.page import WebPage, day_of
from tests.unit.fetch.fetching import Fetcher
from tests.unit.fetch.publisher import HTML, Publisher, gives, sends_to

BODY = b"a,b\n1,2\n"
OTHER = b"a,b\n3,4\n"
TOLD = r"Publication date:? (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})"
TODAY = date(2026, 6, 1)


def series(publisher: Publisher, **keys: object) -> dict[str, object]:
    return {
        "pages": [
            {
                "url": publisher.url("/series"),
                "follow": r"http://127\.0\.0\.1:\d+/series/[^/]+",
                "links": r"http://127\.0\.0\.1:\d+/files/.*\.csv",
                "published_on": TOLD,
                **keys,
            }
        ]
    }


def test_from_a_series_over_its_releases_to_their_files(
    publisher: Publisher, fetch: Fetcher
) -> None:
    publisher.page("/series", "series/may", "/series/april#top", "/series/april", "/about")
    publisher.page("/series/may", "/files/Rates%20May.csv", text="Publication date: 29 Aug 2024")
    publisher.page("/series/april", "/files/a.csv", text="Publication date 25 July 2024")
    publisher.serve("/files/Rates%20May.csv", gives(BODY))
    publisher.serve("/files/a.csv", gives(OTHER))
    report = fetch(series(publisher))
    assert (report.failures, report.notes) == ((), ())
    assert fetch.landed() == {"ods/2024-08-29/Rates May.csv": BODY, "ods/2024-07-25/a.csv": OTHER}


def test_only_the_first_releases_are_looked_at(publisher: Publisher, fetch: Fetcher) -> None:
    publisher.page("/series", *(f"/series/{number}" for number in range(5)))
    for number in range(5):
        publisher.page(f"/series/{number}", f"/files/{number}.csv")
        publisher.serve(f"/files/{number}.csv", gives(f"a\n{number}\n"))
    fetch(series(publisher, releases=2))
    assert sorted(fetch.landed()) == ["ods/0.csv", "ods/1.csv"]
    assert publisher.times_asked("/series/2") == 0


def test_a_page_changed_so_that_no_file_matches_names_page_and_pattern(
    publisher: Publisher, fetch: Fetcher
) -> None:
    url = publisher.page("/page", "/files/a.parquet", "/files/b.parquet")
    report = fetch({"pages": [{"url": url, "links": r".*\.csv"}]})
    (failure,) = report.failures
    assert failure.reason == f"none of the 2 links of {url} matches the pattern .*\\.csv"
    assert "The pattern stands under links." in failure.next_step
    assert "orchestration/publications/ods.yml" in failure.next_step


def test_a_series_changed_so_that_no_release_matches_names_page_and_pattern(
    publisher: Publisher, fetch: Fetcher
) -> None:
    publisher.page("/series", "/releases/may")
    (failure,) = fetch(series(publisher)).failures
    assert failure.reason.startswith(f"none of the 1 links of {publisher.url('/series')} matches")
    assert "under follow." in failure.next_step


def test_releases_of_which_none_has_a_file_are_named(publisher: Publisher, fetch: Fetcher) -> None:
    publisher.page("/series", "/series/may", "/series/april")
    publisher.page("/series/may", "/a")
    publisher.page("/series/april", "/b", "/c")
    (failure,) = fetch(series(publisher)).failures
    assert failure.reason.startswith("none of the 3 links of ")
    assert publisher.url("/series/april") in failure.reason


def test_a_release_without_a_file_among_others_is_noted(
    publisher: Publisher, fetch: Fetcher
) -> None:
    publisher.page("/series", "/series/may", "/series/april")
    publisher.page("/series/may", text="Publication date: 29 Aug 2024")
    publisher.page("/series/april", "/files/a.csv", text="Publication date: 25 Jul 2024")
    publisher.serve("/files/a.csv", gives(BODY))
    report = fetch(series(publisher))
    assert report.failures == ()
    (note,) = report.notes
    assert note.startswith(f"{publisher.url('/series/may')}: no file of ods there")
    assert list(fetch.landed()) == ["ods/2024-07-25/a.csv"]


def test_a_release_that_is_gone_leaves_the_others(publisher: Publisher, fetch: Fetcher) -> None:
    publisher.page("/series", "/series/gone", "/series/april")
    publisher.page("/series/april", "/files/a.csv", text="Publication date: 25 Jul 2024")
    publisher.serve("/files/a.csv", gives(BODY))
    report = fetch(series(publisher))
    assert [one.url for one in report.failures] == [publisher.url("/series/gone")]
    assert list(fetch.landed()) == ["ods/2024-07-25/a.csv"]


@pytest.mark.parametrize(
    "text", ["", "Publication date: 29 Aug 2027", "Publication date: 40 Aug 2024"]
)
def test_a_day_that_is_not_told_or_not_believed_is_left_open(
    publisher: Publisher, fetch: Fetcher, text: str
) -> None:
    publisher.page("/series", "/series/may")
    publisher.page("/series/may", "/files/a.csv", text=text)
    publisher.serve("/files/a.csv", gives(BODY))
    report = fetch(series(publisher))
    assert list(fetch.landed()) == ["ods/a.csv"]
    (note,) = report.notes
    assert "no day of publication found" in note
    assert TOLD in note


def test_a_file_on_a_host_that_is_not_named_is_not_asked_for(
    publisher: Publisher, fetch: Fetcher
) -> None:
    elsewhere = publisher.url("/a.csv", host="localhost")
    publisher.serve("/a.csv", gives(BODY))
    declared = {"pages": [{"url": publisher.page("/page", elsewhere), "links": r".*\.csv"}]}
    (failure,) = fetch(declared).failures
    assert failure.url == elsewhere
    assert "host localhost, which fetch in orchestration/publications/ods.yml" in failure.reason
    assert publisher.times_asked("/a.csv") == 0
    fetch({**declared, "hosts": ["localhost"]})
    assert fetch.landed() == {"ods/a.csv": BODY}


def test_links_are_those_of_where_a_page_moved_to(publisher: Publisher, fetch: Fetcher) -> None:
    publisher.page("/new/page", "a.csv")
    publisher.serve("/new/a.csv", gives(BODY))
    url = publisher.serve("/page", sends_to("/new/page"))
    fetch({"pages": [{"url": url, "links": r".*/new/a\.csv"}]})
    assert fetch.landed() == {"ods/a.csv": BODY}


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>" + "x" * 2000, "it is no page: more than 1,000 bytes, or too slow"),
        ("<![x[ y ]]> <a href='/a.csv'>", "it cannot be read as a web page"),
    ],
)
def test_what_is_no_page_is_said(
    publisher: Publisher, fetch: Fetcher, html: str, said: str
) -> None:
    url = publisher.serve("/page", gives(html, HTML))
    (failure,) = fetch({"pages": [{"url": url, "links": ".*"}]}, page_bytes=1000).failures
    assert failure.reason == said


def test_links_of_a_page_are_addresses_once_each() -> None:
    page = WebPage(
        "https://www.example.org/a/b",
        """<base href="/base/"><a href="x.csv#part">x</a><a href=" x.csv ">x</a>
        <a href="mailto:a@b.c">m</a><a href="javascript:go()">j</a><a href="http://[oops">o</a>
        <a name="here">n</a><a href="two words.csv">t</a>
        <a href="//host/y.csv?a=1&amp;b=2">y</a>""",
    )
    assert page.links == (
        "https://www.example.org/base/x.csv",
        "https://www.example.org/base/two%20words.csv",
        "https://host/y.csv?a=1&b=2",
    )
    assert page.matching(r".*/TWO words\.csv") == ["https://www.example.org/base/two%20words.csv"]


@pytest.mark.parametrize(
    "html",
    [
        '<meta property="article:published_time" content="2024-03-18T10:00:00+00:00">',
        '<meta name="govuk:first-published-at" content="2024-03-18T09:30:00.000+00:00">',
        '<dd itemprop="datePublished">\n 18 Mar 2024 </dd>',
        '<span itemprop="datePublished" content="2024-03-18">last week</span>',
        '<time datetime="2024-03-18">Monday</time>',
        "<time>18 March 2024</time>",
        '<time>soon</time><time datetime="2027-01-01">later</time><time>18/03/2024</time>',
    ],
)
def test_the_day_that_a_page_is_marked_with(html: str) -> None:
    page = WebPage("https://www.example.org/", html)
    assert page.published_on("marked", TODAY) == date(2024, 3, 18)
    assert page.published_on(None, TODAY) is None


def test_what_no_reader_sees_tells_no_day() -> None:
    hidden = "<script>Publication date: 1 May 2024</script><style>x</style>"
    page = WebPage(
        "https://www.example.org/", f"{hidden}<dt>Publication\n date:</dt><dd>2 May 2024"
    )
    assert page.text == "Publication date: 2 May 2024"
    assert page.published_on(TOLD, TODAY) == date(2024, 5, 2)


def test_days_are_read_as_people_write_them() -> None:
    for text in ("2024-05-02", "2 May 2024", "02 may 2024", "02/05/2024", "2024-05-02T09:30:00Z"):
        assert day_of(text) == date(2024, 5, 2)
    assert day_of("May 2024") is None
