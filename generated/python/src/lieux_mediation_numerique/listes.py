"""Les listes de valeurs."""

from .vocabulaire import Fiche, Vocabulaire, decrire


class Typologie(Vocabulaire):
    """Typologie

    De quel type de structure s'agit-il ? Chaque code désigne un genre d'institution, d'association ou d'entreprise ; on
    prend le plus précis qui convienne, et plusieurs si le lieu est plusieurs choses à la fois, comme une mairie qui
    abrite un espace France Services.
    """

    ACI = "ACI"
    """Atelier et chantier d'insertion, qui emploie des personnes éloignées du travail et les accompagne vers un emploi
    durable.
    """

    ACIPHC = "ACIPHC"
    """Atelier et chantier d'insertion qui applique « Premières heures en chantier », une reprise du travail très
    progressive pour des personnes en grande exclusion.
    """

    AFPA = "AFPA"
    """Agence nationale pour la formation professionnelle des adultes, ou l'un de ses centres."""

    AI = "AI"
    """Association intermédiaire, qui met des demandeurs d'emploi à disposition de particuliers, d'associations ou
    d'entreprises.
    """

    ASE = "ASE"
    """Service de l'aide sociale à l'enfance du département, ou établissement qui accueille des mineurs pour son compte.
    """

    ASSO = "ASSO"
    """Association, quand aucun code plus précis ne dit ce qu'elle fait."""

    ASSO_CHOMEUR = "ASSO_CHOMEUR"
    """Association créée par ou pour des personnes au chômage, qui les informe et les soutient."""

    AVIP = "AVIP"
    """Crèche à vocation d'insertion professionnelle, qui garde les jeunes enfants de parents en recherche d'emploi."""

    AUTRE = "Autre"
    """Structure d'un type qui n'est prévu par aucun autre code de la liste."""

    BIB = "BIB"
    """Bibliothèque ou médiathèque ouverte au public."""

    CAARUD = "CAARUD"
    """Centre d'accueil et d'accompagnement à la réduction des risques pour usagers de drogues."""

    CADA = "CADA"
    """Centre d'accueil de demandeurs d'asile, qui héberge ces personnes pendant l'examen de leur demande."""

    CAF = "CAF"
    """Caisse d'allocations familiales, y compris ses antennes et ses points d'accueil."""

    CAP_EMPLOI = "CAP_EMPLOI"
    """Organisme Cap emploi, qui accompagne vers l'emploi les personnes en situation de handicap et conseille leurs
    employeurs.
    """

    CAVA = "CAVA"
    """Centre d'adaptation à la vie active, atelier où des personnes en difficulté reprennent peu à peu un rythme de
    travail.
    """

    CC = "CC"
    """Communauté de communes."""

    CCAS = "CCAS"
    """Centre communal d'action sociale, rattaché à la commune."""

    CCONS = "CCONS"
    """Chambre consulaire : chambre de commerce et d'industrie, chambre de métiers et de l'artisanat ou chambre
    d'agriculture.
    """

    CD = "CD"
    """Conseil départemental, pour l'institution elle-même et ses services autres que l'action sociale."""

    CDAS = "CDAS"
    """Centre départemental d'action sociale, lieu d'accueil social de proximité du département."""

    CFP = "CFP"
    """Centre des finances publiques, où l'on s'occupe notamment des impôts."""

    CHRS = "CHRS"
    """Centre d'hébergement et de réinsertion sociale."""

    CHU = "CHU"
    """Centre d'hébergement d'urgence, et non centre hospitalier universitaire."""

    CIAS = "CIAS"
    """Centre intercommunal d'action sociale, commun à plusieurs communes."""

    CIDFF = "CIDFF"
    """Centre d'information sur les droits des femmes et des familles."""

    CITMET = "CITMET"
    """Cité des métiers, lieu de conseil sur l'orientation, la formation et la vie professionnelle."""

    CMP = "CMP"
    """Centre médico-psychologique, qui reçoit en consultation pour des soins psychiques."""

    CMS = "CMS"
    """Centre médico-social, où le public rencontre des professionnels du social et de la santé."""

    CPAM = "CPAM"
    """Caisse primaire d'assurance maladie, y compris ses points d'accueil."""

    CPH = "CPH"
    """Centre provisoire d'hébergement, qui loge et accompagne des personnes réfugiées."""

    CS = "CS"
    """Centre social, équipement de quartier ou de village ouvert à tous les habitants."""

    CSAPA = "CSAPA"
    """Centre de soins, d'accompagnement et de prévention en addictologie."""

    CSC = "CSC"
    """Centre socioculturel, qui mêle action sociale de proximité et activités culturelles."""

    DEETS = "DEETS"
    """Direction de l'économie, de l'emploi, du travail et des solidarités, service de l'État sur un territoire."""

    DEPT = "DEPT"
    """Services sociaux du conseil départemental, pour les accueils sociaux qui n'ont pas de code plus précis."""

    DIPLP = "DIPLP"
    """Délégation interministérielle à la prévention et à la lutte contre la pauvreté, ou ses représentants sur un
    territoire.
    """

    E2C = "E2C"
    """École de la deuxième chance, qui remobilise et forme des jeunes sortis de l'école sans diplôme."""

    EA = "EA"
    """Entreprise adaptée, qui emploie une forte part de travailleurs handicapés en milieu ordinaire de travail."""

    EATT = "EATT"
    """Entreprise adaptée de travail temporaire, agence d'intérim tournée vers les travailleurs handicapés."""

    EI = "EI"
    """Entreprise d'insertion, qui produit et vend tout en faisant travailler des personnes éloignées de l'emploi."""

    EITI = "EITI"
    """Entreprise d'insertion par le travail indépendant, qui aide des personnes éloignées de l'emploi à exercer à leur
    compte.
    """

    ENM = "ENM"
    """Espace numérique mobile, comme un bus ou un camion équipé qui va de commune en commune."""

    EPCI = "EPCI"
    """Établissement public de coopération intercommunale : métropole, communauté urbaine ou d'agglomération, autre
    groupement de communes.
    """

    EPI = "EPI"
    """Espace public internet, salle équipée où le public peut se connecter et se faire aider."""

    EPIDE = "EPIDE"
    """Établissement pour l'insertion dans l'emploi, qui accueille en internat de jeunes adultes volontaires."""

    EPN = "EPN"
    """Espace public numérique, lieu où le public dispose d'équipements et d'un animateur pour apprendre à s'en servir.
    """

    ES = "ES"
    """Épicerie solidaire, qui vend à bas prix à des personnes aux revenus modestes."""

    ESAT = "ESAT"
    """Établissement ou service d'aide par le travail, nommé aussi d'accompagnement par le travail, pour des personnes
    handicapées.
    """

    ESS = "ESS"
    """Entreprise de l'économie sociale et solidaire, quand aucun code plus précis ne convient."""

    ETABL_PRI = "ETABL_PRI"
    """Établissement privé, quand aucun code plus précis ne dit ce qu'il fait."""

    ETABL_PUB = "ETABL_PUB"
    """Établissement public, quand aucun code plus précis ne dit ce qu'il fait."""

    ETAT = "ETAT"
    """Service de l'État, quand il ne s'agit ni d'une préfecture ni d'un autre service qui a son code."""

    ETTI = "ETTI"
    """Entreprise de travail temporaire d'insertion, agence d'intérim pour des personnes éloignées de l'emploi."""

    EVS = "EVS"
    """Espace de vie sociale, petite structure d'animation locale, plus légère qu'un centre social."""

    FABLAB = "FABLAB"
    """Atelier de fabrication partagé, équipé de machines comme l'imprimante 3D ou la découpe laser."""

    FABRIQUE = "FABRIQUE"
    """Lieu qui se présente comme une fabrique, où l'on mène des projets ensemble, sans être un atelier de fabrication
    partagé.
    """

    FAIS = "FAIS"
    """Fédération d'acteurs de l'insertion et de la solidarité, qui regroupe et représente d'autres structures."""

    FT = "FT"
    """France Travail, l'opérateur public de l'emploi, qui s'appelait auparavant Pôle emploi."""

    GEIQ = "GEIQ"
    """Groupement d'employeurs pour l'insertion et la qualification, qui embauche et forme des personnes au profit de
    ses entreprises membres.
    """

    HUDA = "HUDA"
    """Hébergement d'urgence pour demandeurs d'asile."""

    LA_POSTE = "LA_POSTE"
    """Bureau de poste, agence postale communale ou autre point d'accueil de La Poste."""

    MDA = "MDA"
    """Maison départementale de l'autonomie, pour les personnes âgées et les personnes handicapées, et non maison des
    adolescents.
    """

    MDE = "MDE"
    """Maison de l'emploi, qui réunit sur un territoire les acteurs de l'emploi."""

    MDEF = "MDEF"
    """Maison de l'emploi et de la formation, qui ajoute l'orientation vers les formations."""

    MDH = "MDH"
    """Maison des habitants, nom donné dans certaines villes à un équipement social de quartier."""

    MDPH = "MDPH"
    """Maison départementale des personnes handicapées, où se déposent les demandes de droits liées au handicap."""

    MDS = "MDS"
    """Maison départementale des solidarités, lieu d'accueil social du département."""

    MJC = "MJC"
    """Maison des jeunes et de la culture."""

    ML = "ML"
    """Mission locale, qui accompagne les jeunes sortis de l'école vers l'emploi et l'autonomie."""

    MQ = "MQ"
    """Maison de quartier, équipement municipal ou associatif ouvert aux habitants."""

    MSA = "MSA"
    """Mutualité sociale agricole, la protection sociale des exploitants et des salariés de l'agriculture."""

    MSAP = "MSAP"
    """Maison de services au public, ancien nom d'un guichet qui réunit plusieurs services, le plus souvent devenu
    France Services.
    """

    MUNI = "MUNI"
    """Municipalité : mairie, mairie annexe ou service d'une commune."""

    OACAS = "OACAS"
    """Organisme d'accueil communautaire et d'activités solidaires, qui loge et fait participer à une activité des
    personnes en difficulté.
    """

    ODC = "ODC"
    """Organisation délégataire d'un conseil départemental, à laquelle il confie une part de son action d'insertion."""

    OF = "OF"
    """Organisme de formation, pour les adultes ou pour les jeunes."""

    OIL = "OIL"
    """Opérateur d'intermédiation locative, qui sert d'intermédiaire entre des propriétaires et des ménages en
    difficulté.
    """

    OPCS = "OPCS"
    """Organisation porteuse de la clause sociale, qui suit les heures d'insertion prévues dans les marchés publics."""

    PAD = "PAD"
    """Point d'accès au droit, où l'on reçoit gratuitement une information juridique."""

    PENSION = "PENSION"
    """Pension de famille ou résidence accueil, logement durable avec des espaces communs pour des personnes isolées."""

    PI = "PI"
    """Point information, accueil de proximité qui renseigne et oriente le public."""

    PIJ_BIJ = "PIJ_BIJ"
    """Point ou bureau information jeunesse."""

    PIMMS = "PIMMS"
    """Point information médiation multiservices, qui aide le public dans ses relations avec les services publics et les
    entreprises de service.
    """

    PJJ = "PJJ"
    """Protection judiciaire de la jeunesse, service du ministère de la Justice chargé des mineurs."""

    PLIE = "PLIE"
    """Plan local pour l'insertion et l'emploi, ou la structure qui l'anime."""

    PREF = "PREF"
    """Préfecture ou sous-préfecture."""

    PREVENTION = "PREVENTION"
    """Service ou club de prévention, dont les éducateurs vont à la rencontre des jeunes là où ils vivent."""

    REG = "REG"
    """Région, pour le conseil régional et ses antennes."""

    RELAIS_LECTURE = "RELAIS_LECTURE"
    """Relais lecture, petit point de prêt de livres, plus modeste qu'une bibliothèque."""

    RESSOURCERIE = "RESSOURCERIE"
    """Ressourcerie ou recyclerie, qui collecte, répare et revend des objets."""

    RFS = "RFS"
    """Réseau France Services, pour un espace labellisé, fixe ou mobile."""

    RS_FJT = "RS_FJT"
    """Résidence sociale ou foyer de jeunes travailleurs."""

    SCP = "SCP"
    """Services et clubs de prévention, type très proche de PREVENTION, conservé parce que les deux codes circulent."""

    SPIP = "SPIP"
    """Service pénitentiaire d'insertion et de probation."""

    TIERS_LIEUX = "TIERS_LIEUX"
    """Tiers-lieu ou espace de travail partagé."""

    UDAF = "UDAF"
    """Union départementale des associations familiales."""


