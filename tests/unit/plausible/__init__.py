"""Tables as small as a published one can be and still be plausible, by the name of the table."""

from __future__ import annotations

from tests.unit.plausible import (
    marts,
    primary_care,
    register,
    reports,
    returns,
    sickness_absence,
    surveys,
    workforce,
)

ROOMS = (marts, primary_care, register, reports, returns, sickness_absence, surveys, workforce)
TABLES = {name: query for room in ROOMS for name, query in room.TABLES.items()}
