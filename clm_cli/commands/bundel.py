"""Floor 7, bundel: the papers of a case in one folder and one PDF, for us or the other party."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clm_cli import __version__
from clm_cli.bestand import Bestand, gecorrigeerd_pad, is_een
from clm_cli.commands.dingen import kies_een
from clm_cli.commands.doorzoeken import doorzoek
from clm_cli.commands.export import MAP
from clm_cli.commands.werk import Werk
from clm_cli.derivations.bundel import Bundelstuk, is_bekend, stukken
from clm_cli.derivations.feitzinnen import zin_van
from clm_cli.derivations.zinnen import aantal
from clm_cli.deur import alles_onder, lees_in
from clm_cli.documents.blokken import ontleed
from clm_cli.documents.bundel.anderen import andere_namen, genoemd, zonder
from clm_cli.documents.bundel.hoofdstukken import markdown
from clm_cli.documents.bundel.inhoud import Bundelinhoud
from clm_cli.documents.document import Document
from clm_cli.documents.leesbaar import leesbaar
from clm_cli.documents.opmaak import maak
from clm_cli.documents.pdfsamen import aantal_bladen, voeg_samen
from clm_cli.documents.veilig import veil
from clm_cli.dossier import Escalatie
from clm_cli.files import git
from clm_cli.files.gitproces import in_een
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import ClmFout, oorzaak
from clm_cli.records.basis import Correctie, Feit
from clm_cli.tijd.datum import datum_vol
from clm_cli.views.tijdlijn import paden_van_zaak
from clm_cli.voorstel import NieuwStuk, Voorstel


def bundel(werk: Werk, naam: str, escalatie: str | None, *, wederpartij: bool) -> Voorstel:
    """The bundle, under `export/` in the register; what was left out is listed beside it."""
    blik = werk.kijk.blik(werk.dossier(naam))
    zaken = _zaken(blik, escalatie)
    alle = _feiten(blik, zaken if escalatie else None)
    inhoud, bestanden, mist = _inhoud(werk, blik, zaken, alle, wederpartij=wederpartij)
    tekst, pdf, verborgen = _opgemaakt(werk, inhoud, bestanden)
    uit = {"bundel.md": leesbaar(tekst).encode(), "bundel.pdf": pdf, **bestanden}
    if not wederpartij:
        paden = [feit.pad for feit in (*inhoud.feiten, *inhoud.correcties)]
        uit |= {f"feiten/{pad}.txt": lees_in(werk.wortel, pad) for pad in paden}
    uit["SHA256SUMS"] = _sommen(uit)
    voor = ["wederpartij"] if wederpartij else []
    map_ = f"{MAP}/{'-'.join(['bundel', blik.dossier.id, *_van_zaak(zaken, escalatie), *voor])}"
    rijen = [NieuwStuk(f"{map_}/{pad}", bytes_, vervang=True) for pad, bytes_ in uit.items()]
    zin = (
        f"Bundel gemaakt: {map_} ({aantal(len(uit), 'bestand', 'bestanden')}, "
        f"{aantal(aantal_bladen(pdf), 'bladzijde', 'bladzijden')})."
    )
    if wederpartij:
        weg = [feit for feit in alle if feit not in inhoud.feiten]
        lijst = _weggelaten(inhoud, weg, verborgen).encode()
        rijen.append(NieuwStuk(f"{map_}-intern.txt", lijst, vervang=True))
        zin += (
            f" Weggelaten voor de wederpartij: {aantal(len(weg), 'feit', 'feiten')} en "
            f"{aantal(len(inhoud.weggelaten), 'stuk', 'stukken')}; de lijst staat ernaast."
        )
    let_op = (*_let_op(werk, map_, mist, uit), *_niet_doorzocht(werk, inhoud))
    return Voorstel(zin, stukken=tuple(rijen), let_op=let_op)


def _van_zaak(zaken: tuple[Escalatie, ...], escalatie: str | None) -> list[str]:
    return [zaken[0].id] if escalatie else []


def _let_op(
    werk: Werk, map_: str, mist: tuple[str, ...], uit: Mapping[str, bytes]
) -> Iterator[str]:
    """What is not in it, and what an earlier bundle left in its folder."""
    for pad in mist:
        yield f"{pad} is er niet, en zit dus niet in de bundel"
    for naam in sorted(alles_onder(werk.wortel, map_)):
        if naam not in uit:
            yield f"{map_}/{naam} is van een eerdere bundel en hoort hier niet bij: haal het weg"


def _niet_doorzocht(werk: Werk, inhoud: Bundelinhoud) -> Iterator[str]:
    """Documents for the other party of which nobody but a reader can tell whom they name."""
    for stuk in inhoud.stukken if inhoud.anderen else ():
        if stuk.nummer in inhoud.gevonden and not doorzoek(werk.wortel, stuk.pad).heel:
            yield (
                f"{stuk.pad} is niet te doorzoeken, of niet helemaal: "
                "kijk zelf na dat er geen ander in staat"
            )


def _inhoud(
    werk: Werk,
    blik: Dossierblik,
    zaken: tuple[Escalatie, ...],
    alle: tuple[Bestand[Feit], ...],
    *,
    wederpartij: bool,
) -> tuple[Bundelinhoud, dict[str, bytes], tuple[str, ...]]:
    """What goes in, its documents by their name in the bundle, and those that are not there."""
    mee = tuple(feit for feit in alle if not wederpartij or is_bekend(blik, feit))
    papieren = tuple(s for s in stukken(blik, mee) if "/intern/" not in f"/{s.pad}")
    namen = andere_namen(werk.register, blik.dossier.id) if wederpartij else ()
    weggelaten = {s.nummer: wie for s in papieren if (wie := _noemt(werk, namen, s))}
    bestanden, mist = _inhouden(werk, [s for s in papieren if s.nummer not in weggelaten])
    inhoud = Bundelinhoud(
        blik,
        ruw=werk.geladen.register,
        zaken=zaken,
        feiten=mee,
        correcties=_correcties(werk, blik, mee),
        stukken=papieren,
        wederpartij=wederpartij,
        gemaakt=_gemaakt(werk),
        anderen=namen,
        weggelaten=weggelaten,
        gevonden={s.nummer: _som(bestanden[_naam(s)]) for s in papieren if _naam(s) in bestanden},
        bladen={},
    )
    return inhoud, bestanden, mist


def _zaken(blik: Dossierblik, escalatie: str | None) -> tuple[Escalatie, ...]:
    if escalatie is None:
        return blik.dossier.escalaties
    return (kies_een(blik.dossier, Escalatie, escalatie),)


def _correcties(
    werk: Werk, blik: Dossierblik, feiten: tuple[Bestand[Feit], ...]
) -> tuple[Bestand[Correctie[Feit]], ...]:
    """What mended these facts, or took one out of this case that lapsed."""
    # in the folder of a case, letter or talk also of what lapsed: nothing else stands there
    mappen = {feit.map for feit in feiten if feit.map.count("/") > 1}
    paden = {feit.pad for feit in feiten} | mappen
    return tuple(
        b
        for b in werk.geladen.register.dossiers[blik.dossier.id].bestanden
        if is_een(b, Correctie)
        and b.record.datum <= werk.vandaag
        and ({gecorrigeerd_pad(b), gecorrigeerd_pad(b).rpartition("/")[0]} & paden)
    )


def _feiten(blik: Dossierblik, zaken: tuple[Escalatie, ...] | None) -> tuple[Bestand[Feit], ...]:
    """The facts of a dossier by day, of some cases when asked."""
    paden = {p for zaak in zaken or () for p in paden_van_zaak(blik.dossier, zaak.id)}
    feiten = [b for b in blik.dossier.feiten if zaken is None or b.map in paden or b.pad in paden]
    return tuple(sorted(feiten, key=lambda b: (b.record.datum, b.record.vastgelegd, b.pad)))


def _inhouden(
    werk: Werk, papieren: Sequence[Bundelstuk]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The documents by their name in the bundle, and those that are not there."""
    uit: dict[str, bytes] = {}
    mist = []
    for stuk in papieren:
        try:
            uit[_naam(stuk)] = lees_in(werk.wortel, stuk.pad)
        except (FileNotFoundError, NotADirectoryError):
            mist.append(stuk.pad)
        except OSError as fout:
            raise ClmFout(
                f"{stuk.pad} is niet te lezen: {oorzaak(fout)}; er is geen bundel gemaakt.",
                nu="zet een gewoon bestand op deze plaats, of geef uzelf toegang",
            ) from None
    return uit, tuple(mist)


