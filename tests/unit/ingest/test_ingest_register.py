"""Arrivals, vintages, duplicates, synthetic files, changed layouts, killed runs: the register."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from orchestration.catalogue import Catalogue, load_catalogue
from orchestration.catalogue.load import PUBLICATIONS
from orchestration.home import Home
from orchestration.ingest import NotReadError, active_files, archive, load_publication
from orchestration.ingest.archive import Archive
from tests.unit.ingest import made, sheets
from tests.unit.ingest.homes import land, loaded, only, outcomes, query, received

STATED = "sickness_absence/2024-08-28"
ARRIVALS = "select landed_as, outcome from raw.file_arrivals order by landed_as"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def synthetic(day: str = "30/04/2024") -> str:
    header, *rows = made.cells("sickness_monthly_ics", made.rates(day))
    return made.as_csv([[*header, "is_synthetic"], *([*row, "TRUE"] for row in rows)])


def refused(day: str = "30/04/2024") -> bytes:
    return made.monthly(day).replace(b"ORG_TYPE", b"ORG_KIND")


def catalogue_with(folder: Path, before: str, after: str) -> Catalogue:
    """The catalogue with a piece of the sickness absence YAML replaced."""
    shutil.copytree(PUBLICATIONS, folder)
    path = folder / "sickness_absence.yml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    return load_catalogue(folder)


def test_the_folder_states_publication_and_day(home: Home) -> None:
    land(home, f"{STATED}/deeper/any name.csv", made.monthly())
    assert only(home).status == "loaded"
    loaded(home)
    found = query(
        home,
        "select publication_id, published_on, is_published_on_assumed, original_name, status,"
        " row_count, period_from, period_to, is_synthetic, licence from raw.files",
    )
    assert found == [
        (
            "sickness_absence",
            date(2024, 8, 28),
            False,
            "any name.csv",
            "loaded",
            210,
            date(2024, 4, 1),
            date(2024, 4, 30),
            False,
            "Open Government Licence v3.0",
        ),
    ]
    assert query(home, "select distinct published_on from raw.sickness_absence__rates") == [
        (date(2024, 8, 28),)
    ]


@pytest.mark.parametrize(
    "place", ["x.csv", "new/x.csv", "sickness_absence/x.csv", "sickness_absence/2024-02-30/x.csv"]
)
def test_without_a_day_today_is_assumed_and_flagged(home: Home, place: str) -> None:
    land(home, place, made.monthly())
    only(home)
    loaded(home)
    found = query(home, "select published_on, is_published_on_assumed from raw.files")
    assert found == [(date(2026, 6, 1), True)]


def test_a_stated_day_wins_over_an_assumed_one_and_the_earliest_over_later_ones(home: Home) -> None:
    for place in ("x.csv", f"{STATED}/x.csv", "sickness_absence/2024-09-30/x.csv"):
        land(home, place, made.monthly())
    received(home)
    loaded(home)
    found = query(
        home, "select published_on, is_published_on_assumed, arrival_count from raw.files"
    )
    assert found == [(date(2024, 8, 28), False, 3)]


def test_content_wins_over_the_folder_and_the_register_says_so(home: Home) -> None:
    land(home, "workforce_turnover/2024-08-28/x.csv", made.monthly())
    outcome = only(home)
    assert (outcome.publication_id, outcome.status) == ("sickness_absence", "loaded")
    assert outcome.reason is not None
    assert "landed as workforce_turnover, recognised as sickness_absence" in outcome.reason


def test_a_day_before_the_period_ends_is_warned_of(home: Home) -> None:
    land(home, "sickness_absence/2024-04-01/x.csv", made.monthly())
    outcome = only(home)
    assert outcome.status == "loaded"
    assert "before its last period ends" in str(outcome.reason)


def test_a_second_arrival_of_the_same_bytes_is_a_duplicate(home: Home) -> None:
    land(home, f"{STATED}/a.csv", made.monthly())
    received(home)
    land(home, f"{STATED}/b.csv", made.monthly())
    report = received(home)
    assert (report.new_arrivals, report.files_read) == (1, 0)
    assert loaded(home) == {"sickness_absence__rates": 210}
    assert query(home, ARRIVALS) == [
        (f"{STATED}/a.csv", "loaded"),
        (f"{STATED}/b.csv", "duplicate"),
    ]


def test_receiving_again_changes_nothing(home: Home) -> None:
    land(home, f"{STATED}/a.csv", made.monthly())
    land(home, f"{STATED}/b.csv", refused())
    received(home)
    before = {path: path.stat().st_mtime_ns for path in home.root.rglob("*") if path.is_file()}
    report = received(home)
    assert (report.new_arrivals, report.files_read) == (0, 0)
    assert before == {p: p.stat().st_mtime_ns for p in home.root.rglob("*") if p.is_file()}


def test_without_its_cache_receiving_gives_the_same(home: Home) -> None:
    land(home, f"{STATED}/a.csv", made.monthly())
    received(home)
    (home.archive / ".landing.json").write_text("{ torn")
    report = received(home)
    assert (report.new_arrivals, report.files_read) == (0, 0)


def test_the_archive_alone_is_enough(home: Home) -> None:
    land(home, f"{STATED}/a.csv", made.monthly())
    received(home)
    shutil.rmtree(home.landing)
    for path in home.archive.rglob("reading.json"):
        path.unlink()
    assert received(home).files_read == 1
    assert loaded(home) == {"sickness_absence__rates": 210}


def test_a_later_publication_supersedes_and_both_vintages_stay(home: Home) -> None:
    land(home, "sickness_absence/2024-08-28/a.csv", made.monthly())
    revised = made.monthly().replace(b"Trust 7, Made Up", b"Trust 7, Renamed")
    land(home, "sickness_absence/2024-09-28/a.csv", revised)
    found = {one.landed_as.split("/")[1]: one.status for one in received(home).outcomes}
    assert found == {"2024-08-28": "superseded", "2024-09-28": "loaded"}
    assert loaded(home) == {"sickness_absence__rates": 420}


def test_a_file_is_not_superseded_while_one_of_its_periods_is_its_own(home: Home) -> None:
    both = made.as_csv(made.cells("sickness_monthly_ics", made.rates("30/04/2024", "31/05/2024")))
    land(home, "sickness_absence/2024-08-28/both.csv", both)
    land(home, "sickness_absence/2024-09-28/one.csv", made.monthly())
    assert {one.status for one in received(home).outcomes} == {"loaded"}


@pytest.mark.parametrize(("later", "expected"), [("Q14", "loaded"), ("Q12", "superseded")])
def test_survey_questions_supersede_only_the_same_questions(
    home: Home, later: str, expected: str
) -> None:
    land(home, "nss/2019-02-26/a.xlsx", sheets.survey_workbook(1))
    land(home, "nss/2019-03-26/b.xlsx", sheets.survey_workbook(2, later))
    assert outcomes(home)["a.xlsx"].status == expected


def test_synthetic_files_step_aside_for_published_ones(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    land(home, f"{STATED}/sample.csv", synthetic())
    assert only(home).status == "loaded"
    loaded(home)
    marked = "select is_synthetic, count(*) from raw.sickness_absence__rates group by all"
    assert query(home, marked) == [(True, 210)]
    land(
        home,
        "workforce_turnover/2026-01-29/real.csv",
        made.as_csv(made.cells("turnover_benchmark")),
    )
    found = outcomes(home)
    assert (found["sample.csv"].status, found["real.csv"].status) == ("set_aside", "loaded")
    assert "sickness_absence__rates" not in loaded(home)
    monkeypatch.setenv("PEOPLE_PLAN_MIX_SYNTHETIC", "1")
    assert outcomes(home)["sample.csv"].status == "loaded"


def test_a_refused_published_file_does_not_set_the_sample_aside(home: Home) -> None:
    land(home, f"{STATED}/sample.csv", synthetic())
    land(home, f"{STATED}/broken.csv", refused("31/05/2024"))
    assert outcomes(home)["sample.csv"].status == "loaded"


def test_a_refused_file_is_in_quarantine_with_what_to_do(home: Home) -> None:
    land(home, f"{STATED}/broken.csv", refused())
    outcome = only(home)
    folder = home.quarantine / "sickness_absence" / outcome.file_id
    assert (folder / "broken.csv").read_bytes() == refused()
    reason = (folder / "reason.txt").read_text("utf-8")
    for words in (
        "broken.csv",
        STATED,
        "missing: ORG_TYPE",
        "not mapped: ORG_KIND",
        "sickness_absence.yml",
        "layouts.sickness_monthly_ics",
    ):
        assert words in reason
    assert loaded(home) == {}
    assert query(home, "select status, reason is not null from raw.files") == [
        ("quarantined", True)
    ]


def test_a_file_of_nothing_known_is_in_quarantine_as_unrecognised(home: Home) -> None:
    land(home, "x.csv", "a,b\n1,2\n")
    outcome = only(home)
    assert outcome.publication_id is None
    assert (home.quarantine / "unrecognised" / outcome.file_id / "x.csv").exists()


def test_a_corrected_layout_reads_again_by_itself(home: Home, tmp_path: Path) -> None:
    land(home, f"{STATED}/broken.csv", refused())
    land(home, f"{STATED}/good.csv", made.monthly("31/05/2024"))
    received(home)
    before = active_files(home, load_catalogue())
    taught = catalogue_with(
        tmp_path / "yml", "organisation_type: ORG_TYPE", "organisation_type: [ORG_TYPE, ORG_KIND]"
    )
    with pytest.raises(NotReadError, match="receive"):
        load_publication(home, taught, "sickness_absence")
    report = received(home, taught)
    assert {one.status for one in report.outcomes} == {"loaded"}
    assert report.files_read == 2
    assert not list(home.quarantine.iterdir())
    after = active_files(home, taught)
    assert len(after["sickness_absence"]) == 2
    assert before["sickness_absence"][0] not in after["sickness_absence"]
    history = json.loads(
        (home.archive / report.outcomes[0].file_id / "reading.json").read_text("utf-8")
    )["history"]
    assert [one["status"] for one in history] == ["quarantined"]


def test_another_publications_layout_does_not_read_this_one_again(
    home: Home, tmp_path: Path
) -> None:
    land(home, "ods/2024-12-31/boards.csv", made.as_csv(made.cells("ods_icb_names")))
    received(home)
    changed = catalogue_with(tmp_path / "yml", "tolerance: 0.0051", "tolerance: 0.0052")
    assert received(home, changed).files_read == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("releases: 3", "releases: 4"),
        ("  hosts: [files.digital.nhs.uk]\n", "  hosts: [files.digital.nhs.uk, nhs.uk]\n"),
    ],
)
def test_where_files_are_fetched_from_reads_nothing_again(
    home: Home, tmp_path: Path, *, before: str, after: str
) -> None:
    land(home, f"{STATED}/good.csv", made.monthly())
    land(home, f"{STATED}/broken.csv", refused())
    assert received(home).files_read == 2
    edited = catalogue_with(tmp_path / "yml", before, after)
    assert (
        edited.publications["sickness_absence"]
        != (load_catalogue().publications["sickness_absence"])
    )
    assert received(home, edited).files_read == 0


def test_an_earlier_stated_day_changes_the_fingerprint(home: Home) -> None:
    land(home, "sickness_absence/2024-09-28/a.csv", made.monthly())
    received(home)
    before = active_files(home, load_catalogue())
    land(home, "sickness_absence/2024-08-28/a.csv", made.monthly())
    received(home)
    assert active_files(home, load_catalogue()) != before


def test_litter_is_not_received(home: Home) -> None:
    for name in (".DS_Store", "~$book.xlsx", "Thumbs.db", "half.csv.part", "__MACOSX/a.csv"):
        land(home, name, made.monthly())
    assert received(home).outcomes == []


@pytest.mark.parametrize(
    "name", ["naïve \u2013 name.csv", "a'b\".csv", "a*b[c].csv", "new\nline.csv", "Great!"]
)
def test_names_may_be_anything(home: Home, name: str) -> None:
    land(home, f"{STATED}/{name}", made.monthly())
    land(home, f"{STATED}/broken {name}", refused())
    assert {one.status for one in received(home).outcomes} == {"loaded", "quarantined"}
    assert loaded(home) == {"sickness_absence__rates": 210}


def test_a_home_may_have_an_odd_path(tmp_path: Path) -> None:
    odd = Home(tmp_path / "o'home [x]*")
    land(odd, "x.csv", made.monthly())
    received(odd)
    assert loaded(odd) == {"sickness_absence__rates": 210}


class Killed(BaseException):
    """Stands for `kill -9`: nothing in the code may catch it."""


@pytest.mark.parametrize("moment", range(8))
def test_a_run_killed_at_any_write_is_repaired_by_the_next(
    home: Home, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    land(home, f"{STATED}/a.csv", made.monthly())
    land(home, f"{STATED}/b.csv", refused())
    writes = 0
    replace = Path.replace

    def killed(self: Path, target: Path) -> Path:
        nonlocal writes
        writes += 1
        if writes > moment:
            raise Killed
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(Killed):
        received(home)
    monkeypatch.undo()
    found = outcomes(home)
    assert {name: one.status for name, one in found.items()} == {
        "a.csv": "loaded",
        "b.csv": "quarantined",
    }
    assert loaded(home) == {"sickness_absence__rates": 210}
    assert not list(home.root.rglob("*.partial"))
    assert not Archive(home.archive).work.exists()
    assert all(
        len(list(Archive(home.archive).receipts(one.file_id))) == 1 for one in found.values()
    )


def test_a_reading_killed_between_its_files_and_its_outcome_is_made_again(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    land(home, f"{STATED}/a.csv", made.monthly())
    received(home)
    taught = catalogue_with(tmp_path / "yml", "tolerance: 0.0051", "tolerance: 0.0052")

    def killed(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(archive, "write_json", killed)
    with pytest.raises(Killed):
        received(home, taught)
    monkeypatch.undo()
    assert received(home, taught).files_read == 1
    assert load_publication(home, taught, "sickness_absence")["sickness_absence__rates"] == 210
