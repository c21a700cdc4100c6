"""The period checks: of every metric, whether the newest period that should be out is there.

They look at the current edition and at what came after it, so they run behind the edition. Days
pass without runs: the sensor of `orchestration.freshness.sensors` then records the same results.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg

from orchestration import clock
from orchestration.catalogue import Catalogue
from orchestration.errors import PlainError
from orchestration.freshness.standing import Standing, standings
from orchestration.home import Home

CHECK = "newest_period_is_there"
DESCRIPTION = (
    "The newest period that the publisher should have released is in the current edition. Late is "
    "a warning that names whom to ask; what is due, has no deadline or was discontinued passes."
)


def period_checks(
    catalogue: Catalogue, metrics: Mapping[str, dg.AssetKey], edition: dg.AssetKey
) -> dg.AssetChecksDefinition:
    """One check a metric, all in one step, which follows `edition` where both are in a run."""

    @dg.multi_asset_check(
        name="periods",
        specs=[
            dg.AssetCheckSpec(CHECK, asset=key, description=DESCRIPTION, additional_deps=[edition])
            for key in metrics.values()
        ],
        description="Compares the newest period of each metric with the calendar of releases.",
        can_subset=True,
    )
    def periods(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        selected = {check.asset_key for check in context.selected_asset_check_keys}
        try:
            found = standings(Home.from_environment(), catalogue, clock.today())
        except PlainError as error:
            # An edition of an earlier version is about to be replaced: no reason to fail a run.
            context.log.warning(str(error))
            return
        for one in found:
            if one.freshness_level == "metric" and metrics[one.subject_id] in selected:
                yield dg.AssetCheckResult(asset_key=metrics[one.subject_id], **verdict(one))

    return periods


def evaluation(standing: Standing, asset: dg.AssetKey) -> dg.AssetCheckEvaluation:
    """The same result as an event of no run."""
    return dg.AssetCheckEvaluation(asset_key=asset, blocking=False, **verdict(standing))


def verdict(standing: Standing) -> dict[str, Any]:
    """What a check says of a metric; late fails as a warning, everything else passes."""
    return {
        "check_name": CHECK,
        "passed": standing.freshness_status != "late",
        "severity": dg.AssetCheckSeverity.WARN,
        "description": f"{standing.words.capitalize()}. {standing.freshness_reason}",
        "metadata": {name: value for name, value in _metadata(standing).items() if value},
    }


def _metadata(standing: Standing) -> dict[str, str | None]:
    days = {
        "latest period": standing.latest_period_end,
        "latest period that should be out": standing.expected_period_end,
        "waits for": standing.awaited_period_end,
        "usually out from": standing.awaited_from,
        "usually out by": standing.awaited_by,
        "as of": standing.status_on,
    }
    return {
        "status": standing.words,
        "ask": standing.ask,
        "publication": standing.publication_title,
        "cadence": standing.cadence.replace("_", "-"),
        "frequency as printed": standing.frequency_as_printed,
        "provisional": "yes" if standing.is_deadline_provisional else "no",
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }
