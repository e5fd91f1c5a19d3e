"""Floor 4, bezwaar: the right to object, and the answer to an objection."""

from __future__ import annotations

from clm_cli.advies import advies
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.aankomst import telt
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, bij_maatregel
from clm_cli.derivations.brieven.delen.partijen import wegen
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.bezwaren import regeltermijn
from clm_cli.derivations.escalatie.fraude import bewezen
from clm_cli.derivations.escalatie.opschorting import kan_veiligheid, noodzaak, noodzaak_telt
from clm_cli.records.escalatie import Bezwaar
from clm_cli.records.maatregel import Maatregel
from clm_cli.tijd.datum import datum_lang, datum_vol


def bezwaar(i: Inhoud) -> Gevonden:
    """Tot wanneer en waar bezwaar kan worden gemaakt."""
    # a contract that knows no objection gives no days, and then the letter says nothing of it
    dagen = i.dagen_van("bezwaar")
    adres = i.register.organisatie.email_bezwaar
    if dagen and adres is None and telt(i.contract.regime, "e-mail"):
        return Mist("email_bezwaar", "vul email_bezwaar in op organisatie.yaml")
    waar = str(adres) if telt(i.contract.regime, "e-mail") else wegen(i, "")
    # private law (3:1 lid 2 Awb, 3:14 BW): no decision in the sense of the Awb, and it says so
    vast = ("geen besluit in de zin van de Algemene wet bestuursrecht",)
    return (datum_lang(dagen[0].uiterlijk), waar, *vast) if dagen else ()


def directiegesprek(i: Inhoud) -> Gevonden:
    """Het gesprek op directieniveau na een bezwaar."""
    # J46: at every trede, also where no objection is foreseen
    bezwaar_kan = bool(i.dagen_van("bezwaar"))
    hoe = "uit voor een gesprek op directieniveau" if bezwaar_kan else "erover op directieniveau"
    return (hoe,)


def schorsing(i: Inhoud) -> Gevonden:
    """Of een bezwaar de maatregel opschort, per tekortkoming."""
    if (
        i.genomen is None
        or regeltermijn(i.genomen, "bezwaar") is None
        or not noodzaak_telt(i.genomen)
    ):
        return ()
    feit = bezwaar_van(i)
    # what an objection is not about, it does not hold up: then necessity decides nothing
    tegen = feit.record.tegen if feit else ()
    ids = [t.id for t in i.tekortkomingen if not tegen or t.id in tegen]
    open_ = [id_ for id_ in ids if noodzaak(i.genomen.maatregel, id_) == "onbekend"]
    if open_ and feit is not None:
        return (
            "laten wij u nog weten",
            # the objection has to be answered in time, also while nobody has said whether the
            # measure is necessary
        )
    if open_:
        return _zeg_noodzaak(i, i.genomen.record, open_)
    redenen = {rij.tekortkoming: rij.reden for rij in i.genomen.record.noodzaak_per}
    algemeen = i.genomen.record.noodzaak_reden
    nodig = [id_ for id_ in ids if noodzaak(i.genomen.maatregel, id_) == "ja"]
    return tuple(redenen.get(id_) or algemeen or "" for id_ in nodig)


def _zeg_noodzaak(i: Inhoud, record: Maatregel, open_: list[str]) -> Mist:
    """What is still to be said of the necessity: a yes counts only with its reason (J47)."""
    wie = ", ".join(open_)
    kan = [id_ for id_ in record.tekortkomingen if _kan_nodig(i, id_)]
    nee = bij_maatregel(i, "noodzaak=nee")
    if record.noodzaak_per or 0 < len(kan) < len(record.tekortkomingen):
        # what is said for each shortcoming is one list, and a correction gives the whole of it
        per = [
            f"noodzaak_per=tekortkoming={id_} noodzaak=… reden='…'" for id_ in record.tekortkomingen
        ]
        return Mist(f"noodzaak ({wie})", bij_maatregel(i, *per))
    if not kan:
        return Mist(f"noodzaak ({wie})", nee)
    if record.noodzaak == "ja":
        return Mist(f"noodzaak_reden ({wie})", bij_maatregel(i, "noodzaak_reden=…"))
    ja = bij_maatregel(i, "noodzaak=ja", "noodzaak_reden=…")
    return Mist(f"noodzaak ({wie})", advies("{ja}; is hij niet nodig: {nee}", ja=ja, nee=nee))


def _kan_nodig(i: Inhoud, id_: str) -> bool:
    """Whether the record leaves room for a yes; without it the check of the case refuses one."""
    z = i.genomen
    if z is None:
        return False
    return kan_veiligheid(z, id_) or id_ in bewezen(z.dossier, z.escalatie, z.record.datum)


def bezwaar_ontvangen(i: Inhoud) -> Gevonden:
    """Het bezwaar en de dag van ontvangst."""
    feit = bezwaar_van(i)
    return (datum_vol(feit.record.ontvangen),) if feit else Mist("bezwaar", i.leg_vast("bezwaar"))


def bezwaar_van(i: Inhoud) -> Bestand[Bezwaar] | None:
    """The objection that the letter answers, directly or through a decision."""
    feit = i.over
    # from letter to answer to decision to objection: no chain is longer
    for _ in range(4):
        if feit is None or is_een(feit, Bezwaar):
            return feit
        feit = i.dossier.waarbij(feit)
    return None


def uitnodiging(i: Inhoud) -> Gevonden:
    """De uitnodiging met dag en plaats."""
    rij = i.kaart.uitnodiging
    return (
        (datum_lang(rij.datum), rij.plaats)
        if rij
        else Mist("uitnodiging", 'geef --uitnodiging "datum=… tijd=… plaats=…"')
    )
