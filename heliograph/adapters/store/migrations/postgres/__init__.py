"""What differs on PostgreSQL."""
