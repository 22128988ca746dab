"""The database: one writer, encrypted answers, migrations."""
