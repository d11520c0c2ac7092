"""The report for the cabinet: a classified list on two pages of A4, in the form of an official paper."""
