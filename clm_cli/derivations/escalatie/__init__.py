"""Floor 4, ladder: where a case stands, what may come next and why not.

And the terms of its measures.
"""
