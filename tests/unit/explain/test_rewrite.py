"""Every SQL construct of the models carries the rows that made its figures, and loses none."""

from __future__ import annotations

import pytest

from orchestration.explain.clauses import UnsupportedSqlError
from tests.unit.explain.following import Rows, follow

STAFF: Rows = [
    {"place": "a", "grp": "x", "day": 1, "amount": 10},
    {"place": "a", "grp": "y", "day": 2, "amount": 5},
    {"place": "b", "grp": "x", "day": 1, "amount": 7},
    {"place": "b", "grp": "y", "day": 2, "amount": None},
]
PLACES: Rows = [
    {"place": "a", "region": "n", "share": 2},
    {"place": "c", "region": "s", "share": 3},
]


def origins(sql: str, **tables: Rows) -> dict[object, set[str]]:
    """The rows of the figure `amount` by the first column of the answer."""
    found = follow(sql, **(tables or {"staff": STAFF}))
    return {next(iter(row.values())): rows for row, rows, _ in found}


def all_rows(sql: str, **tables: Rows) -> dict[object, set[str]]:
    """All rows that each answer rests on, by its first column."""
    found = follow(sql, **(tables or {"staff": STAFF}))
    return {next(iter(row.values())): rows for row, _, rows in found}


def test_a_filter_keeps_the_rows_it_lets_pass() -> None:
    assert origins("select day, amount from raw.staff where place = 'a'") == {
        1: {"staff1"},
        2: {"staff2"},
    }


def test_a_star_carries_all() -> None:
    sql = "with one as (select * from raw.staff), two as (select * from one) select * from two"
    assert [rows for _, rows, _ in follow(sql, staff=STAFF)] == [
        {"staff1"},
        {"staff2"},
        {"staff3"},
        set(),
    ]


def test_a_sum_is_made_of_every_row_that_has_an_amount() -> None:
    sql = "select place, sum(amount) as amount from raw.staff group by place"
    assert origins(sql) == {"a": {"staff1", "staff2"}, "b": {"staff3"}}
    assert all_rows(sql) == {"a": {"staff1", "staff2"}, "b": {"staff3", "staff4"}}


def test_a_condition_decides_which_rows_are_added() -> None:
    sql = """
    select place, sum(case when grp = 'x' then amount end) as amount
    from raw.staff group by place
    """
    assert origins(sql) == {"a": {"staff1"}, "b": {"staff3"}}


def test_a_flag_is_made_of_what_it_asks() -> None:
    sql = """
    select place, count(case when amount > 6 then 1 end) as amount from raw.staff group by place
    """
    assert origins(sql) == {"a": {"staff1"}, "b": {"staff3"}}


@pytest.mark.parametrize(("function", "row"), [("max", "staff1"), ("min", "staff2")])
def test_an_extreme_is_made_of_the_row_that_has_it(function: str, row: str) -> None:
    sql = f"select place, {function}(amount) as amount from raw.staff group by place"
    assert origins(sql)["a"] == {row}
    assert row in all_rows(sql)["a"]


def test_the_newest_is_made_of_the_row_that_is_newest() -> None:
    sql = """
    select place, max_by(amount, day) filter (where day < 2) as amount
    from raw.staff group by place
    """
    assert origins(sql) == {"a": {"staff1"}, "b": {"staff3"}}


def test_a_count_of_rows_is_made_of_all() -> None:
    sql = "select place, count(*) as amount from raw.staff group by place"
    assert origins(sql)["b"] == {"staff3", "staff4"}


def test_a_quotient_is_made_of_both_terms() -> None:
    sql = """
    with sums as (
        select
            place,
            sum(case when grp = 'x' then amount end) as part,
            sum(amount) as whole
        from raw.staff group by place
    )
    select place, 100 * part / nullif(whole, 0) as amount from sums
    """
    assert origins(sql) == {"a": {"staff1", "staff2"}, "b": {"staff3"}}


def test_equal_rows_need_one_witness() -> None:
    sql = "select distinct place, 1 as amount from raw.staff"
    assert all_rows(sql) == {"a": {"staff1"}, "b": {"staff3"}}


def test_a_group_of_keys_needs_the_newest_and_one() -> None:
    sql = "select place, max(day) as amount from raw.staff group by place"
    assert origins(sql) == {"a": {"staff2"}, "b": {"staff4"}}
    assert all_rows(sql)["a"] == {"staff1", "staff2"}


def test_having_asks_its_rows_too() -> None:
    sql = "select place, min(day) as amount from raw.staff group by place having count(amount) = 2"
    assert all_rows(sql) == {"a": {"staff1", "staff2"}}


def test_a_join_rests_on_both_sides_and_takes_from_one() -> None:
    sql = """
    select staff.place, staff.amount
    from raw.staff as staff
    inner join raw.places as places on staff.place = places.place
    where staff.day = 1
    """
    assert origins(sql, staff=STAFF, places=PLACES) == {"a": {"staff1"}}
    assert all_rows(sql, staff=STAFF, places=PLACES) == {"a": {"staff1", "places1"}}


def test_a_join_that_gives_both_amounts_takes_from_both() -> None:
    sql = """
    select staff.place, staff.amount * places.share as amount
    from raw.staff as staff
    inner join raw.places as places on staff.place = places.place
    where staff.day = 1
    """
    assert origins(sql, staff=STAFF, places=PLACES) == {"a": {"staff1", "places1"}}


