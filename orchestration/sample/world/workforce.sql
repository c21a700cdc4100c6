-- Who works where: each organisation's share of every staff group, and its full-time equivalents.
create table staff_mix_shares as
with mixes as (
    unpivot staff_mix
    on columns(* exclude (cluster_group))
    into name staff_group_name value share_pct
)
select
    mixes.cluster_group,
    staff_groups.staff_group_id,
    mixes.share_pct / sum(exact(mixes.share_pct)) over (partition by mixes.cluster_group)
        as share,
from mixes
inner join staff_groups
    on mixes.staff_group_name = staff_groups.mix_name;

create table establishments as
with spread as (
    select
        organisations.organisation_code,
        staff_mix_shares.staff_group_id,
        bits('mix|' || organisations.organisation_code || '|' || staff_mix_shares.staff_group_id)
            as drawn,
        staff_mix_shares.share * (1 + 0.12 * bell(drawn)) as share,
        staff_mix_shares.share * organisations.reference_fte as expected_fte,
    from organisations
    inner join staff_mix_shares
        on replace(
            organisations.cluster_group, 'Clinical Commissioning Group', 'Integrated Care Board'
        ) = staff_mix_shares.cluster_group
)
select
    organisation_code,
    staff_group_id,
    share / sum(exact(share)) over (partition by organisation_code) as share,
from spread
-- Most organisations have nobody at all in the groups that are small with them.
where expected_fte >= 4 or (expected_fte >= 0.4 and drawn % 3 = 0);

create table staff_months as
select
    organisation_months.month,
    organisation_months.organisation_code,
    establishments.staff_group_id,
    bits(
        'staff|' || organisation_months.organisation_code || '|'
        || establishments.staff_group_id || '|' || organisation_months.month
    ) as drawn,
    organisation_months.fte * establishments.share * (1 + 0.003 * bell(drawn)) as fte,
from organisation_months
inner join establishments
    on organisation_months.organisation_code = establishments.organisation_code;
