"""Tables from outside the code, each with its source: provinces, kinds, domains, words, groups.

The tables are the CSV files in `data/`, so that somebody who knows the subject can read and mend them
in a spreadsheet. The modules here turn each into typed values, once, when first asked for.
"""