def test_the_outer_side_may_be_missing() -> None:
    sql = """
    select places.region, staff.amount
    from raw.places as places
    left join raw.staff as staff on staff.place = places.place and staff.day = 1
    """
    assert origins(sql, staff=STAFF, places=PLACES) == {"n": {"staff1"}, "s": set()}
    assert all_rows(sql, staff=STAFF, places=PLACES)["s"] == {"places2"}


def test_coalesce_takes_from_the_first_that_is_there() -> None:
    sql = """
    select staff.place || staff.day as cell, coalesce(staff.amount, places.share) as amount
    from raw.staff as staff
    cross join raw.places as places
    where places.place = 'c'
    """
    found = origins(sql, staff=STAFF, places=PLACES)
    assert found["a1"] == {"staff1"}
    assert found["b2"] == {"places2"}


def test_a_union_keeps_each_part_by_position() -> None:
    sql = """
    select place, amount from raw.staff where day = 1
    union all
    select region, share as other from raw.places
    """
    assert origins(sql, staff=STAFF, places=PLACES) == {
        "a": {"staff1"},
        "b": {"staff3"},
        "n": {"places1"},
        "s": {"places2"},
    }


def test_a_union_of_different_rows_needs_one_witness() -> None:
    sql = "select place, 0 as amount from raw.staff union select place, 0 from raw.places"
    assert {key: len(rows) for key, rows in all_rows(sql, staff=STAFF, places=PLACES).items()} == {
        "a": 1,
        "b": 1,
        "c": 1,
    }


def test_a_rank_takes_nothing_from_its_neighbours() -> None:
    sql = """
    select place, amount from (
        select *, row_number() over (partition by place order by day desc) as recency
        from raw.staff
    ) as ranked
    where recency = 1
    """
    assert all_rows(sql) == {"a": {"staff2"}, "b": {"staff4"}}


@pytest.mark.parametrize(
    ("expression", "row"),
    [
        ("lag(amount) over (partition by place order by day)", "staff1"),
        ("first_value(amount) over (partition by place order by day)", "staff1"),
        ("last_value(amount ignore nulls) over (partition by place order by day)", "staff2"),
        ("max(amount) over (partition by place)", "staff1"),
        ("min(amount) over (partition by place)", "staff2"),
    ],
)
def test_a_window_takes_from_the_row_that_gives_the_value(expression: str, row: str) -> None:
    found = follow(f"select place, day, {expression} as amount from raw.staff", staff=STAFF)
    taken = {(r["place"], r["day"]): (figure, rows) for r, figure, rows in found}
    assert taken["a", 2][0] == {row}
    assert taken["a", 2][1] == {row, "staff2"}


def test_a_last_value_skips_what_is_null() -> None:
    sql = """
    select place, day, last_value(amount ignore nulls) over (partition by place order by day)
        as amount
    from raw.staff
    """
    taken = {(r["place"], r["day"]): rows for r, rows, _ in follow(sql, staff=STAFF)}
    assert taken["b", 2] == {"staff3"}


def test_a_sum_over_a_window_takes_from_all_of_it() -> None:
    sql = "select day, sum(amount) over (partition by place) as amount from raw.staff"
    found = [rows for row, rows, _ in follow(sql, staff=STAFF)]
    assert {"staff1", "staff2"} in found
    assert {"staff3"} in found


def test_a_named_window_is_one() -> None:
    sql = """
    select day, lag(amount) over by_day as amount from raw.staff
    window by_day as (partition by place order by day)
    """
    assert {"staff1"} in [rows for _, rows, _ in follow(sql, staff=STAFF)]


def test_whether_there_is_any_needs_one_row() -> None:
    sql = """
    select place, case when count(amount) over (partition by place) = 0 then 'none' else 'some' end
        as told, amount
    from raw.staff where day = 2
    """
    assert all_rows(sql) == {"a": {"staff2"}, "b": {"staff4"}}
    sql = sql.replace("where day = 2", "")
    resting = [rows for _, _, rows in follow(sql, staff=STAFF)]
    assert {"staff3", "staff4"} in resting


def test_values_are_no_rows_of_a_file() -> None:
    sql = """
    with names as (select * from (values ('a', 3)) as given (place, factor))
    select staff.place, sum(staff.amount * names.factor) as amount
    from raw.staff as staff inner join names on staff.place = names.place
    group by staff.place
    """
    assert origins(sql) == {"a": {"staff1", "staff2"}}


@pytest.mark.parametrize(
    "sql",
    [
        "select place, (select max(day) from raw.staff) as amount from raw.staff",
        "select place, amount from raw.staff where day in (select day from raw.staff)",
        "select place, amount from raw.staff where exists (select 1 from raw.staff)",
        "select distinct on (place) place, amount from raw.staff",
        "select place, amount from raw.staff semi join raw.places using (place)",
        "select place, amount from raw.staff intersect select place, amount from raw.staff",
        """select place, sum(amount) as amount, lag(max(day)) over (order by place) as before
        from raw.staff group by place""",
    ],
)
def test_what_cannot_be_followed_is_refused(sql: str) -> None:
    with pytest.raises(UnsupportedSqlError):
        follow(sql, staff=STAFF, places=PLACES)