decrire(
    Typologie,
    "typologie",
    [
        Fiche(
            "aci",
            (
                "Atelier et chantier d'insertion, qui emploie des personnes éloignées du travail et les accompagne "
                "vers un emploi durable."
            ),
            "1.1.0",
        ),
        Fiche(
            "aciphc",
            (
                "Atelier et chantier d'insertion qui applique « Premières heures en chantier », une reprise du travail "
                "très progressive pour des personnes en grande exclusion."
            ),
            "1.1.0",
        ),
        Fiche(
            "afpa",
            "Agence nationale pour la formation professionnelle des adultes, ou l'un de ses centres.",
            "1.1.0",
        ),
        Fiche(
            "ai",
            (
                "Association intermédiaire, qui met des demandeurs d'emploi à disposition de particuliers, "
                "d'associations ou d'entreprises."
            ),
            "1.1.0",
        ),
        Fiche(
            "ase",
            (
                "Service de l'aide sociale à l'enfance du département, ou établissement qui accueille des mineurs pour "
                "son compte."
            ),
            "1.1.0",
        ),
        Fiche("asso", "Association, quand aucun code plus précis ne dit ce qu'elle fait.", "1.1.0"),
        Fiche(
            "asso_chomeur",
            "Association créée par ou pour des personnes au chômage, qui les informe et les soutient.",
            "1.1.0",
        ),
        Fiche(
            "avip",
            (
                "Crèche à vocation d'insertion professionnelle, qui garde les jeunes enfants de parents en recherche "
                "d'emploi."
            ),
            "1.1.0",
        ),
        Fiche("autre", "Structure d'un type qui n'est prévu par aucun autre code de la liste.", "1.1.0"),
        Fiche("bib", "Bibliothèque ou médiathèque ouverte au public.", "1.1.0"),
        Fiche(
            "caarud",
            "Centre d'accueil et d'accompagnement à la réduction des risques pour usagers de drogues.",
            "1.1.0",
        ),
        Fiche(
            "cada",
            "Centre d'accueil de demandeurs d'asile, qui héberge ces personnes pendant l'examen de leur demande.",
            "1.1.0",
        ),
        Fiche("caf", "Caisse d'allocations familiales, y compris ses antennes et ses points d'accueil.", "1.1.0"),
        Fiche(
            "cap_emploi",
            (
                "Organisme Cap emploi, qui accompagne vers l'emploi les personnes en situation de handicap et "
                "conseille leurs employeurs."
            ),
            "1.1.0",
        ),
        Fiche(
            "cava",
            (
                "Centre d'adaptation à la vie active, atelier où des personnes en difficulté reprennent peu à peu un "
                "rythme de travail."
            ),
            "1.1.0",
        ),
        Fiche("cc", "Communauté de communes.", "1.1.0"),
        Fiche("ccas", "Centre communal d'action sociale, rattaché à la commune.", "1.1.0"),
        Fiche(
            "ccons",
            (
                "Chambre consulaire : chambre de commerce et d'industrie, chambre de métiers et de l'artisanat ou "
                "chambre d'agriculture."
            ),
            "1.1.0",
        ),
        Fiche(
            "cd",
            "Conseil départemental, pour l'institution elle-même et ses services autres que l'action sociale.",
            "1.1.0",
        ),
        Fiche(
            "cdas",
            "Centre départemental d'action sociale, lieu d'accueil social de proximité du département.",
            "1.1.0",
        ),
        Fiche("cfp", "Centre des finances publiques, où l'on s'occupe notamment des impôts.", "1.1.0"),
        Fiche("chrs", "Centre d'hébergement et de réinsertion sociale.", "1.1.0"),
        Fiche("chu", "Centre d'hébergement d'urgence, et non centre hospitalier universitaire.", "1.1.0"),
        Fiche("cias", "Centre intercommunal d'action sociale, commun à plusieurs communes.", "1.1.0"),
        Fiche("cidff", "Centre d'information sur les droits des femmes et des familles.", "1.1.0"),
        Fiche(
            "citmet",
            "Cité des métiers, lieu de conseil sur l'orientation, la formation et la vie professionnelle.",
            "1.1.0",
        ),
        Fiche("cmp", "Centre médico-psychologique, qui reçoit en consultation pour des soins psychiques.", "1.1.0"),
        Fiche(
            "cms",
            "Centre médico-social, où le public rencontre des professionnels du social et de la santé.",
            "1.1.0",
        ),
        Fiche("cpam", "Caisse primaire d'assurance maladie, y compris ses points d'accueil.", "1.1.0"),
        Fiche("cph", "Centre provisoire d'hébergement, qui loge et accompagne des personnes réfugiées.", "1.1.0"),
        Fiche(
            "cs",
            "Centre social, équipement de quartier ou de village ouvert à tous les habitants.",
            "1.1.0",
            alias=("SC",),
        ),
        Fiche("csapa", "Centre de soins, d'accompagnement et de prévention en addictologie.", "1.1.0"),
        Fiche("csc", "Centre socioculturel, qui mêle action sociale de proximité et activités culturelles.", "1.1.0"),
        Fiche(
            "deets",
            "Direction de l'économie, de l'emploi, du travail et des solidarités, service de l'État sur un territoire.",
            "1.1.0",
        ),
        Fiche(
            "dept",
            "Services sociaux du conseil départemental, pour les accueils sociaux qui n'ont pas de code plus précis.",
            "1.1.0",
        ),
        Fiche(
            "diplp",
            (
                "Délégation interministérielle à la prévention et à la lutte contre la pauvreté, ou ses représentants "
                "sur un territoire."
            ),
            "1.1.0",
        ),
        Fiche(
            "e2c",
            "École de la deuxième chance, qui remobilise et forme des jeunes sortis de l'école sans diplôme.",
            "1.1.0",
        ),
        Fiche(
            "ea",
            "Entreprise adaptée, qui emploie une forte part de travailleurs handicapés en milieu ordinaire de travail.",
            "1.1.0",
        ),
        Fiche(
            "eatt",
            "Entreprise adaptée de travail temporaire, agence d'intérim tournée vers les travailleurs handicapés.",
            "1.1.0",
        ),
        Fiche(
            "ei",
            (
                "Entreprise d'insertion, qui produit et vend tout en faisant travailler des personnes éloignées de "
                "l'emploi."
            ),
            "1.1.0",
        ),
        Fiche(
            "eiti",
            (
                "Entreprise d'insertion par le travail indépendant, qui aide des personnes éloignées de l'emploi à "
                "exercer à leur compte."
            ),
            "1.1.0",
        ),
        Fiche(
            "enm",
            "Espace numérique mobile, comme un bus ou un camion équipé qui va de commune en commune.",
            "1.1.0",
        ),
        Fiche(
            "epci",
            (
                "Établissement public de coopération intercommunale : métropole, communauté urbaine ou "
                "d'agglomération, autre groupement de communes."
            ),
            "1.1.0",
        ),
        Fiche(
            "epi",
            "Espace public internet, salle équipée où le public peut se connecter et se faire aider.",
            "1.1.0",
        ),
        Fiche(
            "epide",
            "Établissement pour l'insertion dans l'emploi, qui accueille en internat de jeunes adultes volontaires.",
            "1.1.0",
        ),
        Fiche(
            "epn",
            (
                "Espace public numérique, lieu où le public dispose d'équipements et d'un animateur pour apprendre à "
                "s'en servir."
            ),
            "1.1.0",
        ),
        Fiche("es", "Épicerie solidaire, qui vend à bas prix à des personnes aux revenus modestes.", "1.1.0"),
        Fiche(
            "esat",
            (
                "Établissement ou service d'aide par le travail, nommé aussi d'accompagnement par le travail, pour des "
                "personnes handicapées."
            ),
            "1.1.0",
        ),
        Fiche(
            "ess",
            "Entreprise de l'économie sociale et solidaire, quand aucun code plus précis ne convient.",
            "1.1.0",
        ),
        Fiche("etabl_pri", "Établissement privé, quand aucun code plus précis ne dit ce qu'il fait.", "1.1.0"),
        Fiche("etabl_pub", "Établissement public, quand aucun code plus précis ne dit ce qu'il fait.", "1.1.0"),
        Fiche(
            "etat",
            "Service de l'État, quand il ne s'agit ni d'une préfecture ni d'un autre service qui a son code.",
            "1.1.0",
        ),
        Fiche(
            "etti",
            "Entreprise de travail temporaire d'insertion, agence d'intérim pour des personnes éloignées de l'emploi.",
            "1.1.0",
        ),
        Fiche(
            "evs",
            "Espace de vie sociale, petite structure d'animation locale, plus légère qu'un centre social.",
            "1.1.0",
        ),
        Fiche(
            "fablab",
            "Atelier de fabrication partagé, équipé de machines comme l'imprimante 3D ou la découpe laser.",
            "1.1.0",
        ),
        Fiche(
            "fabrique",
            (
                "Lieu qui se présente comme une fabrique, où l'on mène des projets ensemble, sans être un atelier de "
                "fabrication partagé."
            ),
            "1.1.0",
        ),
        Fiche(
            "fais",
            "Fédération d'acteurs de l'insertion et de la solidarité, qui regroupe et représente d'autres structures.",
            "1.1.0",
        ),
        Fiche(
            "ft",
            "France Travail, l'opérateur public de l'emploi, qui s'appelait auparavant Pôle emploi.",
            "1.1.0",
            alias=("PE",),
        ),
        Fiche(
            "geiq",
            (
                "Groupement d'employeurs pour l'insertion et la qualification, qui embauche et forme des personnes au "
                "profit de ses entreprises membres."
            ),
            "1.1.0",
        ),
        Fiche("huda", "Hébergement d'urgence pour demandeurs d'asile.", "1.1.0"),
        Fiche("la_poste", "Bureau de poste, agence postale communale ou autre point d'accueil de La Poste.", "1.1.0"),
        Fiche(
            "mda",
            (
                "Maison départementale de l'autonomie, pour les personnes âgées et les personnes handicapées, et non "
                "maison des adolescents."
            ),
            "1.1.0",
        ),
        Fiche("mde", "Maison de l'emploi, qui réunit sur un territoire les acteurs de l'emploi.", "1.1.0"),
        Fiche("mdef", "Maison de l'emploi et de la formation, qui ajoute l'orientation vers les formations.", "1.1.0"),
        Fiche(
            "mdh",
            "Maison des habitants, nom donné dans certaines villes à un équipement social de quartier.",
            "1.1.0",
        ),
        Fiche(
            "mdph",
            "Maison départementale des personnes handicapées, où se déposent les demandes de droits liées au handicap.",
            "1.1.0",
        ),
        Fiche("mds", "Maison départementale des solidarités, lieu d'accueil social du département.", "1.1.0"),
        Fiche("mjc", "Maison des jeunes et de la culture.", "1.1.0"),
        Fiche(
            "ml",
            "Mission locale, qui accompagne les jeunes sortis de l'école vers l'emploi et l'autonomie.",
            "1.1.0",
        ),
        Fiche("mq", "Maison de quartier, équipement municipal ou associatif ouvert aux habitants.", "1.1.0"),
        Fiche(
            "msa",
            "Mutualité sociale agricole, la protection sociale des exploitants et des salariés de l'agriculture.",
            "1.1.0",
        ),
        Fiche(
            "msap",
            (
                "Maison de services au public, ancien nom d'un guichet qui réunit plusieurs services, le plus souvent "
                "devenu France Services."
            ),
            "1.1.0",
        ),
        Fiche("muni", "Municipalité : mairie, mairie annexe ou service d'une commune.", "1.1.0", alias=("COMMUNE",)),
        Fiche(
            "oacas",
            (
                "Organisme d'accueil communautaire et d'activités solidaires, qui loge et fait participer à une "
                "activité des personnes en difficulté."
            ),
            "1.1.0",
        ),
        Fiche(
            "odc",
            (
                "Organisation délégataire d'un conseil départemental, à laquelle il confie une part de son action "
                "d'insertion."
            ),
            "1.1.0",
        ),
        Fiche("of", "Organisme de formation, pour les adultes ou pour les jeunes.", "1.1.0"),
        Fiche(
            "oil",
            (
                "Opérateur d'intermédiation locative, qui sert d'intermédiaire entre des propriétaires et des ménages "
                "en difficulté."
            ),
            "1.1.0",
        ),
        Fiche(
            "opcs",
            (
                "Organisation porteuse de la clause sociale, qui suit les heures d'insertion prévues dans les marchés "
                "publics."
            ),
            "1.1.0",
        ),
        Fiche("pad", "Point d'accès au droit, où l'on reçoit gratuitement une information juridique.", "1.1.0"),
        Fiche(
            "pension",
            (
                "Pension de famille ou résidence accueil, logement durable avec des espaces communs pour des personnes "
                "isolées."
            ),
            "1.1.0",
        ),
        Fiche("pi", "Point information, accueil de proximité qui renseigne et oriente le public.", "1.1.0"),
        Fiche("pij_bij", "Point ou bureau information jeunesse.", "1.1.0"),
        Fiche(
            "pimms",
            (
                "Point information médiation multiservices, qui aide le public dans ses relations avec les services "
                "publics et les entreprises de service."
            ),
            "1.1.0",
        ),
        Fiche(
            "pjj",
            "Protection judiciaire de la jeunesse, service du ministère de la Justice chargé des mineurs.",
            "1.1.0",
        ),
        Fiche("plie", "Plan local pour l'insertion et l'emploi, ou la structure qui l'anime.", "1.1.0"),
        Fiche("pref", "Préfecture ou sous-préfecture.", "1.1.0"),
        Fiche(
            "prevention",
            "Service ou club de prévention, dont les éducateurs vont à la rencontre des jeunes là où ils vivent.",
            "1.1.0",
        ),
        Fiche("reg", "Région, pour le conseil régional et ses antennes.", "1.1.0"),
        Fiche(
            "relais_lecture",
            "Relais lecture, petit point de prêt de livres, plus modeste qu'une bibliothèque.",
            "1.1.0",
        ),
        Fiche("ressourcerie", "Ressourcerie ou recyclerie, qui collecte, répare et revend des objets.", "1.1.0"),
        Fiche("rfs", "Réseau France Services, pour un espace labellisé, fixe ou mobile.", "1.1.0"),
        Fiche("rs_fjt", "Résidence sociale ou foyer de jeunes travailleurs.", "1.1.0"),
        Fiche(
            "scp",
            (
                "Services et clubs de prévention, type très proche de PREVENTION, conservé parce que les deux codes "
                "circulent."
            ),
            "1.1.0",
        ),
        Fiche("spip", "Service pénitentiaire d'insertion et de probation.", "1.1.0"),
        Fiche("tiers_lieux", "Tiers-lieu ou espace de travail partagé.", "1.1.0"),
        Fiche("udaf", "Union départementale des associations familiales.", "1.1.0"),
    ],
)


