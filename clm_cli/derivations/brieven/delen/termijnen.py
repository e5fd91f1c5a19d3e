"""Floor 4, termijnen: the days that a letter prints."""

from __future__ import annotations

from datetime import timedelta

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import is_een
from clm_cli.derivations.brieven.aankomst import vaste_ontvangst
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist, bij_maatregel, eigen_tekst
from clm_cli.derivations.brieven.einde import opgeschort
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import vertegenwoordigd
from clm_cli.derivations.brieven.oordelen import plan_mist
from clm_cli.derivations.escalatie.maatregeltermijnen import ANTWOORDEN
from clm_cli.derivations.escalatie.opschorting import zou_schorsen
from clm_cli.derivations.escalatie.planregel import te_herstellen
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.uitvoeringen import vordert
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.termijnen import begin_van, regimetermijnen, termijnbeleid
from clm_cli.records.escalatie import Beoordeling, Beslissing, NieuweDatum
from clm_cli.tijd.datum import datum_lang, datum_vol

_DAG = timedelta(days=1)
_WAAROM = ("antwoord_reden=…",)


_REDELIJK = "Wij vinden deze termijn redelijk"
_VAST = "Deze brief geldt als ontvangen op"
_SCHUIFT = "dan schuiven de data waarop u iets moet of mag doen evenveel werkdagen op"


def berekening(i: Inhoud) -> Gevonden:
    """De berekening van de termijnen."""
    # a letter that arrives later than was assumed shortens no term of the other party (3:37 BW)
    # unless the contract fixes the day of receipt
    vast = vaste_ontvangst(i.contract.regime, i.kaart.kanalen)
    return (*(datum_vol(d.uiterlijk) for d in i.dagen), _VAST if vast else _SCHUIFT)


def hersteltermijn(i: Inhoud) -> Gevonden:
    """De dag waarop elke tekortkoming hersteld moet zijn."""
    # 6:82 BW: a notice of default gives a reasonable term, here for each shortcoming apart
    dagen = i.dagen_van("herstel")
    zonder = [t.id for t in i.tekortkomingen if t.id not in {d.tekortkoming for d in dagen}]
    return (
        Mist(
            f"hersteltermijnen ({', '.join(zonder)})",
            _geef_termijnen(i),
        )
        if zonder or not dagen
        else tuple(datum_lang(d.uiterlijk) for d in dagen)
    )


def redelijk(i: Inhoud) -> Gevonden:
    """Waarom die termijn redelijk is."""
    if i.maatregel is None:
        eigen = eigen_tekst(i, "redelijk")
        return eigen if isinstance(eigen, Mist) else (_REDELIJK, *eigen)
    rijen = i.maatregel.hersteltermijnen
    return tuple(deel for rij in rijen for deel in (_REDELIJK, rij.redelijk)) or Mist(
        "redelijk (hersteltermijnen)",
        _geef_termijnen(i),
    )


def verzuim(i: Inhoud) -> Gevonden:
    """Vanaf welke dag verzuim intreedt."""
    # 6:82 BW: default begins when the term has passed without performance, so on the next day
    return tuple(datum_lang(d.uiterlijk + _DAG) for d in i.dagen_van("herstel")) or Mist(
        "hersteltermijnen", _geef_termijnen(i)
    )


def _geef_termijnen(i: Inhoud) -> Advies:
    """The command that gives each shortcoming its term: a correction gives the whole list."""
    ids = [t.id for t in i.tekortkomingen] or ["…"]
    return bij_maatregel(
        i, *(f"hersteltermijnen=tekortkoming={id_} termijn=… redelijk=…" for id_ in ids)
    )


