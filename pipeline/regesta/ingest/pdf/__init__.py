"""PDF: words with boxes by pdfplumber, put in reading order, with a second opinion from pypdfium2."""
