"""Floor 0, persoonsgegevens: a bsn or data of a client in a text, whatever its writing.

A register is shared and kept in git for good, so this is looked for before anything is copied into
it. What is found is never repeated in full: who reads the message needs the place, not the number.
The long patterns are texts: to compile them costs a start more than most texts ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clm_cli.value import value

_BSN_WOORD = r"(?<![a-z])(?:bsn|burgerservice-?nummer|burger service nummer|sofi-?nummer)(?![a-z])"
GENOEMD = rf"(?i){_BSN_WOORD}"
_NA_WOORD = rf"(?i){_BSN_WOORD}[^0-9\n]{{0,15}}([0-9](?:[ .\u00a0-]?[0-9]){{7,8}})(?![0-9])"
"""Straight behind the word for it eight digits count as well: a leading nought is easily lost."""
LANG_GETAL = re.compile("(?<![0-9])[0-9](?:[ .\u00a0-]?[0-9]){7}")
"""A number as long as a bsn can be, however written: most texts hold none, and need no more."""
_KANDIDAAT = (
    r"(?<![0-9])(?<![0-9][./-])[0-9]{9}(?![0-9]|[./-][0-9]|,[0-9]{2}(?![0-9])|[BL][0-9]{2})"
    r"|(?<![0-9])(?<![0-9][ .,/\u00a0-])(?:"
    r"[0-9]{3}([ .\u00a0-])[0-9]{3}\1[0-9]{3}|[0-9]{4}([ .\u00a0-])[0-9]{2}\2[0-9]{3}"
    r"|[0-9]{2}([ .\u00a0])[0-9]{2}\3[0-9]{2}\3[0-9]{3}|[1-9][0-9]{2}( )[0-9]{2} [0-9]{2} [0-9]{2}"
    r")(?![0-9]|[ .,/\u00a0-][0-9]| (?:euro|EUR)\b)"
)
"""Nine digits as people write them: 123456782, 123 456 782, 1234.56.782, 123-456-782."""
_CODES = (
    r"\b(?=[0-9a-f]*[a-f])[0-9a-f]{16,}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|\b[A-Z]{2}[0-9]{2} ?[A-Z]{4}(?: ?[0-9]{2,4}){3,6}\b|_(?:Toc|Ref|Hlk)[0-9]+"
    r"|\b3S[A-Z]{2,6}[0-9]{6,}\b|\b[A-Z]{2}[0-9]{9}[A-Z]{2}\b|,,[0-9]+#"
)
"""Checksums, keys, bank accounts, numbers of parcels and of a telephone meeting, and the marks that
a word processor makes itself."""
_MEER = r"(?:[a-z]{1,4}-?)?(?:[0-9]{9}(?: \([^()\n]{1,20}\))?(?:, | en | of |/))*"
"""Other numbers of the same kind before this one: 'de facturen 123456782, 111222333 en …'."""
_ANDER_NUMMER = (
    r"(?i)(?:\b(?:rsin|btw|kvk|iban|agb|ean|isbn|skj|big|tel|telefoon|fax|mobiel|factu(?:ur|ren)|"
    r"order|bestel|inkoop|offerte|rekening|zaak|tender|aanbesteding|contract|overeenkomst|artikel|"
    r"serie|polis|pakket|grootboek|boekstuk|kostenplaats|kostendrager|crediteur|debiteur|"
    r"leverancier|verplichting|declaratie|omzet|bedrag|budget|subsidie|loonheffing|vergunning|"
    r"perceel|ticket|melding|referentie|kenmerk|vermelding|build|vergader|meeting|"
    r"deelname)[a-z]*[- ]?"
    r"(?:nummer|nr|no|code|kenmerk)?[.:#]{0,2} ?(?:is |van |onder |nr\.? ?)?"
    r"|\b(?!burger|sofi|cli|dossier|persoon|pati|jeugd|zorg|leerling|kind)[a-zë]{3,}-?nummer"
    rf"(?: [a-z]+)?:? ?){_MEER}$"
    rf"|\bfactu(?:ur|ren)\b[^0-9\n]{{0,50}}: ?{_MEER}$|(?:€ ?|#|\beur |(?<![a-z])[a-z]{{1,4}}-)$"
)
"""What stands in front of a number that is surely of another kind."""


_GEWONE_TEKENS = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u205f\u3000", " "),
        **{chr(0x2000 + breed): " " for breed in range(11)},
        **dict.fromkeys("\u2010\u2011\u2012\u2013", "-"),
        "\u00b7": ".",
        **{chr(0xFF10 + cijfer): str(cijfer) for cijfer in range(10)},
    }
)
"""Signs that look the same in print: another space, a hyphen that does not break, wide digits."""


def in_gewone_tekens(tekst: str) -> str:
    """The text as long as it was, with the usual sign for each that looks like it."""
    return tekst if tekst.isascii() else tekst.translate(_GEWONE_TEKENS)


@value
class Vondst:
    """Something that reads as a bsn: where it stands, and the number as it may be shown."""

    waar: str
    gemaskeerd: str

    @property
    def zin(self) -> str:
        """What was found, for a message."""
        return f"{self.waar} lijkt een burgerservicenummer te staan ({self.gemaskeerd})"


def is_bsn(cijfers: str) -> bool:
    """Whether nine digits pass the eleven-test of a burgerservicenummer."""
    if len(cijfers) != 9 or cijfers == "000000000":
        return False
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        sum(gewicht * int(cijfer) for gewicht, cijfer in zip(gewichten, cijfers, strict=True)) % 11
        == 0
    )


def gevonden_bsn(tekst: str) -> bool:
    """Whether a text holds something that reads as a bsn.

    On a line that speaks of a bsn nine digits count without the test.
    """
    # nearly every text has no long number: then there is nothing to have patience with
    return bool(LANG_GETAL.search(in_gewone_tekens(tekst))) and bsn_in(tekst) is not None


@dataclass(slots=True)
class Geduld:
    """How much more is looked at: what was made to hold clm up comes to an end."""

    over: int = 600_000
    overgeslagen: bool = False
    """Whether a part was left out because it is too large, too deep or damaged."""

    @property
    def heel(self) -> bool:
        """Whether all that could be looked at was."""
        return self.over >= 0 and not self.overgeslagen

    def is_op(self, stappen: int) -> bool:
        """Whether these steps, each about a microsecond, are too many."""
        self.over -= stappen
        return self.over < 0


def bsn_in(tekst: str, geduld: Geduld | None = None, eerder: int = 0) -> Vondst | None:
    """The first bsn in a text, with its line; None when there is none, or no patience left.

    `eerder` is the number of lines before this text.
    """
    geduld = geduld or Geduld()
    tekst, tot = in_gewone_tekens(tekst), 0
    while not geduld.is_op(1) and (gevonden := LANG_GETAL.search(tekst, tot)):
        van = tekst.rfind("\n", 0, gevonden.start()) + 1
        tot = (tekst.find("\n", gevonden.end()) + 1 or len(tekst) + 1) - 1
        for nummer, regel in enumerate(tekst[van : min(tot, van + 5 * geduld.over)].splitlines()):
            if geduld.is_op(6 + len(regel) // 5):
                return None
            if plek := next(_in_regel(regel), None):
                voor = tekst.count("\n", 0, van) + 1
                return Vondst(f"in regel {eerder + voor + nummer}", masker_bsn(regel[slice(*plek)]))
    return None


def clientwoord(tekst: str) -> str | None:
    """The words in a text that point at one client, with what is personal masked; else None."""
    if not _MISSCHIEN_CLIENT.search(tekst):  # nearly every text
        return None
    gevonden = re.search(_CLIENT, in_gewone_tekens(tekst))
    return _masker_client(gevonden[0]) if gevonden else None


def gemaskeerd(tekst: str) -> str:
    """The text as it may be shown: each bsn and all data of a client masked."""
    uit = []
    for regel in tekst.splitlines(keepends=True):
        deel = regel
        for begin, eind in reversed(_bijeen(_in_regel(in_gewone_tekens(regel)))):
            deel = deel[:begin] + masker_bsn(deel[begin:eind]) + deel[eind:]
        for gevonden in reversed(list(re.finditer(_CLIENT, in_gewone_tekens(deel)))):
            begin, eind = gevonden.span()
            deel = deel[:begin] + _masker_client(gevonden[0]) + deel[eind:]
        uit.append(deel)
    return "".join(uit)


def _bijeen(plekken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each place once: a number behind the word for it is found in two ways."""
    uit: list[tuple[int, int]] = []
    for begin, eind in sorted(plekken):
        if uit and begin < uit[-1][1]:
            uit[-1] = (uit[-1][0], max(eind, uit[-1][1]))
        else:
            uit.append((begin, eind))
    return uit


