-- Row 22(i): people whom the Bringing Back Staff programme has placed in frontline roles so far. A
-- running total: the last count holds, never a sum over days. The people whose checks are complete
-- stand beside it, for reading alone. Who went back to a trust directly is not counted.
with counted as (
    select * from {{ ref('int_returners_counted') }}
),

final as (
    {{ as_observations(
        'counted',
        measure_id="'returners_deployed'",
        definition_id="'cumulative_deployed'",
        period_type="'snapshot_date'",
        period_start='period_end',
        icb_code='null',
        value='returners_deployed',
        numerator='returners_deployed',
        denominator='returners_checked',
        base_count='null',
        is_provisional='false',
        published_on='known_on',
        file_id='known_file_id'
    ) }}
)

select * from final
