"""What is fetched lands whole, once, under a safe name, and over nothing that lies there."""

from __future__ import annotations

from datetime import date

import pytest

from orchestration.errors import PlainError
from orchestration.fetch import fetch_publication
from orchestration.fetch.address import safe_name
from orchestration.home import Home
from orchestration.ingest.archive import Archive
from orchestration.ingest.arrivals import LITTER
from tests.unit.fetch.fetching import KILLED, NOW, PUBLICATION, Fetcher, catalogue_of, killed
from tests.unit.fetch.publisher import Publisher, gives, unless_known
from tests.unit.ingest.homes import land

BODY = b"a,b\n1,2\n"
OTHER = b"a,b\n3,4\n"


def dated(url: str, day: str) -> dict[str, str]:
    return {"url": url, "published_on": day}


def test_a_file_lands_under_its_day_and_says_what_it_is(
    publisher: Publisher, fetch: Fetcher
) -> None:
    url = publisher.serve("/Some%20rates%2C%20April%202024.csv", gives(BODY))
    report = fetch({"files": [dated(url, "2024-08-29")]})
    (brought,) = report.brought
    assert brought.landed_as == "ods/2024-08-29/Some rates, April 2024.csv"
    assert brought.size_bytes == len(BODY)
    (arrival,) = fetch.arrivals()
    assert arrival.stated_publication_id == PUBLICATION
    assert arrival.published_on == date(2024, 8, 29)
    assert fetch.anything_in_landing() == [arrival.path]


def test_without_a_day_the_register_is_left_to_assume_it(
    publisher: Publisher, fetch: Fetcher
) -> None:
    fetch.files(publisher.serve("/a.csv", gives(BODY)))
    (arrival,) = fetch.arrivals()
    assert (arrival.landed_as, arrival.published_on) == ("ods/a.csv", None)


def test_a_file_is_asked_for_as_it_is_so_that_its_length_can_be_held_against_it(
    publisher: Publisher, fetch: Fetcher
) -> None:
    fetch.files(publisher.serve("/a.csv", gives(BODY)))
    assert publisher.asked[-1][1]["Accept-Encoding"] == "identity"


