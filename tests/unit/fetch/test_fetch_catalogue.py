"""What publications say of where they are fetched from: safe addresses, fitting patterns."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from pydantic import ValidationError

from orchestration.catalogue import load_catalogue
from orchestration.catalogue.fetch import Fetch, FetchedPage

CATALOGUE = load_catalogue()
SERIES = "https://digital.nhs.uk/data-and-information/publications/statistical"
FILES = "https://files.digital.nhs.uk"
PAGE = {"url": "https://www.example.org/series", "links": r".*\.csv"}

# Addresses that publishers have used.
PUBLISHED = [
    (
        "sickness_absence",
        f"{FILES}/77/0A5C5E/NHS%20Sickness%20Absence%20rates%20CSV%2C%20April%202024.csv",
    ),
    (
        "sickness_absence",
        f"{FILES}/4C/FDAA2F/NHS%20Sickness%20Absence%20benchmarking%20tool%2C%20December%202021.csv",
    ),
    (
        "sickness_absence",
        f"{FILES}/11/102C5E/NHS%20Sickness%20Absence%20by%20reason%2C%20staff%20group%20and"
        "%20organisation%20CSV%2C%20December%202025.csv",
    ),
    ("gp_workforce", f"{FILES}/B1/F5AC73/GPWPracticeCSV.062026.zip"),
    ("pcn_workforce", f"{FILES}/A8/E524AA/PCNWFIndividualCSV.062026.zip"),
    (
        "nss",
        "https://www.nhsstaffsurveys.com/static/be505cf2e70c080aa35d34279f68e3f2/"
        "NSS-Benchmark-report-excel-data-for-2021-2025-v2.xlsx",
    ),
    (
        "nss",
        "https://www.nhsstaffsurveys.com/static/7d4ab30226c8780f12de6378d8208303/"
        "benchmark_report_excel_data_2019-2023_v2.xlsx",
    ),
]
RELEASES = [
    ("sickness_absence", f"{SERIES}/nhs-sickness-absence-rates/april-2020-provisional-statistics"),
    ("workforce_stats", f"{SERIES}/nhs-workforce-statistics/december-2024"),
    ("pcn_workforce", f"{SERIES}/primary-care-network-workforce/30-november-2025"),
    ("gp_workforce", f"{SERIES}/general-and-personal-medical-services/31-december-2025"),
]
SUBPAGE = "/data-quality"


def pages_of(publication_id: str) -> tuple[FetchedPage, ...]:
    fetch = CATALOGUE.publications[publication_id].fetch
    assert fetch
    return fetch.pages


def fits(pattern: str | None, url: str) -> bool:
    return bool(pattern and re.fullmatch(pattern, unquote(url), re.IGNORECASE))


def test_what_is_not_published_is_not_fetched() -> None:
    for publication in CATALOGUE.publications.values():
        if publication.fetch:
            assert CATALOGUE.cadences[publication.publication_id].availability == "open"


def test_addresses_are_https() -> None:
    urls = [
        one.url
        for publication in CATALOGUE.publications.values()
        if publication.fetch
        for one in (*publication.fetch.pages, *publication.fetch.files)
    ]
    assert urls
    assert {urlsplit(url).scheme for url in urls} == {"https"}


@pytest.mark.parametrize(("publication_id", "url"), PUBLISHED)
def test_patterns_fit_addresses_that_were_published(publication_id: str, url: str) -> None:
    assert any(fits(page.links, url) for page in pages_of(publication_id))
    fetch = CATALOGUE.publications[publication_id].fetch
    assert fetch
    assert urlsplit(url).hostname in fetch.named_hosts


@pytest.mark.parametrize(("publication_id", "url"), RELEASES)
def test_patterns_fit_release_pages_and_not_what_lies_below_them(
    publication_id: str, url: str
) -> None:
    assert any(fits(page.follow, url) for page in pages_of(publication_id))
    assert not any(fits(page.follow, url + SUBPAGE) for page in pages_of(publication_id))


@pytest.mark.parametrize(("publication_id", "url"), PUBLISHED)
def test_no_other_publication_takes_these_files(publication_id: str, url: str) -> None:
    takers = {
        name
        for name, one in CATALOGUE.publications.items()
        # Its pattern takes every file of its own series.
        if one.fetch and name != "primary_care_workforce_quarterly"
        if any(fits(page.links, url) for page in one.fetch.pages)
    }
    assert takers == {publication_id}


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"url": "http://www.example.org/series"}, "only https"),
        ({"url": "http://127.0.0.1.example.org/series"}, "only https"),
        ({"url": "ftp://www.example.org/series"}, "begins with https://"),
        ({"url": "file:///etc/passwd"}, "begins with https://"),
        ({"url": "https:///series"}, "begins with https://"),
        ({"url": "https://me:secret@www.example.org/"}, "name or password"),
        ({"links": "["}, "not a regular expression"),
        ({"published_on": r"\d+"}, "a group"),
        ({"releases": 0}, "greater than or equal to 1"),
        ({"link": "x"}, "Extra inputs"),
    ],
)
def test_what_cannot_be_fetched_safely_is_no_catalogue(
    changed: dict[str, object], problem: str
) -> None:
    with pytest.raises(ValidationError, match=problem):
        Fetch.model_validate({"pages": [{**PAGE, **changed}]})


def test_nothing_to_fetch_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="neither pages nor files"):
        Fetch.model_validate({"hosts": ["www.example.org"]})


def test_hosts_are_those_of_the_addresses_and_those_named_besides() -> None:
    fetch = Fetch.model_validate(
        {
            "hosts": ["files.example.org"],
            "pages": [PAGE],
            "files": [{"url": "https://other.example.org/a.zip"}],
        }
    )
    assert fetch.named_hosts == {"files.example.org", "www.example.org", "other.example.org"}
