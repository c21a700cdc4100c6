"""Brings new files of a publication into landing, from the addresses its YAML names.

Off unless asked for: by `people-plan fetch`, or by `PEOPLE_PLAN_FETCH=1` for scheduled runs.
"""

from orchestration.fetch.publication import fetch_publication, fetchable, require_fetchable
from orchestration.fetch.report import Brought, Failure, FetchReport, Found
from orchestration.fetch.settings import Limits, is_enabled
from orchestration.fetch.web import Web, open_web

__all__ = [
    "Brought",
    "Failure",
    "FetchReport",
    "Found",
    "Limits",
    "Web",
    "fetch_publication",
    "fetchable",
    "is_enabled",
    "open_web",
    "require_fetchable",
]
