"""The engine: rules, search and documents, without a database."""
