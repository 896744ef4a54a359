"""Where words stand: quotes, offsets, pages and boxes. Pure; knows texts and layouts, not files."""
