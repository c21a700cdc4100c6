-- Looking after our people: rows 1 to 8 of Annex A, with rows 24 and 25 as management information.
{{ chapter_mart('looking_after_our_people') }}
