"""The rule of the audit that holds an edition back until somebody says why figures move so far."""

from __future__ import annotations

from orchestration.edition.model import Finding
from orchestration.edition.plan.model import KINDS, Hold, Plan
from orchestration.edition.plan.words import cells, in_words

RULE = "no_unusual_revision_is_unacknowledged"
TEXT = (
    "No figure of the edition that stands is lost, and none is revised or withdrawn beyond what is "
    "usual for its publication, unless somebody acknowledged it with a reason."
)


def no_unusual_revision_is_unacknowledged(plan: Plan) -> Finding:
    """What of a plan still waits; its counts and the largest changes come along either way."""
    counts: dict[str, int] = {kind: plan.count(kind) for kind in KINDS}
    largest = tuple(in_words(one) for one in plan.largest)
    return Finding(
        RULE,
        is_passed=not plan.waiting,
        detail=_refused(plan.waiting) if plan.waiting else _passed(plan),
        counts={**counts, "held": sum(hold.cell_count for hold in plan.waiting)},
        largest=tuple(in_words(one) for hold in plan.waiting for one in hold.largest) or largest,
    )


def _passed(plan: Plan) -> str:
    if plan.is_first:
        return "No edition stands: there is nothing to revise."
    acknowledged = sum(hold.cell_count for hold in plan.holds)
    said = f" Unusual and acknowledged: {cells(acknowledged)}." if acknowledged else ""
    return f"Revised: {cells(plan.count('revised'))}; none is held.{said}"


def _refused(waiting: tuple[Hold, ...]) -> str:
    # The run's record keeps some four hundred characters: the command comes before the details.
    first, more = waiting[0], len(waiting) - 1
    return (
        f"Held: {first.publication_id}{_of(first)}, {cells(first.cell_count)} {first.change} "
        f"({first.held_as}). "
        f'To let it through: people-plan plan --acknowledge {first.hold_id} --reason "...". '
        + (f"Also held, see people-plan plan: {more}. " if more else "")
        + f"Largest: {in_words(first.largest[0])}."
    )


def _of(hold: Hold) -> str:
    return f" of {hold.published_on}" if hold.published_on else ""
