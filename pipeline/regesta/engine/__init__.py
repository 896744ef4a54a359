"""Where the work runs: one source at a time here, or whole sources side by side in a pool that outlives its workers."""
