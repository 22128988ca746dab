"""Moderation: cards, decisions, questions to authors, reports of readers; for moderators alone."""
