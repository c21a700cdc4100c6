"""Annex A, seeds, metric models and marts name the same metrics, measures and columns."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from orchestration.home import PROJECT_ROOT
from orchestration.sample.truth import truth_metrics

CHAPTER_MARTS = {
    "looking_after_our_people",
    "belonging_in_the_nhs",
    "new_ways_of_working_and_delivering_care",
    "growing_for_the_future",
}
# The one grain of a chapter mart, in the one order that analysts rely on.
CHAPTER_COLUMNS = """
    metric_id measure_id annex_label metric_name measure_name theme definition_id
    is_default_definition is_management_information period_type period_start period_end period_label
    geography_level organisation_code organisation_name current_organisation_code icb_code
    region_code breakdown_type breakdown_value value unit numerator denominator base_count
    availability_status polarity previous_value change direction england_value peer_rank peer_count
    spc_mean spc_lower_limit spc_upper_limit spc_variation spc_assurance target_value
    has_discontinuity is_provisional is_derived is_synthetic published_on file_id discontinuity_ids
    spc_rules spc_point_count spc_limits_are_trial spc_baseline_start interval_lower interval_upper
    interval_method target_id
    peer_group peer_quartile year_before_value year_on_year_change year_on_year_direction
    disparity_ratio is_seasonal
""".split()


def seed(name: str) -> list[dict[str, str]]:
    with (PROJECT_ROOT / "seeds" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def models(manifest: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (node for node in manifest["nodes"].values() if node["resource_type"] == "model")


def metric_models(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        model
        for model in models(manifest)
        if model["original_file_path"].startswith("models/intermediate/metrics/")
    ]


def test_annex_a_is_whole() -> None:
    assert len(seed("metrics")) == 27
    printed = [row for row in seed("measures") if row["measure_kind"] == "printed"]
    assert len(printed) == 38


def test_metric_models_are_metrics_in_their_chapter(manifest: dict[str, Any]) -> None:
    chapters = {row["metric_id"]: row["primary_chapter_id"] for row in seed("metrics")}
    found = {
        model["name"]: Path(model["original_file_path"]).parent.name
        for model in metric_models(manifest)
    }
    assert found == chapters


def test_every_metric_has_its_truth() -> None:
    assert sorted(truth_metrics()) == sorted(row["metric_id"] for row in seed("metrics"))


def test_every_metric_model_has_unit_tests(manifest: dict[str, Any]) -> None:
    tested = {test["model"] for test in manifest["unit_tests"].values()}
    assert {model["name"] for model in metric_models(manifest)} - tested == set()


def test_metrics_are_listed_in_seeds_and_in_their_union_alone() -> None:
    """A list of metrics kept by hand anywhere else would be forgotten; chapters have their own."""
    metrics = [row["metric_id"] for row in seed("metrics")]
    most = max(Counter(row["primary_chapter_id"] for row in seed("metrics")).values())
    lists = {
        path.relative_to(PROJECT_ROOT).as_posix()
        for folder in ("dbt_project", "expectations", "orchestration", "tests/unit")
        for path in (PROJECT_ROOT / folder).rglob("*")
        if path.suffix in (".sql", ".yml", ".json", ".py")
        and not {"target", "dbt_packages"} & set(path.parts)
        and sum(metric in path.read_text("utf-8") for metric in metrics) > most
    }
    assert lists == {"dbt_project/models/intermediate/observations/int_observations_published.sql"}


def test_every_metric_model_reaches_the_marts(manifest: dict[str, Any]) -> None:
    union = next(
        model for model in models(manifest) if model["name"] == "int_observations_published"
    )
    united = {parent.rsplit(".", 1)[-1] for parent in union["depends_on"]["nodes"]}
    assert {model["name"] for model in metric_models(manifest)} == united


def test_chapter_marts_are_the_chapters_with_metrics(manifest: dict[str, Any]) -> None:
    with_metrics = {row["chapter_id"] for row in seed("chapters") if row["has_metrics"] == "true"}
    assert with_metrics == CHAPTER_MARTS
    marts = {model["name"] for model in models(manifest) if model["schema"] == "marts"}
    assert marts >= CHAPTER_MARTS | {"scorecard", "metric_history"}


def test_chapter_marts_keep_the_promised_columns(manifest: dict[str, Any]) -> None:
    for model in models(manifest):
        if model["name"] in CHAPTER_MARTS:
            assert list(model["columns"]) == CHAPTER_COLUMNS, model["name"]
            assert model["config"]["contract"]["enforced"], model["name"]


def test_every_measure_has_a_ranked_definition() -> None:
    measures = {row["measure_id"] for row in seed("measures")}
    definitions = seed("definitions")
    assert {row["measure_id"] for row in definitions} == measures
    ranks = [(row["measure_id"], row["scorecard_rank"]) for row in definitions]
    assert len(ranks) == len(set(ranks))


def test_every_column_is_described_once(manifest: dict[str, Any]) -> None:
    undescribed = [
        f"{node['name']}.{column['name']}"
        for node in manifest["nodes"].values()
        if node["resource_type"] in ("model", "seed")
        for column in node["columns"].values()
        if not column["description"].strip()
    ]
    assert undescribed == []
    unlisted = [model["name"] for model in models(manifest) if not model["columns"]]
    assert unlisted == []


def test_every_model_has_a_grain_test(manifest: dict[str, Any]) -> None:
    tested = {
        node["attached_node"].rsplit(".", 1)[-1]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test"
        and node.get("attached_node")
        and node["test_metadata"]["name"] in ("unique", "unique_grain")
    }
    assert sorted({model["name"] for model in models(manifest)} - tested) == []


def test_what_adds_over_organisations_is_said_once() -> None:
    """A measure whose values add is one of sums, whichever definition; a rate is sums over sums."""
    measures = {row["measure_id"]: row for row in seed("measures")}
    assert {row["adds_over_organisations"] for row in seed("definitions")} == {
        "sum",
        "ratio_of_sums",
        "no",
    }
    for row in seed("definitions"):
        measure, adds = measures[row["measure_id"]], row["adds_over_organisations"]
        key = f"{row['measure_id']} {row['definition_id']}"
        assert (adds == "sum") == (measure["additive_over_organisations"] == "yes"), key
        # `marts.on_map` takes a rate as 100 times its numerator over its denominator.
        assert adds != "ratio_of_sums" or measure["unit"] == "percent", key
        assert adds != "sum" or not measure["unit"].startswith("percent"), key
