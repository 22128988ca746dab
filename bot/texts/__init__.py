"""Words: translations, templates, dates and numbers in the reader's form."""
