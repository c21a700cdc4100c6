"""The test suite: unit (pure parts), agreement (lists that must match), integration (whole runs), faults."""
