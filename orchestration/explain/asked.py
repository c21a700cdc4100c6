"""What people call a cell, as the keys that the edition knows it by."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from orchestration.edition.rows import rows_of
from orchestration.explain.look_up import SHOWN, unclear
from orchestration.explain.periods import ENGLAND, period_of


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
    period = period_of(edition, measure, organisation, question.period)
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


def _measure(edition: duckdb.DuckDBPyConnection, text: str) -> str:
    measures = rows_of(
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
        raise unclear(
            f"'{text}' has {len(of_metric)} measures.", [one["measure_id"] for one in of_metric]
        )
    known = {name: one["measure_id"] for one in measures for name in _called(one)}
    close = difflib.get_close_matches(wanted, known, n=SHOWN, cutoff=0.5)
    near = list(dict.fromkeys(known[name] for name in close))
    near += [one["measure_id"] for one in measures if wanted in one["measure_name"].lower()]
    raise unclear(f"No measure is called '{text}'.", list(dict.fromkeys(near)))


def _called(measure: Mapping[str, Any]) -> tuple[str, ...]:
    return measure["measure_id"], measure["metric_id"], measure["measure_name"].lower()


def _organisation(edition: duckdb.DuckDBPyConnection, text: str) -> str:
    wanted = text.strip()
    if wanted.lower() in ("england", ENGLAND.lower()):
        return ENGLAND
    is_code = rows_of(
        edition,
        "select 1 from marts.metric_history where organisation_code = upper($text) limit 1",
        {"text": wanted},
    )
    if is_code:
        return wanted.upper()
    named = rows_of(
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
    raise unclear(
        f"{what} called '{text}'.",
        [f"{one['organisation_code']} ({one['organisation_name']})" for one in named],
    )


def _breakdown(edition: duckdb.DuckDBPyConnection, measure: str, question: Question) -> str:
    if question.breakdown is None:
        return "all=all"
    known = rows_of(
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
    raise unclear(
        f"{measure} has no breakdown '{question.breakdown}'.", [by_form[one] for one in near]
    )


def _form(text: str) -> str:
    return re.sub(r"\s*=\s*", "=", text.strip().lower())
