"""A guide as a picture and as Mermaid text."""
