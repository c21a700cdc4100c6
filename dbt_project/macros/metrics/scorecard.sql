{# What the scorecard takes of the latest figure, and how a change is told in words. #}

{# The columns of described observations that the scorecard shows or tells, listed only here. #}
{% macro scorecard_columns() -%}
    {{ return([
        'definition_id', 'period_type', 'period_start', 'period_end', 'period_label', 'value',
        'numerator', 'denominator', 'base_count', 'availability_status', 'previous_value', 'change',
        'direction', 'has_discontinuity', 'is_provisional', 'is_derived', 'is_synthetic',
        'published_on', 'file_id', 'discontinuity_ids', 'year_before_value', 'year_on_year_change',
        'year_on_year_direction', 'is_seasonal', 'disparity_ratio', 'previous_period_start',
        'previous_period_end', 'year_on_year_break_ids', 'spc_mean', 'spc_lower_limit',
        'spc_upper_limit', 'spc_variation', 'spc_rules', 'spc_limits_are_trial', 'spc_assurance',
        'target_value', 'target_id', 'interval_lower', 'interval_upper', 'interval_method',
    ]) }}
{%- endmacro %}


{# "up 1,204 on June 2023, better": by how much, since when, and whether that is better. #}
{% macro change_told(change, unit, since, direction, polarity) -%}
    concat(
        case
            when {{ change }} = 0 then 'unchanged'
            when {{ change }} > 0 then 'up '
            else 'down '
        end,
        case
            when {{ change }} = 0 then ''
            else {{ amount_in_words('abs(' ~ change ~ ')', unit) }}
        end,
        ' on ', {{ since }},
        case
            when {{ direction }} not in ('improving', 'deteriorating') then ''
            when {{ polarity }} = 'towards_parity' and {{ direction }} = 'improving'
                then ', nearer parity'
            when {{ polarity }} = 'towards_parity' then ', further from parity'
            when {{ direction }} = 'improving' then ', better'
            else ', worse'
        end
    )
{%- endmacro %}


{# A positive amount as people read it, in no more digits than they need: "0.3 points",
   "£12.4 million", "1,204". #}
{% macro amount_in_words(amount, unit) -%}
    case
        when {{ unit }} like 'percent%' and {{ amount }} < 0.005 then 'less than 0.01 points'
        when {{ unit }} like 'percent%' and {{ amount }} < 0.095
            then {{ number_in_words(amount, 2) }} || ' points'
        when {{ unit }} like 'percent%' then {{ number_in_words(amount, 1) }} || ' points'
        when {{ unit }} = 'gbp' and {{ amount }} >= 1000000000
            then '£' || {{ number_in_words(amount ~ ' / 1000000000', 1) }} || ' billion'
        when {{ unit }} = 'gbp' and {{ amount }} >= 1000000
            then '£' || {{ number_in_words(amount ~ ' / 1000000', 1) }} || ' million'
        when {{ unit }} = 'gbp' then '£' || {{ number_in_words(amount, 0) }}
        when {{ amount }} < 0.05 then 'less than 0.1'
        when {{ amount }} < 9.95 and {{ amount }} <> floor({{ amount }})
            then {{ number_in_words(amount, 1) }}
        else {{ number_in_words(amount, 0) }}
    end
{%- endmacro %}


{# A period as it follows "on": "September 2023", "the 2023 survey", "the year to June 2023". #}
{% macro period_after_on(period_type, first_day, last_day) -%}
    case
        when {{ period_type }} in ('month_end_snapshot', 'quarter_end_snapshot')
            then {{ month_and_year(last_day) }}
        when
            {{ period_type }} in (
                'rolling_12_months', 'survey_year', 'flu_season', 'financial_year', 'academic_year',
                'academic_year_intake'
            )
            then 'the ' || {{ period_label(period_type, first_day, last_day) }}
        when {{ period_type }} = 'survey_wave' and {{ is_one_month(first_day, last_day) }}
            then {{ month_and_year(last_day) }}
        else {{ period_label(period_type, first_day, last_day) }}
    end
{%- endmacro %}


{# What to bear in mind of a figure, most important first, parted by "; "; null where nothing is. #}
{% macro data_quality_told() -%}
    nullif(
        concat_ws(
            '; ',
            case when value is not null and is_synthetic then 'made up' end,
            case when is_provisional then 'provisional' end,
            case
                when value is not null and scorecard_rank > 1
                    then concat('by another definition: ', definition_name)
            end,
            case
                when value is not null and series_availability = 'published_proxy'
                    then 'stands in for what is not published'
            end,
            case
                when
                    value is not null
                    and {{ is_listed("'coverage_narrower_than_printed'", 'anomaly_codes') }}
                    then 'covers fewer people than Annex A means'
            end,
            case
                when received_count < expected_count
                    then concat(received_count, ' of ', expected_count, ' reported')
            end,
            case when has_discontinuity then 'a break lies before it' end,
            case when is_derived then 'derived here' end
        ),
        ''
    )
{%- endmacro %}
