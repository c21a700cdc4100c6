"""`people-plan scorecard`: what a director reads in 80 columns, and what programs take."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest

from orchestration.commands import scorecard as command
from orchestration.errors import PlainError
from orchestration.home import HOME_VARIABLE, Home
from tests.conftest import people_plan
from tests.scorecard_edition import ROWS, scorecard_home
from tests.small_build import contracts, small_home

COLUMNS = [column.split()[0] for column in contracts()["scorecard"].split(", ")]
NAMES = {str(row["measure_name"]).split(",")[0]: str(row["measure_id"]) for row in ROWS}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with a scorecard of six measures, which no test changes."""
    return scorecard_home(tmp_path_factory.mktemp("scorecard"))


@pytest.fixture
def printed(
    home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Printed:
    """Runs the command in this process; gives the lines that it prints."""
    monkeypatch.setenv(HOME_VARIABLE, str(home.root))
    return Printed(monkeypatch, capfd)


class Printed:
    """What the command prints, as lines, on a screen of a width."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capfd = monkeypatch, capfd

    def __call__(self, *chapters: str, order: str = "chapter", columns: int = 80) -> list[str]:
        """The lines of the table, without the foot that names the edition's path."""
        self._monkeypatch.setenv("COLUMNS", str(columns))
        command.run(chapters, order, "table")
        *lines, edition = self._capfd.readouterr().out.splitlines()
        assert edition.startswith("Edition: ")
        return lines


def measure_ids(lines: list[str]) -> list[str]:
    """The measures in the order in which their names are printed."""
    return [
        measure_id
        for line in lines
        for name, measure_id in NAMES.items()
        if line[:8].strip() and name in line
    ]


def test_a_measure_is_told_in_lines(printed: Printed) -> None:
    assert printed() == [
        "",
        "Looking after our people ───────────────────────────────────────────────────────",
        "3       Sickness absence rate, NHS trusts                                 5.15 %",
        "        July 2024: up 0.3 points on July 2023, worse",
        "        usual 4.20 % to 5.80 %, trial limits · common cause · target 4.00 %",
        "        inconsistent · all 214 reported · provisional · derived here",
        "        late, due by 31 Oct 2024",
        "5       Frontline healthcare workers vaccinated in the season            414,103",
        "        2023/24 season: down 95,968 on the 2022/23 season, worse",
        "        within 400,000 to 420,000 · 210 of 214 reported · due by 5 Dec 2024",
        "8       Leaver rate, official statistic (headcount leaving active        10.39 %",
        "        service)",
        "        year to June 2024: down 1.2 points on the year to June 2023, better",
        "        on time, next by 2 Jan 2025",
        "24      Colleagues feeling informed                                      69.70 %",
        "        1 June 2021 to 30 June 2021: no figure of a year before to compare with",
        "        late, due by 31 Aug 2021",
        "",
        "Belonging in the NHS ───────────────────────────────────────────────────────────",
        "9       BME share of senior leadership roles                              9.25 %",
        "        31 March 2022: up 1.5 points on 31 March 2021, nearer parity",
        "        ratio to workforce 0.36, parity 1 · ended",
        "10      Discrimination from manager or team leader      not separately published",
        '        Part of a joint measure only: see "Discrimination from manager, team',
        '        leader or other colleagues".',
        "        no deadline",
        "",
        "Due or late as of 28 November 2024; `people-plan status` says it of today.",
    ]


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_it_is_never_wider_than_the_screen_nor_than_eighty(printed: Printed, columns: int) -> None:
    for order in ("chapter", "change"):
        lines = printed(order=order, columns=columns)
        assert max(map(len, lines)) <= min(columns, 80)
        assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("annex", "sickness vaccinated leavers bme_leaders by_managers pulse"),
        ("chapter", "sickness vaccinated leavers pulse bme_leaders by_managers"),
        # Worse by 19 and by 5 of 100, better by 20 and by 10; what is not told has no size.
        ("change", "vaccinated sickness bme_leaders leavers by_managers pulse"),
        ("freshness", "pulse sickness vaccinated leavers by_managers bme_leaders"),
        ("name", "bme_leaders pulse by_managers vaccinated leavers sickness"),
    ],
)
def test_it_is_sorted_as_asked(printed: Printed, order: str, expected: str) -> None:
    assert measure_ids(printed(order=order)) == expected.split()