class Itinerance(Vocabulaire):
    """Itinérance

    Le lieu se déplace-t-il vers les habitants, ou faut-il venir à son adresse ? Une structure qui a un local et qui
    organise aussi des tournées retient les deux réponses.
    """

    ITINERANT = "Itinérant"
    """L'accueil se déplace : bus ou camion aménagé, ou permanences tenues tour à tour dans plusieurs communes. Une
    équipe qui sort de ses murs pour un forum ou une fête n'est pas itinérante pour autant.
    """

    FIXE = "Fixe"
    """L'accueil se fait toujours au même endroit, celui que donne l'adresse, même si les horaires y sont réduits."""


decrire(
    Itinerance,
    "itinerance",
    [
        Fiche(
            "itinerant",
            (
                "L'accueil se déplace : bus ou camion aménagé, ou permanences tenues tour à tour dans plusieurs "
                "communes. Une équipe qui sort de ses murs pour un forum ou une fête n'est pas itinérante pour autant."
            ),
            "1.0.0",
        ),
        Fiche(
            "fixe",
            (
                "L'accueil se fait toujours au même endroit, celui que donne l'adresse, même si les horaires y sont "
                "réduits."
            ),
            "1.0.0",
        ),
    ],
)


class Services(Vocabulaire):
    """Services

    Pour quoi peut-on venir dans ce lieu ? La liste range l'offre en neuf grandes familles, assez larges pour qu'une
    personne qui oriente un usager s'y retrouve ; on retient toutes celles qui sont réellement proposées sur place.
    """

    AIDE_DEMARCHES_ADMINISTRATIVES = "Aide aux démarches administratives"
    """Aider une personne à faire ses démarches en ligne, avec elle ou pour elle : impôts, allocations, retraite, santé,
    titres d'identité. Ce n'est pas un cours d'informatique, même si l'usager y gagne en aisance.
    """

    OUTILS_QUOTIDIEN = "Maîtrise des outils numériques du quotidien"
    """Apprendre à se servir d'un ordinateur, d'une tablette ou d'un téléphone : clavier et souris, messagerie,
    recherche sur le web, rangement des fichiers et des photos, appels vidéo.
    """

    INSERTION_PROFESSIONNELLE = "Insertion professionnelle via le numérique"
    """Se servir du numérique pour travailler : rédiger un CV, chercher une offre et y répondre, suivre son dossier de
    demandeur d'emploi, ou faire connaître sa petite entreprise.
    """

    UTILISATION_SECURISEE = "Utilisation sécurisée du numérique"
    """Apprendre à se protéger : choisir ses mots de passe, reconnaître une arnaque, régler la confidentialité de ses
    comptes, sauvegarder ses données, réagir après un piratage.
    """

    PARENTALITE_EDUCATION = "Parentalité et éducation avec le numérique"
    """Épauler les parents et les éducateurs : temps d'écran, contrôle parental, jeux vidéo, cyberharcèlement, suivi de
    la scolarité sur l'espace numérique de travail.
    """

    LOISIRS_CREATIONS = "Loisirs et créations numériques"
    """Créer ou se divertir avec le numérique : photo, vidéo, musique, impression 3D, robotique, programmation, jeu
    vidéo.
    """

    COMPREHENSION_MONDE_NUMERIQUE = "Compréhension du monde numérique"
    """Prendre du recul sur le numérique et ses effets : vérifier une information, comprendre les réseaux sociaux et les
    algorithmes, les données personnelles, l'empreinte écologique, les métiers du secteur.
    """

    ACCES_INTERNET_MATERIEL = "Accès internet et matériel informatique"
    """Utiliser sur place, ou emprunter, une connexion ou un équipement : wifi, ordinateur en accès libre, imprimante,
    scanner. Le matériel reste au lieu ; s'il est vendu ou donné, c'est de l'acquisition à prix solidaire.
    """

    ACQUISITION_MATERIEL_PRIX_SOLIDAIRE = "Acquisition de matériel informatique à prix solidaire"
    """Repartir avec un ordinateur, une tablette ou un téléphone, souvent reconditionné, donné ou vendu nettement moins
    cher qu'en magasin. L'offre peut être réservée à des personnes aux revenus modestes.
    """


