"""Fichiers CSV : une ligne par lieu, une colonne par champ."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TextIO

from .colonnes import CHAMPS, CLES, COLONNES, DELIMITEUR, GUILLEMET, MANQUANTES
from .erreur import Erreur, ErreurFichier, ErreurLieu, ErreurLigne
from .lieu import Lieu


def lire_csv(entree: str | os.PathLike[str] | TextIO) -> Iterator[Lieu | ErreurLigne]:
    """Lit les lieux d'un fichier : son chemin, ou un flux de texte ouvert avec `newline=""`.

    Chaque ligne donne un lieu, ou ses erreurs : la lecture continue après une ligne en défaut. L'ordre des colonnes
    est libre, une colonne inconnue est ignorée, une colonne facultative peut manquer. Lève `ErreurFichier` quand le
    fichier lui-même ne va pas.
    """
    with ExitStack() as pile:
        if isinstance(entree, (str, os.PathLike)):
            flux: TextIO = pile.enter_context(open(entree, encoding="utf-8-sig", newline=""))
        else:
            flux = entree
        try:
            yield from _lignes(csv.reader(flux, delimiter=DELIMITEUR, quotechar=GUILLEMET, strict=True))
        except UnicodeDecodeError as echec:
            raise ErreurFichier("le fichier n'est pas encodé en UTF-8 : enregistrez-le dans cet encodage") from echec


def ecrire_csv(sortie: str | os.PathLike[str] | TextIO, lieux: Iterable[Lieu]) -> None:
    """Écrit des lieux, précédés de l'en-tête : dans un fichier, ou dans un flux de texte ouvert avec `newline=""`.

    Un fichier est écrit entier ou pas du tout. Lève `ErreurLieu` quand un lieu ne se relirait pas à l'identique.
    """
    if not isinstance(sortie, (str, os.PathLike)):
        _ecrire(sortie, lieux)
        return
    partiel = f"{os.fspath(sortie)}.partiel"
    try:
        flux = open(partiel, "x", encoding="utf-8", newline="")
    except FileExistsError:
        raise ErreurFichier(f"« {partiel} » existe déjà : une autre écriture est en cours, ou s'est arrêtée") from None
    try:
        with flux:
            _ecrire(flux, lieux)
        os.replace(partiel, sortie)
    except BaseException:
        os.unlink(partiel)
        raise


def _lignes(lecteur: Iterator[list[str]]) -> Iterator[Lieu | ErreurLigne]:
    rangs, largeur = _entete(lecteur)
    vues: list[dict[tuple[str, ...], int]] = [{} for _ in CLES]
    numero = 1
    while True:
        numero += 1
        try:
            ligne = next(lecteur)
        except StopIteration:
            return
        except csv.Error:
            message = "un guillemet est mal fermé, ou une case est trop longue : la ligne ne se lit pas"
            yield ErreurLigne(numero, [Erreur("", "", "guillemet-mal-ferme", message)])
            continue
        if not ligne:
            continue
        if len(ligne) != largeur:
            regle = "cases-manquantes" if len(ligne) < largeur else "cases-en-trop"
            message = f"la ligne a {len(ligne)} cases, l'en-tête en a {largeur}"
            yield ErreurLigne(numero, [Erreur("", "", regle, message)])
            continue
        cases = {nom: ligne[rang] for nom, rang in rangs.items()}
        doublons = _doublons(cases, vues, numero)
        try:
            lieu = Lieu.depuis_cases(cases)
        except ErreurLieu as echec:
            yield ErreurLigne(numero, [*echec.erreurs, *doublons])
            continue
        yield ErreurLigne(numero, doublons) if doublons else lieu


def _entete(lecteur: Iterator[list[str]]) -> tuple[dict[str, int], int]:
    """Le rang de chaque colonne connue, et le nombre de colonnes."""
    try:
        noms = next(lecteur)
    except StopIteration:
        raise ErreurFichier("le fichier est vide") from None
    except csv.Error as echec:
        raise ErreurFichier("l'en-tête ne se lit pas comme du CSV : un guillemet est mal fermé") from echec
    if noms:
        noms[0] = noms[0].removeprefix("\ufeff")
    rangs = {nom: noms.index(nom) for nom in COLONNES if nom in noms}
    if not rangs:
        raise ErreurFichier(f"l'en-tête n'a aucune colonne du standard ; les cases se séparent par « {DELIMITEUR} »")
    doubles = [nom for nom in rangs if noms.count(nom) > 1]
    if doubles:
        raise ErreurFichier(f"des colonnes sont en double : {', '.join(doubles)}")
    absentes = [champ.nom for champ in CHAMPS if champ.obligatoire and champ.nom not in rangs]
    if absentes:
        raise ErreurFichier(f"il manque des colonnes obligatoires : {', '.join(absentes)}")
    return rangs, len(noms)


def _doublons(cases: dict[str, str], vues: list[dict[tuple[str, ...], int]], numero: int) -> list[Erreur]:
    """Ce que deux lignes ne peuvent pas partager, et que celle-ci partage avec une autre."""
    erreurs: list[Erreur] = []
    for cle, deja in zip(CLES, vues, strict=True):
        textes = tuple(cases.get(nom, "") for nom in cle)
        if any(texte == "" or texte in MANQUANTES for texte in textes):
            continue
        premiere = deja.setdefault(textes, numero)
        if premiere != numero:
            dit = ", ".join(textes)
            erreurs.append(Erreur(cle[0], dit, "unique", f"« {dit} » est déjà utilisé à la ligne {premiere}"))
    return erreurs


def _ecrire(flux: TextIO, lieux: Iterable[Lieu]) -> None:
    flux.write(_ligne(COLONNES))
    for lieu in lieux:
        flux.write(_ligne(lieu.cases().values()))


def _ligne(cases: Iterable[str]) -> str:
    # Le module csv, avec un seul saut de ligne à la fin, laisserait sans guillemets un retour chariot dans une case.
    textes = list(cases)
    if textes == [""]:
        return f"{GUILLEMET}{GUILLEMET}\n"
    return DELIMITEUR.join(map(_case, textes)) + "\n"


def _case(texte: str) -> str:
    if any(signe in texte for signe in (DELIMITEUR, GUILLEMET, "\n", "\r")):
        return GUILLEMET + texte.replace(GUILLEMET, GUILLEMET * 2) + GUILLEMET
    return texte
