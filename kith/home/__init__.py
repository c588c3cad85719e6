"""Pages made of many modules: Today, a person at a glance, the Brief, My plan, who has looked."""
