"""The workbook that is forwarded: one module a sheet, and formulas that follow what is corrected by hand."""
