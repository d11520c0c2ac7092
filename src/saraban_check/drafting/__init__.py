"""What a correct section-10 notice says: facts become paragraphs, agencies of a list become drafts. No files here."""