def _in_regel(regel: str) -> Iterator[tuple[int, int]]:
    """Where in one line a bsn begins and ends."""
    if not LANG_GETAL.search(regel):
        return
    schoon = re.sub(_CODES, lambda code: "#" * len(code[0]), regel)
    gezegd = re.search(GENOEMD, schoon) is not None
    if gezegd:
        yield from (gevonden.span(1) for gevonden in re.finditer(_NA_WOORD, schoon))
    for gevonden in re.finditer(_KANDIDAAT, schoon):
        ander = re.search(_ANDER_NUMMER, schoon[max(0, gevonden.start() - 80) : gevonden.start()])
        if gezegd or (is_bsn(re.sub(r"\D", "", gevonden[0])) and not ander):
            yield gevonden.span()


def masker_bsn(tekst: str) -> str:
    """'•••••••82': the last two digits are enough to find it."""
    cijfers = re.sub(r"\D", "", tekst)
    return "•" * (len(cijfers) - 2) + cijfers[-2:]


_DATUM = (
    r"[0-9]{1,2}(?:[-/. ][0-9]{1,2}[-/. ]"
    r"| (?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]* )(?:19|20)?[0-9]{2}"
)
_FAMILIE = (
    r"(?:moeder|vader|ouders?|broer(?:tje)?|zus(?:je)?|zoon|dochter|oma|opa|tante|oom|voogd|"
    r"(?:pleeg|stief)(?:moeder|vader|ouders?|kind))"
)
_IEMAND = (
    r"(?:mevrouw|mevr\b|mw\b|meneer|dhr\b|de heer|familie|fam\b|(?:een|de|deze) (?:cli[eë]nt|"
    r"jeugdige|leerling|pati[eë]nt)\b)"
)
_PARAAF = "(?<![Pp]araaf )(?<![Pp]araaf: )"
"""Initials with a day behind this word are of who signed, and not of a client."""
_CLIENT = (
    rf"(?i:\b(?:geboren(?: op)?|geb\.?) {_DATUM})"
    r"|(?i:\b(?:geboren op|geboortedatum)\b|\bgeb\. ?[0-9])"
    r"|(?i:\bcli[eë]nt(?:(?:en)?[- ]?nummer|[- ]?nr)\b\.?:? ?[0-9]*)"
    rf"|(?i:\b(?:(?:de )?(?:zoon|dochter)|diagnose) van {_IEMAND})"
    r"|(?i:\b(?:hij|zij|ze|die|kind|jongen|meisje|jeugdige|cli[eë]nt) woont op\b)"
    r"|\bwoont op (?:de |het |nummer )?(?:[A-ZÉÖ][\w'-]+ )?[0-9]"
    rf"|\b(?i:{_FAMILIE}) van (?:[A-Z]\.|[A-ZÉÖ][a-zéëïöü]+)"
    rf"|(?i:\b{_FAMILIE}\b[^\n]{{0,60}}?\b06(?:[- ]?[0-9]){{8}})"
    r"|\b(?i:jeugdige|cli[eë]nt|leerling|pati[eë]nt) (?:[A-Z]\.){1,4}"
    rf"|(?<![A-Za-z.]){_PARAAF}"
    rf"(?:[A-Z]\. ?){{2,4}}[,(]? ?\(?(?i:geb\.? ?)?{_DATUM}(?![0-9]| (?:gezien|akkoord))"
)
"""The usual ways in which a note tells of one child or client."""
_MISSCHIEN_CLIENT = re.compile(r"(?i:geb|client| van |woont op|06)|[A-Z]\.|[^\x00-\x7f]")
"""What each of these ways holds a part of, or a sign that may be written otherwise."""
_GEWOON = (
    rf"(?i:geboren|geb|geboortedatum|cli[eë]nt\w*|de|zoon|dochter|woont|diagnose|{_FAMILIE}|"
    r"jeugdige|leerling|pati[eë]nt)"
)


def _masker_client(tekst: str) -> str:
    """The words that say what it is stay; names, initials and digits do not."""
    zonder_namen = re.sub(
        r"\b[A-ZÉÖ][\w'-]*", lambda w: w[0] if re.fullmatch(_GEWOON, w[0]) else "•", tekst
    )
    return re.sub("[0-9]", "•", zonder_namen)
