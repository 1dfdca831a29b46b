"""Ce que les types d'un lieu demandent à leurs valeurs. Tout ce qui est demandé l'est du texte entier."""

from __future__ import annotations

import datetime
import json
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .erreur import VIDE
from .vocabulaire import Vocabulaire, exacte, inconnue

if TYPE_CHECKING:
    from typing_extensions import LiteralString

_JOUR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def refus(regle: LiteralString, message: str) -> PydanticCustomError:
    """L'erreur que pydantic range avec les autres."""
    return PydanticCustomError(regle, "{message}", {"message": message})


class Controle(ABC):
    """Une demande, posée sur un type par `Annotated`."""

    @abstractmethod
    def lire(self, valeur: object) -> object:
        """La valeur, du type voulu, ou un refus."""

    @abstractmethod
    def schema(self) -> JsonSchemaValue:
        """La même demande, en JSON Schema."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.lire)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return self.schema()


@dataclass(frozen=True)
class Bornes:
    """La plus petite et la plus grande valeur, permises toutes les deux."""

    attendu: str
    minimum: float | datetime.date | None = None
    maximum: float | datetime.date | None = None

    def verifier(self, valeur: Any, texte: str) -> None:
        """Refuse une valeur hors des bornes."""
        trop_petite = self.minimum is not None and valeur < self.minimum
        if trop_petite or (self.maximum is not None and valeur > self.maximum):
            raise refus("bornes", f"« {texte} » est hors des bornes : il faut {self.attendu}")

    def schema(self) -> JsonSchemaValue:
        """Les bornes, en JSON Schema, qui ne sait comparer que des nombres."""
        limites = {"minimum": self.minimum, "maximum": self.maximum}
        return {cle: limite for cle, limite in limites.items() if isinstance(limite, (int, float))}


@dataclass(frozen=True)
class Forme:
    """Une expression régulière, qui vaut pour le texte entier ; `None` quand tout texte convient."""

    expression: str | None
    attendu: str
    regle: LiteralString = "motif"
    reel: Callable[[str], bool] | None = None
    """Ce qu'une expression ne sait pas dire : que le jour existe, que le JSON se lit."""
    compilee: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        compilee = None if self.expression is None else re.compile(self.expression, re.ASCII)
        object.__setattr__(self, "compilee", compilee)

    def convient(self, texte: str) -> bool:
        """Vrai quand tout le texte a la forme."""
        if self.compilee is not None and self.compilee.fullmatch(texte) is None:
            return False
        return self.reel is None or self.reel(texte)


@dataclass(frozen=True)
class Texte(Controle):
    """Un texte, sa forme et sa longueur en caractères."""

    rempli: bool = False
    formes: tuple[Forme, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    bornes: Bornes | None = None
    """Pour un nombre qui s'écrit à sa manière, et reste un texte."""
    signe_decimal: str = "."
    elements: type[Vocabulaire] | None = None
    """La liste des valeurs d'un tableau écrit en JSON."""

    def lire(self, valeur: object) -> str:
        if not isinstance(valeur, str):
            raise refus("type", "il faut un texte")
        if self.rempli and not valeur:
            raise refus("obligatoire", VIDE)
        for forme in self.formes:
            if not forme.convient(valeur):
                raise refus(forme.regle, f"« {valeur} » n'a pas la forme attendue : {forme.attendu}")
        if self.minimum is not None and len(valeur) < self.minimum:
            raise refus("longueur", f"le texte compte {len(valeur)} caractères, il en faut au moins {self.minimum}")
        if self.maximum is not None and len(valeur) > self.maximum:
            raise refus("longueur", f"le texte compte {len(valeur)} caractères, {self.maximum} au plus sont permis")
        if self.elements is not None:
            _elements(self.elements, valeur)
        if self.bornes is not None:
            self.bornes.verifier(float(valeur.replace(self.signe_decimal, ".")), valeur)
        return str(valeur)

    def schema(self) -> JsonSchemaValue:
        minimum = self.minimum if self.minimum is not None else 1 if self.rempli else None
        expressions = [forme.expression for forme in self.formes if forme.expression is not None]
        demandes = {
            "type": "string",
            "minLength": minimum,
            "maxLength": self.maximum,
            "pattern": f"^(?:{expressions[-1]})$" if expressions else None,
        }
        return {cle: demande for cle, demande in demandes.items() if demande is not None}


@dataclass(frozen=True)
class Ouverte(Controle):
    """Une valeur d'une liste, ou un autre texte : la liste n'est qu'un conseil."""

    liste: type[Vocabulaire]
    texte: Texte = Texte()

    def lire(self, valeur: object) -> str:
        connue = exacte(self.liste, valeur)
        return self.texte.lire(valeur) if connue is None else connue

    def schema(self) -> JsonSchemaValue:
        return {**self.texte.schema(), "examples": [membre.libelle for membre in self.liste]}


@dataclass(frozen=True)
class Nombre(Controle):
    """Un nombre décimal."""

    bornes: Bornes | None = None

    def lire(self, valeur: object) -> float:
        nombre = math.nan
        if isinstance(valeur, (int, float)) and not isinstance(valeur, bool):
            try:
                nombre = float(valeur)
            except OverflowError:
                nombre = math.inf
        if not math.isfinite(nombre):
            raise refus("nombre", f"« {valeur} » n'est pas un nombre")
        if self.bornes is not None:
            self.bornes.verifier(nombre, str(valeur).removesuffix(".0"))
        return nombre

    def schema(self) -> JsonSchemaValue:
        return {"type": "number", **(self.bornes.schema() if self.bornes else {})}


@dataclass(frozen=True)
class Entier(Controle):
    """Un nombre entier."""

    bornes: Bornes | None = None

    def lire(self, valeur: object) -> int:
        if isinstance(valeur, bool) or not isinstance(valeur, int):
            raise refus("nombre", f"« {valeur} » n'est pas un nombre entier")
        if self.bornes is not None:
            self.bornes.verifier(valeur, str(valeur))
        return int(valeur)

    def schema(self) -> JsonSchemaValue:
        return {"type": "integer", **(self.bornes.schema() if self.bornes else {})}


@dataclass(frozen=True)
class OuiNon(Controle):
    """Vrai ou faux."""

    def lire(self, valeur: object) -> bool:
        if not isinstance(valeur, bool):
            raise refus("type", f"« {valeur} » ne se lit ni comme vrai ni comme faux")
        return valeur

    def schema(self) -> JsonSchemaValue:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Jour(Controle):
    """Un jour du calendrier, écrit année-mois-jour (ISO 8601)."""

    bornes: Bornes | None = None

    def lire(self, valeur: object) -> datetime.date:
        jour = valeur if isinstance(valeur, datetime.date) and not isinstance(valeur, datetime.datetime) else None
        if isinstance(valeur, str):
            jour = _jour(valeur)
        if jour is None:
            raise refus("date", f"« {valeur} » n'est pas une date (année-mois-jour)")
        if self.bornes is not None:
            self.bornes.verifier(jour, jour.isoformat())
        return jour

    def schema(self) -> JsonSchemaValue:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True)
