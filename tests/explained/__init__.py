"""Figures of ten metrics and more, explained from the real published files and followed by hand."""
