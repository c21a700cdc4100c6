"""One module a command of `people-plan`; each imports what is heavy only when it runs."""
