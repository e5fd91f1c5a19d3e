"""Floor 7, delen: what was written is recorded, put together with that of others, and shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bsnbestand import bsn_in_bestand
from clm_cli.commands.plaats import in_wolk
from clm_cli.commands.register import lees
from clm_cli.commands.vastleggen import leg_vast
from clm_cli.commands.vastleggen import wil as wil_van
from clm_cli.commands.vergelijk import Tussen, vergelijking
from clm_cli.commands.verleden import Bekend
from clm_cli.deur import lees_in
from clm_cli.files import git, gitwerk, slot
from clm_cli.files.geschiedenis import is_feit
from clm_cli.files.kaartsamen import Keuze
from clm_cli.files.samenvoegen import Samen, leg_samen_vast, voeg_samen, zet_over
from clm_cli.meldingen import ClmFout, NietAf
from clm_cli.records.organisatie import Persoon
from clm_cli.records.soorten import soort_van
from clm_cli.rules.toets import in_dossier
from clm_cli.value import value
from clm_cli.verschil.soorten import SOORTEN, Verschil
from clm_cli.views.delen import Gedeeld
from clm_cli.views.vergelijk import Vergelijking

_GEWIJZIGD = SOORTEN["feit-gewijzigd"]
_KEREN = 5
"""So often others may come first before it is said."""


@value
class Keus:
    """What who brings in chose: whose value stays where both wrote one, and which branch."""

    houd: Keuze | None = None
    tak: str | None = None
    """A branch of this repository; None for what others shared."""

    def opdracht(self, houd: Keuze) -> Advies:
        """The same command with whose value stays."""
        if self.tak:
            return opdracht("ophalen", tak=self.tak, houd=houd)
        return opdracht("ophalen", houd=houd)


@value
class Deler:
    """Who shares which register, on which day; `zeg` takes what is noticed on the way."""

    wortel: Path
    vandaag: date
    persoon: Persoon | None
    zeg: gitwerk.Zeg
    geschreven: list[str] = field(default_factory=list, compare=False)

    @property
    def wil(self) -> list[str]:
        """The options for git."""
        return wil_van(self.wortel, self.zeg, self.persoon)

    @property
    def kop(self) -> str | None:
        """The commit on which one works; None when nothing was recorded yet."""
        return git.commit_van(self.wortel, "HEAD")


def deel(wie: Deler, houd: Keuze | None = None) -> Gedeeld:
    """Record, bring in, put together and share; raises NietAf where it stops half way."""
    daar = _overkant(wie.wortel, "delen")
    wil = wie.wil
    blad = _let_op(wie, replace(_vastgelegd(wie, wil), adres=daar.adres))
    for _ in range(_KEREN):
        blad = _erbij(wie, gitwerk.haal(wie.wortel, daar, wil), blad, wil, Keus(houd))
        aantal = _nieuw(wie, daar)
        if not aantal:
            return blad
        antwoord = gitwerk.duw(wie.wortel, daar, wil)
        if antwoord.gezegd is not None:
            return replace(blad, verstuurd=aantal)
        if not antwoord.achter:
            break
    nu: Advies = opdracht("delen")
    if antwoord.geweigerd:
        nu = advies("vraag wie de server beheert wat er mag; pas daarna {delen}", delen=nu)
    raise NietAf(
        f"Vastgelegd, maar nog niet gedeeld met {daar.adres}: {antwoord.reden.rstrip('.')}.", nu=nu
    )


def haal_op(wie: Deler, keus: Keus) -> Gedeeld:
    """Record what is here, and put what others shared with it, or a branch of this repository."""
    daar = None if keus.tak else _overkant(wie.wortel, "ophalen")
    ander = None if daar else _tak(wie.wortel, keus.tak or "")
    wil = wie.wil
    adres = daar.adres if daar else keus.tak or ""
    blad = _let_op(wie, replace(_vastgelegd(wie, wil), adres=adres))
    if daar:
        ander = gitwerk.haal(wie.wortel, daar, wil)
    return _erbij(wie, ander, blad, wil, keus)


def _tak(wortel: Path, naam: str) -> str:
    gitwerk.kan_committen(wortel, "ophalen")
    commit = git.commit_van(wortel, naam)
    if commit is None:
        raise ClmFout(
            f"'{naam}' is hier geen tak; er is niets samengevoegd.",
            nu="git branch --all noemt de takken",
        )
    return commit


def _overkant(wortel: Path, wat: str) -> gitwerk.Overkant:
    gitwerk.kan_committen(wortel, wat)
    daar = gitwerk.overkant(wortel)
    if daar is None:
        raise ClmFout(
            "Dit register wordt nog met niemand gedeeld.",
            nu=gitwerk.BEGIN,
        )
    return daar


def _let_op(wie: Deler, blad: Gedeeld) -> Gedeeld:
    """What endangers a register beside git itself."""
    zinnen = [
        f"{pad} staat in OneDrive of SharePoint: dat bewaart er zelf versies van, en kan git stuk"
        " maken; zet het op een gewone schijf"
        for pad in (str(wie.wortel), blad.adres)
        if in_wolk(pad)
    ]
    return replace(blad, let_op=(*blad.let_op, *zinnen))


def _vastgelegd(wie: Deler, wil: list[str]) -> Gedeeld:
    """Record exactly what the register holds and git does not; raises ClmFout where it may not."""
    with slot.gehouden(wie.wortel):
        vast = {rij.pad: rij.hash for rij in _boom(wie)}
        hier = git.werkmap(wie.wortel)
        paden = sorted(
            pad
            for pad in {*vast, *hier}
            if vast.get(pad) != hier.get(pad) and not _rest(pad.rpartition("/")[2])
        )
        if not paden:
            return Gedeeld("")
        _mag(wie, paden, vast)
        leg_vast(wie.wortel, paden, _onderwerp(paden), wil)
        return Gedeeld("", tuple(paden))


def _boom(wie: Deler) -> tuple[git.Blob, ...]:
    return (git.boom(wie.wortel, wie.kop) if wie.kop else None) or ()


def _rest(naam: str) -> bool:
    """Whether a file is what another program, or a killed one, leaves beside the real one."""
    return naam.startswith(("~$", ".~lock")) or naam.endswith((".nieuw", ".tmp", "~"))


def _mag(wie: Deler, paden: list[str], vast: Mapping[str, str]) -> None:
    """What is in git stays there for good, so this is looked at first."""
    if anders := [pad for pad in paden if is_feit(pad) and pad in vast]:
        raise ClmFout(
            f"Een vastgelegd feit is gewijzigd of weg: {', '.join(anders)}. Er is niets gedeeld.",
            nu=f"git checkout -- {anders[0]} zet het terug; verbeter het met clm correctie",
        )
    for pad in paden:
        inhoud = lees_in(wie.wortel, pad) if (wie.wortel / pad).is_file() else b""
        if bsn := bsn_in_bestand(pad, inhoud):
            raise ClmFout(f"{pad}: {bsn.zin}. Er is niets gedeeld.", nu="haal het weg")
    gelezen = lees(wie.wortel, wie.vandaag, None)
    kapot = [pad for pad in gelezen.register.kapot if pad in paden]
    if kapot:
        raise ClmFout(
            f"Niet goed te lezen: {', '.join(kapot)}. Er is niets gedeeld.",
            nu=opdracht("controleer"),
        )


def _onderwerp(paden: list[str]) -> str:
    """What is recorded, in one line: how many of each kind, and where."""
    soorten = Counter(_soort(pad) for pad in paden)
    delen = ", ".join(f"{aantal} {naam}" for naam, aantal in soorten.most_common(4))
    mappen = sorted({pad.partition("/")[0] for pad in paden if "/" in pad})
    waar = ", ".join(mappen[:3]) + (f" en {len(mappen) - 3} andere" if len(mappen) > 3 else "")
    return f"{waar or 'register'}: {delen}"


def _soort(pad: str) -> str:
    soort = soort_van(pad) if pad.endswith(".yaml") else None
    return soort.naam if soort else "stuk"


def _erbij(wie: Deler, ander: str | None, blad: Gedeeld, wil: list[str], keus: Keus) -> Gedeeld:
    """What stands in another commit, put with what is here."""
    eigen = wie.kop
    if ander is None or eigen is None:
        return blad
    van = git.makers(wie.wortel, eigen, ander)
    samen = git.gedeeld(wie.wortel, eigen, ander)
    if samen is None:
        raise ClmFout(f"{blad.adres} is een ander register dan dit; er is niets samengevoegd.")
    if samen == ander:
        return blad
    with slot.gehouden(wie.wortel):
        uit = Samen()
        if samen == eigen:
            zet_over(wie.wortel, ander, wil)
        else:
            uit = voeg_samen(wie.wortel, eigen, ander, keus.houd, wil)
            if uit.botsingen:
                raise _botst(uit, keus, vastgelegd=bool(blad.vastgelegd))
            tekst = "Samengevoegd met het werk van " + ", ".join(van)
            leg_samen_vast(wie.wortel, uit.boom, eigen, ander, tekst, wil)
    wie.geschreven.extend(_veranderd(wie, eigen))
    return _met_wat_kwam(wie, blad, uit, eigen, van)


def _veranderd(wie: Deler, eigen: str) -> list[str]:
    """The files that are otherwise than in the commit on which one worked."""
    eerst = {(rij.pad, rij.hash) for rij in git.boom(wie.wortel, eigen) or ()}
    return sorted({pad for pad, _ in eerst ^ {(rij.pad, rij.hash) for rij in _boom(wie)}})


def _met_wat_kwam(
    wie: Deler, blad: Gedeeld, uit: Samen, eigen: str, van: tuple[str, ...]
) -> Gedeeld:
    """The page with what came in, in words."""
    nieuw = Tussen(Bekend(revisie=eigen), Bekend(revisie="HEAD"))
    return replace(
        blad,
        van=tuple(dict.fromkeys((*blad.van, *van))),
        binnen=replace(
            _van_ander(vergelijking(wie.wortel, nieuw, wie.vandaag), uit.naast),
            oud="wat u had",
            nieuw="wat erbij kwam",
        ),
        samen=(*blad.samen, *uit.samen),
        naast={**blad.naast, **uit.naast},
        gebleven=(*blad.gebleven, *uit.gebleven),
        dubbel=(dubbel := _dubbel(wie)),
        nu=opdracht("hernummer") if dubbel else None,
    )


def _van_ander(blad: Vergelijking, naast: Mapping[str, str]) -> Vergelijking:
    """Of a name that both chose theirs came in, and ours only has another name now."""
    eigen = set(naast.values())
    rijen = ((rij, rij.plek.pad if rij.plek else "") for rij in blad.verschillen)
    return replace(
        blad,
        verschillen=tuple(
            _als_nieuw(rij) if pad in naast and rij.soort is _GEWIJZIGD else rij
            for rij, pad in rijen
            if pad not in eigen
        ),
    )


def _als_nieuw(rij: Verschil) -> Verschil:
    wat = rij.tekst.removeprefix(_GEWIJZIGD.zin.format(wat=""))
    return replace(rij, soort=SOORTEN["feit"], tekst=wat, details=())


def _nieuw(wie: Deler, daar: gitwerk.Overkant) -> int:
    """How many commits the others do not have."""
    ander = git.commit_van(wie.wortel, daar.volgt)
    return 0 if ander == wie.kop else git.aantal(wie.wortel, ander, "HEAD")


def _dubbel(wie: Deler) -> tuple[str, ...]:
    """The numbers that two people gave at the same time."""
    kijk = lees(wie.wortel, wie.vandaag, None).kijk
    gevonden = (m for blik in kijk.blikken for m in in_dossier(blik) if m.code == "REC151")
    return tuple(f"{m.plek.pad.partition('/')[0]}: {m.tekst}" for m in gevonden if m.plek)


def _botst(samen: Samen, keus: Keus, *, vastgelegd: bool) -> ClmFout:
    """What two people wrote that cannot both be so, in words."""
    regels = [
        f"{b.pad} bij {b.waar}: bij u '{b.eigen}', bij de ander '{b.ander}'"
        if b.waar
        else f"{b.pad}: beide zijn gewijzigd op een manier die clm niet kan samenvoegen"
        for b in samen.botsingen
    ]
    tekst = (
        "Uw werk en dat van een ander spreken elkaar tegen; er is niets samengevoegd, en uw map is "
        "zoals zij was.\n  " + "\n  ".join(regels)
    )
    eigen, ander = keus.opdracht("eigen"), keus.opdracht("ander")
    nu = f"overleg wat goed is; {eigen} houdt daar wat u schreef, {ander} wat de ander schreef"
    return NietAf(tekst, nu=nu) if vastgelegd else ClmFout(tekst, nu=nu)
