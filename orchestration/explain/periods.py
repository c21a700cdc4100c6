"""Finds the period that is meant, by whatever people call it, or says why there is none."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

import duckdb

from orchestration.edition.rows import rows_of
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.explain.look_up import SHOWN, unclear

ENGLAND = "E92000001"


def period_of(
    edition: duckdb.DuckDBPyConnection, measure: str, organisation: str, text: str
) -> dict[str, Any]:
    """Type, days and label of the newest period of that name. Raises `PlainError` without one."""
    chapter = rows_of(
        edition,
        """
        select metrics.primary_chapter_id
        from reference.measures as measures
        inner join reference.metrics as metrics on measures.metric_id = metrics.metric_id
        where measures.measure_id = $measure
        """,
        {"measure": measure},
    )[0]["primary_chapter_id"]
    periods = rows_of(
        edition,
        f"""
        select distinct
            history.period_type, history.period_start, history.period_end, chapter.period_label
        from marts.metric_history as history
        left join (
            select distinct period_type, period_start, period_end, period_label
            from marts.{chapter}
            where measure_id = $measure
        ) as chapter
            on
                history.period_type = chapter.period_type
                and history.period_start = chapter.period_start
                and history.period_end = chapter.period_end
        where history.measure_id = $measure and history.organisation_code = $organisation
        order by history.period_end desc, history.period_start desc
        """,
        {"measure": measure, "organisation": organisation},
    )
    if not periods:
        raise _without_figures(edition, measure, organisation)
    wanted = " ".join(text.lower().replace("\u2013", "-").split())
    if wanted == "latest":
        return periods[0]
    found = [one for one in periods if wanted in names_of(one)]
    if found:
        return found[0]
    labels = {name: one for one in periods for name in names_of(one)}
    near = [labels[name] for name in difflib.get_close_matches(wanted, labels, n=SHOWN)]
    shown = [_label(one) for one in near or periods[:SHOWN]]
    raise unclear(
        f"{measure} has no period '{text}' for {organisation}.",
        list(dict.fromkeys(shown)),
    )


def names_of(period: Mapping[str, Any]) -> set[str]:
    """All that a period may be called, in lower case: its last day, month, year, quarter, label."""
    start, end = period["period_start"], period["period_end"]
    names = {end.isoformat(), f"{start.isoformat()} to {end.isoformat()}", f"{end:%Y-%m}"}
    names |= {f"{end:%B %Y}".lower(), f"{end:%b %Y}".lower()}
    if period["period_label"]:
        names.add(period["period_label"].lower())
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    # A financial year is called by the year in which it begins.
    first = start.year if start.month >= 4 else start.year - 1
    if months == 3 and start.month in (1, 4, 7, 10):
        quarter = f"q{(start.month - 4) % 12 // 3 + 1}"
        if period["period_type"] != "survey_year":
            for year in {*_pairs(first), str(first)}:
                names |= {f"{year} {quarter}", f"{quarter} {year}"}
    if months == 12 or period["period_type"] in ("financial_year", "flu_season", "academic_year"):
        names |= _pairs(start.year)
    if period["period_type"] in ("survey_year", "academic_year_intake"):
        names.add(str(start.year))
    return names


def _pairs(year: int) -> set[str]:
    """A year that ends in the next, as it is written: 2023/24, 2023-24."""
    following = f"{(year + 1) % 100:02}"
    return {f"{year}/{following}", f"{year}-{following}"}


def _label(period: Mapping[str, Any]) -> str:
    return str(period["period_label"] or period["period_end"])


def _without_figures(
    edition: duckdb.DuckDBPyConnection, measure: str, organisation: str
) -> PlainError:
    """Why a measure has no figure for a unit at all, by what the scorecard says of it."""
    status = rows_of(
        edition,
        """
        select scorecard.availability_status, statuses.meaning, scorecard.availability_note
        from marts.scorecard as scorecard
        inner join reference.availability_statuses as statuses
            on scorecard.availability_status = statuses.availability_status
        where scorecard.measure_id = $measure and scorecard.value is null
        """,
        {"measure": measure},
    )
    if organisation == ENGLAND and status:
        one = status[0]
        return PlainError(
            f"{measure} has no figure: {one['availability_status']} ({one['meaning']}).",
            one["availability_note"] or "`people-plan status` says what is missing.",
            exit_code=WRONG_USAGE,
        )
    units = rows_of(
        edition,
        """
        select distinct organisation_code from marts.metric_history
        where measure_id = $measure order by organisation_code
        """,
        {"measure": measure},
    )
    return unclear(
        f"{measure} has no figure for {organisation}.",
        [one["organisation_code"] for one in units],
        "It has figures for: ",
    )
