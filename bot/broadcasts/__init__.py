"""Broadcasts: admins reach everybody who wants it, and nobody waits because of it."""
