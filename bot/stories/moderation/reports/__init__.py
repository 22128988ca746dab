"""What readers report of published stories."""