decrire(
    Services,
    "services",
    [
        Fiche(
            "aide_demarches_administratives",
            (
                "Aider une personne à faire ses démarches en ligne, avec elle ou pour elle : impôts, allocations, "
                "retraite, santé, titres d'identité. Ce n'est pas un cours d'informatique, même si l'usager y gagne en "
                "aisance."
            ),
            "1.0.0",
        ),
        Fiche(
            "outils_quotidien",
            (
                "Apprendre à se servir d'un ordinateur, d'une tablette ou d'un téléphone : clavier et souris, "
                "messagerie, recherche sur le web, rangement des fichiers et des photos, appels vidéo."
            ),
            "1.0.0",
        ),
        Fiche(
            "insertion_professionnelle",
            (
                "Se servir du numérique pour travailler : rédiger un CV, chercher une offre et y répondre, suivre son "
                "dossier de demandeur d'emploi, ou faire connaître sa petite entreprise."
            ),
            "1.0.0",
        ),
        Fiche(
            "utilisation_securisee",
            (
                "Apprendre à se protéger : choisir ses mots de passe, reconnaître une arnaque, régler la "
                "confidentialité de ses comptes, sauvegarder ses données, réagir après un piratage."
            ),
            "1.0.0",
        ),
        Fiche(
            "parentalite_education",
            (
                "Épauler les parents et les éducateurs : temps d'écran, contrôle parental, jeux vidéo, "
                "cyberharcèlement, suivi de la scolarité sur l'espace numérique de travail."
            ),
            "1.0.0",
        ),
        Fiche(
            "loisirs_creations",
            (
                "Créer ou se divertir avec le numérique : photo, vidéo, musique, impression 3D, robotique, "
                "programmation, jeu vidéo."
            ),
            "1.0.0",
        ),
        Fiche(
            "comprehension_monde_numerique",
            (
                "Prendre du recul sur le numérique et ses effets : vérifier une information, comprendre les réseaux "
                "sociaux et les algorithmes, les données personnelles, l'empreinte écologique, les métiers du secteur."
            ),
            "1.0.0",
            alias=("Comprehension du monde numérique",),
        ),
        Fiche(
            "acces_internet_materiel",
            (
                "Utiliser sur place, ou emprunter, une connexion ou un équipement : wifi, ordinateur en accès libre, "
                "imprimante, scanner. Le matériel reste au lieu ; s'il est vendu ou donné, c'est de l'acquisition à "
                "prix solidaire."
            ),
            "1.0.0",
        ),
        Fiche(
            "acquisition_materiel_prix_solidaire",
            (
                "Repartir avec un ordinateur, une tablette ou un téléphone, souvent reconditionné, donné ou vendu "
                "nettement moins cher qu'en magasin. L'offre peut être réservée à des personnes aux revenus modestes."
            ),
            "1.0.0",
            alias=("Acquisition de matériel informatique à prix solidaire.",),
        ),
    ],
)


