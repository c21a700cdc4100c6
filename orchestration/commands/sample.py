"""`people-plan sample`: lands a synthetic set of publications, so that there is data to build."""

from __future__ import annotations

from orchestration.commands.console import console
from orchestration.home import Home
from orchestration.sample import write_sample


def run(*, scale: str, seed: int, is_only_if_empty: bool) -> None:
    """Write the sample into the home's landing folder."""
    home = Home.from_environment().create()
    with console() as out:
        if is_only_if_empty and any(path.is_file() for path in home.landing.rglob("*")):
            out.print(f"{home.landing} holds files already: no sample was written.")
            return
        with out.status(f"Writing the {scale} sample ..."):
            report = write_sample(home.landing, scale=scale, seed=seed, truth=home.truth)
        out.print(f"{report}\nNext: people-plan build")
