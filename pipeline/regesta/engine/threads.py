"""Keeping numerical libraries to one thread a process: the processes themselves are what fills the cores."""

_LIBRARIES = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR")
#: The environment that says so; it has to be set before numpy is imported.
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in _LIBRARIES}
