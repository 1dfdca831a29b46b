//! The words that names, addresses and texts are made of.

/// What a place is, and the code of its kind.
pub(super) const KINDS: [(&str, &str); 18] = [
    ("Médiathèque", "BIB"),
    ("Bibliothèque", "BIB"),
    ("Espace France Services", "RFS"),
    ("Centre social", "CS"),
    ("Point numérique", "EPN"),
    ("Espace public numérique", "EPN"),
    ("Mairie, accueil numérique", "MUNI"),
    ("Tiers-lieu", "TIERS_LIEUX"),
    ("Maison de quartier", "MQ"),
    ("Centre communal d'action sociale", "CCAS"),
    ("Mission locale", "ML"),
    ("Bus numérique", "ENM"),
    ("L'Atelier \"connecté\"", "ASSO"),
    ("Association Clic & Compagnie", "ASSO"),
    ("Fablab", "TIERS_LIEUX"),
    ("Bureau information jeunesse", "PIJ_BIJ"),
    ("Cyber-base", "EPN"),
    ("Maison des œuvres sociales", "ASSO"),
];

/// How a place is called.
pub(super) const NAMES: [&str; 24] = [
    "Simone Veil",
    "Jean Falala",
    "des Tilleuls",
    "du Bourg",
    "Louise Michel",
    "Aimé Césaire",
    "de la Gare",
    "Marie Curie",
    "des Trois Rivières",
    "Olympe de Gouges",
    "du Vieux Moulin",
    "Victor Hugo",
    "de l'Hôtel de Ville",
    "Joséphine Baker",
    "du Cœur de ville",
    "Gisèle Halimi",
    "des Peupliers",
    "Nelson Mandela",
    "du Grand Pré",
    "Maryse Condé",
    "de la Fontaine",
    "Pierre et Marie",
    "des Écoles",
    "Saint-Exupéry",
];

/// Kinds of street, as addresses write them.
pub(super) const STREETS: [&str; 8] = ["rue", "avenue", "boulevard", "place", "allée", "chemin", "impasse", "cours"];

/// How a street is called.
pub(super) const STREET_NAMES: [&str; 20] = [
    "de la République",
    "des Fuseliers",
    "Jean Jaurès",
    "du 8 mai 1945",
    "Pasteur",
    "de l'Église",
    "des Lilas",
    "du Général de Gaulle",
    "Lamartine",
    "de Verdun",
    "Anatole France",
    "des Écoles",
    "du Marché",
    "Rosa Parks",
    "de la Poste",
    "Ambroise Croizat",
    "des Capucins",
    "Émile Zola",
    "du Moulin à vent",
    "de l'Hôpital",
];

/// What helps to find the door.
pub(super) const DOORS: [&str; 8] = [
    "Bâtiment B, deuxième étage",
    "Entrée par la cour",
    "Rez-de-chaussée",
    "Au-dessus de la poste",
    "Derrière l'hôtel de ville",
    "Résidence Les Acacias, escalier 3",
    "Premier étage avec ascenseur",
    "À côté de la salle des fêtes",
];

/// Opening hours; `#` is an hour of the morning, `@` one of the afternoon.
pub(super) const HOURS: [&str; 16] = [
    "Mo-Fr #:00-12:00,14:00-@:30; Sa 08:30-12:00",
    "Mo-Fr #:30-12:30,13:30-@:00",
    "Mo-Fr #:00-@:00",
    "Tu-Sa #:30-@:30; PH off",
    "Tu,Th 14:00-@:00",
    "We[1,3] #:30-12:30",
    "Mo 13:30-@:00; Tu-Fr #:00-@:00; SH off",
    "Mo-Th #:00-12:00,13:30-@:30; Fr #:00-12:00",
    "Mo #:00-12:00; We #:00-12:00,14:00-@:00; Fr 14:00-@:30; PH off",
    "Sa #:00-12:00",
    "24/7",
    "Mo,Tu,Th,Fr #:00-12:00,13:45-@:15; We #:00-@:00; Sa #:30-12:00; PH off",
    "Mo-Fr #:15-12:15",
    "Tu #:00-12:00,14:00-@:00; Th 14:00-@:00; Sa #:00-12:30; SH off; PH off",
    "Mo-Su #:00-@:45",
    "We 14:00-@:00; Sa #:00-12:00,14:00-@:00",
];

/// What a place offers, in sentences of French that a text strings together; `#` is the commune.
pub(super) const SENTENCES: [&str; 18] = [
    "Ordinateurs en libre accès, imprimante et numériseur sont à votre disposition.",
    "Une conseillère numérique vous reçoit sur rendez-vous, sur place ou à votre domicile.",
    "Chaque jeudi, un atelier collectif apprend à reconnaître les arnaques en ligne.",
    "L'équipe de # vous aide à créer une adresse électronique et à ranger vos photos.",
    "Les démarches liées aux impôts, à la retraite et à la santé se font avec vous, à votre rythme.",
    "L'accès est gratuit, sans inscription.",
    "Les habitants de # et des environs y sont les bienvenus.",
    "Le wifi est ouvert à tous pendant les heures d'ouverture.",
    "On y apprend à se servir d'une tablette ou d'un téléphone, et à payer en ligne sans risque.",
    "Un poste réglable en hauteur et un grand écran sont réservés aux personnes qui en ont besoin.",
    "Nous accompagnons les demandeurs d'emploi : CV, lettre de motivation, inscription, actualisation.",
    "Des ordinateurs reconditionnés sont vendus à prix solidaire, sous condition de ressources.",
    "Les parents découvrent avec leurs enfants le contrôle parental et les jeux en réseau.",
    "Le mercredi est réservé aux jeunes : montage vidéo, impression 3D, création de sites.",
    "Pensez à apporter une pièce d'identité, votre numéro de sécurité sociale et votre téléphone.",
    "À #, l'espace est ouvert depuis 2019 ; il a reçu le label du département en 2023.",
    "Le lieu est accessible aux fauteuils roulants ; « sonner à l'entrée de service ».",
    "Ateliers pour débuter, perfectionnement, aide personnalisée : il y en a pour chacun.",
];

/// Who provides the data.
pub(super) const SOURCES: [&str; 8] = [
    "Hubik",
    "Conseil départemental",
    "Francil'IN",
    "La Coop de la médiation numérique",
    "Les Assembleurs",
    "Communauté de communes",
    "Métropole",
    "Réseau des médiathèques",
];

/// Labels that no list holds.
pub(super) const LABELS: [&str; 8] = [
    "Information Jeunesse",
    "Campus connecté",
    "Micro-Folie",
    "Nièvre médiation numérique",
    "Pass numérique du département",
    "Label « Ville internet »",
    "Fabrique numérique de territoire (Sud)",
    "Maison sport-santé",
];

/// Codes of kinds, for versions that have no list of them.
pub(super) const CODES: [&str; 6] = ["BIB", "CCAS", "ASSO", "TIERS_LIEUX", "MUNI", "EPN"];
