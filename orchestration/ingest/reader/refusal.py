"""Why a file cannot be read, in words that let somebody act on it."""

from __future__ import annotations


class RefusedError(Exception):
    """A file that is put aside: what is wrong and where, what to do next, whose file it seems."""

    def __init__(self, what: str, next_step: str, publication_id: str | None = None) -> None:
        super().__init__(what)
        self.what, self.next_step, self.publication_id = what, next_step, publication_id


DOWNLOAD_AGAIN = (
    "Download the file again from the publisher and compare its size; land the whole file."
)
EDIT_LAYOUT = "If the publisher changed the file on purpose, edit orchestration/publications/"


def edit_layout(publication_id: str, key: str) -> str:
    """The next step where a layout may have to learn something new."""
    return (
        f"{DOWNLOAD_AGAIN} {EDIT_LAYOUT}{publication_id}.yml, key {key}; "
        "the file is then read again by itself."
    )
