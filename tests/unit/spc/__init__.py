"""Control charts and intervals: the SQL against implementations that share nothing with it."""
