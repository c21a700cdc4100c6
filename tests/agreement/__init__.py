"""Lists kept in two places must match, in both directions."""
