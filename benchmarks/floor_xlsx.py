"""The least that writing a workbook can cost: the cells of a finished one, written again by plain XlsxWriter.

The reading of the cells is not counted: the seconds of processor time that the writing took are printed.
"""

import sys
from io import BytesIO
from time import process_time

import xlsxwriter
from python_calamine import CalamineWorkbook

read = CalamineWorkbook.from_path(sys.argv[1])
sheets = [(name, read.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in read.sheet_names]
started = process_time()
book = xlsxwriter.Workbook(BytesIO(), {"in_memory": True})
for name, rows in sheets:
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                if value:
                    sheet.write_string(number, column, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, column, value)
            else:
                sheet.write_datetime(number, column, value)
book.close()
print(process_time() - started)
