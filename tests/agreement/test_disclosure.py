"""What hides numbers agrees with the rules of the catalogue, in both directions."""

from __future__ import annotations

import csv
import re

from orchestration.home import PROJECT_ROOT
from tests.rendered_models import environment

SEEDS = PROJECT_ROOT / "seeds"
MODELS = PROJECT_ROOT / "dbt_project" / "models"
OUR_OWN = "project_rule"


def _seed(name: str) -> list[dict[str, str]]:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_our_own_rules_hide_under_the_thresholds_of_the_catalogue() -> None:
    rules = {
        rule["disclosure_rule_id"]: int(rule["threshold"])
        for rule in _seed("disclosure_rules")
        if rule["rule_kind"] == OUR_OWN
    }
    assert rules
    for rule, threshold in rules.items():
        text = environment().from_string(f"{{{{ threshold_of('{rule}') }}}}").render()
        assert int(text) == threshold, rule


def test_every_rule_that_a_model_names_is_of_the_catalogue() -> None:
    known = {rule["disclosure_rule_id"] for rule in _seed("disclosure_rules")}
    named = {
        rule
        for path in MODELS.rglob("*.sql")
        for rule in re.findall(r"disclosure_rule_id='(\w+)'", path.read_text("utf-8"))
    }
    assert named
    assert named <= known


def test_measures_of_one_table_are_hidden_by_one_rule_in_one_way() -> None:
    ways: dict[str, set[tuple[str, ...]]] = {}
    for row in _seed("disclosure_tables"):
        way = tuple(
            value for name, value in row.items() if name not in ("measure_id", "definition_id")
        )
        ways.setdefault(row["disclosure_table"], set()).add(way)
    assert {table: len(one) for table, one in ways.items() if len(one) > 1} == {}


def test_what_keeps_its_blanks_its_own_way_is_listed_with_that_way() -> None:
    """Two ways rest on models of their own, which name the table or whose metric does."""
    kept = {row["disclosure_table"]: row["kept_by"] for row in _seed("disclosure_tables")}
    beside_blanks = (MODELS / "reference" / "hidden_beside_blanks.sql").read_text("utf-8")
    tables = {table for table, way in kept.items() if way == "sums_of_what_is_shown"}
    assert tables == set(re.findall(r"'(\w+)' as disclosure_table", beside_blanks))
