"""Floor 4, contactpost: what they told us in a call or mail, and nobody recorded in the case."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date

from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.escalatie.bezwaren import regeltermijn
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.opvolging import stand
from clm_cli.dossier import Dossier
from clm_cli.meldingen import Reden
from clm_cli.records.contact import Contactmoment
from clm_cli.records.escalatie import Bezwaar, Herstel, Wederhoor
from clm_cli.tijd.datum import datum_vol

_WOORDEN: tuple[tuple[type[Bezwaar | Herstel], str, str], ...] = (
    # J45 asks that they object in writing, and names no word for it
    (
        Bezwaar,
        "bezwaar",
        (
            r"(?i)\b(bezwa|protest|betwist|oneens|onterecht|aanv[eo]cht|vecht\w* .*\baan\b)"
            r"|\bniet ((mee |het )*eens|akkoord|(in .*)?vinden)\b|\bverzet\w* .*\btegen\b"
        ),
    ),
    (
        Herstel,
        "herstel",
        (
            r"(?i)\b(hersteld?|opgelost|verholpen|weggewerkt|(op|in) orde|voldo\w+ (nu|weer)"
            r"|aan .*\bvoldaan|herstelmaatregel\w* .*\b(uitgevoerd|genomen|klaar|gereed))\b"
        ),
    ),
)
_DING = r"(\w*storing|\w*portaal|telefoon|link|lift|dak|\w*installatie|misverstand)"
_NIET = (
    r"(?is)\bgeen (enkel |verder )?bezwa\w*(?!.*\b(w[eé]l|maar|alleen|behalve)\b"
    r"|.*\btegen\b.*\btegen\b)"
    r"|\bbezwa\w*( (?!en\b|tegen\b|op\b)\w+){0,5} (tegen|op) (de|een) beschikking\w*"
    r"(?! en\b|.*\btegen\b)"
    r"|\bniet( (?!alleen\b|slechts\b)\w+)? (hersteld|opgelost|verholpen|(in|op) orde)\b"
    rf"|(^|[.;,:]|\bdat\b)\s*((inmiddels|nu) is |dat was )?((de|het|een) )?{_DING}"
    r"( (in|over|van|met|bij) ((de|het|een) )?\w+)?( (deed het|werkte?) niet,)?"
    r"( (die|is|was|nu|weer|inmiddels)){0,3} (hersteld|opgelost|verholpen)\b"
    r"(?!.*\b(ook|net als|evenals)\b)"
    r"|\b(ziekte|griep) hersteld gemeld\b|\bhersteld van (\w+ )?(ziekte|griep|corona|operatie)\b"
)
"""What has such a word in it and says the contrary, or is about a client, a person or a machine.

No more than a machine and its own verb: what else was cured in the sentence has to be asked.
"""
_ZIENSWIJZE = r"(?i)\b(bevinding|wederhoor|zienswijze|reactie op|betwist)"
MONDELING = ("telefoon", "bezoek", "overleg")
"""What is said to somebody has reached him at once, and he can say something back."""
Contactpost = tuple[Bestand[Contactmoment], str]
"""A call, mail or visit of theirs, and of what it speaks."""


def contactposten(genomen: Genomen) -> Iterator[Contactpost]:
    """What they told since a measure other than by letter, and nobody recorded in the case.

    What it was is what somebody said of it (`gaat_om`). As long as nobody did, the words that
    were used make it a question and no answer.
    """
    eigen = {c.id for c in genomen.contracten}
    for feit in _van_hen(genomen.dossier, eigen, genomen.record.datum):
        over = feit.record.gaat_om or spreekt_van(feit.record.kern)
        for model, wat, _ in _WOORDEN:
            kent = model is Herstel or regeltermijn(genomen, "bezwaar") is not None
            if kent and wat in over and not _verwerkt(genomen, feit, model):
                yield feit, wat


def spreekt_van(kern: str) -> list[str]:
    """Of what a contact may speak, by the words that somebody wrote down."""
    tekst = re.sub(_NIET, " ", kern)
    return [wat for _, wat, woord in _WOORDEN if re.search(woord, tekst)]


def brak_het_zwijgen(
    dossier: Dossier, contracten: Container[str], horen: Bestand[Wederhoor], tot: date
) -> Reden | None:
    """A contact since the invitation that may be the answer to it: silence is unknown then."""
    doel = dossier.vind(horen.record.uitnodiging, horen.pad)
    for feit in _van_hen(dossier, contracten, horen.record.uitgenodigd):
        uitnodiging = doel is not None and doel.bestand.pad == feit.pad
        if feit.record.datum <= tot and _is_zienswijze(feit.record) and not uitnodiging:
            return Reden(zin((feit, "de bevindingen")), feit.plek("kern"))
    return None


def _is_zienswijze(record: Contactmoment) -> bool:
    """Whether it was said to be an answer to findings, or may be one as long as nobody said."""
    if record.gaat_om:
        return "zienswijze" in record.gaat_om
    return re.search(_ZIENSWIJZE, record.kern) is not None


def ongelezen(genomen: Genomen) -> Reden | None:
    """What they told since a measure and may show that there is no default (6:81 BW), if any."""
    if post := next(iter(genomen.onverwerkt(Herstel)), None):
        return Reden(post.tekst, post.reden.plek)
    los = next(contactposten(genomen), None)
    return Reden(zin(los), los[0].plek("kern")) if los else None


def _van_hen(
    dossier: Dossier, contracten: Container[str], sinds: date
) -> Iterator[Bestand[Contactmoment]]:
    """The contacts since a day in which they spoke, on some contracts or on none by name.

    In a talk both sides speak, whoever called.
    """
    for feit in dossier.van(Contactmoment):
        record = feit.record
        spreken = record.richting == "inkomend" or record.wijze in MONDELING
        over = not record.contracten or any(c in contracten for c in record.contracten)
        if spreken and over and record.datum >= sinds and not stand(dossier, feit.id).gesloten:
            yield feit


def zin(post: Contactpost) -> str:
    """What is open, in a sentence without its full stop."""
    feit, wat = post
    dag = datum_vol(feit.record.datum)
    van_wie = "hun" if feit.record.richting == "inkomend" else "ons"
    hoe = f"in {van_wie} contact per {feit.record.wijze} van {dag}"
    if feit.record.gaat_om:
        return f"{hoe} ging het om {wat}, en dat ligt nog niet vast"
    return f"{hoe} gaat het over {wat}; wat was het?"


def _verwerkt(
    genomen: Genomen, feit: Bestand[Contactmoment], model: type[Bezwaar | Herstel]
) -> bool:
    """Whether a fact of the case is of that day, or one of any case names the contact itself."""
    eigen = genomen.escalatie.van(model)
    dagen = {f.record.ontvangen if is_een(f, Bezwaar) else f.record.datum for f in eigen}
    return feit.record.datum in dagen or any(
        (doel := genomen.dossier.vind(bezwaar.record.brief, bezwaar.pad)) is not None
        and doel.bestand.pad == feit.pad
        for zaak in genomen.dossier.escalaties
        for bezwaar in (zaak.van(Bezwaar) if model is Bezwaar else ())
    )
