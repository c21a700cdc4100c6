"""The attacker: tries to work out what is hidden, from all that is shown."""
