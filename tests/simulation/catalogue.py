"""Writes the small catalogue: the real seeds, cut down to the cast, and a layout for each."""

from __future__ import annotations

import csv
from pathlib import Path

from orchestration.catalogue.load import SEEDS
from tests.simulation.cast import BY_ID, CAST, METRICS

# By which columns a seed is cut down; the others are taken whole.
CUT = {
    "publications": {"publication_id": BY_ID},
    "publication_calendars": {"publication_id": BY_ID},
    "metrics": {"metric_id": METRICS},
    "measures": {"metric_id": METRICS, "measure_seq": {"1"}},
    "frequencies": {"metric_id": METRICS},
    "metric_chapters": {"metric_id": METRICS},
    "chapters": {},
    "discontinuities": {},
}
YAML = """# One plain table a release: a day and an organisation a row.
publication_id: {publication_id}
title: {publication_id}
owner: team:data-engineering
licence: Made up
attribution: Nobody
landing_page: https://example.org/{publication_id}
description: Played figures.

tables:
  figures:
    description: One figure a day and organisation.
    grain: day x organisation
    key: [period_end, organisation_code]
    period: {{kind: days, first: period_end, last: period_end}}
    columns:
      period_end:
        kind: date
        formats: ["%Y-%m-%d"]
        required: true
        description: The day that the figure is of.
      organisation_code:
        kind: code
        pattern: '[A-Z0-9]{{3,9}}'
        required: true
        description: The organisation.
      figure:
        kind: number
        minimum: 0
        required: true
        description: The figure.

layouts:
  {publication_id}_figures:
    table: figures
    shape: records
    rests_on: our_design
    description: One row a day and organisation.
    headers:
      period_end: Day
      organisation_code: Organisation
      figure: {header}
"""


def header(publication_id: str) -> str:
    """What heads the figures of a publication, by which its files are known."""
    return f"Figure of {publication_id.replace('_', ' ')}"


def write_catalogue(publications: Path, seeds: Path) -> None:
    """Write the YAML of every publication of the cast, and its seeds."""
    publications.mkdir(parents=True)
    for one in CAST:
        text = YAML.format(publication_id=one.publication_id, header=header(one.publication_id))
        (publications / f"{one.publication_id}.yml").write_text(text, "utf-8")
    seeds.mkdir(parents=True)
    for name, kept in CUT.items():
        with (SEEDS / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = [row for row in reader if all(row[key] in kept[key] for key in kept)]
        for row in rows:
            if "additional_publication_ids" in row:
                others = row["additional_publication_ids"].split("|")
                row["additional_publication_ids"] = "|".join(set(others) & BY_ID.keys())
        with (seeds / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, reader.fieldnames or ())
            writer.writeheader()
            writer.writerows(rows)
