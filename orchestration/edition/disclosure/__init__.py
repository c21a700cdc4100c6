"""What an edition hides, and whether it can be worked out from what it shows."""
