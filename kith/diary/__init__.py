"""A diary that only the individual reads, where their organisation offers one."""
