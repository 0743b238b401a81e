"""Chance that can be asked again: the same numbers always give the same answer, and neighbours have nothing in common."""

from __future__ import annotations

MASK = 0xFFFFFFFFFFFFFFFF


def share(seed: int, purpose: int, number: int) -> float:
    """A number in [0, 1), evenly spread over seeds, purposes and numbers (the mixing of splitmix64)."""
    mixed = _mixed((seed + purpose * 0xD6E8FEB86659FD93 + number * 0x9E3779B97F4A7C15) & MASK)
    return (mixed >> 11) / 9007199254740992.0  # 53 bits: what a float can hold


def seed_of(text: str) -> int:
    """A seed made of a text that belongs to one account of one installation (the random name of its place in the keyring)."""
    seed = 0
    for byte in text.encode():
        seed = _mixed((seed + byte + 1) & MASK)
    return seed


def _mixed(value: int) -> int:
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)
