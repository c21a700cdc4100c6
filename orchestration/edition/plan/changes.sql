{# Every cell that the two databases do not hold alike, as `changed_cells`: what stood (`before`) beside
   what would stand (`now`). `is_first` where nothing stood. Written for the engine that editions are
   files of. #}
{%- from 'observations.sql' import observation_cell -%}
{%- from 'revisions.sql' import decimals_seen, same_within -%}

{# The figures of one side that stand, with as many decimals as their release prints of its series. #}
{%- macro standing(database, condition) -%}
    select
        history.*,
        files.publication_id,
        max({{ decimals_seen('value') }}) over (
            partition by history.file_id, measure_id, definition_id, numerator is null
        ) as decimals
    from {{ database }}.marts.metric_history as history
    left join {{ database }}.reference.files as files on history.file_id = files.file_id
    where history.is_current and {{ condition }}
{%- endmacro -%}

create or replace temp table changed_cells as
with standing_now as (
    {{ standing(now, 'true') }}
),

-- Synthetic figures step aside for published ones (decision 3): they are not missed.
standing_before as (
    {%- if is_first %}
    {{ standing(now, 'false') }}
    {%- else %}
    {{ standing(
        before,
        '(not history.is_synthetic or exists (from standing_now where standing_now.is_synthetic))'
    ) }}
    {%- endif %}
),

-- Events on record, each at the one release that it names: they say why a figure moved there.
explained as (
    select
        {{ observation_cell() }},
        revisions.published_on,
        revisions.discontinuity_id
    from {{ now }}.marts.revisions as revisions
    inner join {{ now }}.reference.discontinuities as discontinuities
        on revisions.discontinuity_id = discontinuities.discontinuity_id
    where discontinuities.effective_from is not null
),

compared as (
    select
        {{ observation_cell() }},
        coalesce(present.metric_id, former.metric_id) as metric_id,
        coalesce(present.unit, former.unit) as unit,
        coalesce(present.publication_id, former.publication_id) as publication_id,
        former.value as former_value,
        present.value,
        former.availability_status as former_status,
        present.availability_status as status,
        coalesce(former.is_provisional, false) as is_former_provisional,
        former.published_on as former_published_on,
        present.published_on,
        case
            when former.file_id is null then 'added'
            when present.file_id is null then 'lost'
            when present.availability_status = 'withdrawn'
                and former.availability_status <> 'withdrawn' then 'withdrawn'
            when present.availability_status like 'suppressed%'
                and former.value is not null then 'newly_suppressed'
            when former.value is null and present.value is not null then 'reinstated'
            when present.availability_status <> former.availability_status then 'status_changed'
            when abs(present.value - former.value) > {{ same_within(
                'present.numerator', 'present.value', 'present.decimals',
                'former.numerator', 'former.decimals'
            ) }}
                then
                    case
                        when present.published_on >= former.published_on
                            and present.file_id <> former.file_id then 'revised'
                        -- No release says so: a file came late, or the code is another.
                        else 'recomputed'
                    end
        end as change
    from standing_now as present
    full outer join standing_before as former using ({{ observation_cell() }})
)

select
    metrics.primary_chapter_id as mart,
    compared.*,
    compared.geography_level = 'england' as is_england,
    -- Differences of decimals carry noise in their last places, as in marts.revisions.
    round(compared.value - compared.former_value, 8) as moved_by,
    -- By how much of itself; a figure that goes, or that was nothing, changed altogether.
    case
        when change = 'added' then null
        when value is null or former_value is null or former_value = 0 then 1.0
        else round(abs(value - former_value) / abs(former_value), 8)
    end as moved_share,
    discontinuity_id
from (
    select
        compared.*,
        (
            select max(explained.discontinuity_id)
            from explained
            where
                {%- for column in observation_cell().split(',') %}
                explained.{{ column | trim }} = compared.{{ column | trim }} and
                {%- endfor %}
                explained.published_on > compared.former_published_on
                and explained.published_on <= compared.published_on
        ) as discontinuity_id
    from compared
    where change is not null
) as compared
left join {{ now }}.reference.metrics as metrics on compared.metric_id = metrics.metric_id