def antwoordtermijn(i: Inhoud) -> Gevonden:
    """De dag waarop wij uiterlijk antwoord vragen."""
    dagen = i.dagen_van("reactie", "verbeterplan", "antwoord")
    nu = (
        bij_maatregel(i, "antwoordtermijn=…", *([] if i.maatregel.antwoord_reden else _WAAROM))
        if i.maatregel and i.soort.maakt_bekend
        else f"--termijn \"soort=antwoord termijn='{_hoe_lang(i)}'\""
    )
    if not dagen and i.escalatie and i.genomen and _na_gesprek(i.genomen):
        gesprek = opdracht("gesprek", "gepland", i.dossier.id, escalatie=i.escalatie.id)
        return Mist("het gesprek waarmee de termijn begint", gesprek)
    return tuple(datum_lang(d.uiterlijk) for d in dagen) or Mist("antwoordtermijn", nu)


def _na_gesprek(genomen: Genomen) -> bool:
    """Whether the term to answer begins with a talk: before it was held no day can be given."""
    regels = regimetermijnen(genomen.contract, *ANTWOORDEN, instrument=genomen.record.instrument)
    dag = genomen.record.datum
    return any(
        begin_van(genomen.register, genomen.contract, rij, dag)[0] == "gesprek" for rij in regels
    )


def _hoe_lang(i: Inhoud) -> str:
    """How long a term to give: what the contract says, of a hearing also our policy; else dots."""
    plan = i.genomen.instrument.plan if i.genomen and i.genomen.instrument else None
    if "aanvultermijn" in i.soort.elementen and plan and plan.herstel:
        return str(plan.herstel.termijn)
    if "onderzoek" not in i.soort.over:
        return "…"
    beleid, treden = termijnbeleid(i.register, i.dag), i.contract.regime.treden
    # the highest trede that says so: enough for those under it as well
    horen = [rij.horen.termijn for rij in treden if rij.horen and rij.horen.termijn]
    duur = horen[-1] if horen else beleid.wederhoor
    return str(duur or "…")


def aanvultermijn(i: Inhoud) -> Gevonden:
    """De dag waarop een plan dat nog niet voldoet, uiterlijk is aangevuld."""
    record = i.over.record if i.over else None
    voldoet = not plan_mist(i) and all(o.oordeel == "ja" for o in getattr(record, "oordelen", ()))
    return () if voldoet or not herstelbaar(i) else antwoordtermijn(i)


def herstelbaar(i: Inhoud) -> bool:
    """Whether the plan that the letter judges may be mended, should it have been rejected."""
    if i.genomen is None or i.over is None or not is_een(i.over, Beoordeling):
        return True
    return te_herstellen(i.genomen, i.over.record.datum)


def antwoordreden(i: Inhoud) -> Gevonden:
    """Waarom die termijn, als wij die zelf hebben gekozen."""
    if i.maatregel is None or i.maatregel.antwoordtermijn is None:
        return ()
    return (
        (i.maatregel.antwoord_reden,)
        if i.maatregel.antwoord_reden
        else Mist("antwoord_reden", bij_maatregel(i, *_WAAROM))
    )


def betaaltermijn(i: Inhoud) -> Gevonden:
    """De dag waarop uiterlijk moet zijn betaald."""
    dagen = i.dagen_van("betaling")
    return (
        (datum_lang(dagen[0].uiterlijk),)
        if dagen
        else Mist("termijnen (betaling)", "geef --termijn \"soort=betaling termijn='30 dagen'\"")
    )


def uitbetaling(i: Inhoud) -> Gevonden:
    """Wat wij alsnog betalen, en uiterlijk wanneer."""
    # 6:52 BW: suspending is delay; what was kept back is due once the suspension ends
    som = opgeschort(i)
    dag = betaaltermijn(i) if som else ()
    return dag if isinstance(dag, Mist) or not som else ("betalen u alsnog", som, *dag)