class SansDoublon:
    """Une liste où aucune valeur n'est répétée ; remplie, elle en a au moins une."""

    remplie: bool = False

    def lire(self, valeurs: list[object]) -> list[object]:
        """La liste, ou un refus."""
        if self.remplie and not valeurs:
            raise refus("obligatoire", VIDE)
        for rang, valeur in enumerate(valeurs):
            if valeur in valeurs[:rang]:
                raise refus("doublon", f"« {valeur} » est écrit deux fois")
        return valeurs

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.lire, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "uniqueItems": True, **({"minItems": 1} if self.remplie else {})}


def jour_de_date_heure(texte: str) -> bool:
    """Vrai quand le jour d'une date et heure existe."""
    return _jour(texte.partition("T")[0]) is not None


def ecrit(directives: str) -> Callable[[str], bool]:
    """Vrai pour un jour qui existe, écrit selon ces directives (`%d/%m/%Y`)."""

    def existe(texte: str) -> bool:
        try:
            datetime.datetime.strptime(texte, directives)
        except ValueError:
            return False
        return True

    return existe


def duree(texte: str) -> bool:
    """Vrai quand la durée (ISO 8601) a au moins une partie, et une après son « T »."""
    return len(texte) > 1 and not texte.endswith("T")


def objet(texte: str) -> bool:
    """Vrai pour un objet écrit en JSON."""
    return isinstance(_json(texte), dict)


def tableau(texte: str) -> bool:
    """Vrai pour un tableau écrit en JSON."""
    return isinstance(_json(texte), list)


def _jour(texte: str) -> datetime.date | None:
    # `fromisoformat` lit aussi 20240402 et 2024-W14-2 ; le standard, non.
    if not _JOUR.fullmatch(texte):
        return None
    try:
        return datetime.date.fromisoformat(texte)
    except ValueError:
        return None


def _json(texte: str) -> object:
    def inconnu(nom: str) -> object:
        raise ValueError(nom)

    try:
        return json.loads(texte, parse_constant=inconnu)
    except (ValueError, RecursionError):
        return None


def _elements(liste: type[Vocabulaire], texte: str) -> None:
    lues = _json(texte)
    valeurs = cast("list[object]", lues) if isinstance(lues, list) else []
    for valeur in valeurs:
        lue = valeur if isinstance(valeur, str) else json.dumps(valeur, ensure_ascii=False, separators=(",", ":"))
        if exacte(liste, lue) is None:
            raise refus("vocabulaire", inconnue(liste, lue))


TexteLibre = Annotated[str, Texte()]
"""Un texte."""

TexteNonVide = Annotated[str, Texte(rempli=True)]
"""Un texte d'au moins un signe."""

NombreDecimal = Annotated[float, Nombre()]
"""Un nombre décimal."""

NombreEntier = Annotated[int, Entier()]
"""Un nombre entier."""

Booleen = Annotated[bool, OuiNon()]
"""Vrai ou faux."""

DateIso = Annotated[datetime.date, Jour()]
"""Un jour du calendrier."""
