-- The statements of the People Plan's briefing, with what can be said of each on one day.
{{ commitments_on(ref('int_commitments'), ref('delivery_evidence'), the_status_day()) }}
