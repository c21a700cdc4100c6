-- How many figures rest on organisations that no reference data know, by publication and period:
-- they are kept and shown all the same.
with observations as (
    select * from {{ ref('int_observations_current') }}
    where geography_level = 'organisation'
),

organisations as (
    select * from {{ ref('int_organisations') }}
),

files as (
    select * from {{ ref('files') }}
),

judged as (
    select
        files.publication_id,
        observations.period_type,
        observations.period_start,
        observations.period_end,
        observations.organisation_code,
        not coalesce(organisations.is_known, false) as is_unknown
    from observations
    inner join files
        on observations.file_id = files.file_id
    left join organisations
        on observations.organisation_code = organisations.organisation_code
),

final as (
    select
        publication_id,
        period_type,
        period_start,
        period_end,
        count(*) as figure_count,
        count(case when is_unknown then 1 end) as unknown_figure_count,
        count(distinct organisation_code) as organisation_count,
        count(distinct case when is_unknown then organisation_code end)
            as unknown_organisation_count,
        {{ listed_texts('case when is_unknown then organisation_code end') }}
            as unknown_organisation_codes
    from judged
    group by publication_id, period_type, period_start, period_end
)

select * from final
