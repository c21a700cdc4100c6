"""`people-plan fetch`: what it prints, what it exits with, what it leaves alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
import typer

from orchestration.commands import fetch as command
from orchestration.fetch import Limits, open_web
from orchestration.home import HOME_VARIABLE, Home
from tests.conftest import people_plan
from tests.unit.fetch.fetching import PUBLICATION, catalogue_of
from tests.unit.fetch.publisher import Publisher, fails, gives

BODY = b"a,b\n1,2\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    limits = Limits(allows_http_on_loopback=True, pause_seconds=0, attempts=1)
    monkeypatch.setattr(command, "open_web", partial(open_web, limits))
    return Home(tmp_path)


@pytest.fixture
def names(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses of one publication: two files that come, one that does not."""
    urls = [
        publisher.serve("/2024/a.csv", gives(BODY)),
        publisher.serve("/b.csv", gives(b"c\n")),
        publisher.serve("/c.csv", fails(503)),
    ]
    files = [{"url": urls[0], "published_on": "2024-08-29"}, {"url": urls[1]}, {"url": urls[2]}]
    monkeypatch.setattr(command, "load_catalogue", lambda: catalogue_of({"files": files}))
    return urls


@pytest.mark.usefixtures("home")
def test_it_says_what_came_and_what_did_not(
    names: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended:
        command.run([], is_check=False)
    assert ended.value.exit_code == 1
    assert capfd.readouterr().out.splitlines() == [
        "ods: 2 brought, 1 failed",
        "  landing/ods/2024-08-29/a.csv: 8 bytes",
        "  landing/ods/b.csv: 2 bytes (day of publication unknown: the day it is received will be"
        " assumed)",
        f"  {names[2]} (belongs into landing/ods)",
        "    The host answers with 503.",
        "    Next: Fetch again later. If it stays so: Open"
        " https://digital.nhs.uk/services/organisation-data-service in a browser, download what is"
        " new, and put it into landing/ods/<day of publication>/.",
        "Next: people-plan build",
    ]


def test_a_second_fetch_brings_nothing_and_looking_never_does(
    home: Home, names: list[str], publisher: Publisher, capfd: pytest.CaptureFixture[str]
) -> None:
    publisher.serve("/c.csv", gives(b"d\n"))
    command.run([PUBLICATION, PUBLICATION], is_check=True)
    looked = capfd.readouterr().out.splitlines()
    assert looked[:2] == ["ods: 3 to bring", f"  {names[0]} -> landing/ods/2024-08-29"]
    assert not any(path.is_file() for path in home.landing.rglob("*"))
    command.run([PUBLICATION], is_check=False)
    assert "ods: 3 brought" in capfd.readouterr().out
    command.run([PUBLICATION], is_check=False)
    assert capfd.readouterr().out.splitlines() == ["ods: 3 unchanged"]


def test_what_shares_a_reason_shares_its_sentence(
    home: Home,
    names: list[str],
    publisher: Publisher,
    capfd: pytest.CaptureFixture[str],
) -> None:
    publisher.serve("/robots.txt", gives("User-agent: *\nDisallow: /", "text/plain"))
    with pytest.raises(typer.Exit):
        command.run([], is_check=False)
    said = capfd.readouterr().out
    assert said.count("asks programs to stay away") == 1
    assert all(f"  {name} (belongs into landing/ods" in said for name in names)
    assert not any(path.is_file() for path in home.landing.rglob("*"))


@pytest.mark.parametrize(
    ("name", "problem", "hint"),
    [
        ("nonsense", "'nonsense' is no publication that is read.", "sickness_absence"),
        ("apprenticeships", "apprenticeships is landed by hand", "landing/apprenticeships/"),
        ("covid_sitrep", "covid_sitrep is landed by hand", "people-plan template covid_sitrep"),
    ],
)
def test_what_cannot_be_fetched_is_wrong_usage_before_anything_is_asked(
    tmp_path: Path, name: str, problem: str, hint: str
) -> None:
    answer = people_plan(tmp_path, "fetch", "sickness_absence", name, timeout=60)
    assert answer.returncode == 2
    assert answer.stdout == ""
    said, next_step = answer.stderr.splitlines()
    assert said.startswith(problem)
    assert hint in next_step
