{# What identifies an organisation by name, where a publication gives no code: spelling, punctuation
   and the legal form aside, which changes when a trust becomes a foundation trust. #}
{% macro name_key(name) -%}
    nullif(trim({{ collapse_whitespace(
        replace_all(
            replace_all(
                "replace(lower(" ~ name ~ "), '&', ' and ')", '[^a-z0-9 ]', ''
            ),
            '(^the )|(nhs (foundation )?trust$)',
            ''
        )
    ) }}), '')
{%- endmacro %}
