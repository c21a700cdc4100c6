"""Ten figures of ten metrics, explained from the real published files and followed by hand."""
