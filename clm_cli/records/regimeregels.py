"""Floor 2, regimeregels: what a contract rules on figures, skipping and hearing, as parts of it."""

from typing import Literal

from clm_cli.records.basis import Deel, Grond
from clm_cli.records.velden import Geheel, JaNee, Slug, Termijn

Afrondwijze = Literal["half-omhoog", "omlaag", "omhoog"]
"""Which way a figure is rounded before it is compared."""
Telaat = Literal["niet-gehaald", "telt-mee"]
"""What a figure is that came in after its last day, or did not come in by then."""


class Afronding(Deel):
    """How a figure is rounded before it is compared with its norm."""

    decimalen: Geheel
    """Op hoeveel decimalen."""
    wijze: Afrondwijze = "half-omhoog"
    """Welke kant op."""


class Cijferregel(Deel):
    """What the contract rules on figures, before they are compared with their norm."""

    kpis: tuple[Slug, ...] = ()
    """Voor welke kpi's uit de catalogus; leeg is alle. De eerste regel die past, telt."""
    aanlevering: Termijn | None = None
    """Binnen welke tijd na de periode het cijfer er moet zijn; leeg is die van de catalogus, of
    anders ons beleid."""
    te_laat: Telaat = "telt-mee"
    """Wat een cijfer is dat daarna binnenkomt, of er dan niet is. Een herziening van een cijfer
    dat op tijd was, is niet te laat."""
    afronden: Afronding | None = None
    """Hoe het cijfer wordt afgerond voor de vergelijking; leeg is niet."""
    minstens: Geheel | None = None
    """Bij minder waarnemingen dan dit telt de periode niet mee."""
    grond: Grond
    """De bepaling."""


class Directregel(Deel):
    """Where acute danger lets a trede be taken at once, whatever limits skipping otherwise."""

    treden: tuple[Geheel, ...]
    """Welke treden bij een vastgelegd acuut gevaar direct kunnen worden gezet."""
    grond: Grond
    """De bepaling."""


class Aankondigingsregel(Deel):
    """That a measure of a trede is announced, so long before it takes effect."""

    termijn: Termijn
    """Hoe lang voor de ingang de aankondiging moet zijn ontvangen."""
    vervalt_bij_acuut: JaNee = "nee"
    """Of de aankondiging vervalt als bij acuut gevaar per direct wordt gehandeld."""
    grond: Grond
    """De bepaling."""


class Hoorregel(Deel):
    """How the provider is heard for a trede."""

    termijn: Termijn | None = None
    """Hoe lang de aanbieder ten minste krijgt om te reageren; leeg is ons beleid."""
    opnieuw: JaNee = "nee"
    """Of voor deze trede opnieuw moet worden gehoord, na de laatste formele maatregel van een
    lagere trede."""
    grond: Grond
    """De bepaling."""
