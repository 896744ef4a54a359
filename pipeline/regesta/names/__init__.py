"""Names: the key under which spellings agree, the authority file, and the lists that ship with the program."""
