"""Gives the tables that dbt makes their freshness policies, and the rule by which they rebuild."""

from __future__ import annotations

from collections.abc import Mapping

import dagster as dg

from orchestration.catalogue import Catalogue
from orchestration.freshness.automation import follows_its_inputs
from orchestration.freshness.policies import Freshness, most_frequent

METRICS, MARTS = "metrics", "marts"
# What the plans promise is recorded when there is something to record, by no calendar.
OF_DOCUMENTS = {"commitments", "interim_plan_actions", "delivery_evidence"}


def refine_specs(
    specs: Mapping[str, dg.AssetSpec], freshness: Mapping[dg.AssetKey, Freshness]
) -> dict[str, dg.AssetSpec]:
    """The same specs, by dbt's unique ids, with policies, their reasons, and automation."""
    return {unique_id: _refined(spec, freshness) for unique_id, spec in specs.items()}


def table_freshness(
    catalogue: Catalogue, metrics: Mapping[str, Freshness], keys: list[dg.AssetKey]
) -> dict[dg.AssetKey, Freshness]:
    """The freshness asked of metrics and marts, by asset.

    A chapter's mart follows its metrics, any other mart all of them.
    """
    found = {
        key: metrics[key.path[-1]]
        for key in keys
        if key.path[0] == METRICS and key.path[-1] in metrics
    }
    for key in keys:
        if key.path[0] == MARTS:
            found[key] = most_frequent(
                metrics[one] for one in _metrics_in(catalogue, key.path[-1]) if one in metrics
            )
    return found


def _metrics_in(catalogue: Catalogue, mart: str) -> list[str]:
    chapters = catalogue.metric_chapters
    of_chapter = [one.metric_id for one in chapters if one.chapter_id == mart]
    if of_chapter or mart in OF_DOCUMENTS:
        return of_chapter
    return list(catalogue.metrics)


def _refined(spec: dg.AssetSpec, freshness: Mapping[dg.AssetKey, Freshness]) -> dg.AssetSpec:
    if "dagster/kind/seed" in spec.tags:
        return spec
    asked = freshness.get(spec.key)
    if asked is None:
        return spec.replace_attributes(automation_condition=follows_its_inputs())
    return spec.replace_attributes(
        automation_condition=follows_its_inputs(),
        freshness_policy=asked.policy,
        description=asked.told_in(spec.description),
    )
