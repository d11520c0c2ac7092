"""report.html: one page that holds the whole list, and everything it needs to be searched and read.

`page.html`, `page.css` and `page.js` are the page; the modules make the data that they show.
"""
