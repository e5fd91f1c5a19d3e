"""Floor 6, rapport: the manager's own sentences in a periodic report, kept beside it."""

from __future__ import annotations

from clm_cli.acts.feit import Kop
from clm_cli.bestand import is_een
from clm_cli.meldingen import ClmFout
from clm_cli.records.lijsten import Rapporttekst
from clm_cli.register import Register
from clm_cli.tijd.periode import Periode
from clm_cli.voorstel import NieuwBestand, Voorstel, Wijziging


def tekst(
    register: Register, periode: Periode, hoofdstuk: str, zin: str, dossier: str | None, kop: Kop
) -> Voorstel:
    """A chapter of the card of this report. Raises ClmFout where that chapter has sentences."""
    pad = f"{dossier or ''}/rapporten/{periode}/teksten.yaml".lstrip("/")
    rij = {"hoofdstuk": hoofdstuk, "tekst": zin}
    kaarten = (b for b in register.rond(pad) if is_een(b, Rapporttekst))
    kaart = next((b for b in kaarten if b.pad == pad), None)
    wat = f"Tekst bij {hoofdstuk} in het rapport van {periode} vastgelegd."
    if kaart is None:
        boom = {"periode": str(periode), "door": kop.door, "hoofdstukken": [rij]}
        return Voorstel(wat, nieuw=(NieuwBestand(pad, boom),))
    for eerder in kaart.record.hoofdstukken:
        if eerder.hoofdstuk == hoofdstuk:
            if eerder.tekst.strip() == zin.strip():
                return Voorstel(wat, stond_er_al=(pad,))
            raise ClmFout(
                f"Bij {hoofdstuk} staat al een tekst; die blijft staan.",
                nu=f"wijzig hem in {pad}",
            )
    return Voorstel(wat, wijzigingen=(Wijziging(pad, ("hoofdstukken",), rij, toevoegen=True),))
