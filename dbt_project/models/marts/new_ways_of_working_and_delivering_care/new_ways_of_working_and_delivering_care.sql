-- New ways of working and delivering care: rows 13(i), 14(i) and 15 of Annex A.
{{ chapter_mart('new_ways_of_working_and_delivering_care') }}
