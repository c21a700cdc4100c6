"""Every way in which a cell can differ from the edition that stands, and what is no difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orchestration.edition.plan import KINDS, Change, Plan
from tests.unit.plan.figures import FIRST_DAY, SECOND, SECOND_DAY, Figure, organisations, planned

STOOD = Figure(5.61)


def kinds(plan: Plan) -> dict[str, int]:
    return {one.change: one.cell_count for one in plan.counts}


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ([], [STOOD], "added"),
        ([STOOD], [STOOD.then(5.63)], "revised"),
        ([STOOD], [replace(STOOD, value=5.63)], "recomputed"),
        ([STOOD.then(5.63)], [replace(STOOD, value=5.61)], "recomputed"),
        ([STOOD], [STOOD.gone()], "withdrawn"),
        ([STOOD], [STOOD.gone("suppressed_source")], "newly_suppressed"),
        ([STOOD], [STOOD.gone("suppressed_project")], "newly_suppressed"),
        ([STOOD], [STOOD.gone("withheld")], "status_changed"),
        ([STOOD.gone()], [STOOD.then(5.63)], "reinstated"),
        ([STOOD.gone("suppressed_source")], [STOOD.then(5.63)], "reinstated"),
        ([STOOD.gone("withheld")], [STOOD.gone("discontinued")], "status_changed"),
        ([STOOD], [], "lost"),
        ([STOOD.gone("suppressed_source")], [], "lost"),
    ],
)
def test_a_cell_changes_in_one_way(before: list[Figure], now: list[Figure], kind: str) -> None:
    plan = planned(before, now)
    assert kinds(plan) == {kind: 1}
    (count,) = plan.counts
    assert (count.mart, count.metric_id, count.england_count) == (
        "looking_after_our_people",
        "sickness_absence_rate",
        1,
    )


def test_every_kind_is_tried_above() -> None:
    (tried,) = test_a_cell_changes_in_one_way.pytestmark
    assert {kind for _, _, kind in tried.args[1]} == set(KINDS)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ([STOOD], [STOOD]),
        ([STOOD], [STOOD.then(5.61)]),
        # Adding up in another order leaves less than a billionth.
        ([STOOD], [STOOD.then(5.61 + 1e-10)]),
        # A printed 5.61 is any value from 5.605 to 5.615, once the terms are known.
        ([STOOD], [STOOD.then(5.6149, numerator=56.149)]),
        ([replace(STOOD, value=5.6149, numerator=56.149)], [STOOD.then(5.61)]),
        ([STOOD.gone("suppressed_source")], [STOOD.gone("suppressed_project")]),
    ],
)
def test_what_is_no_revision_is_no_change(before: list[Figure], now: list[Figure]) -> None:
    suppressed_otherwise = before[0].value is None
    assert kinds(planned(before, now)) == ({"status_changed": 1} if suppressed_otherwise else {})


def test_terms_that_say_something_else_than_was_printed_are_a_revision() -> None:
    assert kinds(planned([STOOD], [STOOD.then(5.6151, numerator=56.151)])) == {"revised": 1}


def test_where_nothing_stood_all_is_added_and_nothing_held() -> None:
    plan = planned(None, [STOOD, STOOD.gone()][:1] + organisations(3, value=1.0))
    assert (plan.is_first, kinds(plan), plan.holds) == (True, {"added": 4}, ())


def test_synthetic_figures_that_stepped_aside_are_not_missed() -> None:
    made_up = [replace(STOOD, is_synthetic=True), *organisations(2, is_synthetic=True)]
    plan = planned(made_up, [STOOD.then(9.99)])
    assert (kinds(plan), plan.holds) == ({"added": 1}, ())


def test_synthetic_figures_beside_synthetic_ones_are_compared() -> None:
    made_up = [replace(one, is_synthetic=True) for one in (STOOD, *organisations(1))]
    plan = planned(made_up, [made_up[0].then(5.63)])
    assert kinds(plan) == {"revised": 1, "lost": 1}


def test_the_largest_come_first_and_england_where_they_are_equal() -> None:
    trust, small = organisations(2, value=4.0)
    before = [Figure(10.0), trust, small]
    now = [Figure(10.0).then(11.0), trust.then(4.4), small.then(5.0)]
    largest = planned(before, now).largest
    assert [(one.organisation_code, one.moved_share) for one in largest] == [
        ("R01", 0.25),
        ("E92000001", 0.1),
        ("R00", 0.1),
    ]


def test_a_change_says_what_it_is_of_and_which_release_brought_it() -> None:
    (change,) = planned([STOOD], [STOOD.then(5.63)]).largest
    assert change == Change(
        change="revised",
        mart="looking_after_our_people",
        metric_id="sickness_absence_rate",
        measure_id="sickness_absence_rate_trusts",
        definition_id="all_organisations",
        period_type="calendar_month",
        period_start=date(2023, 11, 1),
        period_end=date(2023, 11, 30),
        geography_level="england",
        organisation_code="E92000001",
        breakdown_type="all",
        breakdown_value="all",
        unit="percent",
        former_value=5.61,
        value=5.63,
        former_status="observed",
        status="observed",
        moved_share=pytest.approx(0.02 / 5.61),
        publication_id="sickness_absence",
        published_on=SECOND_DAY,
        discontinuity_id=None,
    )


@pytest.mark.parametrize(("effective_from", "event"), [(date(2024, 4, 1), "event"), (None, None)])
def test_an_event_on_record_explains_only_if_it_names_its_release(
    effective_from: date | None, event: str | None
) -> None:
    now = STOOD.then(7.0)
    (change,) = planned([STOOD], [now], explained=[(now, effective_from)]).largest
    assert change.discontinuity_id == event


def test_an_event_of_a_release_that_stood_already_explains_nothing_new() -> None:
    stood = replace(STOOD, release=SECOND)
    now = replace(stood, value=7.0)
    plan = planned([stood], [now], explained=[(stood, FIRST_DAY)])
    assert [(one.change, one.discontinuity_id) for one in plan.largest] == [("recomputed", None)]
