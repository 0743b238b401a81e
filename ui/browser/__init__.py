"""The portal's window: a process of its own (`main.py browse`), so that its crash takes nothing along and its memory comes back."""
