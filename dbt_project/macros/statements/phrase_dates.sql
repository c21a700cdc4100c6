{# Dates that follow from the words in which a document gives them. #}

{# The day that a rule of `seeds/date_phrases.csv` makes of a phrase, out of what was read in it:
   `month_start`, `year_number`, `quarter_number`, and the day on which the document came out. #}
{% macro dated_by(rule) -%}
case {{ rule }}
            when 'month_first_day' then month_start
            when 'month_last_day' then last_day(month_start)
            when 'year_first_day' then make_date(year_number, 1, 1)
            when 'year_last_day' then make_date(year_number, 12, 31)
            when 'financial_year_first_day' then make_date(year_number, 4, 1)
            when 'financial_year_last_day' then make_date(year_number + 1, 3, 31)
            when 'quarter_first_day'
                then {{ add_months('make_date(year_number, 4, 1)', '3 * (quarter_number - 1)') }}
            when 'quarter_last_day'
                then last_day({{ add_months(
                    'make_date(year_number, 4, 1)', '3 * (quarter_number - 1) + 2'
                ) }})
            when 'later_of_year_and_publication'
                then case when year_number is not null
                    then greatest(make_date(year_number, 1, 1), stated_on) end
            when 'later_of_financial_year_and_publication'
                then case when year_number is not null
                    then greatest(make_date(year_number, 4, 1), stated_on) end
            when 'winter_first_day' then make_date(year_number, 10, 1)
            when 'winter_last_day' then make_date(year_number + 1, 3, 31)
            when 'winter_last_day_by_season' then last_day(make_date(year_number + 1, 2, 1))
            when 'publication_day' then stated_on
        end
{%- endmacro %}
