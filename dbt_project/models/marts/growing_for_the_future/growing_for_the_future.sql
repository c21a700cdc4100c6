-- Growing for the future: rows 13(ii), 14(ii) and 16 to 23 of Annex A.
{{ chapter_mart('growing_for_the_future') }}
