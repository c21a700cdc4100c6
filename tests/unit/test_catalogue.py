"""The catalogue loads as it stands, and says file, key, problem and fix where it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from orchestration.catalogue import CatalogueError, load_catalogue
from orchestration.catalogue.layouts import Header, normalise
from orchestration.catalogue.load import PUBLICATIONS, SEEDS, load_publications
from orchestration.catalogue.tables import LINEAGE

YAML = "workforce_equality.yml"
PUBLISHED_LICENCE = "Open Government Licence v3.0"
RETURN_LICENCE = "Not published"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one publication, to be broken."""
    shutil.copy(PUBLICATIONS / YAML, tmp_path / YAML)
    return tmp_path


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def test_metrics_measures_frequencies_and_cadences_are_typed() -> None:
    catalogue = load_catalogue()
    assert len(catalogue.metrics) == 27
    assert {measure.metric_id for measure in catalogue.measures.values()} == set(catalogue.metrics)
    assert {frequency.metric_id for frequency in catalogue.frequencies} == set(catalogue.metrics)
    assert catalogue.cadences["sickness_absence"].lag_days_min == 110
    assert catalogue.cadences.keys() >= catalogue.publications.keys()


def test_every_publication_states_what_its_use_needs() -> None:
    catalogue = load_catalogue()
    for publication in catalogue.publications.values():
        is_open = catalogue.cadences[publication.publication_id].availability == "open"
        assert publication.licence == (PUBLISHED_LICENCE if is_open else RETURN_LICENCE)
        assert publication.attribution
        assert publication.landing_page.startswith("https://")
        assert publication.owner.startswith("team:")


def test_every_table_has_a_layout_and_every_column_a_description() -> None:
    for publication in load_catalogue().publications.values():
        assert {layout.table for layout in publication.layouts.values()} == set(publication.tables)
        for table in publication.tables.values():
            assert table.grain
            for column in table.columns.values():
                assert column.description.endswith(".")


def test_raw_tables_end_with_their_lineage_in_order() -> None:
    for publication in load_catalogue().publications.values():
        for name, table in publication.raw_tables.items():
            assert name.startswith(f"{publication.publication_id}__")
            lineage = [one for one in LINEAGE if table.is_crosstab or one != "column_number"]
            assert list(table.sql_columns)[-len(lineage) :] == lineage


def test_loading_again_gives_the_same_object() -> None:
    assert load_catalogue() is load_catalogue()


@pytest.mark.parametrize(
    ("before", "after", "key", "problem", "fix"),
    [
        ("title: ", "titel: ", "title", "Field required", "add this key"),
        (
            "kind: integer",
            "kind: whole",
            "tables.ethnicity_grades.columns.headcount",
            "'whole'",
            "values that the problem lists",
        ),
        ("shape: records", "form: records", "layouts.ethnicity_grade", "discriminator", "kind"),
        ("month: Time", "months: Time", "(whole file)", "unknown columns ['months']", "correct"),
        ("table: ethnicity_grades", "table: grades", "(whole file)", "unknown table", "correct"),
        ("key: [month,", "key: [moon,", "tables.ethnicity_grades", "['moon']", "correct"),
        (
            "rule: minimum_rows, count: 800",
            "rule: minimum_rows, count: many",
            "tables.ethnicity_grades.rules.0",
            "valid integer",
            "correct",
        ),
        (
            "publication_id: workforce_equality",
            "publication_id: other",
            "publication_id",
            "the file's name says",
            "make the two equal",
        ),
        ("tables:", "tables: [", "(whole file)", "flow", "correct the YAML"),
        ("title: ", "owner_of_it: x\ntitle: ", "owner_of_it", "Extra inputs", "remove it"),
    ],
)
def test_a_broken_publication_names_key_problem_and_fix(
    folder: Path, *, before: str, after: str, key: str, problem: str, fix: str
) -> None:
    edit(folder / YAML, before, after)
    with pytest.raises(CatalogueError) as caught:
        load_publications(folder)
    error = caught.value
    assert error.file == YAML
    assert error.key.startswith(key)
    assert problem in error.problem
    assert fix in error.fix
    assert all(part in str(error) for part in (error.file, error.key, error.problem, error.fix))


def test_a_pattern_that_is_none_is_named(tmp_path: Path) -> None:
    shutil.copy(PUBLICATIONS / "ods.yml", tmp_path)
    edit(tmp_path / "ods.yml", "'Q[A-Z0-9]{2}'", "'Q[A-Z0-9{2}'")
    with pytest.raises(CatalogueError, match="not a regular expression"):
        load_publications(tmp_path)


def test_two_layouts_of_one_name_are_refused(folder: Path) -> None:
    text = (folder / YAML).read_text("utf-8")
    other = text.replace("publication_id: workforce_equality", "publication_id: other")
    (folder / "other.yml").write_text(other, "utf-8")
    with pytest.raises(CatalogueError, match="has a layout of this name too"):
        load_publications(folder)


def test_a_folder_without_publications_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no publication is declared"):
        load_publications(tmp_path)


@pytest.mark.parametrize(
    ("seed", "before", "after", "key", "problem"),
    [
        ("metrics.csv", "annex_row_seq", "row_seq", "row 2.annex_row_seq", "Field required"),
        ("frequencies.csv", "2020-07-30", "soon", "row 2.valid_from", "valid date"),
        (
            "measures.csv",
            "hba_from_managers,harassment",
            "hba_from_managers,harasment",
            "metric_id",
            "harasment_bullying_abuse_at_work",
        ),
        ("publications.csv", "\nods,", "\nodes,", "publication_id", "['ods']"),
        ("publication_calendars.csv", "\nods,", "\nodes,", "publication_id", "['odes']"),
        (
            "publication_calendars.csv",
            "sickness_absence,2009-04-30,,monthly,1|",
            "sickness_absence,2009-04-30,,irregular,1|",
            "row 25",
            "cadence irregular does not go with period_end_months",
        ),
        (
            "publication_calendars.csv",
            "wres,2016-03-31,,annual,3,,period_end,,",
            "wres,2016-03-31,,annual,3,,period_end,300,400",
            "row 30, lag_days_max",
            "publications.csv states these lags",
        ),
    ],
)
def test_a_broken_seed_is_named(
    tmp_path: Path, *, seed: str, before: str, after: str, key: str, problem: str
) -> None:
    for path in SEEDS.glob("*.csv"):
        shutil.copy(path, tmp_path)
    edit(tmp_path / seed, before, after)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(seeds=tmp_path)
    assert caught.value.key == key
    assert problem in caught.value.problem


def test_a_missing_seed_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"metrics\.csv.*missing"):
        load_catalogue(seeds=tmp_path)


@pytest.mark.parametrize("text", ["Org\ncode", " ORG_CODE ", "org\u00a0code", "\ufefforg  Code"])
def test_headers_are_compared_in_one_form(text: str) -> None:
    assert normalise(text) == "org code"
    assert Header(text="Org Code").matches(normalise(text))


def test_footnote_digits_go_where_a_layout_says_so() -> None:
    assert normalise("European Union1", footnotes=True) == "european union"
    assert normalise("Address 1", footnotes=True) == "address 1"
    assert normalise("European Union1") == "european union1"


def test_a_header_may_be_a_pattern() -> None:
    header = Header(pattern=r"icb\d\dcd")
    assert header.matches(normalise("ICB24CD"))
    assert not header.matches(normalise("ICB24CDH"))
