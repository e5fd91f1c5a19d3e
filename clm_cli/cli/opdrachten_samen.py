"""Floor 8, opdrachten_samen: the rows of the table by which colleagues work in one register."""

from __future__ import annotations

SAMEN: tuple[tuple[str, ...], ...] = (
    (
        "delen",
        "delen:delen",
        "Legt vast wat er is geschreven, voegt het samen met dat van collega's, en deelt het.",
        (
            "Met --begin MAP deelt u voortaan via een map op een gedeelde schijf, zonder server. "
            "Wat er intussen binnenkwam, staat erbij in woorden. Spreken twee elkaar tegen, dan "
            "blijft alles zoals het was."
        ),
    ),
    (
        "ophalen",
        "delen:ophalen",
        "Haalt op wat collega's deelden, en zegt in woorden wat er is veranderd.",
        (
            "Met --begin PLAATS --in MAP doet u mee met een register dat een collega al deelt. Met "
            "--tak TAK voegt u een andere tak van hetzelfde register samen met de uwe."
        ),
    ),
    (
        "hernummer",
        "delen:hernummer",
        "Geeft wat door samenwerken hetzelfde nummer kreeg, een eigen nummer.",
    ),
)
"""As in the table of commands."""
