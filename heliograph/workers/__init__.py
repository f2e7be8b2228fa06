"""The loops: claiming, carrying, keeping the lease, sweeping; the only place that waits for time to pass."""