class PublicsSpecifiquementAdresses(Vocabulaire):
    """Publics spécifiquement adressés

    À qui le lieu s'adresse-t-il en particulier ? Une valeur ne se choisit que si l'accueil est pensé pour ce public ou
    lui est réservé ; un lieu ouvert à tous laisse la case vide, car il n'y a pas de valeur pour tout le monde.
    """

    JEUNES = "Jeunes"
    """Adolescents et jeunes adultes, hors enfants : mission locale, maison des jeunes, information jeunesse. L'âge
    exact accepté se précise dans la présentation du lieu.
    """

    ETUDIANTS = "Étudiants"
    """Personnes inscrites dans l'enseignement supérieur, pour un lieu d'université, de campus ou de résidence
    étudiante.
    """

    FAMILLES_ENFANTS = "Familles et/ou enfants"
    """Parents, enfants, ou les deux ensemble : ateliers en famille, ludothèque, centre de loisirs, lieu de soutien à la
    parentalité.
    """

    SENIORS = "Seniors"
    """Personnes âgées ou retraitées : résidence autonomie, club de retraités, ateliers réservés aux aînés. L'âge exact
    accepté se précise dans la présentation du lieu.
    """

    FEMMES = "Femmes"
    """L'accueil est réservé aux femmes, ou conçu pour elles, comme dans un lieu d'information sur les droits des femmes
    ou un atelier non mixte.
    """


decrire(
    PublicsSpecifiquementAdresses,
    "publics_specifiquement_adresses",
    [
        Fiche(
            "jeunes",
            (
                "Adolescents et jeunes adultes, hors enfants : mission locale, maison des jeunes, information "
                "jeunesse. L'âge exact accepté se précise dans la présentation du lieu."
            ),
            "1.0.0",
        ),
        Fiche(
            "etudiants",
            (
                "Personnes inscrites dans l'enseignement supérieur, pour un lieu d'université, de campus ou de "
                "résidence étudiante."
            ),
            "1.0.0",
        ),
        Fiche(
            "familles_enfants",
            (
                "Parents, enfants, ou les deux ensemble : ateliers en famille, ludothèque, centre de loisirs, lieu de "
                "soutien à la parentalité."
            ),
            "1.0.0",
        ),
        Fiche(
            "seniors",
            (
                "Personnes âgées ou retraitées : résidence autonomie, club de retraités, ateliers réservés aux aînés. "
                "L'âge exact accepté se précise dans la présentation du lieu."
            ),
            "1.0.0",
        ),
        Fiche(
            "femmes",
            (
                "L'accueil est réservé aux femmes, ou conçu pour elles, comme dans un lieu d'information sur les "
                "droits des femmes ou un atelier non mixte."
            ),
            "1.0.0",
        ),
    ],
)


class PriseEnChargeSpecifique(Vocabulaire):
    """Prise en charge spécifique

    Pour quels besoins particuliers l'équipe est-elle formée ou équipée ? La liste parle de la façon d'accompagner ;
    pour l'accès au bâtiment (rampe, ascenseur), c'est la fiche d'accessibilité du lieu qui répond.
    """

    SURDITE = "Surdité"
    """Le lieu sait accompagner des personnes sourdes ou malentendantes : langue des signes, échange par écrit, boucle
    magnétique, service de transcription.
    """

    HANDICAPS_MOTEURS = "Handicaps moteurs"
    """Le lieu sait accompagner des personnes dont les gestes ou les déplacements sont limités : poste adapté, clavier
    ou souris spécifiques, aide pour manipuler l'appareil.
    """

    HANDICAPS_MENTAUX = "Handicaps mentaux"
    """Le lieu sait accompagner des personnes ayant une déficience intellectuelle, un trouble psychique ou cognitif :
    rythme adapté, consignes simples, documents faciles à lire.
    """

    ILLETTRISME = "Illettrisme"
    """Le lieu sait accompagner des personnes qui lisent, écrivent ou comptent avec difficulté bien qu'ayant été à
    l'école : aide orale, pictogrammes, apprentissage mené de front avec le numérique.
    """

    LANGUES_ETRANGERES_ANGLAIS = "Langues étrangères (anglais)"
    """Quelqu'un dans l'équipe peut accueillir et accompagner en anglais une personne qui ne parle pas français."""

    LANGUES_ETRANGERES_AUTRES = "Langues étrangères (autres)"
    """L'accompagnement est possible dans au moins une langue étrangère autre que l'anglais, par l'équipe ou avec un
    interprète. La présentation du lieu peut dire lesquelles.
    """

    DEFICIENCE_VISUELLE = "Déficience visuelle"
    """Le lieu sait accompagner des personnes aveugles ou malvoyantes : lecteur d'écran, plage braille, grossissement de
    l'affichage, commande vocale.
    """


