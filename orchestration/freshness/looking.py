"""Looks for releases that are due: a schedule that says which, and the job that fetches them."""

import dagster as dg

from orchestration import clock
from orchestration.catalogue import Catalogue
from orchestration.fetch import fetch_publication, fetchable, is_enabled, open_web
from orchestration.freshness.back_off import is_look_day
from orchestration.freshness.policies import LONDON
from orchestration.freshness.standing import Standing, standings
from orchestration.home import Home

NAME = "look_for_releases"
# Official statistics come out at half past nine.
CRON = "45 9 * * *"


class Publications(dg.Config):
    """The publications to look for, by id."""

    publication_ids: list[str]


def looking_job(catalogue: Catalogue) -> dg.JobDefinition:
    """Brings new files of the publications named into landing; the landing sensor does the rest."""

    @dg.op(name="fetch", description="Fetches new files into landing, and nothing else.")
    def fetch(context: dg.OpExecutionContext, config: Publications) -> None:
        failed = []
        with open_web() as web:
            for publication_id in config.publication_ids:
                report = fetch_publication(
                    Home.from_environment(), catalogue, publication_id, now=clock.now(), web=web
                )
                for brought in report.brought:
                    context.log.info(f"Brought landing/{brought.landed_as}.")
                failed += [f"{one.url}: {one.reason}. {one.next_step}" for one in report.failures]
        if failed:
            raise dg.Failure("\n".join(failed), allow_retries=False)

    @dg.job(
        name=NAME,
        description="Looks at the pages of publishers for releases that are due.",
        executor_def=dg.in_process_executor,
    )
    def look_for_releases() -> None:
        fetch()

    return look_for_releases


def looking_schedule(catalogue: Catalogue, job: dg.JobDefinition) -> dg.ScheduleDefinition:
    """Starts the job for what is due and can be fetched: daily at first, then with back-off."""

    @dg.schedule(
        name=NAME,
        job=job,
        cron_schedule=CRON,
        execution_timezone=LONDON,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Waits for the day on which a period is usually released, and looks for its "
        "files from then on: every day until it is late, then more and more seldom. It fetches "
        "where PEOPLE_PLAN_FETCH=1 is set, and otherwise says what to land by hand.",
    )
    def look() -> dg.RunRequest | dg.SkipReason:
        missing = _missing(catalogue)
        today = {one.subject_id for one in missing if _is_looked_for(one)}
        if not missing:
            return dg.SkipReason("Every period that should be out is here.")
        named = ", ".join(one.subject_id for one in missing)
        if not is_enabled():
            return dg.SkipReason(
                f"Fetching is off (PEOPLE_PLAN_FETCH=1 turns it on). To be landed by hand: {named}."
            )
        fetched = sorted(today & set(fetchable(catalogue)))
        if not fetched:
            return dg.SkipReason(f"Nothing is looked for today. Waited for: {named}.")
        return dg.RunRequest(
            run_config=dg.RunConfig(ops={"fetch": Publications(publication_ids=fetched)}),
            tags={"people_plan/publications": ", ".join(fetched)},
        )

    return look


def _missing(catalogue: Catalogue) -> list[Standing]:
    """The publications of which a period is due or late, and none of whose files is here."""
    found = standings(Home.from_environment(), catalogue, clock.today())
    return [one for one in found if one.freshness_level == "publication" and one.ask == "publisher"]


def _is_looked_for(one: Standing) -> bool:
    return bool(
        one.awaited_from
        and one.late_after
        and is_look_day(one.status_on, opens_on=one.awaited_from, late_after=one.late_after)
    )
