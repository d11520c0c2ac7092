"""A file becomes records: which table it holds, where its header is, and what people wrote in its cells."""
