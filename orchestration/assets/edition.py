"""The last asset: the edition that analysts see, published only if everything before it holds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import dagster as dg
from dagster._core.storage.asset_check_execution_record import AssetCheckExecutionRecord

from orchestration.assets.failures import assets_of
from orchestration.assets.warehouse import POOL, Warehouse
from orchestration.dbt.graph import Manifest, descriptions
from orchestration.edition import Edition, EditionWithheldError, Finding, publish, withhold
from orchestration.edition.audit import RULES
from orchestration.edition.ledger import unmodelled
from orchestration.freshness.automation import follows_its_inputs
from orchestration.freshness.policies import Freshness
from orchestration.home import Home

EDITION = dg.AssetKey(["edition"])
RUN_RULES = {
    "every_planned_asset_was_built": "Every table that this run set out to build was built.",
    "no_publication_is_half_built": "What was loaded is in the models too, of every publication: "
    "a run that failed leaves none behind unseen.",
    "no_blocking_check_stands_failed": "The last result of every blocking check, in this run or an "
    "earlier one, is not a failure.",
}


def edition_asset(
    manifest: Manifest,
    tables: Iterable[dg.AssetKey],
    gates: Sequence[dg.AssetCheckKey],
    freshness: Freshness,
) -> dg.AssetsDefinition:
    """The edition made of `tables`, held back while one of the checks `gates` stands failed."""

    @dg.asset(
        key=EDITION,
        deps=list(tables),
        description=freshness.told_in(
            "One immutable, audited state of all marts: `people_plan.duckdb`, and the same tables "
            "as Parquet. The file that analysts open is replaced by one atomic rename; if the "
            "audit fails it stays, and its `reference.editions` says what was withheld."
        ),
        freshness_policy=freshness.policy,
        automation_condition=follows_its_inputs(),
        group_name="edition",
        owners=["workforce.analysis@people-plan.example"],
        kinds={"duckdb", "parquet"},
        check_specs=[
            dg.AssetCheckSpec(name, asset=EDITION, description=text)
            for name, text in {**RUN_RULES, **RULES}.items()
        ],
        pool=POOL,
    )
    def edition(
        context: dg.AssetExecutionContext, warehouse: Warehouse
    ) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
        findings = (
            planned_and_built(context),
            nothing_half_built(warehouse.home),
            blocking_checks_hold(context.instance, gates),
        )
        yield from map(_as_check, findings)
        try:
            _refuse_unless_passed(findings, warehouse, context.run_id)
            published = publish(
                warehouse.home,
                run_id=context.run_id,
                now=warehouse.now(),
                descriptions=descriptions(manifest),
            )
        except EditionWithheldError as refusal:
            yield from (_as_check(one) for one in refusal.findings if one.rule in RULES)
            raise dg.Failure(str(refusal), allow_retries=False) from None
        yield dg.MaterializeResult(asset_key=EDITION, metadata=_metadata(published, warehouse))
        yield from map(_as_check, published.findings)

    return edition


def planned_and_built(context: dg.AssetExecutionContext) -> Finding:
    """Compare what the run's own record says was planned with what it says was built."""
    run = (context.instance, context.run_id)
    planned = assets_of(*run, dg.DagsterEventType.ASSET_MATERIALIZATION_PLANNED) - {EDITION}
    missing = planned - assets_of(*run, dg.DagsterEventType.ASSET_MATERIALIZATION)
    return Finding(
        "every_planned_asset_was_built",
        is_passed=not missing,
        detail=f"{len(planned)} tables were planned and built."
        if not missing
        else f"Planned, and not built: {_listed(key.to_user_string() for key in missing)}.",
    )


def nothing_half_built(home: Home) -> Finding:
    """Compare what raw tables were loaded from with what models were built from."""
    left = unmodelled(home)
    return Finding(
        "no_publication_is_half_built",
        is_passed=not left,
        detail="Every publication is modelled as it was loaded."
        if not left
        else f"Loaded and not modelled: {_listed(left)}. Run `people-plan build`.",
    )


def blocking_checks_hold(
    instance: dg.DagsterInstance, gates: Sequence[dg.AssetCheckKey]
) -> Finding:
    """Look up the last result of each; one that was never run holds nothing back."""
    last = instance.event_log_storage.get_latest_asset_check_execution_by_key(gates)
    failed = [gate for gate in gates if gate in last and _is_failure(last[gate])]
    return Finding(
        "no_blocking_check_stands_failed",
        is_passed=not failed,
        detail=f"None of {len(gates)} blocking checks failed."
        if not failed
        else "Blocking checks failed: "
        + _listed(f"{gate.name} of {gate.asset_key.to_user_string()}" for gate in failed)
        + ".",
    )


def _is_failure(record: AssetCheckExecutionRecord) -> bool:
    event = record.event.dagster_event if record.event else None
    if event is None or event.event_type != dg.DagsterEventType.ASSET_CHECK_EVALUATION:
        return False
    evaluation = event.asset_check_evaluation_data
    return not evaluation.passed and evaluation.severity == dg.AssetCheckSeverity.ERROR


def _refuse_unless_passed(findings: tuple[Finding, ...], warehouse: Warehouse, run_id: str) -> None:
    if not all(finding.is_passed for finding in findings):
        refusal = EditionWithheldError(findings)
        withhold(warehouse.home, run_id=run_id, now=warehouse.now(), reasons=refusal.reasons)
        raise refusal


def _as_check(finding: Finding) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=EDITION,
        check_name=finding.rule,
        passed=finding.is_passed,
        description=finding.detail,
        metadata=_looked_at(finding),
    )


def _looked_at(finding: Finding) -> dict[str, Any]:
    listed = dg.MetadataValue.md(_as_list(finding.largest))
    return {**finding.counts, **({"largest": listed} if finding.largest else {})}


def _as_list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _metadata(edition: Edition, warehouse: Warehouse) -> dict[str, Any]:
    return {
        "edition": edition.edition_id,
        "dagster/row_count": edition.row_count,
        "tables": edition.table_count,
        "files": edition.file_count,
        "fingerprint": edition.fingerprint,
        "path": dg.MetadataValue.path(str(warehouse.home.edition)),
    }


def _listed(names: Iterable[str], shown: int = 5) -> str:
    ordered = sorted(names)
    more = f" and {len(ordered) - shown} more" if len(ordered) > shown else ""
    return ", ".join(ordered[:shown]) + more
