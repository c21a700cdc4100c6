-- Direct patient care staff in March 2019 and in March 2023: a level invented for each role, and
-- what it grew by. What was printed of all additional roles and of everybody leaves a rest to the
-- roles that were not printed.
create table patient_care_growth as
with roles as (
    select
        breakdown_value as staff_role,
        printed as growth,
    from known
    where series_id = 'additional_role_fte_change'
), sums as (
    select
        (select sum(growth) from roles) as of_printed_roles,
        max(printed) filter (series_id = 'dpc_fte_change_in_additional_roles') as of_additional,
        max(printed) filter (series_id = 'dpc_fte_change_from_mar2019') as of_all,
    from known
)
select * from roles
union all
select 'Podiatrists', of_additional - of_printed_roles from sums
union all
select 'Healthcare Assistants', of_all - of_additional - 200 from sums
union all
select 'Dispensers', 200 from sums;

create table collated_patient_care as
with counted as (
    select
        known.published_on,
        staff_role,
        growth,
        unnest([known.period_start, known.period_end]) as counted_on,
        unnest([0, 1]) as is_grown,
    from patient_care_growth
    cross join known
    where known.series_id = 'dpc_fte_change_from_mar2019'
), sources as (
    select
        *,
        unnest(['practices', 'networks', 'claims', 'collated']) as staff_source,
        unnest([150, growth * is_grown, growth * is_grown, 150 + growth * is_grown]) as fte,
    from counted
)
select
    published_on,
    cast(date_trunc('month', counted_on) as date) as month,
    staff_source,
    coalesce(staff_role, 'Total') as staff_role,
    sum(fte) as fte,
from sources
group by grouping sets (
    (published_on, counted_on, staff_source, staff_role),
    (published_on, counted_on, staff_source)
);