decrire(
    PriseEnChargeSpecifique,
    "prise_en_charge_specifique",
    [
        Fiche(
            "surdite",
            (
                "Le lieu sait accompagner des personnes sourdes ou malentendantes : langue des signes, échange par "
                "écrit, boucle magnétique, service de transcription."
            ),
            "1.0.0",
        ),
        Fiche(
            "handicaps_moteurs",
            (
                "Le lieu sait accompagner des personnes dont les gestes ou les déplacements sont limités : poste "
                "adapté, clavier ou souris spécifiques, aide pour manipuler l'appareil."
            ),
            "1.0.0",
        ),
        Fiche(
            "handicaps_mentaux",
            (
                "Le lieu sait accompagner des personnes ayant une déficience intellectuelle, un trouble psychique ou "
                "cognitif : rythme adapté, consignes simples, documents faciles à lire."
            ),
            "1.0.0",
        ),
        Fiche(
            "illettrisme",
            (
                "Le lieu sait accompagner des personnes qui lisent, écrivent ou comptent avec difficulté bien qu'ayant "
                "été à l'école : aide orale, pictogrammes, apprentissage mené de front avec le numérique."
            ),
            "1.0.0",
        ),
        Fiche(
            "langues_etrangeres_anglais",
            "Quelqu'un dans l'équipe peut accueillir et accompagner en anglais une personne qui ne parle pas français.",
            "1.0.0",
        ),
        Fiche(
            "langues_etrangeres_autres",
            (
                "L'accompagnement est possible dans au moins une langue étrangère autre que l'anglais, par l'équipe ou "
                "avec un interprète. La présentation du lieu peut dire lesquelles."
            ),
            "1.0.0",
        ),
        Fiche(
            "deficience_visuelle",
            (
                "Le lieu sait accompagner des personnes aveugles ou malvoyantes : lecteur d'écran, plage braille, "
                "grossissement de l'affichage, commande vocale."
            ),
            "1.0.0",
        ),
    ],
)


class FraisACharge(Vocabulaire):
    """Frais à charge

    Que paie la personne accueillie, de sa poche, pour ce que le lieu propose ? Si les tarifs changent d'un service à
    l'autre, on retient plusieurs valeurs ; une case vide veut dire qu'on ne sait pas, et non que c'est gratuit.
    """

    GRATUIT = "Gratuit"
    """Personne n'a rien à payer, ni pour la séance, ni pour l'inscription, ni sous forme d'adhésion."""

    GRATUIT_SOUS_CONDITION = "Gratuit sous condition"
    """Certaines personnes ne paient rien parce qu'elles remplissent un critère : habiter la commune, avoir de faibles
    revenus, être envoyées par un travailleur social, remettre un pass numérique. Les autres paient ou ne sont pas
    reçues.
    """

    PAYANT = "Payant"
    """Il faut payer, même peu : séance, forfait, matériel vendu, ou adhésion payante demandée à tous avant d'être
    accompagné, y compris si les séances ne coûtent ensuite plus rien.
    """


decrire(
    FraisACharge,
    "frais_a_charge",
    [
        Fiche(
            "gratuit",
            "Personne n'a rien à payer, ni pour la séance, ni pour l'inscription, ni sous forme d'adhésion.",
            "1.0.0",
            alias=("Gratuit : Je peux accéder gratuitement au lieu et à ses services",),
        ),
        Fiche(
            "gratuit_sous_condition",
            (
                "Certaines personnes ne paient rien parce qu'elles remplissent un critère : habiter la commune, avoir "
                "de faibles revenus, être envoyées par un travailleur social, remettre un pass numérique. Les autres "
                "paient ou ne sont pas reçues."
            ),
            "1.0.0",
        ),
        Fiche(
            "payant",
            (
                "Il faut payer, même peu : séance, forfait, matériel vendu, ou adhésion payante demandée à tous avant "
                "d'être accompagné, y compris si les séances ne coûtent ensuite plus rien."
            ),
            "1.0.0",
            alias=("Payant : L'accès au lieu et/ou à ses services est payant",),
        ),
    ],
)


class DispositifProgrammesNationaux(Vocabulaire):
    """Dispositifs et programmes nationaux

    De quels réseaux ou programmes présents dans toute la France le lieu fait-il partie ? On ne retient que ceux
    auxquels il participe aujourd'hui ; les formations suivies et les labels locaux ont leurs propres listes.
    """

    AIDANTS_CONNECT = "Aidants Connect"
    """Service public qui permet à un professionnel habilité de faire une démarche en ligne à la place d'une personne,
    avec son accord et sans connaître ses mots de passe. À choisir si une personne du lieu est habilitée.
    """

    BIBLIOTHEQUES_NUMERIQUE_REFERENCE = "Bibliothèques numérique de référence"
    """Programme du ministère de la Culture qui aide des collectivités à faire de leurs bibliothèques des lieux bien
    équipés et actifs en matière de services numériques.
    """

    CERTIFICATION_PIX = "Certification PIX"
    """Le lieu est centre de certification Pix : on peut y passer l'examen qui atteste d'un niveau de compétences
    numériques. Préparer l'examen ou s'entraîner sur la plateforme en ligne ne suffit pas.
    """

    CONSEILLERS_NUMERIQUES = "Conseillers numériques"
    """Un conseiller numérique, dont le poste est soutenu par l'État pour aider le public à gagner en autonomie, exerce
    dans ce lieu ou y tient des permanences régulières.
    """

    EMMAUS_CONNECT = "Emmaüs Connect"
    """Espace d'accueil tenu par l'association Emmaüs Connect elle-même, qui équipe, connecte et forme des personnes en
    situation de précarité. Une structure simplement partenaire relève plutôt du réseau des relais.
    """

    FRANCE_SERVICES = "France Services"
    """Le lieu est labellisé par l'État : on y obtient, à un seul guichet, une aide pour les démarches du quotidien
    auprès de plusieurs administrations et organismes publics.
    """

    GRANDE_ECOLE_NUMERIQUE = "Grande école du numérique"
    """Le lieu fait partie des organismes que la Grande École du Numérique a reconnus pour leurs formations aux métiers
    du numérique, ouvertes à des personnes éloignées de l'emploi ou peu diplômées.
    """

    CROIX_ROUGE = "La Croix Rouge"
    """L'accompagnement au numérique est assuré par la Croix-Rouge française, dans un de ses locaux ou lors d'une de ses
    actions de terrain.
    """

    POINT_ACCES_NUMERIQUE_CAF = "Point d'accès numérique CAF"
    """Point, le plus souvent installé chez un partenaire de la caisse d'allocations familiales, où un allocataire peut
    consulter son dossier et faire ses démarches en ligne, avec de l'aide au besoin.
    """

    PROMENEURS_DU_NET = "Promeneurs du net"
    """Un professionnel du lieu, éducateur ou animateur, est présent à visage découvert sur les réseaux sociaux pour
    écouter et conseiller les jeunes, dans le réseau animé avec les caisses d'allocations familiales.
    """

    RELAIS_NUMERIQUE_EMMAUS_CONNECT = "Relais numérique (Emmaüs Connect)"
    """Structure sociale que l'association Emmaüs Connect a formée et outillée pour proposer elle-même, à ses usagers,
    de l'équipement ou de la connexion à prix solidaire et un accompagnement.
    """