def betaling_na_bezwaar(i: Inhoud) -> Gevonden:
    """De nieuwe dag waarop uiterlijk moet zijn betaald."""
    # J46: the letter of the claim said that our reaction names it, as it stood still until then
    record = i.over.record if i.over else None
    if (
        i.genomen is None
        or not isinstance(record, Beslissing)
        or record.uitkomst == "ingetrokken"
        or not vordert(i.genomen)
        or zou_schorsen(i.genomen, None).antwoord == "nee"
    ):
        return ()
    delen = (betaaltermijn(i), rekening(i))
    mist = next((deel for deel in delen if isinstance(deel, Mist)), None)
    return mist or tuple(w for deel in delen if not isinstance(deel, Mist) for w in deel)


def rente_bij_bezwaar(i: Inhoud) -> Gevonden:
    """Wat een bezwaar met de rente en de betaaldag doet."""
    # J45, 6:119 BW: what stands still is no default; who was in bad faith owes interest all along
    if i.genomen is None or not i.dagen_van("bezwaar"):
        return ()
    if all(zou_schorsen(i.genomen, t.id).antwoord != "ja" for t in i.tekortkomingen):
        return ()
    return ("rente", "dan noemt onze reactie de nieuwe laatste dag")


def afwikkeling(i: Inhoud) -> Gevonden:
    """Wat er moet gebeuren, en uiterlijk wanneer."""
    # neither a contract of care nor a transfer is done on paper alone: clients, files, accounts
    dagen = i.dagen_van("afwikkeling")
    return tuple(deel for d in dagen for deel in (d.titel, datum_lang(d.uiterlijk))) or Mist(
        "termijnen (afwikkeling)",
        "geef --termijn \"soort=afwikkeling termijn='…' wat='U …'\", vaker kan",
    )


def rekening(i: Inhoud) -> Gevonden:
    """De rekening waarop moet worden betaald."""
    iban = i.register.organisatie.iban
    # who pays somebody else than its own party, has to read for whom that is (6:32 BW)
    namens = () if not vertegenwoordigd(i) else ("ontvangt dit bedrag namens",)
    return (
        (iban_in_delen(iban), *namens)
        if iban
        else Mist("iban", "vul 'iban' in op organisatie.yaml (en 'tenaamstelling')")
    )


def iban_in_delen(iban: str) -> str:
    """An account number in groups of four, as it stands on a bank card."""
    return " ".join(iban[i : i + 4] for i in range(0, len(iban), 4))


def _verkort(i: Inhoud, rijen: tuple[NieuweDatum, ...]) -> list[str]:
    """The new days that come before the day which was given already."""
    # who was given a term may count on it: we never shorten it alone
    stand = stand_van(i.blik, i.escalatie).herstel if i.escalatie else ()
    uit = []
    for nieuw in rijen:
        eigen = [r for r in stand if r.tekortkoming == nieuw.tekortkoming]
        # while it stands still no day runs: then the day that was given at first is the least
        gold = [r.uiterlijk or (r.termijn.uiterlijk if r.termijn else None) for r in eigen]
        later = [dag for dag in gold if dag and dag > nieuw.uiterlijk]
        uit += [
            f"{nieuw.tekortkoming}: {datum_vol(nieuw.uiterlijk)} is vroeger dan {datum_vol(dag)}"
            for dag in later
        ]
        uit += [
            f"{nieuw.tekortkoming}: {reden.tekst}"
            for r in (eigen if not later else ())
            for reden in r.te_vroeg
            if i.over and reden.plek and reden.plek.pad == i.over.pad
        ]
    return uit


def nieuwe_data(i: Inhoud) -> Gevonden:
    """De nieuwe dagen per tekortkoming."""
    rijen = i.nieuwe_data
    kort = _verkort(i, rijen)
    if kort and i.over:
        return Mist(
            f"een dag die de termijn niet verkort ({'; '.join(kort)})",
            opdracht(
                "correctie",
                i.dossier.id,
                i.over.stam,
                reden="…",
                wordt="nieuwe_data=tekortkoming=… uiterlijk=…",
            ),
        )
    return tuple(
        datum_lang(dag)
        for rij in rijen
        for dag in (rij.uiterlijk, rij.uiterlijk + timedelta(days=1))
    )
