"""Floor 4, afwijkingen: which conditions may be set aside in a letter, and in which words."""

from __future__ import annotations

from clm_cli.records.maatregel import Afwijking, Maatregel

IN_BRIEVEN: dict[str, str] = {
    "plan-doorlopen": (
        "De overeenkomst gaat ervan uit dat eerst een verbeterplan is opgesteld en uitgevoerd. "
        "Daar wachten wij hier niet langer op."
    ),
    "preventie-doorlopen": (
        "De overeenkomst gaat uit van preventie vooraf. Daar wachten wij hier niet langer op."
    ),
    "sturing-onvoldoende": (
        "Het uitgangspunt is dat gewoon sturen eerst is geprobeerd. Wij nemen deze stap nu al."
    ),
    "plan-op-schema": "U heeft een verbeterplan dat wij goedkeurden. Wij nemen deze stap toch.",
    "na-aangetekend": (
        "Onze ingebrekestelling heeft u bereikt, ook al is zij niet aangetekend verzonden."
    ),
    "volgorde": "Wij nemen deze stap buiten de gewone volgorde van de treden.",
    "bewijs": (
        "Deze maatregel rust niet op een van de vormen van bewijs die de overeenkomst uitwerkt, "
        "maar op de feiten hierboven."
    ),
    "uiterste-middel": (
        "Wij zeggen de overeenkomst op; dat is een andere weg dan ontbinding, die een uiterste "
        "maatregel is."
    ),
    "verzuim": "Verzuim is voor deze maatregel niet nodig.",
    "gebleken": "Deze stap berust niet op de uitkomst van ons onderzoek.",
    "niet-hersteld": "Dat u de tekortkoming heeft hersteld, neemt de grond hiervan niet weg.",
}
"""What a letter says of a condition that was set aside, before the reason. What is not here stays
out of letters: how we perform ourselves and who had a mandate are no grounds for a measure, and
words about them read as an admission (6:59 and 3:66 BW); a hearing that still comes is told as
such."""


def te_zeggen(maatregel: Maatregel) -> tuple[Afwijking, ...]:
    """What was set aside and belongs in the letter."""
    return tuple(rij for rij in maatregel.afwijkingen if rij.voorwaarde in IN_BRIEVEN)
