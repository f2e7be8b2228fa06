"""What stands behind each port."""
