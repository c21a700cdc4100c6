-- Which organisation took over from which, and when: many to many, published or added by the
-- project.
select
    old_code,
    new_code,
    effective_on,
    succession_kind,
    succession_reason,
    successor_count,
    is_override,
    note
from {{ ref('int_organisation_changes') }}
