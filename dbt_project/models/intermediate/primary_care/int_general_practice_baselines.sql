-- The file that each file's baseline is taken from: for a definition and a month, the newest of the
-- same vintage that holds the baseline's day and was published no later. Files of practices hold
-- one month each, a bulletin holds its own baseline.
with files as (
    select distinct
        vintage_id,
        staff_line,
        breakdown_type,
        period_end,
        published_on,
        file_id
    from {{ ref('int_general_practice_staff') }}
),

definitions as (
    select * from {{ ref('fte_baselines') }}
),

candidates as (
    select
        definitions.measure_id,
        definitions.definition_id,
        definitions.smallest_unit,
        definitions.baseline_on,
        files.staff_line,
        files.breakdown_type,
        files.period_end,
        files.file_id,
        baselines.file_id as baseline_file_id,
        row_number() over (
            partition by
                definitions.measure_id, definitions.definition_id, files.breakdown_type,
                files.period_end, files.file_id
            order by baselines.published_on desc, baselines.file_id desc
        ) as recency
    from definitions
    inner join files
        on
            definitions.staff_line = files.staff_line
            and definitions.baseline_on <= files.period_end
    inner join files as baselines
        on
            definitions.baseline_on = baselines.period_end
            and files.vintage_id = baselines.vintage_id
            and files.staff_line = baselines.staff_line
            and files.breakdown_type = baselines.breakdown_type
            and files.published_on >= baselines.published_on
),

final as (
    select
        measure_id,
        definition_id,
        smallest_unit,
        baseline_on,
        staff_line,
        breakdown_type,
        period_end,
        file_id,
        baseline_file_id
    from candidates
    where recency = 1
)

select * from final
