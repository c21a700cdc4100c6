"""Tests of the synthetic sample: same bytes, marked throughout, consistent, plausible, readable."""