def test_chapters_are_headed_where_they_stand_together(printed: Printed) -> None:
    def headings(order: str) -> list[str]:
        return [line.split(" ─")[0] for line in printed(order=order) if "──" in line]

    people, belonging = "Looking after our people", "Belonging in the NHS"
    assert headings("chapter") == [people, belonging]
    assert headings("annex") == [people, belonging, people]
    assert headings("change") == headings("freshness") == headings("name") == []


def test_chapters_are_chosen(printed: Printed) -> None:
    assert measure_ids(printed("belonging_in_the_nhs")) == ["bme_leaders", "by_managers"]
    assert len(measure_ids(printed("belonging_in_the_nhs", "looking_after_our_people"))) == 6


def test_a_chapter_that_there_is_not_is_wrong_usage(home: Home) -> None:
    answer = people_plan(home.root, "scorecard", "--chapter", "belonging")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.splitlines() == [
        "'belonging' is no chapter of the scorecard.",
        "Chapters: looking_after_our_people, belonging_in_the_nhs.",
    ]


def test_without_an_edition_the_next_step_is_named(tmp_path: Path) -> None:
    answer = people_plan(tmp_path, "scorecard")
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        f"No edition stands in {tmp_path} yet.",
        "Land files (or run `people-plan sample`), then run `people-plan build`.",
    ]


def test_json_holds_every_column(home: Home) -> None:
    answer = people_plan(home.root, "scorecard", "--format", "json", "--sort", "name")
    rows = json.loads(answer.stdout)
    assert [row["measure_id"] for row in rows] == [
        "bme_leaders",
        "pulse",
        "by_managers",
        "vaccinated",
        "leavers",
        "sickness",
    ]
    assert all(list(row) == COLUMNS for row in rows)
    by_managers = rows[2]
    assert by_managers["value"] is None
    assert by_managers["status_on"] == "2024-11-28"


def test_csv_comes_back_as_the_mart(home: Home, tmp_path: Path) -> None:
    answer = people_plan(home.root, "scorecard", "--format", "csv", "--sort", "annex")
    assert next(csv.reader(io.StringIO(answer.stdout))) == COLUMNS
    file = tmp_path / "scorecard.csv"
    file.write_text(answer.stdout, "utf-8")
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        mart = connection.execute(
            "from marts.scorecard order by annex_row_seq, measure_seq"
        ).fetchall()
        types = {
            name: kind
            for name, kind, *_ in connection.execute("describe marts.scorecard").fetchall()
        }
        back = connection.execute(
            "from read_csv($file, header = true, all_varchar = false, columns = $types)",
            {"file": str(file), "types": types},
        ).fetchall()
    assert len(mart) == len(ROWS)
    assert back == mart


def test_a_made_up_scorecard_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    home = scorecard_home(tmp_path, is_synthetic=True, data_quality_note="made up; provisional")
    monkeypatch.setenv(HOME_VARIABLE, str(home.root))
    lines = Printed(monkeypatch, capfd)()
    assert [line for line in lines if "made up" in line] == [
        "These figures are made up: the edition holds the synthetic sample."
    ]
    assert sum("provisional" in line for line in lines) == len(ROWS)


def test_an_edition_of_an_earlier_version_has_a_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    home = small_home(tmp_path)
    home.edition.parent.mkdir(exist_ok=True)
    with duckdb.connect(str(home.edition)) as connection:
        connection.execute("create schema marts")
        connection.execute("create table marts.scorecard as select 1 as measure_id, 4.8 as value")
    monkeypatch.setenv(HOME_VARIABLE, str(home.root))
    with pytest.raises(PlainError, match="earlier version") as raised:
        command.run((), "chapter", "table")
    assert raised.value.next_step == "Run `people-plan build`."
    assert capfd.readouterr().out == ""


def test_status_shows_it_before_what_stands(sample_home: Home) -> None:
    answer = people_plan(sample_home.root, "status", COLUMNS="80")
    assert answer.returncode == 0, answer.stderr
    name, stands = "Sickness absence rate, NHS trusts", "stands, published"
    assert 0 < answer.stdout.index(name) < answer.stdout.index(stands)