def _noemt(werk: Werk, namen: tuple[str, ...], stuk: Bundelstuk) -> tuple[str, ...]:
    """The other providers in a document, or in its name."""
    if not namen:
        return ()
    bestandsnaam = re.sub(r"[-_.]", " ", stuk.pad.rpartition("/")[2])
    return genoemd(namen, f"{bestandsnaam}\n{doorzoek(werk.wortel, stuk.pad).tekst}")


def _naam(stuk: Bundelstuk) -> str:
    return f"stukken/{stuk.nummer}-{stuk.pad.rsplit('/', 1)[-1]}"


def _opgemaakt(
    werk: Werk, inhoud: Bundelinhoud, bestanden: Mapping[str, bytes]
) -> tuple[str, bytes, tuple[str, ...]]:
    """Text and PDF; the text is set twice, since it says on which page each document begins."""
    delen = [
        (stuk, pdf)
        for stuk in inhoud.stukken
        if (pdf := _als_pdf(werk, stuk, bestanden.get(_naam(stuk))))
    ]
    proef = replace(inhoud, bladen={stuk.nummer: 999 for stuk, _ in delen})
    blad = aantal_bladen(_pdf(werk, _veilig(proef)[0])) + 1
    bladen = {}
    for stuk, pdf in delen:
        bladen[stuk.nummer] = blad
        blad += aantal_bladen(pdf)
    tekst, verborgen = _veilig(replace(inhoud, bladen=bladen))
    hoofd = ("Bundel", _pdf(werk, tekst))
    rest = [(zonder(inhoud.anderen, f"{s.nummer} {s.titel}")[0], pdf) for s, pdf in delen]
    return tekst, voeg_samen([hoofd, *rest], werk.vandaag), verborgen


