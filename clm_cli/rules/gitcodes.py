"""Floor 5, gitcodes: the pages of the codes of `clm controleer --geschiedenis`."""

from __future__ import annotations

_TEKST = """
GIT601 een vastgelegd feit is gewijzigd
Een feit wordt één keer geschreven. Alleen dan kan een rechter over twee jaar zien wat er op een dag
bekend was. Git laat zien dat de inhoud na het vastleggen is veranderd: in de genoemde commit, bij
het samenvoegen van twee takken, of nog niet vastgelegd in uw map.
Zet terug wat er stond. Klopte het feit niet, leg dan een nieuw feit vast met clm correctie; het
oude blijft staan.

GIT602 een vastgelegd feit is verwijderd of hernoemd
Een feit wordt één keer geschreven en nooit weggehaald. Ook een andere naam is een ander feit: wat
ernaar verwijst, komt nergens uit.
Zet het terug. Moet het vervallen, dan zegt clm correctie met --vervalt dat, met een reden.

GIT603 de geschiedenis is herschreven
Een commit die eerder is gezien, hoort niet meer bij deze tak, of een tak op de server is met kracht
overschreven. Wat daarin stond, kan anders of weg zijn.
clm vergelijk toont het verschil zolang de oude commit er nog is; een kloon van een collega kan hem
nog hebben. Zet op de server aan dat niemand een tak mag overschrijven.

GIT605 de geschiedenis is niet te zien
Een ondiepe kloon heeft het begin niet, en een vervangend object toont iets anders dan wat is
vastgelegd. Over wat er niet is, valt niets te zeggen; het is dus ook niet in orde.
Haal de hele geschiedenis op, en kijk opnieuw.

GIT606 een feit staat niet in git
Zolang een feit niet in git staat, is het alleen van deze computer, en kan het gewijzigd worden
zonder spoor. Een feit dat .gitignore overslaat, wordt nooit vastgelegd.
Leg het vast met git commit, of geef --commit bij het schrijven.

GIT607 een instelling van git brengt het register in gevaar
Git kan bestanden bij het neerzetten of samenvoegen zelf veranderen, of wijzigingen verbergen. Dan
klopt geen sha256 meer, of staat er iets dat niemand schreef.
De melding noemt de instelling, en hoe zij eruit gaat.

GIT608 een rest van een afgebroken opdracht
Een bestand met een punt ervoor en .nieuw erachter is achtergebleven toen een opdracht werd
afgebroken. Het telt nergens mee: een bestand krijgt zijn naam pas als het heel is.
Kijk of er iets in staat dat u mist, en haal het weg.

GIT609 het moment van een feit past niet bij git
vastgelegd is het moment waarop iemand het feit opschreef; git weet wanneer het in de geschiedenis
kwam. Ligt daar veel tijd tussen, dan is alleen het eigen woord van het feit het bewijs van dat
moment.
Leg feiten dezelfde dag vast in git.
"""


def _pagina(tekst: str) -> tuple[str, tuple[str, str]]:
    kop, _, rest = tekst.partition("\n")
    code, _, titel = kop.partition(" ")
    return code, (titel, rest)


GITCODES: dict[str, tuple[str, str]] = dict(map(_pagina, _TEKST.strip().split("\n\n")))
"""By code the title and the page."""
