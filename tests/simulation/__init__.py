"""Plays years of releases, day by day, through the real sensors, schedule and conditions."""
