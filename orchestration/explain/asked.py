"""What people call a cell, as the keys that the edition knows it by."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from orchestration.errors import WRONG_USAGE, PlainError

ENGLAND = "E92000001"
SHOWN = 8


@dataclass(frozen=True)
class Question:
    """A cell in the asker's words; None leaves the choice to `marts.cell`."""

    measure: str
    period: str
    organisation: str = "England"
    definition: str | None = None
    breakdown: str | None = None
    level: str | None = None
    known_on: date | None = None


@dataclass(frozen=True)
class Asked:
    """The arguments of `marts.cell` and `marts.explain`."""

    measure: str
    period: date
    organisation: str
    definition: str | None
    breakdown: str
    cadence: str
    level: str | None
    known_on: date | None

    def call(self, macro: str) -> tuple[str, dict[str, Any]]:
        """A query of the table macro and its parameters."""
        named = {
            "organisation": self.organisation,
            "definition": self.definition,
            "breakdown": self.breakdown,
            "cadence": self.cadence,
            "level": self.level,
            "known_on": self.known_on,
        }
        # A macro takes no untyped parameter for a day.
        given = {name: value for name, value in named.items() if value is not None}
        options = "".join(f", {name} := ${name}" for name in given)
        query = f"select * from marts.{macro}($measure, $period{options})"
        return query, {"measure": self.measure, "period": self.period, **given}


def asked(edition: duckdb.DuckDBPyConnection, question: Question) -> Asked:
    """Finds the cell that is meant. Raises `PlainError` with what comes close where none is."""
    measure = _measure(edition, question.measure)
    organisation = _organisation(edition, question.organisation)
    breakdown = _breakdown(edition, measure, question)
    period = _period(edition, measure, organisation, question)
    return Asked(
        measure,
        period["period_end"],
        organisation,
        question.definition,
        breakdown,
        period["period_type"],
        question.level,
        question.known_on,
    )


