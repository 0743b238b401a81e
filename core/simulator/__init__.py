"""A portal on loopback for the demo and the tests: `from core.simulator import Simulator`."""

from core.simulator.simulator import ERAS, Simulator

__all__ = ["ERAS", "Simulator"]
