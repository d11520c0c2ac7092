"""Bounce mails become delivery reports: containers, the parts of a mail, what they say of each recipient."""
