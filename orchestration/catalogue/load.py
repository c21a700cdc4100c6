"""Loads the catalogue: every publication's YAML and the seeds, validated, once a process."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from orchestration.catalogue.calendar_rule import CalendarRule
from orchestration.catalogue.errors import CatalogueError, from_validation
from orchestration.catalogue.publication import Publication
from orchestration.catalogue.seeds import (
    Cadence,
    Frequency,
    Measure,
    Metric,
    MetricChapter,
    SeedRow,
)
from orchestration.home import PROJECT_ROOT

PUBLICATIONS = Path(__file__).resolve().parent.parent / "publications"
SEEDS = PROJECT_ROOT / "seeds"
YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Row = TypeVar("Row", bound=SeedRow)


@dataclass(frozen=True)
class Catalogue:
    """What the warehouse knows before any file arrives, keyed by identifier."""

    publications: dict[str, Publication]
    metrics: dict[str, Metric]
    measures: dict[str, Measure]
    frequencies: tuple[Frequency, ...]
    cadences: dict[str, Cadence]
    calendar_rules: tuple[CalendarRule, ...] = ()
    metric_chapters: tuple[MetricChapter, ...] = ()


@cache
def load_catalogue(publications: Path = PUBLICATIONS, seeds: Path = SEEDS) -> Catalogue:
    """The validated catalogue. Raises `CatalogueError` with file, key, problem and fix."""
    metrics = {row.metric_id: row for row in _rows(seeds / "metrics.csv", Metric)}
    cadences = {row.publication_id: row for row in _rows(seeds / "publications.csv", Cadence)}
    catalogue = Catalogue(
        publications=load_publications(publications),
        metrics=metrics,
        measures={row.measure_id: row for row in _rows(seeds / "measures.csv", Measure)},
        frequencies=tuple(_rows(seeds / "frequencies.csv", Frequency)),
        cadences=cadences,
        metric_chapters=tuple(_rows(seeds / "metric_chapters.csv", MetricChapter)),
        calendar_rules=tuple(_calendar_rules(seeds / "publication_calendars.csv", cadences)),
    )
    _check_references(catalogue)
    return catalogue


def load_publications(folder: Path) -> dict[str, Publication]:
    """Every `<publication_id>.yml` of a folder, by publication, in alphabetical order."""
    publications = {path.stem: _publication(path) for path in sorted(folder.glob("*.yml"))}
    if not publications:
        raise CatalogueError(
            str(folder), "(folder)", "no publication is declared", "add <publication_id>.yml"
        )
    owners: dict[str, str] = {}
    for publication in publications.values():
        for layout_id in publication.layouts:
            other = owners.setdefault(layout_id, publication.publication_id)
            if other != publication.publication_id:
                raise CatalogueError(
                    f"{publication.publication_id}.yml",
                    f"layouts.{layout_id}",
                    f"{other}.yml has a layout of this name too",
                    "give one of the two another name",
                )
    return publications


def _publication(path: Path) -> Publication:
    try:
        declared = yaml.load(path.read_bytes(), Loader=YAML_LOADER)
    except yaml.YAMLError as error:
        problem = " ".join(str(error).split())
        raise CatalogueError(path.name, "(whole file)", problem, "correct the YAML") from error
    try:
        publication = Publication.model_validate(declared)
    except ValidationError as error:
        raise from_validation(path, error) from error
    if publication.publication_id != path.stem:
        raise CatalogueError(
            path.name,
            "publication_id",
            f"it is {publication.publication_id!r}, the file's name says {path.stem!r}",
            "make the two equal",
        )
    return publication


def _rows(path: Path, model: type[Row]) -> list[Row]:
    if not path.is_file():
        raise CatalogueError(path.name, "(file)", "the seed is missing", f"restore {path}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            _row(path, model, number, row) for number, row in enumerate(csv.DictReader(file), 2)
        ]


def _row(path: Path, model: type[Row], number: int, row: dict[str, str]) -> Row:
    try:
        return model.model_validate({key: value for key, value in row.items() if value != ""})
    except ValidationError as error:
        raise from_validation(path, error, prefix=f"row {number}") from error


def _calendar_rules(path: Path, cadences: Mapping[str, Cadence]) -> Iterator[CalendarRule]:
    for number, rule in enumerate(_rows(path, CalendarRule), 2):
        stated = cadences.get(rule.publication_id)
        try:
            yield rule.with_lags_of(
                stated.lag_days_min if stated else None, stated.lag_days_max if stated else None
            )
        except ValueError as error:
            raise CatalogueError(
                path.name, f"row {number}, lag_days_max", str(error), "state each lag once"
            ) from error


def _check_references(catalogue: Catalogue) -> None:
    publications, metrics = catalogue.cadences.keys(), catalogue.metrics.keys()
    for file, key, named, known in (
        ("measures.csv", "metric_id", (m.metric_id for m in catalogue.measures.values()), metrics),
        ("frequencies.csv", "metric_id", (f.metric_id for f in catalogue.frequencies), metrics),
        ("metrics.csv", "operational_publication_id", _operational(catalogue), publications),
        ("measures.csv", "publication_id", _measured(catalogue), publications),
        ("publications/*.yml", "publication_id", catalogue.publications, publications),
        ("publication_calendars.csv", "publication_id", _with_calendar(catalogue), publications),
        ("publications/*.yml", "publication_id", catalogue.publications, _with_calendar(catalogue)),
    ):
        _require_known(file, key, named, known)


def _operational(catalogue: Catalogue) -> Iterable[str]:
    for metric in catalogue.metrics.values():
        yield from metric.additional_publication_ids
        if metric.operational_publication_id:
            yield metric.operational_publication_id


def _measured(catalogue: Catalogue) -> Iterable[str]:
    return (m.publication_id for m in catalogue.measures.values() if m.publication_id)


def _with_calendar(catalogue: Catalogue) -> set[str]:
    return {rule.publication_id for rule in catalogue.calendar_rules}


def _require_known(file: str, key: str, named: Iterable[str], known: Iterable[str]) -> None:
    strangers = sorted(set(named) - set(known))
    if strangers:
        raise CatalogueError(
            file, key, f"{strangers} is in no seed", "add the missing row, or correct the name"
        )
