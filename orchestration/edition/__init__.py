"""Editions: write, audit, publish; what analysts see, and how it is known to be current."""

from orchestration.edition.history import current_edition
from orchestration.edition.inputs import fingerprint, present_inputs
from orchestration.edition.model import Edition, EditionWithheldError, Finding, Inputs
from orchestration.edition.publish import publish, recorded_inputs
from orchestration.edition.withhold import withhold

__all__ = [
    "Edition",
    "EditionWithheldError",
    "Finding",
    "Inputs",
    "current_edition",
    "fingerprint",
    "present_inputs",
    "publish",
    "recorded_inputs",
    "withhold",
]
