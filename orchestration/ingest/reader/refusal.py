"""Why a file cannot be read, in words that let somebody act on it."""

from __future__ import annotations


class RefusedError(Exception):
    """A file that is put aside: what is wrong and where, what to do next, whose file it seems."""

    def __init__(self, what: str, next_step: str, publication_id: str | None = None) -> None:
        super().__init__(what)
        self.what, self.next_step, self.publication_id = what, next_step, publication_id


DOWNLOAD_AGAIN = (
    "Download the file again from the publisher, or ask the body whose return it is to send it "
    "again; compare its size and land the whole file."
)
EDIT_LAYOUT = "If the publisher changed the file on purpose, edit orchestration/publications/"


def correct_return(publication_id: str) -> str:
    """The next step where a body filled in a template, and nobody can download anything."""
    return (
        "Correct it at the body that sent it, and land it again: "
        f"docs/returns/{publication_id}.md says what each column holds, "
        f"people-plan template {publication_id} writes the template to fill in."
    )


def edit_layout(publication_id: str, key: str) -> str:
    """The next step where a layout may have to learn something new."""
    return (
        f"{DOWNLOAD_AGAIN} {EDIT_LAYOUT}{publication_id}.yml, key {key}; "
        "the file is then read again by itself."
    )
