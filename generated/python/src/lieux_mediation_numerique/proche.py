"""La valeur permise la plus proche d'une valeur inconnue."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def proche(texte: str, candidats: Iterable[str]) -> str | None:
    """Le candidat le plus proche, s'il l'est assez pour être proposé : moins de deux lettres sur cinq diffèrent."""
    cherche = _simple(texte)
    meilleur: tuple[int, str] | None = None
    for candidat in candidats:
        autre = _simple(candidat)
        longueur = max(len(cherche), len(autre))
        if abs(len(cherche) - len(autre)) * 5 > longueur * 2:
            continue
        ecart = _distance(cherche, autre)
        if ecart * 5 <= longueur * 2 and (meilleur is None or ecart < meilleur[0]):
            meilleur = (ecart, candidat)
    return meilleur[1] if meilleur else None


def _simple(texte: str) -> str:
    """Le texte sans casse, sans accent et sans signes."""
    lettres = unicodedata.normalize("NFD", texte.casefold())
    return "".join(lettre for lettre in lettres if lettre.isalnum())


def _distance(a: str, b: str) -> int:
    """Nombre de lettres à changer, ajouter ou retirer pour passer d'un texte à l'autre."""
    ligne = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        diagonale, ligne[0] = ligne[0], i
        for j, y in enumerate(b, start=1):
            change = diagonale + (x != y)
            diagonale = ligne[j]
            ligne[j] = min(change, diagonale + 1, ligne[j - 1] + 1)
    return ligne[-1]
