"""The damages that real published files must survive, and what must come of each."""

from tests.faults.real_files import rates_file, rates_table, tables, workbooks

CASES = [*rates_table.CASES, *rates_file.CASES, *tables.CASES, *workbooks.CASES]
