"""No deadline: the first day outside the feast-day table loads a library, and that takes long."""

from hypothesis import settings

settings.register_profile("tijd", deadline=None)
settings.load_profile("tijd")
