"""Floor 4, horen: whether a shortcoming was investigated and the provider was heard on it."""

from __future__ import annotations

from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.onverwerkt import brak_het_zwijgen
from clm_cli.derivations.escalatie import contactpost
from clm_cli.derivations.escalatie.hoortermijn import Redelijk, redelijk_tot, te_kort_gehad
from clm_cli.derivations.escalatie.stap import Stap, laatste, van_laatste_dag
from clm_cli.derivations.escalatie.uitnodiging import bereikt, reageren_tot
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, een, ja, nee, onbekend
from clm_cli.derivations.escalatie.voorwaarden.spoed import spoed_gehoord
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.meldingen import Reden
from clm_cli.records.basis import Deel
from clm_cli.records.escalatie import (
    Onderzoek,
    Tekortkoming,
    Wederhoor,
)
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.kalender import werkdagen_tussen


def _onderzoeken(stap: Stap, tekortkoming: str) -> list[Bestand[Onderzoek]]:
    return [f for f in stap.van(Onderzoek) if tekortkoming in f.record.tekortkomingen]


def onderzoek(stap: Stap) -> Uitspraak:  # J36, S08
    """Elke tekortkoming is onderzocht en de bevindingen liggen vast."""
    if spoed := spoed_gehoord(stap):
        return spoed
    return alle(_onderzocht(stap, id_) for id_ in stap.ids())


def _onderzocht(stap: Stap, tekortkoming: str) -> Uitspraak:
    gevonden = laatste(_onderzoeken(stap, tekortkoming))
    if gevonden is None:
        return nee(f"{tekortkoming} is niet onderzocht")
    dag, zin = gevonden.record.datum, f"{tekortkoming} is onderzocht op"
    if gevonden.record.begonnen > dag:
        zin = f"{tekortkoming}: het onderzoek begon na zijn bevindingen van"
        return onbekend(f"{zin} {datum_vol(dag)}; verbeter dat", gevonden.plek("begonnen"))
    return ja(f"{zin} {datum_vol(dag)}", gevonden.plek())


def wederhoor(stap: Stap) -> Uitspraak:  # J36, S08
    """De aanbieder is op de laatste bevindingen gehoord, of zweeg tot na een redelijke termijn."""
    if spoed := spoed_gehoord(stap):
        return spoed
    return alle(_gehoord(stap, id_) for id_ in stap.ids())


def _gehoord(stap: Stap, tekortkoming: str) -> Uitspraak:
    onderzoeken = van_laatste_dag(_onderzoeken(stap, tekortkoming))
    if not onderzoeken:
        return nee(f"{tekortkoming}: er zijn geen bevindingen om op te horen")
    gehoord = alle(_gehoord_op(stap, tekortkoming, onderzoek_) for onderzoek_ in onderzoeken)
    return _niet_opnieuw(stap, tekortkoming, onderzoeken) or gehoord


def _niet_opnieuw(
    stap: Stap, tekortkoming: str, onderzoeken: list[Bestand[Onderzoek]]
) -> Uitspraak | None:
    """That the contract wants a hearing of its own for this trede, and there was none since."""
    regel = stap.regime_trede.horen
    if regel is None or regel.opnieuw != "ja":
        return None
    formeel = {rij.trede for rij in stap.regime.treden if rij.formeel == "ja"}
    lager = [
        m.genomen.record.datum
        for m in stap.eerdere()
        if tekortkoming in m.genomen.record.tekortkomingen
        and m.genomen.record.trede in formeel
        and m.genomen.record.trede < stap.trede
    ]
    gehoord = [f for onderzoek_ in onderzoeken for f in _horend(stap, onderzoek_)]
    sinds = max(lager, default=None)
    if sinds is None or any(f.record.uitgenodigd > sinds for f in gehoord):
        return None
    zin = f"{tekortkoming}: voor deze trede wordt opnieuw gehoord"
    return nee(f"{zin}, na de maatregel van {datum_vol(sinds)}")


def _gehoord_op(stap: Stap, tekortkoming: str, onderzoek_: Bestand[Onderzoek]) -> Uitspraak:
    """One hearing is enough; of those that do not count the last one says what lacks."""
    toen = onderzoek_.record.datum
    rijen = [horen(stap, feit, toen) for feit in _horend(stap, onderzoek_)]
    zin = f"{tekortkoming}: de aanbieder is niet gehoord op de bevindingen van {datum_vol(toen)}"
    return een(rijen if any(rij.antwoord == "ja" for rij in rijen) else reversed(rijen), zin)


def _horend(stap: Stap, over: Bestand[Deel]) -> list[Bestand[Wederhoor]]:
    """The hearings on one fact."""
    return [f for f in stap.van(Wederhoor) if (d := stap.dossier.waarbij(f)) and d.pad == over.pad]


