"""Floor 8, opdrachten_inrichting: the rows of the table for templates and regimes."""

from __future__ import annotations

INRICHTING: tuple[tuple[str, ...], ...] = (
    ("sjabloon", "", "De sjablonen van brieven en andere stukken, en het briefpapier."),
    (
        "sjabloon lijst",
        "sjabloon:lijst",
        (
            "Toont alle sjablonen en soorten brieven, en wat volgens elk contract in een brief "
            "moet staan."
        ),
    ),
    (
        "sjabloon toon",
        "sjabloon:toon",
        (
            "Toont één sjabloon: waarvoor het is, wat erin moet staan, welke gegevens het krijgt,"
            " en de tekst."
        ),
    ),
    (
        "sjabloon kopieer",
        "sjabloon:kopieer",
        "Zet een sjabloon van clm in uw register, om te wijzigen; het uwe gaat daarna voor.",
        (
            "Een onderdeel, zoals _slot, geldt in alle brieven die het gebruiken. Met "
            "--uitbreiden blijft de tekst van clm gelden en vervangt u alleen een blok, met {% "
            "block aanhef %} of {% block slot %}."
        ),
    ),
    (
        "sjabloon nieuw",
        "sjabloon:nieuw",
        "Maakt een sjabloon voor een soort brief die alleen uw regime kent.",
        "Zonder eigen sjabloon geldt _maatregel, de brief van elke maatregel.",
    ),
    (
        "sjabloon controleer",
        "sjabloon:controleer",
        (
            "Controleert de eigen sjablonen en het briefpapier; de uitkomst is 1 als er iets niet"
            " klopt."
        ),
    ),
    (
        "sjabloon briefpapier",
        "sjabloon:briefpapier",
        (
            "Maakt een begin van eigen briefpapier, met alle velden op hun plaats, om in Word "
            "verder op te maken."
        ),
    ),
    (
        "sjabloon ijkblad",
        "sjabloon:ijkblad",
        (
            "Maakt een blad om af te drukken, waarmee u ziet of het adres in het venster van de "
            "envelop valt."
        ),
    ),
    ("regime", "", "Toont de contracten als regels, met hun letterlijke bepalingen."),
    ("regime lijst", "regime:lijst", "Toont de regimes: de contracten als regels."),
    (
        "regime toon",
        "regime:toon",
        "Toont één regime met de letterlijke bepalingen, de open vragen en hoe die worden gelezen.",
    ),
    (
        "regime woorden",
        "regime:woorden",
        "Toont de woorden die clm in een regime kent, elk met zijn betekenis.",
        "Met de naam van een lijst alleen die; met een ander woord alles waar dat in voorkomt.",
    ),
    (
        "regime nieuw",
        "regime:nieuw",
        "Maakt het begin van een regime uit de tekst van een contract, artikel voor artikel.",
        "De tekst komt naast het regime te staan, en regime controleer kijkt elk citaat daarin na.",
    ),
    (
        "regime dekking",
        "regime:dekking",
        "Toont van elk artikel of het wordt uitgevoerd, alleen getoond, of niet.",
    ),
    (
        "regime proef",
        "regime:proef",
        "Speelt een verzonnen zaak tot de laatste trede, met elke dag, brief en voorwaarde.",
        "Zo leest een jurist uitkomsten in plaats van YAML; met --vandaag begint de zaak die dag.",
    ),
    (
        "regime lezing",
        "regime:lezing",
        "Toont van een open vraag wat elk antwoord verandert, in de proef en in uw dossiers.",
        "Zonder VRAAG staan alle vragen er, met hoe zij nu worden gelezen.",
    ),
    (
        "lezing",
        "regime:leg_lezing_vast",
        "Legt vast hoe u een open vraag van een contract leest, en waarom.",
        "De vragen, en wat elk antwoord verandert, toont clm regime lezing.",
    ),
    (
        "regime controleer",
        "regime:controleer",
        (
            "Controleert regimes: wat er niet klopt, en waar het contract zichzelf tegenspreekt, "
            "iets openlaat of naar niets verwijst."
        ),
        "De uitkomst is 1 als er een fout of waarschuwing is.",
    ),
)
"""As in the table of commands."""
