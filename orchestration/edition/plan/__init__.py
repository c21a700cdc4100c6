"""What an edition would change of the one that stands, and what of it is held back."""

from orchestration.edition.plan.compare import compare
from orchestration.edition.plan.model import KINDS, Change, ChangeKind, Count, Hold, Plan

__all__ = ["KINDS", "Change", "ChangeKind", "Count", "Hold", "Plan", "compare"]
