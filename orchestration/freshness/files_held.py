"""Which files each publication's tables would be made of now, as one hash a publication.

Unlike the hashes of `orchestration.edition.inputs` these leave the code aside: they change when
files come, and at no other time.
"""

from __future__ import annotations

import duckdb

from orchestration.edition.ledger import IN_NO_TABLE
from orchestration.edition.model import digest

HELD = """
select
    case
        when status in ('loaded', 'superseded') then recognised_publication_id
        else $in_no_table
    end as files_of,
    list(file_id || ':' || published_on || ':' || status order by file_id) as files
from register
group by all
order by files_of
"""


def files_held(register: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """By publication the hash of its files; under `IN_NO_TABLE` of those that were refused."""
    rows = register.execute(HELD, {"in_no_table": IN_NO_TABLE}).fetchall()
    return {files_of: digest(files) for files_of, files in rows}
