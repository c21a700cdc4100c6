-- The actions and objectives of the interim plan, with what can be said of each on one day.
{{ interim_plan_actions_on(
    ref('int_interim_statements'), ref('delivery_evidence'), the_status_day()
) }}
