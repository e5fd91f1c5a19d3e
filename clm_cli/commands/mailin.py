"""Floor 7, mailin: a mail that was kept as a file is noted, and goes in the archive."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from clm_cli.acts.feit import map_van
from clm_cli.bsnbestand import bsn_in_bestand
from clm_cli.commands.stukken import lees
from clm_cli.commands.werk import Werk
from clm_cli.files.eml import Eml, lees_eml
from clm_cli.meldingen import ClmFout
from clm_cli.persoonsgegevens import bsn_in, clientwoord
from clm_cli.records.soort import Feitsoort
from clm_cli.register import Register
from clm_cli.value import value
from clm_cli.voorstel import NieuwStuk
from clm_cli.woorden import tekst_uit

_BEKEKEN = 1 << 18
"""The bytes of a part of a mail that are searched for what is about a client."""


@value
class Mail:
    """What a mail says as the fields of a note, itself for the archive, and what to look at."""

    velden: Mapping[str, object]
    stuk: NieuwStuk
    let_op: tuple[str, ...]


def uit_mail(werk: Werk, soort: Feitsoort, dossier: str, getypt: str) -> Mail:
    """Raises ClmFout for a mail that holds a bsn: then nothing of it comes into the register."""
    inhoud = lees(werk.wortel, Path(getypt), getypt)
    post = lees_eml(Path(getypt).name, inhoud)
    let_op = _gekeurd(post)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    dag = post.moment.date().isoformat() if post.moment else "zonder-dag"
    # never the name that it had: that is often its subject, and could name a client
    naam = f"{dag}-mail-{sha256[:8]}.eml"
    stuk = {"bestand": naam, "sha256": sha256, "titel": "de mail zelf"}
    boom = {"wijze": "e-mail", **_wie(werk.register, post), "bijlagen": [stuk]}
    if post.moment:
        boom |= {"datum": dag, "tijd": f"{post.moment:%H:%M}"}
    if post.onderwerp:
        boom["kern"] = post.onderwerp
    return Mail(boom, NieuwStuk(f"{map_van(soort, dossier)}/{naam}", inhoud), let_op)


def _gekeurd(post: Eml) -> tuple[str, ...]:
    """What reads as a client's; a bsn is refused before anything is copied."""
    for waar, vondst in (
        ("het onderwerp", bsn_in(post.onderwerp)),
        *((naam, bsn_in_bestand(naam, inhoud)) for naam, inhoud in post.delen),
    ):
        if vondst:
            raise ClmFout(
                f"In deze mail, {waar}: {vondst.zin}. Er is niets gekopieerd en niets geschreven.",
                nu="vraag de afzender om een mail zonder dat nummer, en bewaar deze niet hier",
            )
    teksten = [tekst_uit(inhoud[:_BEKEKEN]) for _, inhoud in post.delen]
    gevonden = dict.fromkeys(
        woord for tekst in (post.onderwerp, *teksten) if (woord := clientwoord(tekst))
    )
    return tuple(f"de mail lijkt over een cliënt te gaan ({wat}); kijk dat na" for wat in gevonden)


def _wie(register: Register, post: Eml) -> dict[str, object]:
    """From which side it came, and with whom; nothing where the addresses do not tell."""
    organisatie = register.organisatie
    mails = (organisatie.email, *(mail for een in organisatie.personen for mail in een.email))
    onze = {mail.lower() for mail in mails if mail}
    if any(adres.lower() in onze for _, adres in post.van):
        anderen = [naam for naam, adres in post.aan if adres.lower() not in onze]
        return {"richting": "uitgaand", **({"met": anderen} if anderen else {})}
    aan_ons = any(adres.lower() in onze for _, adres in post.aan)
    return {**({"richting": "inkomend"} if aan_ons else {}), "met": [naam for naam, _ in post.van]}
