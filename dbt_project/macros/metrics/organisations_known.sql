{# What a figure may know of an organisation: nothing that was published after it (decision 14). #}

{# The day from which reference data count, whenever they were published: a map is no figure. #}
{% macro before_any_release() -%}
    date '1900-01-01'
{%- endmacro %}


{# The day until which a description stands that none followed. #}
{% macro until_further_notice() -%}
    date '9999-12-31'
{%- endmacro %}


{# Where a row of int_organisations_known stood on the day that a figure was published. #}
{% macro was_known_on(organisations, published_on) -%}
    {{ organisations }}.known_from <= {{ published_on }}
            and {{ organisations }}.known_until > {{ published_on }}
{%- endmacro %}


{# What a row of int_organisations_known, joined as `organisations`, must be to a row of figures. #}
{% macro is_organisation_as_known(figures, published_on) -%}
    {{ figures }}.organisation_code = organisations.organisation_code
            and {{ was_known_on('organisations', figures ~ '.' ~ published_on) }}
{%- endmacro %}


{# A trust by the register, or by the form of its code or name. #}
{% macro is_trust(is_in_trust_register, organisation_code, organisation_name) -%}
    {{ is_in_trust_register }}
        or {{ matches(organisation_code, '^[RT][0-9A-Z]{2}$') }}
        or coalesce({{ matches(organisation_name, '(?i)NHS (FOUNDATION )?TRUST$') }}, false)
{%- endmacro %}
