{# Text functions that DuckDB and Spark spell differently. #}

{# True where the text matches the regular expression anywhere. #}
{% macro matches(text, pattern) -%}
    {{ return(adapter.dispatch('matches', 'people_plan')(text, pattern)) }}
{%- endmacro %}

{% macro duckdb__matches(text, pattern) -%}
    regexp_matches({{ text }}, '{{ pattern }}')
{%- endmacro %}


{# The text with every match replaced. #}
{% macro replace_all(text, pattern, replacement) -%}
    {{ return(adapter.dispatch('replace_all', 'people_plan')(text, pattern, replacement)) }}
{%- endmacro %}

{% macro duckdb__replace_all(text, pattern, replacement) -%}
    regexp_replace({{ text }}, '{{ pattern }}', '{{ replacement }}', 'g')
{%- endmacro %}


{# The text with each run of blanks, tabs, line ends and no-break spaces as one space. #}
{% macro collapse_whitespace(text) -%}
    {{ return(adapter.dispatch('collapse_whitespace', 'people_plan')(text)) }}
{%- endmacro %}

{% macro duckdb__collapse_whitespace(text) -%}
    regexp_replace({{ text }}, '[\s\x{00A0}]+', ' ', 'g')
{%- endmacro %}


{# The first group of the first match of the regular expression; null where nothing matches. #}
{% macro first_match(text, pattern) -%}
    nullif(regexp_extract({{ text }}, '{{ pattern }}', 1), '')
{%- endmacro %}


{# The different texts of a group in alphabetical order, parted by `|`; null where there is none. #}
{% macro listed_texts(text) -%}
    {{ return(adapter.dispatch('listed_texts', 'people_plan')(text)) }}
{%- endmacro %}

{% macro duckdb__listed_texts(text) -%}
    string_agg(distinct {{ text }}, '|' order by {{ text }})
{%- endmacro %}


{# The number with separators of thousands and so many decimals: "1,204.5". #}
{% macro number_in_words(value, decimals) -%}
    {{ return(adapter.dispatch('number_in_words', 'people_plan')(value, decimals)) }}
{%- endmacro %}

{% macro duckdb__number_in_words(value, decimals) -%}
    format('{:,.{{ decimals }}f}', cast({{ value }} as double))
{%- endmacro %}

{% macro spark__number_in_words(value, decimals) -%}
    format_number({{ value }}, {{ decimals }})
{%- endmacro %}
