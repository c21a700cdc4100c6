"""`people-plan template`: the file that a body fills in where figures are not published."""

from __future__ import annotations

from pathlib import Path

from orchestration.catalogue import load_catalogue
from orchestration.commands.console import console
from orchestration.returns import template_of, write_template


def run(publication_id: str, output: Path, *, is_forced: bool) -> None:
    """Write the empty template and its example into a folder, and say what to do with them."""
    template = template_of(load_catalogue(), publication_id)
    empty, example = write_template(template, output, is_forced=is_forced)
    with console() as out:
        out.print(f"{empty}: one row is {template.table.grain}.", soft_wrap=True)
        out.print(f"{example}: rows that show how, marked as made up.", soft_wrap=True)
        out.print(
            f"Next: fill in {empty.name} as docs/returns/{publication_id}.md says, put it into "
            f"landing/{publication_id}/<day it was sent>/ and run people-plan build.",
            soft_wrap=True,
        )
