"""What readers think of a story: votes, feelings, reports; under keyed hashes."""
