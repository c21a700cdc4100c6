-- Pseudo-random draws that depend on the seed and a key alone, so any row can be made in any order.
-- Made of MD5 and plain arithmetic: DuckDB's own hash and the C library's logarithms may change.
create macro bits(key) as
    md5_number_lower(concat_ws('|', getvariable('seed'), key));

-- Even on [0, 1).
create macro even(key) as
    (bits(key) >> 11) / 9007199254740992.0;

-- Bell-shaped around 0 with standard deviation 1, never beyond 3.5: four even draws added up.
create macro bell(drawn) as
    1.7320508 * (
        (
            (drawn & 65535)
            + ((drawn >> 16) & 65535)
            + ((drawn >> 32) & 65535)
            + (drawn >> 48)
        ) / 65536.0 - 2
    );

-- A figure as a decimal: sums of decimals are exact, whatever the order of adding up.
create macro exact(amount) as
    cast(amount as decimal(38, 12));

-- Up or down to a whole number, so that the mean stays what it was.
create macro whole(amount, key) as
    cast(floor(amount + even(key)) as bigint);
