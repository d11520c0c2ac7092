"""Workbooks (XLSX, XLS, XLSB, ODS), read in a process of their own: what that process does, and what it is asked."""
