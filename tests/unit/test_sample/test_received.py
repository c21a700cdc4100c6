"""Every layout of the sample is recognised by its content and loaded; nothing is quarantined."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from orchestration.catalogue import load_catalogue
from orchestration.home import Home
from orchestration.ingest import load_publication, receive

# One file of each layout and era; the whole sample is received when its edition is built.
ONE_OF_EACH = (
    "ods/*/*.csv",
    "sickness_absence/*/ESR_ABSENCE_CSV*.csv",
    "sickness_absence/*/NHS Sickness Absence rates, February 2022.xlsx",
    "sickness_absence/*/*rates CSV, July 2022.csv",
    "sickness_absence/*/*rates CSV, August 2022.csv",
    "sickness_absence/*/*by reason*.csv",
    "sickness_absence/*/*.zip",
    "workforce_turnover/*/*Jul-24.csv",
    "workforce_turnover/*/*June 2024 Turnover tables.xlsx",
    "workforce_turnover/*/Leaver rates quoted.csv",
    "workforce_turnover_nationality/*/*",
    "workforce_equality/*/*",
    "pcn_workforce/*/[18].*.csv",
    "apprenticeships/2024-11-28/*",
    "nss/*/ST18 - abuse_sheet5 - ethnicity.xls",
    "nss/*/ST20 - org_sheet8 - organisation.xls",
)


def test_every_layout_is_loaded_and_marked(landing: Path, tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    for pattern in ONE_OF_EACH:
        found = sorted(landing.glob(pattern))
        assert found, pattern
        for number, path in enumerate(found):
            # Names and folders that say nothing: recognition is by content alone.
            shutil.copyfile(path, home.landing / f"{len(pattern)}_{number}_{path.parts[-3]}")
    catalogue = load_catalogue()
    now = datetime(2024, 12, 1, tzinfo=UTC)
    report = receive(home, catalogue, today=now.date(), now=now)
    assert [(one.landed_as, one.reason) for one in report.outcomes if one.reason] == []
    for publication_id in catalogue.publications:
        load_publication(home, catalogue, publication_id)
    with duckdb.connect(str(home.warehouse)) as warehouse:
        tables = [name for (name,) in warehouse.execute("show tables from raw").fetchall()]
        unmarked = {
            table: warehouse.execute(
                f"select count(*) filter (where not is_synthetic), count(*) = 0 from raw.{table}"
            ).fetchone()
            for table in tables
        }
    filled = {table for table, counts in unmarked.items() if counts != (0, True)}
    assert {table: counts for table, counts in unmarked.items() if counts[0]} == {}
    assert filled == set(tables)


def test_exchanged_periods_of_joiners_are_refused(landing: Path, tmp_path: Path) -> None:
    home = Home(tmp_path).create()
    (path,) = landing.glob("workforce_turnover_nationality/*/Joiners*.csv")
    first, second = "202203 to 202303", "202209 to 202309"
    exchanged = {first: second, second: first}
    text = re.sub(f"{first}|{second}", lambda found: exchanged[found[0]], path.read_text("utf-8"))
    (home.landing / "joiners.csv").write_text(text, "utf-8")
    now = datetime(2024, 12, 1, tzinfo=UTC)
    report = receive(home, load_catalogue(), today=now.date(), now=now)
    assert ["months must ascend" in (one.reason or "") for one in report.outcomes] == [True]
