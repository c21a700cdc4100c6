"""What is held: beyond the limits of its publication, for exactly these cells and values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orchestration.edition.plan import Hold, Plan
from orchestration.edition.plan.gate import no_unusual_revision_is_unacknowledged
from tests.unit.plan.figures import SECOND_DAY, Figure, organisations, planned

ENGLAND = Figure(5.0)
(TRUST,) = organisations(1, value=5.0)
STAFF = {"unit": "fte", "publication_id": "workforce_stats", "measure_id": "nurses_fte_hchs"}
FLU = {"publication_id": "hcw_flu_uptake", "measure_id": "hcw_flu_uptake_pct"}
RETURN = {"publication_id": "eroster_loa", "measure_id": "trusts_level1_both_pct"}


def only(plan: Plan) -> Hold:
    (hold,) = plan.holds
    return hold


@pytest.mark.parametrize(
    ("stood", "value", "is_held"),
    [
        # Sickness absence: 0.1 percentage points in England, one below.
        (ENGLAND, 5.09, False),
        (ENGLAND, 4.91, False),
        (ENGLAND, 5.11, True),
        (ENGLAND, 4.89, True),
        (replace(ENGLAND, value=5.6), 5.7, False),
        (TRUST, 5.9, False),
        (TRUST, 6.1, True),
        # Workforce: England by one per cent and more than 500, a trust by ten and more than 50.
        (Figure(300_000.0, **STAFF), 302_900.0, False),
        (Figure(300_000.0, **STAFF), 303_100.0, True),
        (Figure(3_000.0, **STAFF), 3_490.0, False),
        (Figure(3_000.0, **STAFF), 3_510.0, True),
        (replace(TRUST, value=3.0, **STAFF), 12.0, False),
        (replace(TRUST, value=0.0, **STAFF), 50.0, False),
        (replace(TRUST, value=0.0, **STAFF), 51.0, True),
        (replace(TRUST, value=1_000.0, **STAFF), 1_099.0, False),
        (replace(TRUST, value=1_000.0, **STAFF), 1_101.0, True),
        # Flu runs up until the season is final: 60 points while it is provisional, one after.
        (Figure(30.0, is_provisional=True, **FLU), 49.0, False),
        (Figure(30.0, is_provisional=True, **FLU), 90.1, True),
        (Figure(49.4, **FLU), 49.9, False),
        (Figure(49.4, **FLU), 51.0, True),
        # A return of a body may say anything when it is sent again.
        (replace(TRUST, value=0.0, **RETURN), 100.0, False),
    ],
)
def test_a_revision_is_held_beyond_the_usual_size(
    stood: Figure, value: float, *, is_held: bool
) -> None:
    plan = planned([stood], [stood.then(value)])
    assert plan.count("revised") == 1
    assert [hold.change for hold in plan.holds] == ["revised"] * is_held


@pytest.mark.parametrize(
    ("now", "is_held"),
    [(replace(ENGLAND, value=5.09), False), (replace(ENGLAND, value=5.11), True)],
)
def test_a_recomputed_figure_has_the_same_limits_and_no_release(
    now: Figure, *, is_held: bool
) -> None:
    plan = planned([ENGLAND], [now])
    assert [(one.change, one.published_on) for one in plan.holds] == [
        ("recomputed", None)
    ] * is_held


def test_a_publication_without_limits_is_held_whatever_it_changes() -> None:
    hold = only(planned([ENGLAND], [ENGLAND.then(5.01)], has_limits=False))
    assert hold.held_as == "reference.revision_limits has no row for the publication"


@pytest.mark.parametrize(("effective_from", "is_held"), [(date(2024, 4, 1), False), (None, True)])
def test_an_event_on_record_lets_its_own_release_pass(
    effective_from: date | None, *, is_held: bool
) -> None:
    now = ENGLAND.then(7.0)
    plan = planned([ENGLAND], [now], explained=[(now, effective_from)])
    assert plan.count("revised") == 1
    assert bool(plan.holds) == is_held


@pytest.mark.parametrize("status", ["withdrawn", "suppressed_source", "withheld"])
def test_a_figure_of_england_that_goes_is_held(status: str) -> None:
    hold = only(planned([ENGLAND], [ENGLAND.gone(status)]))
    assert (hold.england_count, hold.held_as) == (1, "a figure of England")


@pytest.mark.parametrize("status", ["suppressed_source", "suppressed_project", "withheld"])
def test_small_numbers_may_be_hidden_below_england(status: str) -> None:
    plan = planned([TRUST], [TRUST.gone(status)])
    assert (len(plan.counts), plan.holds) == (1, ())


@pytest.mark.parametrize(("gone", "is_held"), [(1, False), (2, True)])
def test_withdrawals_are_held_beyond_a_share_of_the_metric(gone: int, *, is_held: bool) -> None:
    # One per cent of a hundred figures may go.
    stood = [
        replace(one, period_end=date(2023, month, 28))
        for month in (1, 2, 3, 4, 5)
        for one in organisations(20)
    ]
    now = [one.gone() for one in stood[:gone]] + stood[gone:]
    plan = planned(stood, now)
    assert plan.count("withdrawn") == gone
    assert [(one.change, one.cell_count) for one in plan.holds] == [("withdrawn", gone)] * is_held


def test_lost_cells_are_always_held_together() -> None:
    stood = [ENGLAND, TRUST, replace(TRUST.then(4.0), period_end=date(2023, 12, 31))]
    hold = only(planned(stood, []))
    assert (hold.change, hold.cell_count, hold.england_count) == ("lost", 3, 1)
    assert hold.published_on is None


def test_added_and_reinstated_figures_are_never_held() -> None:
    plan = planned([TRUST.gone()], [ENGLAND.then(99.0), TRUST.then(99.0)])
    assert {one.change for one in plan.counts} == {"added", "reinstated"}
    assert plan.holds == ()


def test_a_hold_is_of_one_publication_release_and_kind() -> None:
    flu = Figure(49.4, **FLU)
    gone = replace(ENGLAND, period_end=date(2023, 10, 31))
    plan = planned(
        [ENGLAND, TRUST, flu, gone],
        [ENGLAND.then(9.0), TRUST.then(9.0), flu.then(9.0), gone.gone()],
    )
    assert [
        (one.publication_id, one.published_on, one.change, one.cell_count) for one in plan.holds
    ] == [
        ("sickness_absence", SECOND_DAY, "revised", 2),
        ("hcw_flu_uptake", SECOND_DAY, "revised", 1),
        ("sickness_absence", SECOND_DAY, "withdrawn", 1),
    ]
    for hold in plan.holds:
        name = f"{hold.publication_id}-{hold.published_on}-{hold.change}-{hold.contents_hash[:10]}"
        assert hold.hold_id == name


def test_the_id_names_the_cells_and_their_values() -> None:
    def hold(*now: Figure, before: Figure = ENGLAND) -> Hold:
        return only(planned([before, TRUST], [*now]))

    first = hold(ENGLAND.then(9.0), TRUST)
    assert hold(ENGLAND.then(9.0), TRUST) == first
    others = [
        hold(ENGLAND.then(9.01), TRUST),
        hold(ENGLAND.then(9.0), TRUST.then(9.0)),
        hold(ENGLAND.then(9.0), TRUST, before=replace(ENGLAND, value=5.1)),
    ]
    assert len({first.hold_id, *(one.hold_id for one in others)}) == 4


def test_what_is_usual_beside_it_does_not_change_the_id() -> None:
    alone = only(planned([ENGLAND, TRUST], [ENGLAND.then(9.0), TRUST]))
    beside = only(planned([ENGLAND, TRUST], [ENGLAND.then(9.0), TRUST.then(5.5)]))
    assert (beside.cell_count, beside.hold_id) == (1, alone.hold_id)


def test_noise_of_adding_up_does_not_change_the_id() -> None:
    first = only(planned([ENGLAND], [ENGLAND.then(9.0)]))
    assert only(planned([ENGLAND], [ENGLAND.then(9.0 + 1e-13)])).hold_id == first.hold_id


def test_an_acknowledgement_is_of_its_own_set_only() -> None:
    hold = only(planned([ENGLAND], [ENGLAND.then(9.0)]))
    acknowledged = {hold.contents_hash}
    same = planned([ENGLAND], [ENGLAND.then(9.0)], acknowledged=acknowledged)
    assert (only(same).is_acknowledged, same.waiting) == (True, ())
    other = planned([ENGLAND], [ENGLAND.then(9.1)], acknowledged=acknowledged)
    assert (only(other).is_acknowledged, other.waiting) == (False, other.holds)


def test_the_gate_names_release_size_and_command_within_what_a_run_keeps() -> None:
    plan = planned(
        [ENGLAND, Figure(49.4, **FLU)], [ENGLAND.then(9.0), Figure(49.4, **FLU).then(9.0)]
    )
    finding = no_unusual_revision_is_unacknowledged(plan)
    assert not finding.is_passed
    # A run keeps 400 characters of why it failed, with the edition's own words before it.
    assert len(finding.detail) < 350
    first, second = plan.holds
    assert f"people-plan plan --acknowledge {first.hold_id} --reason" in finding.detail
    assert (
        "hcw_flu_uptake of 2024-04-25, 1 cell revised (more than 1 percentage points)"
        in finding.detail
    )
    assert "49.4 -> 9." in finding.detail
    assert "Also held, see people-plan plan: 1." in finding.detail
    assert finding.counts["revised"] == finding.counts["held"] == 2
    assert len(finding.largest) == 2
    assert second.hold_id not in finding.detail


def test_the_gate_passes_what_is_usual_or_acknowledged_and_counts_it() -> None:
    plan = planned([ENGLAND], [ENGLAND.then(5.02)])
    finding = no_unusual_revision_is_unacknowledged(plan)
    assert finding.is_passed
    assert (finding.counts["revised"], finding.counts["held"]) == (1, 0)
    assert finding.largest == (
        "sickness_absence_rate_trusts (all_organisations), 2023-11-01 to 2023-11-30, "
        "england, E92000001: 5 -> 5.02",
    )


def test_a_hold_names_the_figures_of_england_first() -> None:
    hold = only(planned([TRUST, ENGLAND], [TRUST.then(40.0), ENGLAND.then(5.5)]))
    assert [one.organisation_code for one in hold.largest] == ["E92000001", "R00"]
