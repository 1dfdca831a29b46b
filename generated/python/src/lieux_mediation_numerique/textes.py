"""Les types des valeurs qui ont leurs propres contraintes."""

from typing import Annotated

from .controle import Forme, Ouverte, Texte
from .listes import Typologie

Pivot = Annotated[
    str,
    Texte(
        rempli=True,
        formes=(
            Forme(
                "[a-zA-Z0-9]{9,14}",
                "de neuf à quatorze chiffres ou lettres sans accent, sans espace ni ponctuation",
            ),
        ),
    ),
]
"""SIRET ou RNA ou RIDET"""

CodePostal = Annotated[str, Texte(rempli=True, formes=(Forme("[0-9]{5}", "cinq chiffres, sans espace"),))]
"""Code postal"""

CodeInsee = Annotated[
    str,
    Texte(
        formes=(
            Forme("(?:[013-9][0-9]|2[AB1-9])[0-9]{3}", "cinq chiffres ou, en Corse, 2A ou 2B suivi de trois chiffres"),
        ),
    ),
]
"""Code INSEE"""

TypologieValeur = Annotated[Typologie | str, Ouverte(Typologie)]
"""Typologie"""

Telephone = Annotated[
    str,
    Texte(
        formes=(
            Forme(
                r"(?:\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)[0-9]{6,9}",
                "un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace",
            ),
        ),
    ),
]
"""Numéro de téléphone"""

PresentationResume = Annotated[str, Texte(maximum=280)]
"""Présentation résumé"""