def test_a_host_that_knows_us_sends_nothing_again(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", unless_known(BODY, '"v1"'))
    assert len(fetch.files(url).brought) == 1
    again = fetch.files(url)
    assert (again.brought, again.unchanged, again.failures) == ((), (url,), ())
    assert publisher.asked[-1][1]["If-None-Match"] == '"v1"'
    assert fetch.landed() == {"ods/a.csv": BODY}


def test_the_same_bytes_sent_again_do_not_land_again(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", gives(BODY, Last_Modified="Wed, 01 May 2024 00:00:00 GMT"))
    fetch.files(url)
    elsewhere = publisher.serve("/renamed.csv", gives(BODY))
    again = fetch.files(url, elsewhere)
    assert again.unchanged == (url, elsewhere)
    assert "If-Modified-Since" in publisher.asked[-2][1]
    assert fetch.landed() == {"ods/a.csv": BODY}


def test_what_the_archive_holds_does_not_land(publisher: Publisher, fetch: Fetcher) -> None:
    path = land(fetch.home, "by hand.csv", BODY)
    Archive(fetch.home.archive).receive(fetch.arrivals()[0], today="2026-06-01", now=NOW)
    path.unlink()
    url = publisher.serve("/a.csv", gives(BODY))
    assert fetch.files(url).unchanged == (url,)
    assert fetch.landed() == {}


def test_what_was_brought_and_lost_is_brought_again(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", unless_known(BODY, '"v1"'))
    fetch.files(url)
    (fetch.home.landing / "ods" / "a.csv").unlink()
    assert len(fetch.files(url).brought) == 1
    assert fetch.landed() == {"ods/a.csv": BODY}


def test_a_corrected_file_lands_beside_the_one_before(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", unless_known(BODY, '"v1"'), unless_known(OTHER, '"v2"'))
    fetch.files(url)
    (brought,) = fetch.files(url).brought
    assert brought.landed_as == f"ods/a_{brought.sha256[:8]}.csv"
    assert fetch.landed() == {"ods/a.csv": BODY, brought.landed_as: OTHER}


def test_what_people_put_there_is_not_overwritten(publisher: Publisher, fetch: Fetcher) -> None:
    land(fetch.home, "ods/a.csv", OTHER)
    fetch.files(publisher.serve("/a.csv", gives(BODY)))
    assert fetch.landed()["ods/a.csv"] == OTHER
    assert sorted(fetch.landed().values()) == [BODY, OTHER]


def test_one_name_on_two_days_is_two_files(publisher: Publisher, fetch: Fetcher) -> None:
    may = publisher.serve("/may/rates.csv", gives(BODY))
    june = publisher.serve("/june/rates.csv", gives(OTHER))
    fetch({"files": [dated(may, "2024-05-30"), dated(june, "2024-06-27")]})
    assert fetch.landed() == {
        "ods/2024-05-30/rates.csv": BODY,
        "ods/2024-06-27/rates.csv": OTHER,
    }


def test_a_file_system_without_links_serves_too(
    publisher: Publisher, fetch: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("pathlib.Path.hardlink_to", unsupported)
    land(fetch.home, "ods/a.csv", OTHER)
    fetch.files(publisher.serve("/a.csv", gives(BODY)), publisher.serve("/b.csv", gives(b"c\n")))
    assert fetch.landed()["ods/a.csv"] == OTHER
    assert sorted(fetch.landed().values()) == [BODY, OTHER, b"c\n"]


def test_killed_before_the_rename_nothing_landed_and_the_next_fetch_tidies_up(
    publisher: Publisher, fetch: Fetcher
) -> None:
    url = publisher.serve("/a.csv", gives(BODY))
    assert killed(fetch.home.root, url) == KILLED
    (partial,) = fetch.anything_in_landing()
    assert partial.read_bytes() == BODY
    assert fetch.arrivals() == []
    assert len(fetch.files(url).brought) == 1
    assert fetch.anything_in_landing() == [fetch.home.landing / "ods" / "a.csv"]


def test_a_spoilt_memory_is_only_forgotten(publisher: Publisher, fetch: Fetcher) -> None:
    url = publisher.serve("/a.csv", unless_known(BODY, '"v1"'))
    fetch.files(url)
    for spoilt in ("{", "[]", '{"files": {"x": {"sha": 1}}}'):
        (fetch.home.fetch / "ods.json").write_text(spoilt)
        assert fetch.files(url).unchanged == (url,)


def test_looking_lands_nothing(publisher: Publisher, fetch: Fetcher) -> None:
    held = publisher.serve("/held.csv", gives(BODY))
    fetch.files(held)
    new = publisher.serve("/new.csv", gives(OTHER))
    report = fetch.files(held, new, is_check=True)
    assert [one.url for one in report.found] == [new]
    assert report.unchanged == (held,)
    assert publisher.times_asked("/new.csv") == 0
    assert fetch.landed() == {"ods/held.csv": BODY}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/files/rates.csv", "rates.csv"),
        ("/files/rates.csv/", "rates.csv"),
        ("/files/rates.csv?version=../../x", "rates.csv"),
        ("/Sickness%20rates%2C%20April%202024.csv", "Sickness rates, April 2024.csv"),
        ("/..%2f..%2fetc%2fpasswd", "passwd"),
        ("/..%5c..%5cwindows%5csystem.ini", "system.ini"),
        ("/..%252f..%252fetc", "2f.._2fetc"),
        ("/..", "file"),
        ("/", "file"),
        ("/%00%0a%7fa.csv", "a.csv"),
        ("/.hidden.csv", "hidden.csv"),
        ("/~$open.xlsx", "open.xlsx"),
        ("/a.csv.part", "a.csv.part.file"),
        ("/Thumbs.db", "Thumbs.db.file"),
        ("/a%3Cb%3E%7C%2A.csv", "a_b___.csv"),
        ("/Primary%20Care%20%E2%80%93%20June.csv", "Primary Care _ June.csv"),
        ("/caf%C3%A9.csv", "café.csv"),
        ("/" + "x" * 4000 + ".csv", "x" * 120 + ".csv"),
        ("/" + "%C3%A9" * 400 + ".csv", "é" * 60 + ".csv"),
        ("/a." + "x" * 4000, "a." + "x" * 118),
    ],
)
def test_names_are_those_of_the_address_made_safe(path: str, name: str) -> None:
    assert safe_name(f"https://www.example.org{path}") == name
    assert not LITTER.fullmatch(name)
    assert len(name.encode()) < 200


@pytest.mark.parametrize("path", ["/..%2f..%2fa.csv", "/" + "y" * 2000 + ".csv", "/a.csv.part"])
def test_hostile_names_land_in_their_folder(
    publisher: Publisher, fetch: Fetcher, path: str
) -> None:
    fetch.files(publisher.serve(path, gives(BODY)))
    (arrival,) = fetch.arrivals()
    assert arrival.path.parent == fetch.home.landing / "ods"
    assert fetch.anything_in_landing() == [arrival.path]


def test_what_is_landed_by_hand_says_where_to_look_and_where_to_put_it(tmp_path: object) -> None:
    catalogue = catalogue_of(None)
    with pytest.raises(PlainError) as caught:
        fetch_publication(Home(tmp_path), catalogue, PUBLICATION, now=NOW)  # type: ignore[arg-type]
    assert caught.value.exit_code == 2
    assert "landed by hand" in caught.value.problem
    assert catalogue.publications[PUBLICATION].landing_page in caught.value.next_step
    assert "landing/ods/<day of publication>/" in caught.value.next_step
