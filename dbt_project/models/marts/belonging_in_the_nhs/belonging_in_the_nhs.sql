-- Belonging in the NHS: rows 9 to 12 of Annex A, with row 24 as management information.
{{ chapter_mart('belonging_in_the_nhs') }}
