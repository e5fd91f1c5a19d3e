"""Floor 4, contracttekst: the text of a contract: its articles, and whether words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clm_cli.meldingen import Sleutel
from clm_cli.records.basis import Grond
from clm_cli.records.regime import Niveaudeel, Regime, Thema
from clm_cli.records.verwijzingen import delen
from clm_cli.value import value

_KOP = re.compile(r"(?m)^[^\S\n]*#+\s")
_ARTIKEL = re.compile(
    r"(?:artikel|art\.)\s+(?P<a>\d+(?:\.\d+)*[a-z]?)\b[.:]?\s*[-–—:]?\s*(?P<at>.*)"
    r"|(?P<b>\d+(?:\.\d+)+[a-z]?)\.?\s+(?P<bt>\S.*)",
    re.IGNORECASE,
)
_ONDERDEEL = re.compile(r"\s*(?:[-*]\s+)?(?P<letter>[a-z])[.)]\s+(?=\S)")
_HOOFDSTUK = re.compile(r"(?P<a>\d{1,2})[.)]?\s+(?P<at>[A-Z].*)")
_LANGSTE_KOP, _EINDE = 80, (".", ";", ",", ":")
_ZIN = re.compile(r"(?<=\.)(?<!\s[a-z]\.)\s+(?=\S)|(?<=[;:])\s+(?=[a-z][.)]\s)")
"""Between two sentences, and before a lettered part."""
_LANGSTE_CITAAT = 400


@value
class Artikel:
    """An article of a contract: its number, its heading where it has one, and its words."""

    nummer: str
    titel: str
    tekst: str
    onderdelen: tuple[tuple[str, str], ...] = ()
    """Its lettered parts from a on, each with its words; none where there are no two."""

    @property
    def stukken(self) -> tuple[str, ...]:
        """All its literal words, in whole sentences of a length that a reader takes in."""
        uit = [""]
        for zin in _ZIN.split(self.tekst):
            if uit[-1] and len(uit[-1]) + len(zin) > _LANGSTE_CITAAT:
                uit.append("")
            uit[-1] = f"{uit[-1]} {zin}".strip()
        return tuple(uit)


def genormaliseerd(tekst: str) -> str:
    """The text with single spaces and without the marks of Markdown headings and bold."""
    return " ".join(_KOP.sub("", tekst).replace("**", "").split())


def staat_in(citaat: str, bron: str) -> bool:
    """Whether the parts of a quotation stand in a normalised text, in order, as whole words."""
    return waar(citaat, bron) is not None


def waar(citaat: str, bron: str) -> tuple[tuple[int, int], ...] | None:
    """From where to where each part of a quotation stands in a normalised text; None if not."""
    uit: list[tuple[int, int]] = []
    for deel in citaat.split("…"):
        woorden = genormaliseerd(deel)
        gevonden = _vind(woorden, bron, uit[-1][1] if uit else 0) if woorden else None
        if gevonden is None:
            return None
        uit.append(gevonden.span())
    return tuple(uit)


def zover(citaat: str, bron: str) -> str:
    """The first words of a quotation that do stand in a normalised text together."""
    woorden = genormaliseerd(citaat.replace("…", " ")).split()
    goed, fout = 0, len(woorden) + 1
    while fout - goed > 1:
        midden = (goed + fout) // 2
        if _vind(" ".join(woorden[:midden]), bron):
            goed = midden
        else:
            fout = midden
    return " ".join(woorden[:goed])


def _vind(woorden: str, bron: str, vanaf: int = 0) -> re.Match[str] | None:
    return re.compile(rf"(?<!\w){re.escape(woorden)}(?!\w)").search(bron, vanaf)


def citaten(regime: Regime) -> Iterator[tuple[Sleutel, str, str]]:
    """Every quotation with its place and clause: of each clause, and of subjects taken from one."""
    for sleutel, deel in delen(regime):
        if isinstance(deel, Grond):
            yield (*sleutel, "tekst"), deel.eis, deel.tekst
        if isinstance(deel, (Niveaudeel, Thema)):
            for nr, onderwerp in enumerate(deel.onderwerpen):
                yield (*sleutel, "onderwerpen", nr), deel.grond.eis, onderwerp


def artikelen(tekst: str) -> tuple[Artikel, ...]:
    """The articles of a contract text in order, each number once; what stands before is none.

    A heading without words of its own over numbered articles is none either.
    """
    rijen: dict[str, tuple[str, list[str]]] = {}
    regels: list[str] = []
    for regel in tekst.splitlines():
        gevonden = _kop(regel)
        if gevonden and gevonden[0] not in rijen:
            nummer, rest = gevonden
            is_titel = len(rest) <= _LANGSTE_KOP and not rest.endswith(_EINDE)
            regels = [] if is_titel else [rest]
            rijen[nummer] = (rest if is_titel else "", regels)
        else:
            regels.append(regel)
    uit = [(n, titel, genormaliseerd("\n".join(rij)), rij) for n, (titel, rij) in rijen.items()]
    boven = {nummer[: punt.start()] for nummer in rijen for punt in re.finditer(r"\.", nummer)}
    return tuple(
        Artikel(nummer, titel, woorden or titel, _onderdelen(regels_))
        for nummer, titel, woorden, regels_ in uit
        if woorden or nummer not in boven
    )


def _onderdelen(regels: list[str]) -> tuple[tuple[str, str], ...]:
    """The parts of an article by their letters, as far as these follow each other."""
    uit: list[list[str]] = []
    for regel in regels:
        gevonden = _ONDERDEEL.match(regel)
        if gevonden and gevonden["letter"] == chr(ord("a") + len(uit)):
            uit.append([regel[gevonden.end() :]])
        elif uit:
            uit[-1].append(regel)
    paren = [(chr(ord("a") + nr), genormaliseerd("\n".join(rij))) for nr, rij in enumerate(uit)]
    return tuple(paren) if len(paren) > 1 else ()


def _kop(regel: str) -> tuple[str, str] | None:
    """The number and the rest of a line that begins an article."""
    kaal = genormaliseerd(regel)
    gevonden = _ARTIKEL.fullmatch(kaal)
    if gevonden:
        return gevonden["a"] or gevonden["b"], gevonden["at"] or gevonden["bt"] or ""
    hoofdstuk = _HOOFDSTUK.fullmatch(kaal) if len(kaal) <= _LANGSTE_KOP else None
    if hoofdstuk and not kaal.endswith(_EINDE):
        return hoofdstuk["a"], hoofdstuk["at"]
    return None
