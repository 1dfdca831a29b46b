"""Les lieux de médiation numérique : le standard national, en types."""

from .colonnes import CHAMPS, COLONNES, SEPARATEUR, VERSION
from .controle import Booleen, DateIso, NombreDecimal, NombreEntier, TexteLibre, TexteNonVide
from .erreur import Erreur, ErreurFichier, ErreurLieu, ErreurLigne, erreurs_de
from .fichier import ecrire_csv, lire_csv
from .lieu import Lieu
from .ligne import Champ
from .listes import (
    DispositifProgrammesNationaux,
    FormationsLabels,
    FraisACharge,
    Itinerance,
    ModalitesAcces,
    ModalitesAccompagnement,
    PriseEnChargeSpecifique,
    PublicsSpecifiquementAdresses,
    Services,
    Typologie,
)
from .textes import CodeInsee, CodePostal, Pivot, PresentationResume, Telephone, TypologieValeur
from .vocabulaire import Vocabulaire

__all__ = [
    "CHAMPS",
    "COLONNES",
    "SEPARATEUR",
    "VERSION",
    "Booleen",
    "Champ",
    "CodeInsee",
    "CodePostal",
    "DateIso",
    "DispositifProgrammesNationaux",
    "Erreur",
    "ErreurFichier",
    "ErreurLieu",
    "ErreurLigne",
    "FormationsLabels",
    "FraisACharge",
    "Itinerance",
    "Lieu",
    "ModalitesAcces",
    "ModalitesAccompagnement",
    "NombreDecimal",
    "NombreEntier",
    "Pivot",
    "PresentationResume",
    "PriseEnChargeSpecifique",
    "PublicsSpecifiquementAdresses",
    "Services",
    "Telephone",
    "TexteLibre",
    "TexteNonVide",
    "Typologie",
    "TypologieValeur",
    "Vocabulaire",
    "ecrire_csv",
    "erreurs_de",
    "lire_csv",
]
