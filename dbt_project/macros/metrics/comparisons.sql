{# What may be compared with what, and what a change means. #}

{# How many months lie between the ends of two consecutive periods of a type; null where there is no
   fixed step, as between snapshots: there the one before counts, however long ago. #}
{% macro months_between_periods(period_type) -%}
    case {{ period_type }}
        when 'calendar_month' then 1
        when 'financial_quarter' then 3
        when 'quarter' then 3
        when 'survey_year' then 12
        when 'flu_season' then 12
        when 'academic_year' then 12
        when 'academic_year_intake' then 12
        when 'rolling_12_months' then 12
        when 'financial_year' then 12
        when 'financial_year_to_date' then 12
    end
{%- endmacro %}


{# What parts a series into series of their own: a year to date is compared with the same months of
   the year before, never with the shorter stretch of its own year. #}
{% macro comparable_periods(period_type, last_day) -%}
    case when {{ period_type }} = 'financial_year_to_date' then month({{ last_day }}) end
{%- endmacro %}


{# True for definitions whose every release restates all its periods by a method of its own, as the
   staff survey is weighted anew each year: their periods compare within one release only. #}
{% macro compares_within_release(definition_id) -%}
    coalesce({{ definition_id }} = 'nss_weighted', false)
{%- endmacro %}


{# The release among whose figures one may be ranked; null where any release will do. #}
{% macro release_compared_within(definition_id, published_on) -%}
    case when {{ compares_within_release(definition_id) }} then {{ published_on }} end
{%- endmacro %}


{# True for kinds of period that hold every season once: what changes between two of them is no
   matter of the time of year. #}
{% macro holds_every_season(period_type) -%}
    {{ period_type }} in (
        'rolling_12_months', 'financial_year', 'academic_year', 'academic_year_intake',
        'flu_season', 'survey_year'
    )
{%- endmacro %}


{# The fewest peers with a value that have quartiles: three cannot fill four quarters. #}
{% macro fewest_peers_of_quartiles() -%}
    4
{%- endmacro %}


{# The quarter of the peers that a rank lies in, 1 to 4; equal ranks share one. #}
{% macro quartile(rank, peers) -%}
    cast(1 + floor(4 * ({{ rank }} - 1) / {{ peers }}) as integer)
{%- endmacro %}


{# Whether a disparity ratio came nearer to 1, from either side; null where either is unknown. #}
{% macro parity_direction(ratio, earlier_ratio) -%}
    case sign(round(abs({{ ratio }} - 1) - abs({{ earlier_ratio }} - 1), 8))
        when -1 then 'improving'
        when 0 then 'no_change'
        when 1 then 'deteriorating'
    end
{%- endmacro %}


{# Whether a change is for the better. Polarities without a better side (neutral; towards parity,
   where the workforce's share is not known beside it) say which way it went. #}
{% macro direction(change, polarity) -%}
    case
        when {{ change }} is null then null
        when {{ change }} = 0 then 'no_change'
        when {{ polarity }} = 'higher_better' and {{ change }} > 0 then 'improving'
        when {{ polarity }} = 'lower_better' and {{ change }} < 0 then 'improving'
        when {{ polarity }} in ('higher_better', 'lower_better') then 'deteriorating'
        when {{ change }} > 0 then 'rising'
        else 'falling'
    end
{%- endmacro %}


{# The polarity by which a change on the period before is judged. Within a year a seasonal measure
   follows the calendar: such a step is for no better or worse, as that of a neutral measure. #}
{% macro polarity_of_the_step() -%}
    case
        when
            is_seasonal
            and {{ months_between('previous_period_end', 'period_end') }} % 12 <> 0
            then 'neutral'
        else polarity
    end
{%- endmacro %}


{# True where an identifier is one of a list that a seed keeps in one cell, split by `|`. #}
{% macro is_listed(identifier, listed) -%}
    '|' || {{ listed }} || '|' like '%|' || {{ identifier }} || '|%'
{%- endmacro %}
