"""The catalogue SB1 … SB9: each rule its texts, its legal basis, its examples, and one small function."""
