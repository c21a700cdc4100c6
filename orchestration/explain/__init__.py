"""From a cell of the marts back to the rows and columns of the published files."""
