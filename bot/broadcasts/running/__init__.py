"""A broadcast that runs and after it: the live message, the report, recall and correction."""