def _rows(
    edition: duckdb.DuckDBPyConnection, query: str, parameters: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    answer = edition.execute(query, parameters)
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _measure(edition: duckdb.DuckDBPyConnection, text: str) -> str:
    measures = _rows(
        edition,
        """
        select measures.*, metrics.annex_label || coalesce(measures.printed_letter, '') as label,
            metrics.annex_label
        from reference.measures as measures
        inner join reference.metrics as metrics on measures.metric_id = metrics.metric_id
        order by metrics.annex_row_seq, measures.measure_seq
        """,
    )
    wanted = text.strip().lower()
    for key in ("measure_id", "label", "measure_name"):
        found = [one["measure_id"] for one in measures if one[key].lower() == wanted]
        if len(found) == 1:
            return str(found[0])
    of_metric = [
        one for one in measures if wanted in (one["metric_id"], one["annex_label"].lower())
    ]
    printed = [one for one in of_metric if one["measure_kind"] == "printed"]
    if len(printed or of_metric) == 1:
        return str((printed or of_metric)[0]["measure_id"])
    if of_metric:
        raise _unclear(
            f"'{text}' has {len(of_metric)} measures.", [one["measure_id"] for one in of_metric]
        )
    known = {name: one["measure_id"] for one in measures for name in _called(one)}
    close = difflib.get_close_matches(wanted, known, n=SHOWN, cutoff=0.5)
    near = list(dict.fromkeys(known[name] for name in close))
    near += [one["measure_id"] for one in measures if wanted in one["measure_name"].lower()]
    raise _unclear(f"No measure is called '{text}'.", list(dict.fromkeys(near)))


def _called(measure: Mapping[str, Any]) -> tuple[str, ...]:
    return measure["measure_id"], measure["metric_id"], measure["measure_name"].lower()


def _organisation(edition: duckdb.DuckDBPyConnection, text: str) -> str:
    wanted = text.strip()
    if wanted.lower() in ("england", ENGLAND.lower()):
        return ENGLAND
    is_code = _rows(
        edition,
        "select 1 from marts.metric_history where organisation_code = upper($text) limit 1",
        {"text": wanted},
    )
    if is_code:
        return wanted.upper()
    named = _rows(
        edition,
        """
        select organisation_code, organisation_name,
            lower(organisation_name) = lower($text) as is_exact
        from (
            select organisation_code, organisation_name from reference.organisations
            union
            select region_code, region_name from reference.regions
        )
        where contains(lower(organisation_name), lower($text))
        order by is_exact desc, organisation_name
        """,
        {"text": wanted},
    )
    exact = [one for one in named if one["is_exact"]]
    if len(exact or named) == 1:
        return str((exact or named)[0]["organisation_code"])
    what = f"{len(named)} organisations are" if named else "No organisation is"
    raise _unclear(
        f"{what} called '{text}'.",
        [f"{one['organisation_code']} ({one['organisation_name']})" for one in named],
    )


def _breakdown(edition: duckdb.DuckDBPyConnection, measure: str, question: Question) -> str:
    if question.breakdown is None:
        return "all=all"
    known = _rows(
        edition,
        """
        select distinct breakdown_type || '=' || breakdown_value as breakdown
        from marts.metric_history
        where measure_id = $measure
        order by breakdown
        """,
        {"measure": measure},
    )
    by_form = {_form(one["breakdown"]): str(one["breakdown"]) for one in known}
    wanted = _form(question.breakdown)
    if wanted in by_form:
        return by_form[wanted]
    near = difflib.get_close_matches(wanted, by_form, n=SHOWN, cutoff=0.4) or list(by_form)
    raise _unclear(
        f"{measure} has no breakdown '{question.breakdown}'.", [by_form[one] for one in near]
    )


def _form(text: str) -> str:
    return re.sub(r"\s*=\s*", "=", text.strip().lower())


def _period(
    edition: duckdb.DuckDBPyConnection, measure: str, organisation: str, question: Question
) -> dict[str, Any]:
    chapter = _rows(
        edition,
        """
        select metrics.primary_chapter_id
        from reference.measures as measures
        inner join reference.metrics as metrics on measures.metric_id = metrics.metric_id
        where measures.measure_id = $measure
        """,
        {"measure": measure},
    )[0]["primary_chapter_id"]
    periods = _rows(
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
    wanted = " ".join(question.period.lower().replace("\u2013", "-").split())
    if wanted == "latest":
        return periods[0]
    found = [one for one in periods if wanted in names_of(one)]
    if found:
        return found[0]
    labels = {name: one for one in periods for name in names_of(one)}
    near = [labels[name] for name in difflib.get_close_matches(wanted, labels, n=SHOWN)]
    shown = [_label(one) for one in near or periods[:SHOWN]]
    raise _unclear(
        f"{measure} has no period '{question.period}' for {organisation}.",
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
        names |= {
            f"{start.year}/{(start.year + 1) % 100:02}",
            f"{start.year}-{(start.year + 1) % 100:02}",
        }
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
    status = _rows(
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
    units = _rows(
        edition,
        """
        select distinct organisation_code from marts.metric_history
        where measure_id = $measure order by organisation_code
        """,
        {"measure": measure},
    )
    return _unclear(
        f"{measure} has no figure for {organisation}.",
        [one["organisation_code"] for one in units],
        "It has figures for: ",
    )


def _unclear(problem: str, choices: list[str], lead: str = "Did you mean one of: ") -> PlainError:
    more = f" and {len(choices) - SHOWN} more" if len(choices) > SHOWN else ""
    step = (
        f"{lead}{', '.join(choices[:SHOWN])}{more}."
        if choices
        else (
            '`people-plan sql "from reference.measures"` lists measures, '
            "`from reference.organisations` organisations."
        )
    )
    return PlainError(problem, step, exit_code=WRONG_USAGE)
