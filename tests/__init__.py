"""The test suite: unit, agreement between lists, integration of whole runs, faults."""
