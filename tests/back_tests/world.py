"""The world as far as it was printed: the known figures, divided among invented organisations."""

from __future__ import annotations

from pathlib import Path

from orchestration.dbt.project import SEEDS_DIR
from orchestration.sample.scales import SMALL
from orchestration.sample.world import World

HERE = Path(__file__).parent / "world"
# Of the sample's world only the places and bodies, and how publishers print.
BORROWED = ("draws", "calendar", "areas", "bodies", "organisations", "printing")
SCRIPTS = (
    "known",
    "sickness_absence",
    "workforce_turnover",
    "reasons_for_leaving",
    "gp_workforce",
    "primary_care_workforce_quarterly",
    "hcw_flu_uptake",
    "nhse_finance",
    "wres",
    "workforce_equality",
    "workforce_turnover_nationality",
    "survey_benchmark",
    "survey_answers_printed",
    "small_returns",
    "returns",
)


class KnownWorld(World):
    """Tables of the names that the sample's layouts print, made of `seeds/known_values.csv`.

    What differs between releases is in views that show the one of the variable `published_on`.
    """

    def __init__(self) -> None:
        super().__init__(SMALL, seed=2020, scripts=BORROWED)
        for table, path in (
            ("printed_figures", SEEDS_DIR / "known_values.csv"),
            ("survey_numbers", HERE / "survey_numbers.csv"),
        ):
            self.connection.execute(
                f"create table {table} as from read_csv($path, all_varchar = true)",
                {"path": str(path)},
            )
        self.connection.execute("set variable published_on = date '2000-01-01'")
        for script in SCRIPTS:
            self.connection.execute((HERE / f"{script}.sql").read_text(encoding="utf-8"))
