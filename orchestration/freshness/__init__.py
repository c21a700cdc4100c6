"""What is due and when, whether it is there, and the runs that make it so."""
