"""What an address cell, a domain, a code and a website are, before any rule judges them."""
