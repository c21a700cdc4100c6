"""Which assets a build runs: what is out of date, or what the user selected."""

from __future__ import annotations

import difflib

import dagster as dg

from orchestration import clock
from orchestration.assets.edition import EDITION
from orchestration.assets.jobs import keys_following
from orchestration.assets.translator import asset_keys
from orchestration.catalogue import Catalogue
from orchestration.dbt.graph import Manifest
from orchestration.dbt.manifest import load_manifest
from orchestration.definitions import build_definitions
from orchestration.edition.staleness import Stale, marts_day
from orchestration.errors import WRONG_USAGE, PlainError
from orchestration.home import Home


def chosen_keys(
    catalogue: Catalogue, select: str | None, work: Stale
) -> frozenset[dg.AssetKey] | None:
    """The assets to materialise; None for all of them."""
    home = Home.from_environment()
    manifest = load_manifest(home)
    if select in catalogue.publications:
        return frozenset(keys_following([catalogue.publications[select]], manifest))
    if select:
        return selected(catalogue, manifest, select)
    if work.is_everything:
        return None
    if work.publications:
        stale = [catalogue.publications[one] for one in work.publications]
        return frozenset(keys_following(stale, manifest))
    # All is built and checked, but no edition of it stands: it was planned, held, or interrupted.
    if marts_day(home) == clock.today():
        return frozenset({EDITION})
    # Some marts say what holds on the day that they were made: that day is over.
    marts = {key for key in asset_keys(manifest).values() if key.path[0] == "marts"}
    return frozenset(marts | {EDITION})


def keys_before_edition(catalogue: Catalogue, work: Stale) -> frozenset[dg.AssetKey]:
    """The assets that are out of date, without the edition that would be made of them."""
    chosen = chosen_keys(catalogue, None, work)
    if chosen is None:
        manifest = load_manifest(Home.from_environment())
        graph = build_definitions(catalogue, manifest).resolve_asset_graph()
        chosen = frozenset(graph.get_all_asset_keys())
    return chosen - {EDITION}


def selected(catalogue: Catalogue, manifest: Manifest, select: str) -> frozenset[dg.AssetKey]:
    """The assets that Dagster's selection syntax names.

    Raises `PlainError`, with the names that come close, where there are none.
    """
    graph = build_definitions(catalogue, manifest).resolve_asset_graph()
    known = [key.to_user_string() for key in graph.get_all_asset_keys()]
    try:
        keys = dg.AssetSelection.from_string(select).resolve(graph)
    except (dg.DagsterError, ValueError) as error:
        raise _not_understood(select, [*catalogue.publications, *known]) from error
    if not keys:
        raise _not_understood(select, [*catalogue.publications, *known])
    return frozenset(keys)


def _not_understood(select: str, known: list[str]) -> PlainError:
    asked = select.rsplit("/", maxsplit=1)[-1].strip('+*"')
    by_name = {name.rsplit("/", maxsplit=1)[-1]: name for name in known}
    close = [by_name[name] for name in difflib.get_close_matches(asked, by_name, cutoff=0.5)]
    publications = ", ".join(name for name in known if "/" not in name and name != "edition")
    return PlainError(
        f"The selection {select!r} names no asset.",
        f"Did you mean {' or '.join(close)}?"
        if close
        else f"Publications: {publications}; or a selection such as 'group:\"marts\"'.",
        exit_code=WRONG_USAGE,
    )
