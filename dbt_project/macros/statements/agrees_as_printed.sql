{# True where a value is what a stated fact says, as far as its wording goes. An approximate number
   leaves a twentieth either way; whole numbers leave half a unit. #}
{% macro agrees_as_printed(facts, value) -%}
case {{ facts }}.stated_precision
                when 'at_least' then {{ value }} >= {{ facts }}.stated_value
                when 'upper_bound' then {{ value }} <= {{ facts }}.stated_value
                when 'one_decimal'
                    then round(abs({{ value }} - {{ facts }}.stated_value), 6) <= 0.05
                when 'approximate'
                    then
                        abs({{ value }} - {{ facts }}.stated_value)
                        <= 0.05 * abs({{ facts }}.stated_value)
                else round(abs({{ value }} - {{ facts }}.stated_value), 6) <= 0.5
            end
{%- endmacro %}