decrire(
    DispositifProgrammesNationaux,
    "dispositif_programmes_nationaux",
    [
        Fiche(
            "aidants_connect",
            (
                "Service public qui permet à un professionnel habilité de faire une démarche en ligne à la place d'une "
                "personne, avec son accord et sans connaître ses mots de passe. À choisir si une personne du lieu est "
                "habilitée."
            ),
            "1.0.0",
        ),
        Fiche(
            "bibliotheques_numerique_reference",
            (
                "Programme du ministère de la Culture qui aide des collectivités à faire de leurs bibliothèques des "
                "lieux bien équipés et actifs en matière de services numériques."
            ),
            "1.0.0",
        ),
        Fiche(
            "certification_pix",
            (
                "Le lieu est centre de certification Pix : on peut y passer l'examen qui atteste d'un niveau de "
                "compétences numériques. Préparer l'examen ou s'entraîner sur la plateforme en ligne ne suffit pas."
            ),
            "1.0.0",
        ),
        Fiche(
            "conseillers_numeriques",
            (
                "Un conseiller numérique, dont le poste est soutenu par l'État pour aider le public à gagner en "
                "autonomie, exerce dans ce lieu ou y tient des permanences régulières."
            ),
            "1.0.0",
        ),
        Fiche(
            "emmaus_connect",
            (
                "Espace d'accueil tenu par l'association Emmaüs Connect elle-même, qui équipe, connecte et forme des "
                "personnes en situation de précarité. Une structure simplement partenaire relève plutôt du réseau des "
                "relais."
            ),
            "1.0.0",
        ),
        Fiche(
            "france_services",
            (
                "Le lieu est labellisé par l'État : on y obtient, à un seul guichet, une aide pour les démarches du "
                "quotidien auprès de plusieurs administrations et organismes publics."
            ),
            "1.0.0",
        ),
        Fiche(
            "grande_ecole_numerique",
            (
                "Le lieu fait partie des organismes que la Grande École du Numérique a reconnus pour leurs formations "
                "aux métiers du numérique, ouvertes à des personnes éloignées de l'emploi ou peu diplômées."
            ),
            "1.0.0",
            alias=("Grandes écoles du numérique",),
        ),
        Fiche(
            "croix_rouge",
            (
                "L'accompagnement au numérique est assuré par la Croix-Rouge française, dans un de ses locaux ou lors "
                "d'une de ses actions de terrain."
            ),
            "1.0.0",
        ),
        Fiche(
            "point_acces_numerique_caf",
            (
                "Point, le plus souvent installé chez un partenaire de la caisse d'allocations familiales, où un "
                "allocataire peut consulter son dossier et faire ses démarches en ligne, avec de l'aide au besoin."
            ),
            "1.0.0",
        ),
        Fiche(
            "promeneurs_du_net",
            (
                "Un professionnel du lieu, éducateur ou animateur, est présent à visage découvert sur les réseaux "
                "sociaux pour écouter et conseiller les jeunes, dans le réseau animé avec les caisses d'allocations "
                "familiales."
            ),
            "1.0.0",
        ),
        Fiche(
            "relais_numerique_emmaus_connect",
            (
                "Structure sociale que l'association Emmaüs Connect a formée et outillée pour proposer elle-même, à "
                "ses usagers, de l'équipement ou de la connexion à prix solidaire et un accompagnement."
            ),
            "1.0.0",
        ),
    ],
)


class FormationsLabels(Vocabulaire):
    """Formations et labels

    Quelles formations l'équipe a-t-elle suivies, et quels labels ou réseaux reconnaissent le lieu ? La liste est courte
    et certaines valeurs ne concernent qu'un territoire ; ce qui n'y est pas se note en clair dans l'autre colonne
    prévue.
    """

    MON_ESPACE_SANTE = "Formé à « Mon Espace Santé »"
    """Une personne du lieu a suivi la formation qui prépare à montrer au public comment ouvrir et utiliser son carnet
    de santé en ligne, sur le service public du même nom.
    """

    DUPLEX = "Formé à « DUPLEX » (illettrisme)"
    """Une personne du lieu a été formée à la démarche de l'Agence nationale de lutte contre l'illettrisme, qui fait
    progresser en même temps dans les usages numériques et en lecture, écriture ou calcul.
    """

    ARNIA_MEDNUM_BFC = "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"
    """Le lieu a obtenu le label régional de la médiation numérique que décernent, en Bourgogne-Franche-Comté, l'agence
    Arnia et son programme MedNum BFC.
    """

    CRAR_NORMANDIE = "Collectif ressources et acteurs réemploi (Normandie)"
    """Le lieu est membre de ce collectif normand, qui rassemble des structures du réemploi, celles qui donnent une
    seconde vie aux objets et aux équipements.
    """

    ETAPES_NUMERIQUES = "Étapes numériques (La Poste)"
    """Espace d'un bureau de poste réservé au numérique, où l'on trouve des équipements et de quoi se former. La valeur
    ne vaut que pour les bureaux auxquels La Poste donne ce nom.
    """

    FABRIQUES_TERRITOIRE = "Fabriques de Territoire"
    """Tiers-lieu retenu par l'État, à travers l'Agence nationale de la cohésion des territoires, comme lieu ressource
    pour les autres tiers-lieux et pour les habitants de son territoire.
    """

    ECLAIREURS_NUMERIQUE_DROME = "Les Éclaireurs du numérique (Drôme)"
    """Le lieu ou l'un de ses accompagnants est reconnu comme membre des Éclaireurs du numérique, réseau d'aide aux
    habitants propre au département de la Drôme.
    """

    MES_PAPIERS_LYON = "Mes Papiers (Métropole de Lyon)"
    """Le lieu accompagne à l'usage de Mes Papiers, application portée par la Métropole de Lyon pour ranger et retrouver
    les documents utiles aux démarches administratives.
    """

    ORDI_3_0 = "ORDI 3.0"
    """Le lieu est autorisé à utiliser cette marque nationale du réemploi informatique, qui réunit les acteurs de la
    collecte, de la remise en état et de la redistribution d'ordinateurs.
    """

    SUD_LABS = "SUD LABS (PACA)"
    """Le lieu appartient au réseau de lieux d'innovation et de médiation numérique soutenu sous ce nom par la Région
    Provence-Alpes-Côte d'Azur.
    """