def horen(stap: Stap, feit: Bestand[Wederhoor], bekend: date) -> Uitspraak:
    """Whether somebody was heard on what was known on a day: never before it."""
    record, laatst = feit.record, reageren_tot(stap.dossier, feit)
    tot = datum_vol(laatst)
    if te_vroeg := _te_vroeg(feit, bekend):
        return te_vroeg
    if record.gehoord and record.gehoord <= stap.dag:
        return _uitgesproken(stap, feit, record.gehoord)
    if stap.dag <= laatst:
        return nee(
            f"uitgenodigd; de aanbieder kan nog tot en met {tot} reageren", feit.plek("termijn_tot")
        )
    if record.wijze != "geen reactie":
        return onbekend(
            f"de termijn liep tot en met {tot}; leg vast of er een reactie kwam", feit.plek("wijze")
        )
    return _gezwegen(stap, feit)


def _uitgesproken(stap: Stap, feit: Bestand[Wederhoor], gehoord: date) -> Uitspraak:
    """Heard is heard, once the provider said all that he wants to, and we wrote down what."""
    zin = f"gehoord op {datum_vol(gehoord)}"
    if feit.record.wijze == "geen reactie":
        return onbekend(f"{zin}, en er staat ook 'geen reactie': verbeter dat", feit.plek("wijze"))
    if open_ := _nog_te_zeggen(stap, feit, gehoord, zin):
        return open_
    # What was said is the hearing; nobody can weigh, or show a court, what nobody wrote down.
    if feit.record.reactie is None and not feit.record.bijlagen:
        return onbekend(f"{zin}; leg vast wat de aanbieder zei (--reactie)", feit.plek("gehoord"))
    return ja(zin, feit.plek("gehoord"))


def aan_te_vullen(stap: Stap, feit: Bestand[Wederhoor]) -> tuple[str, ...]:
    """What a hearing that was held leaves unsaid: it is added to it, as no other was held."""
    record = feit.record
    if record.gehoord is None or record.gehoord > stap.dag:
        return ()
    open_ = _nog_te_zeggen(stap, feit, record.gehoord, "")
    onuitgesproken = open_ is not None and open_.antwoord == "onbekend"
    zonder_woord = record.reactie is None and not record.bijlagen
    return (*(["reactie"] if zonder_woord else []), *(["uitgesproken"] if onuitgesproken else []))


def _nog_te_zeggen(
    stap: Stap, feit: Bestand[Wederhoor], gehoord: date, zin: str
) -> Uitspraak | None:
    """Who was heard may add to it until the end of a fair term (J36, S08; 4:8 Awb)."""
    record, laatst = feit.record, reageren_tot(stap.dossier, feit)
    if record.uitgesproken == "ja":
        return None
    tot, loopt = datum_vol(laatst), gehoord < laatst and stap.dag <= laatst
    if record.uitgesproken == "nee":
        if loopt:
            zin += f", en de aanbieder wil nog aanvullen; dat kan tot en met {tot}"
            return nee(zin, feit.plek("uitgesproken"))
        kort = _te_kort(stap, feit, record.uitgenodigd)
        return kort if kort and kort.antwoord == "nee" else None
    if loopt:
        zin += f", en de aanbieder kan nog tot en met {tot} reageren"
        return onbekend(f"{zin}; {_GEZEGD}", feit.plek("termijn_tot"))
    van, had = record.uitgenodigd, max(gehoord, laatst)
    redelijk = redelijk_tot(stap.register, van, stap.regime_trede, stap.contract)
    if te_kort_gehad(van, had, redelijk, stap.dag):
        zin += _hoe_kort(van, had, redelijk)
        return onbekend(f"{zin}; {_GEZEGD}", feit.plek("gehoord"))
    return None


def _hoe_kort(van: date, had: date, redelijk: Redelijk | None) -> str:
    if had <= van:
        return ", de dag van de uitnodiging zelf"
    waarom = f"; {redelijk.van} loopt tot en met {datum_vol(redelijk.dag)}" if redelijk else ""
    return f", uitgenodigd op {datum_vol(van)}{waarom}"


_GEZEGD = "leg vast of hij zei dat hij niets meer toevoegt (--uitgesproken)"


def _te_vroeg(feit: Bestand[Wederhoor], bekend: date) -> Uitspraak | None:
    """Nobody can answer what was not found yet, nor before he was asked (J36, S08)."""
    record, toen = feit.record, datum_vol(bekend)
    if record.uitgenodigd < bekend:
        dag = datum_vol(record.uitgenodigd)
        return nee(
            f"uitgenodigd op {dag}, vóór de bevindingen van {toen}", feit.plek("uitgenodigd")
        )
    if record.gehoord and record.gehoord < record.uitgenodigd:
        dag = datum_vol(record.gehoord)
        return nee(f"gehoord op {dag}, vóór de uitnodiging", feit.plek("gehoord"))
    return None


