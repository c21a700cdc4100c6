"""The one error of the catalogue: it names the file, the key, the problem and the fix."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

FIXES = {
    "missing": "add this key",
    "extra_forbidden": "remove it, or correct its spelling",
    "literal_error": "write one of the values that the problem lists",
    "union_tag_invalid": "write one of the values that the problem lists",
    "union_tag_not_found": "add the key that says which kind it is",
}


class CatalogueError(Exception):
    """A publication's YAML or a seed that cannot be used as it stands."""

    def __init__(self, file: str, key: str, problem: str, fix: str) -> None:
        super().__init__(f"{file}: {key}: {problem}. To fix it: {fix}.")
        self.file, self.key, self.problem, self.fix = file, key, problem, fix


def from_validation(path: Path, error: ValidationError, prefix: str = "") -> CatalogueError:
    """The first thing that pydantic found wrong in `path`, in this catalogue's words."""
    first = error.errors(include_url=False)[0]
    key = ".".join(part for part in (prefix, *(str(step) for step in first["loc"])) if part)
    others = error.error_count() - 1
    problem = first["msg"] + (f" (and {others} more)" if others else "")
    fix = FIXES.get(first["type"], "correct this value")
    return CatalogueError(path.name, key or "(whole file)", problem, fix)
