"""The gate that keeps an edition back which gives away what it hides."""
