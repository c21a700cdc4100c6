"""From bytes in the landing folder to rows in schema raw."""
