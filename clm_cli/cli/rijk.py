"""Floor 8, rijk: what rich draws at a terminal; loaded for who waits or reads there."""

from rich.console import Console
from rich.markdown import Markdown
from rich.progress import track

__all__ = ["Console", "Markdown", "track"]
