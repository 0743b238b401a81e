"""The engine of Saldo JHT: blocking, typed, without Qt. `ui` and `main.py` stand on it, never the other way."""

__version__ = "0.1.0"