def _veilig(inhoud: Bundelinhoud) -> tuple[str, tuple[str, ...]]:
    """The text, for the other party without other providers: their names as Markdown has them."""
    return zonder(inhoud.anderen, markdown(inhoud), veil)


def _pdf(werk: Werk, tekst: str) -> bytes:
    organisatie = werk.register.organisatie.naam
    return maak(Document("Bundel", werk.vandaag, organisatie, ontleed(tekst), tekst), "pdf")


def _als_pdf(werk: Werk, stuk: Bundelstuk, inhoud: bytes | None) -> bytes | None:
    """A document as pages; nothing of what has none."""
    if inhoud is None:
        return None
    if stuk.pad.endswith(".pdf"):
        return inhoud if aantal_bladen(inhoud) else None
    return _pdf(werk, inhoud.decode("utf-8", "replace")) if stuk.pad.endswith(".md") else None


def _gemaakt(werk: Werk) -> str:
    commit = git.commit_van(werk.wortel, "HEAD")
    buiten = "" if in_een(werk.wortel) else ", uit een register dat niet in git staat"
    van = f", uit commit {commit}" if commit else buiten
    return f"Gemaakt op {datum_vol(werk.vandaag)} met clm {__version__}{van}."


def _sommen(bestanden: Mapping[str, bytes]) -> bytes:
    return "".join(f"{_som(b)}  {pad}\n" for pad, b in sorted(bestanden.items())).encode()


def _som(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


def _weggelaten(inhoud: Bundelinhoud, weg: list[Bestand[Feit]], verborgen: tuple[str, ...]) -> str:
    regels = [f"{feit.pad}: {feit.soort}: {zin_van(feit, inhoud.blik)}" for feit in weg]
    regels += [
        f"{s.pad} ({s.nummer}): noemt {', '.join(inhoud.weggelaten[s.nummer])}"
        for s in inhoud.stukken
        if s.nummer in inhoud.weggelaten
    ]
    regels += [f"naam van een andere aanbieder vervangen: {naam}" for naam in verborgen]
    kop = "Niet in de bundel voor de wederpartij; dit bestand is intern en hoort er niet bij.\n\n"
    return kop + "\n".join(regels) + "\n"
