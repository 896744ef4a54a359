"""regesta turns source documents into a dataset of events in which every value can be traced to its words."""

__version__ = "0.1.0"
