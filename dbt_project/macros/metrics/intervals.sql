{# Intervals of proportions by the score method of Wilson (1927), at 95 per cent. #}

{# Standard deviations of the normal distribution that hold 95 per cent of it. #}
{% macro wilson_z() -%}
    1.959963984540054
{%- endmacro %}


{# One bound of the interval, from 0 to 100: of a proportion from 0 to 1 among so many; `-` for the
   lower bound, `+` for the upper one. Rounding must not carry it past the ends. #}
{% macro wilson_bound(proportion, base, side) -%}
    {%- set square = '(' ~ wilson_z() ~ ' * ' ~ wilson_z() ~ ')' -%}
    round(
        least(
            100,
            greatest(
                0,
                100 * (
                    {{ proportion }} + {{ square }} / (2 * {{ base }})
                    {{ side }} {{ wilson_z() }} * sqrt(
                        {{ proportion }} * (1 - {{ proportion }}) / {{ base }}
                        + {{ square }} / (4 * {{ base }} * {{ base }})
                    )
                ) / (1 + {{ square }} / {{ base }})
            )
        ),
        10
    )
{%- endmacro %}
