"""How Kith is put together and started."""
