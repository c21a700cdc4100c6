"""A fresh home with the sample: every metric in the scorecard, every row marked synthetic."""

from __future__ import annotations

import duckdb
import pytest

from orchestration.home import Home

CHAPTERS = [
    "looking_after_our_people",
    "belonging_in_the_nhs",
    "new_ways_of_working_and_delivering_care",
    "growing_for_the_future",
]


def query(home: Home, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home.edition), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_scorecard_has_every_metric_and_measure(sample_home: Home) -> None:
    found = query(
        sample_home,
        """
        select count(distinct metric_id), count(distinct measure_id), count(*)
        from marts.scorecard
        """,
    )
    measures = query(sample_home, "select count(*) from reference.measures")
    assert found == [(27, *measures[0], *measures[0])]


def test_no_value_is_missing_without_a_reason(sample_home: Home) -> None:
    for mart in [*CHAPTERS, "scorecard", "metric_history"]:
        silent = query(
            sample_home,
            f"select count(*) from marts.{mart} "
            "where (value is null) = (availability_status = 'observed')",
        )
        assert (mart, silent) == (mart, [(0,)])


def test_metrics_with_publications_have_england_values(sample_home: Home) -> None:
    observed = query(
        sample_home,
        """
        select distinct metric_id from marts.scorecard
        where availability_status = 'observed' order by metric_id
        """,
    )
    assert {
        "harassment_bullying_abuse_at_work",
        "sickness_absence_rate",
        "staff_leaver_rate",
        "senior_leadership_representation",
        "discrimination_at_work",
        "fair_career_progression",
        "additional_primary_care_professionals",
    } <= {metric for (metric,) in observed}


@pytest.mark.parametrize("mart", [*CHAPTERS, "metric_history"])
def test_every_observation_is_marked_synthetic(sample_home: Home, mart: str) -> None:
    unmarked = query(
        sample_home,
        f"select count(*) from marts.{mart} where not is_synthetic and file_id is not null",
    )
    assert unmarked == [(0,)]


def test_every_sample_file_was_read(sample_home: Home) -> None:
    refused = query(
        sample_home,
        "select original_name, reason from reference.files where status = 'quarantined'",
    )
    assert refused == []


def test_parquet_is_the_same_edition(sample_home: Home) -> None:
    newest = max(path for path in sample_home.editions.iterdir() if path.is_dir())
    parquet = sorted(newest.rglob("scorecard.parquet"))
    assert len(parquet) == 1
    with duckdb.connect(str(sample_home.edition), read_only=True) as connection:
        different = connection.execute(
            "select count(*) from (from marts.scorecard except from read_parquet(?))",
            [str(parquet[0])],
        ).fetchone()
    assert different == (0,)


@pytest.mark.parametrize("mart", [*CHAPTERS, "scorecard"])
def test_a_period_is_named_where_there_is_one(sample_home: Home, mart: str) -> None:
    wrong = query(
        sample_home,
        f"select count(*) from marts.{mart} where (period_label is null) <> (period_end is null)",
    )
    assert wrong == [(0,)]
