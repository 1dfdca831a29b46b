"""Un lieu."""

from typing import Annotated, ClassVar

from pydantic import Field

from . import colonnes
from .controle import DateIso, NombreDecimal, SansDoublon, TexteLibre, TexteNonVide
from .ligne import Champ, Ligne
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
)
from .textes import CodeInsee, CodePostal, Pivot, PresentationResume, Telephone, TypologieValeur


class Lieu(Ligne):
    """Un lieu, ses champs dans l'ordre des colonnes."""

    CHAMPS: ClassVar[tuple[Champ, ...]] = colonnes.CHAMPS
    MANQUANTES: ClassVar[tuple[str, ...]] = colonnes.MANQUANTES

    id: TexteNonVide = Field(
        title="Identifiant unique local du lieu",
        description=(
            "Le repère que vous donnez à chaque lieu dans votre fichier, pour ne jamais en confondre deux : deux "
            "salles d'une même mairie, par exemple, partagent souvent le même numéro officiel. Vous le choisissez "
            "librement."
        ),
        examples=["reims-mediatheque-jean-falala", "cantal-bus-numerique-02", "3f2b8c1e-5a74-4d09-9e6b-7c0d41f8a2b5"],
    )

    pivot: Pivot = Field(
        title="SIRET ou RNA ou RIDET",
        description=(
            "Le numéro officiel qui rattache le lieu à un répertoire public. C'est le SIRET de l'établissement chaque "
            "fois qu'il existe, ce qui est le cas de la plupart des structures, y compris beaucoup d'associations. À "
            "défaut, c'est le numéro RNA de l'association ou, en Nouvelle-Calédonie et en Polynésie française, le "
            "numéro RIDET. Plusieurs lieux d'une même structure peuvent porter le même numéro."
        ),
        examples=["21510454800015", "W131004321", "0132720001"],
    )

    nom: TexteNonVide = Field(
        title="Nom",
        description="Le nom sous lequel le public connaît le lieu, tel qu'il est écrit sur la porte ou sur l'affiche.",
        examples=[
            "Médiathèque Jean Falala",
            "Point numérique de la maison de quartier des Tilleuls",
            "L'Atelier connecté",
        ],
    )

    commune: TexteNonVide = Field(
        title="Commune",
        description="Le nom de la commune où se trouve le lieu, ou celle de son point d'attache s'il est itinérant.",
        examples=["Reims", "L'Haÿ-les-Roses", "Saint-Denis"],
    )

    code_postal: CodePostal = Field(
        title="Code postal",
        description="Le code postal de l'adresse du lieu, celui qui sert à lui envoyer un courrier.",
        examples=["51100", "01000", "97400"],
    )

    code_insee: CodeInsee | None = Field(
        default=None,
        title="Code INSEE",
        description=(
            "Le code officiel de la commune, attribué par l'Insee. Il lève le doute entre les communes qui ont le même "
            "nom ou partagent un code postal."
        ),
        examples=["51454", "2A004", "01053", "97411"],
    )

    adresse: TexteNonVide = Field(
        title="Adresse",
        description=(
            "Le numéro et la voie où se trouve le lieu, avec « bis » ou « ter » s'il y a lieu. Pour un lieu itinérant, "
            "l'adresse de son point d'attache."
        ),
        examples=["2 rue des Fuseliers", "12 bis avenue de la République", "Lieu-dit Le Bourg"],
    )

    complement_adresse: TexteLibre | None = Field(
        default=None,
        title="Complément d'adresse",
        description=(
            "Ce qui aide à trouver la bonne porte une fois arrivé à l'adresse : bâtiment, étage, entrée, nom de la "
            "résidence ou point de repère."
        ),
        examples=[
            "Bâtiment B, deuxième étage",
            "Entrée par la cour de la mairie",
            "Centre commercial des Hauts de Vaux, à côté de la pharmacie",
        ],
    )

    latitude: NombreDecimal | None = Field(
        default=None,
        title="Latitude",
        description=(
            "La position du lieu du sud au nord, en degrés, dans le système du GPS (WGS 84). Avec la longitude, elle "
            "place le lieu sur une carte."
        ),
        examples=[49.2532, 42.3061, -20.8789],
    )

    longitude: NombreDecimal | None = Field(
        default=None,
        title="Longitude",
        description=(
            "La position du lieu d'ouest en est, en degrés, dans le système du GPS (WGS 84). Avec la latitude, elle "
            "place le lieu sur une carte."
        ),
        examples=[4.0323, -4.4861, 55.4481],
    )

    typologie: Annotated[list[TypologieValeur], SansDoublon()] = Field(
        default_factory=list[TypologieValeur],
        title="Typologie",
        description=(
            "La nature de la structure qui tient le lieu : bibliothèque, association, centre social, mairie, "
            "tiers-lieu… Chaque nature a un code court, en majuscules."
        ),
        examples=[["BIB"], ["ASSO", "TIERS_LIEUX"], ["CCAS"]],
    )

    telephone: Telephone | None = Field(
        default=None,
        title="Numéro de téléphone",
        description=(
            "Le numéro de téléphone où le public peut joindre le lieu, écrit sous sa forme internationale. Un seul "
            "numéro par lieu."
        ),
        examples=["+33199005678", "+33465710142", "+33639980123"],
    )

    courriels: Annotated[list[TexteLibre], SansDoublon()] = Field(
        default_factory=list[TexteLibre],
        title="Courriels",
        description=(
            "L'adresse électronique où écrire au lieu. Plusieurs adresses sont possibles, la plus utile au public en "
            "premier."
        ),
        examples=[
            ["mediatheque@ville.example"],
            ["accueil@centre-social.example", "numerique@centre-social.example"],
            ["contact@bus-numerique.example"],
        ],
    )

    site_web: Annotated[list[TexteLibre], SansDoublon()] = Field(
        default_factory=list[TexteLibre],
        title="Site web",
        description=(
            "L'adresse du site internet du lieu ou de sa page sur un réseau social. Plusieurs adresses sont possibles, "
            "la plus complète en premier."
        ),
        examples=[
            ["https://mediatheque.ville.example/espace-numerique"],
            ["https://www.centre-social.example/", "https://reseau-social.example/centre-social"],
        ],
    )

    horaires: TexteLibre | None = Field(
        default=None,
        title="Horaires",
        description=(
            "Les jours et les heures où le lieu est ouvert au public, dans l'écriture d'OpenStreetMap, que les cartes "
            "en ligne savent lire : les jours y sont abrégés en anglais, de Mo pour lundi à Su pour dimanche."
        ),
        examples=[
            "Tu-Fr 10:00-12:30,14:00-18:00; Sa 10:00-17:00; PH off",
            "Mo-Fr 09:00-12:00,13:30-17:30",
            "We 14:00-17:00; SH off",
        ],
    )

    presentation_resume: PresentationResume | None = Field(
        default=None,
        title="Présentation résumé",
        description=(
            "Une ou deux phrases qui disent au public ce qu'il trouvera dans le lieu. C'est le texte qui s'affiche "
            "d'abord sur une carte ou dans une liste."
        ),
        examples=[
            (
                "La médiathèque vous accueille sans inscription pour utiliser un ordinateur, imprimer un document ou "
                "poser vos questions sur internet."
            ),
            (
                "Un bus aménagé s'arrête chaque semaine dans huit villages du Cantal pour aider les habitants dans "
                "leurs démarches en ligne."
            ),
        ],
    )

    presentation_detail: TexteLibre | None = Field(
        default=None,
        title="Présentation détaillée",
        description=(
            "Le portrait complet du lieu : son équipe, son matériel, ses ateliers, ce qu'il faut apporter, ce qui ne "
            "se fait pas sur place. Ce texte complète le résumé sans le répéter."
        ),
        examples=[
            (
                "Deux conseillers vous reçoivent dans une salle de huit ordinateurs, avec imprimante et scanner. Pour "
                "une démarche en ligne, apportez une pièce d'identité et vos derniers courriers. Les ateliers du jeudi "
                "changent chaque mois ; le programme est affiché à l'accueil. Nous ne réparons pas le matériel, mais "
                "nous vous indiquons qui peut le faire."
            ),
            (
                "L'équipe prête des tablettes aux adhérents et organise des séances pour apprendre à s'en servir chez "
                "soi. Une personne parlant la langue des signes est présente le premier mardi du mois."
            ),
        ],
    )

    source: TexteLibre | None = Field(
        default=None,
        title="Structure collectant la donnée",
        description=(
            "Le nom de l'organisation qui a réuni et vérifié les informations de la ligne : le lieu lui-même, une "
            "collectivité, un hub ou un réseau. C'est à elle que l'on signale une erreur."
        ),
        examples=["Hubik", "Métropole de Lyon", "Communauté de communes du Pays de Salers"],
    )

    itinerance: Annotated[list[Itinerance], SansDoublon()] = Field(
        default_factory=list[Itinerance],
        title="Itinérance",
        description=(
            "Dit si l'on va vers le lieu ou si le lieu vient vers le public, comme un bus ou un camion équipé qui "
            "s'arrête de commune en commune."
        ),
        examples=[["Itinérant"], ["Fixe"], ["Itinérant", "Fixe"]],
    )

    structure_parente: TexteLibre | None = Field(
        default=None,
        title="Structure parente",
        description=(
            "Le nom de l'organisation dont le lieu dépend, quand ce n'est pas lui-même : la ville pour une "
            "bibliothèque, le réseau ou l'association pour une antenne locale."
        ),
        examples=["Ville de Reims", "Communauté de communes du Pays de Salers", "Emmaüs Connect"],
    )

    date_maj: DateIso = Field(
        title="Date de mise à jour",
        description=(
            "La date à laquelle les informations de cette ligne ont été vérifiées pour la dernière fois. Elle dit au "
            "lecteur s'il peut s'y fier."
        ),
        examples=["2026-09-14", "2025-11-03"],
    )

    services: Annotated[list[Services], SansDoublon()] = Field(
        default_factory=list[Services],
        title="Services",
        description=(
            "Ce que l'on peut venir faire ou apprendre dans le lieu. C'est l'information que les usagers et les "
            "personnes qui les orientent cherchent en premier."
        ),
        examples=[
            [
                "Aide aux démarches administratives",
                "Maîtrise des outils numériques du quotidien",
                "Utilisation sécurisée du numérique",
            ],
            ["Accès internet et matériel informatique"],
            [
                "Parentalité et éducation avec le numérique",
                "Loisirs et créations numériques",
                "Compréhension du monde numérique",
            ],
            ["Insertion professionnelle via le numérique", "Acquisition de matériel informatique à prix solidaire"],
        ],
    )

    publics_specifiquement_adresses: Annotated[list[PublicsSpecifiquementAdresses], SansDoublon()] = Field(
        default_factory=list[PublicsSpecifiquementAdresses],
        title="Publics spécifiquement adressés",
        description=(
            "Le ou les publics auxquels le lieu réserve son action. Un lieu de médiation numérique s'adresse "
            "d'ordinaire à tout le monde : la case est alors vide."
        ),
        examples=[["Jeunes", "Étudiants"], ["Femmes"], ["Seniors"], ["Familles et/ou enfants"]],
    )

    prise_en_charge_specifique: Annotated[list[PriseEnChargeSpecifique], SansDoublon()] = Field(
        default_factory=list[PriseEnChargeSpecifique],
        title="Prise en charge spécifique",
        description=(
            "Les besoins particuliers auxquels l'équipe sait répondre : un handicap, la difficulté à lire ou à écrire, "
            "une langue étrangère. Le lieu reste ouvert aux autres publics."
        ),
        examples=[
            ["Surdité", "Déficience visuelle"],
            ["Illettrisme", "Langues étrangères (anglais)", "Langues étrangères (autres)"],
            ["Handicaps moteurs", "Handicaps mentaux"],
        ],
    )

    frais_a_charge: Annotated[list[FraisACharge], SansDoublon()] = Field(
        default_factory=list[FraisACharge],
        title="Frais à charge",
        description="Ce que l'usager doit payer, ou non, pour être reçu et accompagné.",
        examples=[["Gratuit"], ["Gratuit sous condition", "Payant"], ["Payant"]],
    )

    dispositif_programmes_nationaux: Annotated[list[DispositifProgrammesNationaux], SansDoublon()] = Field(
        default_factory=list[DispositifProgrammesNationaux],
        title="Dispositifs et programmes nationaux",
        description=(
            "Les dispositifs ou programmes présents dans toute la France auxquels le lieu participe. Le public y "
            "reconnaît un accueil qu'il connaît déjà ailleurs."
        ),
        examples=[
            ["Conseillers numériques", "Aidants Connect"],
            ["France Services", "Point d'accès numérique CAF"],
            ["Bibliothèques numérique de référence", "Certification PIX"],
            ["Emmaüs Connect", "Relais numérique (Emmaüs Connect)"],
        ],
    )

    formations_labels: Annotated[list[FormationsLabels], SansDoublon()] = Field(
        default_factory=list[FormationsLabels],
        title="Formations et labels",
        description=(
            "Les formations suivies par l'équipe et les labels obtenus par le lieu, parmi ceux que le standard connaît."
        ),
        examples=[
            ["Formé à « Mon Espace Santé »", "Fabriques de Territoire"],
            ["Étapes numériques (La Poste)"],
            ["Formé à « DUPLEX » (illettrisme)", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"],
            ["ORDI 3.0", "Collectif ressources et acteurs réemploi (Normandie)"],
        ],
    )

    autres_formations_labels: Annotated[list[TexteLibre], SansDoublon()] = Field(
        default_factory=list[TexteLibre],
        title="Autres formations et labels",
        description=(
            "Les formations et les labels qui ne figurent dans aucune des listes du standard, par exemple ceux d'un "
            "département ou d'une ville. Le texte est libre."
        ),
        examples=[["Micro-Folie"], ["Campus connecté", "Ambassadeurs du numérique (Aveyron)"]],
    )

    modalites_acces: Annotated[list[ModalitesAcces], SansDoublon()] = Field(
        default_factory=list[ModalitesAcces],
        title="Modalités d'accès",
        description=(
            "La démarche à faire pour être reçu : venir directement, appeler, écrire, réserver ou passer par un "
            "professionnel."
        ),
        examples=[
            ["Se présenter", "Téléphoner"],
            ["Prendre un RDV en ligne", "Contacter par mail"],
            ["Envoyer un mail avec une fiche de prescription"],
            ["Ce lieu n'accueille pas de public"],
        ],
    )

    modalites_accompagnement: Annotated[list[ModalitesAccompagnement], SansDoublon()] = Field(
        default_factory=list[ModalitesAccompagnement],
        title="Modalités d'accompagnement",
        description=(
            "La façon dont l'usager est aidé : seul devant le matériel, en tête à tête, en groupe ou sans se déplacer."
        ),
        examples=[
            ["Accompagnement individuel", "Dans un atelier collectif"],
            ["En autonomie"],
            ["À distance", "Accompagnement individuel"],
        ],
    )

    fiche_acces_libre: TexteLibre | None = Field(
        default=None,
        title="Fiche Accès libre",
        description=(
            "L'adresse de la page du lieu sur Acceslibre, le service public qui décrit l'accessibilité des bâtiments : "
            "marches, largeur des portes, stationnement, sanitaires."
        ),
        examples=[
            "https://acceslibre.beta.gouv.fr/app/29-lampaul-plouarzel/a/bibliotheque-mediatheque/erp/mediatheque-13/",
        ],
    )

    prise_rdv: TexteLibre | None = Field(
        default=None,
        title="Prise de rdv",
        description="L'adresse de la page où l'usager réserve lui-même un rendez-vous avec l'équipe du lieu.",
        examples=["https://rendez-vous.ville.example/espace-numerique", "https://www.rdv-solidarites.fr/"],
    )
