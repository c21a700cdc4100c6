-- Programmes of the invented networks, and what they report on the workforce quarter by quarter.
create table programmes as
select
    'prog_' || lpad(number::varchar, 3, '0') as programme_id,
    'Synthetic programme ' || number as programme_name,
    if(number % 5 = 0, 'national', 'local') as programme_level,
    number as programme_number,
from range(1, getvariable('programme_count') + 1) as numbers (number);

create table outcome_reports as
with networks as (
    select 'AHSN_' || chr(cast(65 + network as integer)) as ahsn_code, network
    from range(getvariable('network_count')) as numbers (network)
), quarters as (
    select cast(unnest(generate_series(
        getvariable('last_month') - interval '12 months', getvariable('last_month'), interval 3 month
    )) as date) as quarter_month
), measures as (
    select * from (values
        ('ahsn_m01_staff_trained', 40, null),
        ('ahsn_m02_staff_improved_skill_knowledge', 25, null),
        ('ahsn_m03_staff_improved_confidence', 22, null),
        ('ahsn_m04_feedback_training_effectiveness', null, null),
        ('ahsn_m06_staff_benefitted_hwb_programme', 60, null),
        ('ahsn_m09_time_saved_digital_or_pathway', 5400, 'direct'),
        ('ahsn_m10_wider_service_reduction_time', 12, 'event'),
        ('ahsn_m11_staff_task_time_reduction', 6, 'task'),
        ('ahsn_m12_direct_service_reduction_time', 30, 'event'),
        ('ahsn_m15_staff_adopted_digital_technology', 35, null),
        ('ahsn_m18_case_study_new_ways_of_working', null, null)
    ) as listed (outcome_measure_id, typical, time_kind)
), chosen as (
    select
        programmes.*,
        networks.ahsn_code,
        cast(date_trunc('quarter', quarters.quarter_month) as date) as period_start,
        measures.*,
        concat_ws(
            '|', programmes.programme_id, networks.ahsn_code, quarters.quarter_month,
            measures.outcome_measure_id
        ) as draw_key,
    from programmes
    inner join networks
        -- A national programme runs everywhere, a local one in one network.
        on programmes.programme_level = 'national'
        or programmes.programme_number % getvariable('network_count') = networks.network
    cross join quarters
    cross join measures
    -- A programme picks a few measures, and measures time in one way only.
    where even('outcome|' || programmes.programme_id || measures.outcome_measure_id) < 0.45
        and coalesce(measures.time_kind = 'event', false)
        = (measures.time_kind is not null and programmes.programme_number % 2 = 0)
)
select
    * exclude (draw_key),
    (period_start + interval 3 month - interval 1 day)::date as period_end,
    row_number() over (order by draw_key) as entry_number,
    if(
        outcome_measure_id = 'ahsn_m02_staff_improved_skill_knowledge',
        least(whole(typical * (0.5 + even(draw_key)), draw_key), 20),
        whole(typical * (0.5 + even(draw_key)), draw_key)
    ) as amount,
    100 + bits('volume|' || draw_key) % 900 as task_volume,
    -- One in forty was corrected a month later, one in thirty stays a draft.
    bits('corrected|' || draw_key) % 40 = 0 as is_corrected,
    bits('draft|' || draw_key) % 30 = 0 as is_draft,
from chosen;
