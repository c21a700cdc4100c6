"""Figures as publications printed them, loaded as files, and what the warehouse makes of them."""
