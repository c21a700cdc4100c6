"""What is expected of a table, as `expectations/<schema>/<table>.json` says it; knows no engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from orchestration.checks.documents import EXPECTATIONS, SuiteError, read_document

Severity = Literal["critical", "warning"]
SEVERITIES: tuple[Severity, ...] = ("critical", "warning")
COLUMN_ARGUMENTS = ("column", "column_A", "column_B")


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("must say something")
    return text


def _queries_as_text(kwargs: dict[str, Any]) -> dict[str, Any]:
    """JSON has no long strings: a query may be written as a list of lines."""
    return {
        name: "\n".join(value) if name.endswith("_query") and isinstance(value, list) else value
        for name, value in kwargs.items()
    }


Text = Annotated[str, AfterValidator(_said)]
Kwargs = Annotated[dict[str, Any], AfterValidator(_queries_as_text)]


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
    """What a suite says of its table.

    `key_columns` tell a failing row from the others. A table that `may_be_empty` is not checked
    while it is: nothing that could be wrong has been received.
    """

    description: Text
    key_columns: Annotated[tuple[str, ...], Field(min_length=1)]
    may_be_empty: bool


class Suite(_Strict):
    """What is expected of one table: `name` is `<schema>.<table>`.

    `includes` names the lists in `expectations/shared` that come before its own expectations.
    """

    name: Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z0-9_]+$")]
    meta: About
    includes: tuple[str, ...] = ()
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
    def severities(self) -> tuple[Severity, ...]:
        """The severities it uses, the graver first."""
        used = {rule.severity for rule in self.expectations}
        return tuple(severity for severity in SEVERITIES if severity in used)


def load_suite(schema: str, table: str, *, root: Path = EXPECTATIONS) -> Suite:
    """The suite of one table, with what it includes and the values it shares.

    Raises `SuiteError` where there is none, or where it is not as it should be.
    """
    path = root / schema / f"{table}.json"
    try:
        suite = Suite.model_validate(read_document(path, root))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the suite"
        raise SuiteError(path, f"{where}: {first['msg']}", "Correct it there") from error
    if suite.name != f"{schema}.{table}":
        fix = f"Name it {schema}.{table}, as the file is"
        raise SuiteError(path, f"the suite is named {suite.name}", fix)
    return suite


def suites_of(schema: str, *, root: Path = EXPECTATIONS) -> list[Suite]:
    """Every suite of a schema, by table name."""
    paths = sorted((root / schema).glob("*.json"))
    return [load_suite(schema, path.stem, root=root) for path in paths]
