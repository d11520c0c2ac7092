"""The types that flow through the tool: cell, record, verdict, group. No logic, no input or output."""
