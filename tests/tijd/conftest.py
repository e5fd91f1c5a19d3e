"""The first day outside the feast-day table loads a library.

Which takes longer than one example may.
"""

from hypothesis import settings

settings.register_profile("tijd", deadline=None)
settings.load_profile("tijd")
