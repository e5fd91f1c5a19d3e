"""Floor 6, vervolg: what may come next and why not, and what has to be done now."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.derivations.escalatie.gelijke_gevallen import zwaar
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, lichter
from clm_cli.derivations.escalatie.voorwaarden.spoed import kan_direct
from clm_cli.derivations.escalatie.voorwaarden.volgorde import open_treden
from clm_cli.derivations.escalatie.voorwaardeopdracht import leg_vast
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.zinnen import treden
from clm_cli.views.escalatie.blad import JA, Escalatieblad
from clm_cli.views.opmaak import Cel, Inhoud, Papier
from clm_cli.views.tabel import Kolom, tabelregels

_KOLOMMEN = (
    Kolom("stap", minst=14, hoogst=22),
    Kolom("voorwaarde", minst=20, hoogst=30),
    Kolom("stand", minst=8),
    Kolom("omdat", minst=24),
)


def wat_kan(papier: Papier, blad: Escalatieblad) -> list[str]:
    """Every step with what stands in its way, the lighter routes, and the way down."""
    if not blad.stand.open:
        heropen = opdracht("escalatie", "heropening", blad.blik.dossier.id, blad.stand.escalatie.id)
        return [*papier.titel("WAT KAN NU"), *papier.alinea(f"heropenen: {heropen}", 2)]
    loopt = {m.genomen.record.instrument for m in blad.stand.maatregelen if m.loopt}
    lichtste = next(
        (
            stap
            for stap in blad.stappen
            if stap.mag == "ja"
            and stap.stap.instrument.instrument not in loopt
            and not open_treden(stap.stap)
        ),
        None,
    )
    rijen = [
        rij
        for stap in blad.stappen
        for rij in _stap(
            stap,
            nummer=f"{stap.stap.trede} " if blad.kent_treden else "",
            loopt=stap.stap.instrument.instrument in loopt,
            lichtste=stap is lichtste and blad.kent_treden,
        )
    ]
    return [
        *papier.titel("WAT KAN NU"),
        *tabelregels(papier, _KOLOMMEN, rijen),
        *_zetten(papier, blad, lichtste),
        *_direct(papier, blad),
        *_vastleggen(papier, blad),
        *_lichter(papier, blad),
        *_gelijk(papier, blad),
        *_omlaag(papier, blad),
    ]


def _stap(stap: Vervolgstap, *, nummer: str, loopt: bool, lichtste: bool) -> list[list[Inhoud]]:
    """A step: whether it can be taken, what is not met, and what is still to be said with it."""
    naam = Cel(f"{nummer}{stap.stap.instrument.titel}", "vet")
    rijen: list[list[Inhoud]] = [
        [naam, Cel(_mag(stap, loopt=loopt, lichtste=lichtste), "vet"), "", ""]
    ]
    for rij in stap.mist():
        voorwaarde = f"({'hard' if rij.hard else 'reden'}) {rij.kort}"
        rijen.append(["", voorwaarde, JA[rij.uitspraak.antwoord], rij.uitspraak.tekst])
    vraagt = [rij.kort for rij in stap.vraagt()]
    if vraagt and stap.mag != "nee":
        rijen.append(["", "nog te noemen", "", ", ".join(vraagt)])
    return rijen


def _mag(stap: Vervolgstap, *, loopt: bool, lichtste: bool) -> str:
    """Whether a step can be taken, and whether it is the lightest way or one that skips treden."""
    if stap.mag != "ja":
        kan = {"nee": "kan nu niet", "onbekend": "ONBEKEND of het kan"}[stap.mag]
        return kan + (" (per direct wel)" if stap.met_spoed else "")
    if loopt:
        return "loopt; kan ook opnieuw"
    over = open_treden(stap.stap)
    if over:
        return f"kan, maar slaat {treden(over)} over"
    return "kan, lichtste open stap" if lichtste else "kan"


def _zetten(papier: Papier, blad: Escalatieblad, lichtste: Vervolgstap | None) -> list[str]:
    """The command for the lightest open step; of heavier ones only how a step is taken (J35)."""
    dossier, escalatie = blad.blik.dossier, blad.stand.escalatie
    if lichtste is not None:
        zaak = zaakopdracht(dossier, escalatie, "toon").opdrachten[0][3:]
        instrument = lichtste.stap.instrument
        zet = opdracht("escalatie", "maatregel", dossier.id, instrument.instrument, *zaak)
        wat = papier.alinea(f"Deze stap zetten ({instrument.titel.lower()}):", 1)
        return [*wat, *papier.alinea(str(zet), 3)]
    if not any(stap.mag == "ja" for stap in blad.stappen):
        return []
    kies = zaakopdracht(dossier, escalatie, "maatregel")
    return papier.alinea(f"Een stap kiezen en zetten: {kies}", 1)


def _direct(papier: Papier, blad: Escalatieblad) -> list[str]:
    """How the lightest step that may go before the hearing does so (J35, J36, S08).

    Only once the record holds what allows that.
    """
    rijen = [rij.stap for rij in blad.stappen if rij.mag != "ja" and kan_direct(rij.stap)]
    laagst = min((stap.trede for stap in rijen), default=0)
    zaak = zaakopdracht(blad.blik.dossier, blad.stand.escalatie, "toon").opdrachten[0][3:]
    uit = []
    for stap in (stap for stap in rijen if stap.trede == laagst):
        woorden = (blad.blik.dossier.id, stap.instrument.instrument, *zaak)
        zet = opdracht("escalatie", "maatregel", *woorden, spoed="…")
        wat = f"Per direct, met onderzoek en horen achteraf ({stap.instrument.titel.lower()})"
        uit += papier.alinea(f"{wat}: {zet}", 1)
    return uit


def _vastleggen(papier: Papier, blad: Escalatieblad) -> list[str]:
    """What waits for a field of the opening or the investigation, with the command for it."""
    rijen: dict[str, str] = {}
    for stap in blad.stappen:
        for rij in (*stap.mist(), *stap.vraagt()):
            for nu in leg_vast(stap.stap, rij.naam, rij.uitspraak):
                rijen.setdefault(str(nu), rij.kort)
    return [
        regel
        for nu, kort in rijen.items()
        for regel in papier.alinea(f"Vastleggen ({kort}): {nu}", 1)
    ]


def _lichter(papier: Papier, blad: Escalatieblad) -> list[str]:
    """The lighter routes beside the next step up."""
    hoger = next((stap for stap in blad.stappen if stap.stap.trede > blad.stand.trede), None)
    namen = list(dict.fromkeys(i.titel for i in lichter(blad.stappen, hoger))) if hoger else []
    if not hoger or not namen:
        return []
    return papier.alinea(
        f"Minder zwaar dan trede {hoger.stap.trede} en ook open: {', '.join(namen)}.", 1
    )


def _gelijk(papier: Papier, blad: Escalatieblad) -> list[str]:
    """Before a step whose evidence the contract frames: what was done with others (J53)."""
    kan = next((stap.stap for stap in blad.stappen if zwaar(stap) and stap.mag == "ja"), None)
    if kan is None:
        return []
    eerst = opdracht("escalatie", "gelijk", blad.blik.dossier.id, blad.stand.escalatie.id)
    waar = f"trede {kan.trede} of hoger" if blad.kent_treden else kan.instrument.titel.lower()
    return papier.alinea(f"Vóór {waar}, wat bij anderen is gedaan: {eerst}", 1)


def _omlaag(papier: Papier, blad: Escalatieblad) -> list[str]:
    """What stands between the case and lifting or closing: a judgement, never a term."""
    sluit = zaakopdracht(blad.blik.dossier, blad.stand.escalatie, "sluiting")
    if not blad.stand.trede:
        return papier.alinea(f"Sluiten kan altijd, met wie het besloot en waarom: {sluit}", 1)
    nodig = [rij.tekortkoming for rij in blad.stand.herstel if rij.herstel != "hersteld"]
    eerst = (
        f"; herstel van {', '.join(dict.fromkeys(nodig))} is nog niet vastgesteld" if nodig else ""
    )
    heft_op = zaakopdracht(blad.blik.dossier, blad.stand.escalatie, "opheffing")
    return papier.alinea(f"Afschalen: {heft_op}; sluiten: {sluit}{eerst}.", 1)


def nu(papier: Papier, blad: Escalatieblad) -> list[str]:
    """What we have to do, by when, and the command that helps."""
    eigen = [punt for punt in blad.punten if punt.bij in ("wij", "beide") and punt.nu]
    uit = papier.titel("NU TE DOEN") if eigen else []
    for nummer, punt in enumerate(eigen, 1):
        wanneer = f"uiterlijk {blad.dag(punt.uiterlijk)}" if punt.uiterlijk else "zonder datum"
        uit += papier.alinea(f"{wanneer}: {punt.wat} - {punt.nu}", 1, f"{nummer}  ")
    return uit
