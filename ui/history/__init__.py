"""The history page's picture and table: data in columns, drawing, pointing, saving."""
