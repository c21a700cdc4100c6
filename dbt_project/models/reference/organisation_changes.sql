-- Which organisation took over from which, when and how much of it: many to many, published or
-- added by the project, with the reason where the map does not follow a change.
select
    change_id,
    old_code,
    new_code,
    effective_on,
    operational_on,
    change_kind,
    share,
    share_basis,
    is_applied,
    not_applied_reason,
    successor_count,
    is_override,
    succession_reason,
    confidence,
    note
from {{ ref('int_organisation_changes') }}