def _gezwegen(stap: Stap, feit: Bestand[Wederhoor]) -> Uitspraak:
    """Whether silence counts: past a fair term from receipt, and recorded after it (J36, S08)."""
    record, laatst = feit.record, reageren_tot(stap.dossier, feit)
    if post := brak_het_zwijgen(stap.blik, stap.escalatie, record):
        return onbekend(post.tekst, post.reden.plek)
    eigen = {contract.id for contract in stap.contracten}
    if los := contactpost.brak_het_zwijgen(stap.dossier, eigen, feit, stap.dag):
        return onbekend(los.tekst, los.plek)
    if record.datum <= laatst or laatst <= record.uitgenodigd:
        zin = "'geen reactie' is vastgelegd vóór het einde van een redelijke termijn"
        return nee(f"{zin} ({datum_vol(laatst)})", feit.plek("wijze"))
    ontvangen, dag = bereikt(stap, feit)
    if ontvangen.antwoord == "nee":
        return ontvangen
    zeker = dag if dag and ontvangen.antwoord == "ja" else record.uitgenodigd
    van = max(zeker, record.uitgenodigd)
    te_kort = _te_kort(stap, feit, van)
    if ontvangen.antwoord != "ja" and (te_kort is None or te_kort.antwoord != "nee"):
        return ontvangen
    return te_kort or _lang_genoeg(stap, feit, van)


def _te_kort(stap: Stap, feit: Bestand[Wederhoor], van: date) -> Uitspraak | None:
    """Why a term is not fair; None when it is.

    Where the contract does not say for the trede what is fair, our own policy is the least, and
    without one we do not know.
    """
    plek, laatst = feit.plek("termijn_tot"), reageren_tot(stap.dossier, feit)
    tot = datum_vol(laatst)
    redelijk = redelijk_tot(stap.register, van, stap.regime_trede, stap.contract)
    if redelijk is None:
        return onbekend(
            f"of de termijn tot en met {tot} redelijk is, zegt ons beleid niet (organisatie.yaml, "
            "termijnbeleid, wederhoor)",
            plek,
        )
    if laatst >= redelijk.dag:
        return None
    minst = f"ten minste tot en met {datum_vol(redelijk.dag)}"
    return nee(f"de termijn tot en met {tot} is korter dan {redelijk.van}: {minst}", plek)


def _lang_genoeg(stap: Stap, feit: Bestand[Wederhoor], van: date) -> Uitspraak:
    tot = reageren_tot(stap.dossier, feit)
    aantal = werkdagen_tussen(van, tot, kalender_op(stap.register, van))
    return ja(
        f"uitgenodigd op {datum_vol(van)}, en geen reactie tot en met {datum_vol(tot)}: {aantal} "
        f"{'werkdag' if aantal == 1 else 'werkdagen'}",
        feit.plek("wijze"),
    )


def niet_nakoming(stap: Stap, tekortkoming: str) -> Uitspraak:
    """What the last investigation says about non-compliance."""
    gevonden = van_laatste_dag(_onderzoeken(stap, tekortkoming))
    if not gevonden:
        return nee(f"{tekortkoming} is niet onderzocht")
    standen = {f.record.niet_nakoming for f in gevonden}
    if len(standen) > 1:
        return onbekend(
            f"{tekortkoming}: twee onderzoeken van één dag spreken elkaar tegen",
            gevonden[0].plek("niet_nakoming"),
        )
    zin = {
        "ja": "wordt niet nagekomen",
        "nee": "wordt nagekomen",
        "onbekend": "is onbekend of wordt nagekomen",
    }[gevonden[0].record.niet_nakoming]
    return Uitspraak(
        gevonden[0].record.niet_nakoming,
        (Reden(f"volgens het onderzoek {zin}", gevonden[0].plek("niet_nakoming")),),
    )


def gebleken(stap: Stap) -> Uitspraak:  # J34, J36, S08
    """Uit het laatste onderzoek blijkt niet-nakoming, of de tekortkoming dreigt."""
    return alle(een_gebleken(stap, t) for t in stap.tekortkomingen)


def een_gebleken(stap: Stap, tekortkoming: Tekortkoming) -> Uitspraak:
    """Whether the investigation of one shortcoming found it, where there was one."""
    # What was not investigated at all is said by the condition of investigation.
    if not _onderzoeken(stap, tekortkoming.id):
        return ja(f"{tekortkoming.id} is niet onderzocht")
    # J34, J37: what threatens can start the ladder, and its severity a higher step.
    if tekortkoming.ernst == "dreigend":
        return ja(f"{tekortkoming.id} dreigt")
    uit = niet_nakoming(stap, tekortkoming.id)
    # At once means before the end of an investigation, never against what it found.
    if uit.antwoord == "onbekend" and spoed_gehoord(stap):
        return ja("het onderzoek volgt, want er wordt per direct gehandeld")
    return uit


def feitelijk(stap: Stap) -> Uitspraak:  # J40, S14; 6:80 and 6:82 BW
    """De tekortkoming is er: voor wat alleen dreigt is er de brief van 6:80 BW."""
    return alle(
        nee(
            f"{t.id} dreigt alleen: vraag bereidheid met de brief dreigende-tekortkoming "
            "(6:80 BW), of leg met een nieuwe tekortkoming vast dat zij er is"
        )
        if t.ernst == "dreigend"
        else ja(f"{t.id} is er")
        for t in stap.tekortkomingen
    )
