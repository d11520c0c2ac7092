"""Bounce mails: the messages in mbox files, Maildirs, folders and archives, and what each says of its recipients."""
