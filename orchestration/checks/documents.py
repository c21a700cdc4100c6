"""Reads the JSON of a suite: what it includes and the values it shares are put in their places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from orchestration.home import PROJECT_ROOT

EXPECTATIONS = PROJECT_ROOT / "expectations"
PARAMETER = "$PARAMETER"


class SuiteError(ValueError):
    """A suite that cannot be read: which file, what is wrong in it and what to do."""

    def __init__(self, file: Path, problem: str, fix: str) -> None:
        super().__init__(f"{file}: {problem}. {fix}.")


def read_document(path: Path, root: Path) -> Any:
    """The document at `path`, whole: `root` holds `shared/` and `parameters.json`.

    Raises `SuiteError` where it, or something that it names, is not there or is not JSON.
    """
    if not path.is_file():
        raise SuiteError(path, "there is no such suite", "Write one: every table has a suite")
    document = _read(path)
    included = [_shared(name, path, root) for name in document.get("includes", ())]
    own = document.get("expectations", [])
    whole = {**document, "expectations": [rule for rules in [*included, own] for rule in rules]}
    return _filled(whole, _read(root / "parameters.json"), path)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno} is not JSON: {error.msg}"
        raise SuiteError(path, problem, "Correct it there") from error


def _shared(name: str, path: Path, root: Path) -> list[Any]:
    """A list of expectations that several suites hold to."""
    shared = root / "shared" / f"{name}.json"
    if not shared.is_file():
        fix = f"Write shared/{shared.name}, or include another"
        raise SuiteError(path, f"it includes {name}, which is not there", fix)
    expectations: list[Any] = _read(shared)
    return expectations


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
        fix = f"Add it to parameters.json, or use one of {', '.join(sorted(parameters))}"
        raise SuiteError(path, f"no shared parameter is named {name}", fix)
    return parameters[name]["value"]
