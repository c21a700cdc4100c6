"""Reads what is expected of a table from `expectations/<schema>/<table>.json`; knows no engine."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from orchestration.home import PROJECT_ROOT

EXPECTATIONS = PROJECT_ROOT / "expectations"
PARAMETERS = EXPECTATIONS / "parameters.json"
PARAMETER = "$PARAMETER"
COLUMN_ARGUMENTS = ("column", "column_A", "column_B")

Severity = Literal["critical", "warning"]
SEVERITIES: tuple[Severity, ...] = ("critical", "warning")


class SuiteError(ValueError):
    """A suite that cannot be read: which file, what is wrong in it and what to do."""

    def __init__(self, file: Path, problem: str, fix: str) -> None:
        super().__init__(f"{file}: {problem}. {fix}")


def _as_one_text(lines: Any) -> Any:
    """JSON has no long strings: a query may be written as a list of lines."""
    return "\n".join(lines) if isinstance(lines, list) else lines


def _query_as_text(kwargs: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _as_one_text(value) if name.endswith("_query") else value
        for name, value in kwargs.items()
    }


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("must say something")
    return text


Text = Annotated[str, AfterValidator(_said)]
Kwargs = Annotated[dict[str, Any], AfterValidator(_query_as_text)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Grounds(_Strict):
    """Why an expectation holds: what breaks it, or where its bounds come from."""

    reason: Text


class Rule(_Strict):
    """One expectation, in the form in which Great Expectations writes its own suites."""

    type: Text
    kwargs: Kwargs
    severity: Severity
    meta: Grounds
    description: Text | None = None

    @model_validator(mode="after")
    def _query_is_described(self) -> Self:
        if self.query and not self.description:
            raise ValueError("a query needs a description of what it expects")
        return self

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns its arguments name; a query names its own."""
        named = [self.kwargs[name] for name in COLUMN_ARGUMENTS if name in self.kwargs]
        return (*named, *self.kwargs.get("column_list", ()))

    @property
    def expected(self) -> str:
        """What is expected, in words."""
        if self.description:
            return self.description
        named = {*COLUMN_ARGUMENTS, "column_list"}
        bounds = [
            f"{name} {json.dumps(value)}"
            for name, value in self.kwargs.items()
            if name not in named
        ]
        return ", ".join([self.type.removeprefix("expect_").replace("_", " "), *bounds])

    @property
    def query(self) -> str | None:
        """The SQL whose rows are the failures; `{batch}` stands for the table."""
        return self.kwargs.get("unexpected_rows_query")


class About(_Strict):
    """What a suite says of its table."""

    description: Text
    key_columns: Annotated[tuple[str, ...], Field(min_length=1)]
    may_be_empty: bool


class Suite(_Strict):
    """What is expected of one table: `name` is `<schema>.<table>`."""

    name: Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z0-9_]+$")]
    meta: About
    expectations: Annotated[tuple[Rule, ...], Field(min_length=1)]

    @property
    def schema_name(self) -> str:
        """The warehouse schema."""
        return self.name.partition(".")[0]

    @property
    def table(self) -> str:
        """The table in that schema."""
        return self.name.partition(".")[2]

    @property
    def path(self) -> Path:
        """The file it was read from."""
        return suite_path(self.schema_name, self.table)

    def severities(self) -> tuple[Severity, ...]:
        """The severities it uses, the graver first."""
        used = {rule.severity for rule in self.expectations}
        return tuple(severity for severity in SEVERITIES if severity in used)


def suite_path(schema: str, table: str) -> Path:
    """Where the suite of a table stands."""
    return EXPECTATIONS / schema / f"{table}.json"


def suites_of(schema: str) -> list[Suite]:
    """Every suite of a schema, by table name."""
    return [
        load_suite(schema, path.stem) for path in sorted((EXPECTATIONS / schema).glob("*.json"))
    ]


@cache
def load_suite(schema: str, table: str) -> Suite:
    """The suite of one table, its shared parameters filled in.

    Raises `SuiteError` where there is none, or where it is not as it should be.
    """
    path = suite_path(schema, table)
    if not path.is_file():
        raise SuiteError(path, "there is no such suite", "Write one: every table has a suite")
    document = _filled(_read(path), _parameters(), path)
    try:
        suite = Suite.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the suite"
        raise SuiteError(path, f"{where}: {first['msg']}", "Correct it there") from error
    if suite.name != f"{schema}.{table}":
        fix = f"Name it {schema}.{table}, as the file is"
        raise SuiteError(path, f"the suite is named {suite.name}", fix)
    return suite


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno} is not JSON: {error.msg}"
        raise SuiteError(path, problem, "Correct it there") from error


@cache
def _parameters() -> dict[str, Any]:
    return {name: entry["value"] for name, entry in _read(PARAMETERS).items()}


def _filled(node: Any, parameters: dict[str, Any], path: Path) -> Any:
    """Puts the shared values in place of `{"$PARAMETER": name}`."""
    if isinstance(node, list):
        return [_filled(item, parameters, path) for item in node]
    if not isinstance(node, dict):
        return node
    if PARAMETER not in node:
        return {key: _filled(value, parameters, path) for key, value in node.items()}
    name = node[PARAMETER]
    if name not in parameters:
        fix = f"Add it to {PARAMETERS.name}, or use one of {', '.join(sorted(parameters))}"
        raise SuiteError(path, f"no shared parameter is named {name}", fix)
    return parameters[name]