decrire(
    FormationsLabels,
    "formations_labels",
    [
        Fiche(
            "mon_espace_sante",
            (
                "Une personne du lieu a suivi la formation qui prépare à montrer au public comment ouvrir et utiliser "
                "son carnet de santé en ligne, sur le service public du même nom."
            ),
            "1.0.0",
        ),
        Fiche(
            "duplex",
            (
                "Une personne du lieu a été formée à la démarche de l'Agence nationale de lutte contre l'illettrisme, "
                "qui fait progresser en même temps dans les usages numériques et en lecture, écriture ou calcul."
            ),
            "1.0.0",
            alias=("DUPLEX (illettrisme)",),
        ),
        Fiche(
            "arnia_mednum_bfc",
            (
                "Le lieu a obtenu le label régional de la médiation numérique que décernent, en "
                "Bourgogne-Franche-Comté, l'agence Arnia et son programme MedNum BFC."
            ),
            "1.0.0",
        ),
        Fiche(
            "crar_normandie",
            (
                "Le lieu est membre de ce collectif normand, qui rassemble des structures du réemploi, celles qui "
                "donnent une seconde vie aux objets et aux équipements."
            ),
            "1.0.0",
        ),
        Fiche(
            "etapes_numeriques",
            (
                "Espace d'un bureau de poste réservé au numérique, où l'on trouve des équipements et de quoi se "
                "former. La valeur ne vaut que pour les bureaux auxquels La Poste donne ce nom."
            ),
            "1.1.0",
            alias=("Étapes numériques(La Poste)",),
        ),
        Fiche(
            "fabriques_territoire",
            (
                "Tiers-lieu retenu par l'État, à travers l'Agence nationale de la cohésion des territoires, comme lieu "
                "ressource pour les autres tiers-lieux et pour les habitants de son territoire."
            ),
            "1.0.0",
        ),
        Fiche(
            "eclaireurs_numerique_drome",
            (
                "Le lieu ou l'un de ses accompagnants est reconnu comme membre des Éclaireurs du numérique, réseau "
                "d'aide aux habitants propre au département de la Drôme."
            ),
            "1.0.0",
        ),
        Fiche(
            "mes_papiers_lyon",
            (
                "Le lieu accompagne à l'usage de Mes Papiers, application portée par la Métropole de Lyon pour ranger "
                "et retrouver les documents utiles aux démarches administratives."
            ),
            "1.0.0",
        ),
        Fiche(
            "ordi_3_0",
            (
                "Le lieu est autorisé à utiliser cette marque nationale du réemploi informatique, qui réunit les "
                "acteurs de la collecte, de la remise en état et de la redistribution d'ordinateurs."
            ),
            "1.0.0",
        ),
        Fiche(
            "sud_labs",
            (
                "Le lieu appartient au réseau de lieux d'innovation et de médiation numérique soutenu sous ce nom par "
                "la Région Provence-Alpes-Côte d'Azur."
            ),
            "1.0.0",
        ),
    ],
)


class ModalitesAcces(Vocabulaire):
    """Modalités d'accès

    Comment faut-il s'y prendre pour bénéficier du lieu ? La liste dit la première démarche à faire, du côté de l'usager
    ou de la personne qui l'oriente ; plusieurs chemins peuvent être ouverts en même temps.
    """

    SE_PRESENTER = "Se présenter"
    """On peut venir directement pendant les horaires d'ouverture, sans prévenir, quitte à attendre ou à prendre
    rendez-vous sur place.
    """

    TELEPHONER = "Téléphoner"
    """On peut ou on doit appeler avant de venir, pour un renseignement, un rendez-vous ou une inscription. Le numéro à
    composer se donne dans la colonne du téléphone.
    """

    CONTACTER_PAR_MAIL = "Contacter par mail"
    """On peut ou on doit écrire un courriel avant de venir, pour un renseignement, un rendez-vous ou une inscription.
    L'adresse à utiliser se donne dans la colonne des courriels.
    """

    RDV_EN_LIGNE = "Prendre un RDV en ligne"
    """L'usager réserve lui-même un créneau sur un site de prise de rendez-vous. L'adresse de ce site se donne dans la
    colonne prévue ; un simple formulaire de contact n'en tient pas lieu.
    """

    PAS_DE_PUBLIC = "Ce lieu n'accueille pas de public"
    """On ne peut pas être reçu à cette adresse : siège, bureau ou base d'une équipe qui intervient ailleurs. Cette
    réponse se donne seule, puisqu'elle exclut toutes les autres.
    """

    MAIL_FICHE_PRESCRIPTION = "Envoyer un mail avec une fiche de prescription"
    """L'usager est orienté par un professionnel, comme un travailleur social, qui envoie au lieu par courriel une fiche
    décrivant la situation et le besoin.
    """


decrire(
    ModalitesAcces,
    "modalites_acces",
    [
        Fiche(
            "se_presenter",
            (
                "On peut venir directement pendant les horaires d'ouverture, sans prévenir, quitte à attendre ou à "
                "prendre rendez-vous sur place."
            ),
            "1.0.0",
        ),
        Fiche(
            "telephoner",
            (
                "On peut ou on doit appeler avant de venir, pour un renseignement, un rendez-vous ou une inscription. "
                "Le numéro à composer se donne dans la colonne du téléphone."
            ),
            "1.0.0",
        ),
        Fiche(
            "contacter_par_mail",
            (
                "On peut ou on doit écrire un courriel avant de venir, pour un renseignement, un rendez-vous ou une "
                "inscription. L'adresse à utiliser se donne dans la colonne des courriels."
            ),
            "1.0.0",
        ),
        Fiche(
            "rdv_en_ligne",
            (
                "L'usager réserve lui-même un créneau sur un site de prise de rendez-vous. L'adresse de ce site se "
                "donne dans la colonne prévue ; un simple formulaire de contact n'en tient pas lieu."
            ),
            "1.0.0",
        ),
        Fiche(
            "pas_de_public",
            (
                "On ne peut pas être reçu à cette adresse : siège, bureau ou base d'une équipe qui intervient "
                "ailleurs. Cette réponse se donne seule, puisqu'elle exclut toutes les autres."
            ),
            "1.0.0",
            alias=("Ce lieu n’accueille pas de public",),
        ),
        Fiche(
            "mail_fiche_prescription",
            (
                "L'usager est orienté par un professionnel, comme un travailleur social, qui envoie au lieu par "
                "courriel une fiche décrivant la situation et le besoin."
            ),
            "1.0.0",
        ),
    ],
)


class ModalitesAccompagnement(Vocabulaire):
    """Modalités d'accompagnement

    Sous quelle forme la personne est-elle aidée ? La liste va de l'équipement en libre usage à l'atelier de groupe ; on
    retient toutes les formes proposées par le lieu.
    """

    EN_AUTONOMIE = "En autonomie"
    """La personne utilise seule l'équipement ou la connexion du lieu, sans suivi prévu, même si quelqu'un peut la
    dépanner en passant.
    """

    ACCOMPAGNEMENT_INDIVIDUEL = "Accompagnement individuel"
    """Un accompagnant se consacre à une seule personne, en face à face, avec ou sans rendez-vous, pour l'aider, lui
    apprendre ou faire la démarche avec elle.
    """

    ATELIER_COLLECTIF = "Dans un atelier collectif"
    """Plusieurs personnes apprennent ensemble, à une heure fixée, autour d'un animateur et d'un thème."""

    A_DISTANCE = "À distance"
    """L'accompagnant et la personne ne sont pas au même endroit : aide au téléphone, en visioconférence ou par prise en
    main de l'écran.
    """


decrire(
    ModalitesAccompagnement,
    "modalites_accompagnement",
    [
        Fiche(
            "en_autonomie",
            (
                "La personne utilise seule l'équipement ou la connexion du lieu, sans suivi prévu, même si quelqu'un "
                "peut la dépanner en passant."
            ),
            "1.0.0",
        ),
        Fiche(
            "accompagnement_individuel",
            (
                "Un accompagnant se consacre à une seule personne, en face à face, avec ou sans rendez-vous, pour "
                "l'aider, lui apprendre ou faire la démarche avec elle."
            ),
            "1.0.0",
        ),
        Fiche(
            "atelier_collectif",
            "Plusieurs personnes apprennent ensemble, à une heure fixée, autour d'un animateur et d'un thème.",
            "1.0.0",
            alias=("Dans un atelier collectif : j'apprends collectivement à utiliser le numérique",),
        ),
        Fiche(
            "a_distance",
            (
                "L'accompagnant et la personne ne sont pas au même endroit : aide au téléphone, en visioconférence ou "
                "par prise en main de l'écran."
            ),
            "1.0.0",
            alias=("À distance (par téléphone ou en visioconférence)",),
        ),
    ],
)
