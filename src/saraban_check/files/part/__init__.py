"""The workbook of a part of the list, such as a province: a letter, what is to be done there, and all its agencies."""
