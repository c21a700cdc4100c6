"""Which rows of the scorecard are asked for, in which order, and each of them told in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from orchestration.errors import WRONG_USAGE, PlainError

# The change that the words tell: on the year, or on the period before where seasons do not matter.
CHANGE_TOLD = """case
        when year_on_year_change is not null then year_on_year_direction
        when not is_seasonal then direction
    end"""
SIZE_TOLD = """abs(case
        when year_on_year_change is not null
            then year_on_year_change / nullif(year_before_value, 0)
        when not is_seasonal then change / nullif(previous_value, 0)
    end)"""
ANNEX_A = "annex_row_seq, measure_seq"
ORDERS = {
    "annex": ANNEX_A,
    # What got worse first, and of it the largest part of what it was.
    "change": f"""
        case {CHANGE_TOLD}
            when 'deteriorating' then 1 when 'improving' then 2 when 'no_change' then 4
            else if({CHANGE_TOLD} is null, 5, 3)
        end, {SIZE_TOLD} desc nulls last, {ANNEX_A}""",
    "chapter": f"min(annex_row_seq) over (partition by chapter_id), {ANNEX_A}",
    # What has been awaited longest first.
    "freshness": f"""
        case freshness_status
            when 'late' then 1 when 'due' then 2 when 'on_time' then 3 when 'no_deadline' then 4
            else 5
        end, awaited_by nulls last, {ANNEX_A}""",
    "name": f"lower(measure_name), {ANNEX_A}",
}
NEEDED = ("change_in_words", "data_quality_note", "freshness_status", "received_count")


def _figure(column: str) -> str:
    # The value with the unit that people read it in.
    return f"""case
        when {column} is null then null
        when unit like 'percent%' then format('{{:.2f}} %', {column})
        when unit = 'gbp' then format('£{{:,.0f}}', {column})
        when unit = 'fte_change' and {column} > 0 then format('+{{:,.0f}}', {column})
        else format('{{:,.0f}}', {column})
    end"""


MEASURES = f"""
select
    measure_id,
    chapter_name,
    annex_label,
    measure_name,
    coalesce({_figure("value")}, replace(availability_status, '_', ' ')) as figure,
    value is not null as has_value,
    if(
        value is null, availability_note, concat_ws(': ', period_label, change_in_words)
    ) as told,
    if(value is null, null, {CHANGE_TOLD}) as direction,
    list_filter(
        [
            case
                when spc_mean is not null then concat(
                    'usual ', {_figure("spc_lower_limit")}, ' to ', {_figure("spc_upper_limit")},
                    if(spc_limits_are_trial, ', trial limits', '')
                )
                when interval_lower is not null then concat(
                    'within ', {_figure("interval_lower")}, ' to ', {_figure("interval_upper")}
                )
            end,
            replace(spc_variation, '_', ' '),
            'target ' || {_figure("target_value")},
            replace(spc_assurance, '_', ' '),
            format('ratio to workforce {{:.2f}}, parity 1', disparity_ratio),
            if(received_count >= expected_count, format('all {{}} reported', expected_count), null)
        ] || string_split(coalesce(data_quality_note, ''), '; '),
        -- Of a sample everything is made up: that is said once, at the foot.
        lambda mark: mark not in ('', 'made up')
    ) as marks,
    freshness_status,
    case freshness_status
        when 'late' then concat('late, due by ', strftime(awaited_by, '%-d %b %Y'))
        when 'due' then concat('due by ', strftime(awaited_by, '%-d %b %Y'))
        when 'on_time'
            then concat_ws(', ', 'on time', 'next by ' || strftime(awaited_by, '%-d %b %Y'))
        when 'discontinued' then 'ended'
        when 'no_deadline' then 'no deadline'
    end as freshness
from asked
"""


@dataclass(frozen=True)
class Measure:
    """One measure in the words that are printed: what is null is not said."""

    measure_id: str
    chapter_name: str
    annex_label: str
    measure_name: str
    figure: str
    has_value: bool
    told: str | None
    direction: str | None
    marks: list[str]
    freshness_status: str | None
    freshness: str | None


def asked(connection: duckdb.DuckDBPyConnection, chapters: Sequence[str], order: str) -> str:
    """The query for the rows of `marts.scorecard`, all columns, of these chapters or of all.

    Raises `PlainError` for a chapter that there is not, and for a scorecard of an earlier version.
    """
    columns = {
        name
        for (name,) in connection.execute(
            "select column_name from (describe marts.scorecard)"
        ).fetchall()
    }
    if not columns.issuperset(NEEDED):
        raise PlainError(
            "The edition that stands is of an earlier version and lacks a part of the scorecard.",
            "Run `people-plan build`.",
        )
    known = [
        chapter
        for (chapter,) in connection.execute(
            "select chapter_id from marts.scorecard group by all order by min(annex_row_seq)"
        ).fetchall()
    ]
    for chapter in chapters:
        if chapter not in known:
            raise PlainError(
                f"'{chapter}' is no chapter of the scorecard.",
                f"Chapters: {', '.join(known)}.",
                exit_code=WRONG_USAGE,
            )
    listed = ", ".join(f"'{chapter}'" for chapter in chapters or known)
    return f"select * from marts.scorecard where chapter_id in ({listed}) order by {ORDERS[order]}"


def measures(connection: duckdb.DuckDBPyConnection, query: str) -> list[Measure]:
    """The rows that `asked` asks for, each in words."""
    rows = connection.execute(f"with asked as ({query}) {MEASURES}").fetchall()
    return [Measure(*row) for row in rows]
