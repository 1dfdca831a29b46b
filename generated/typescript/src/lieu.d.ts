import type {
  Typologie,
  Itinerance,
  Services,
  PublicsSpecifiquementAdresses,
  PriseEnChargeSpecifique,
  FraisACharge,
  DispositifProgrammesNationaux,
  FormationsLabels,
  ModalitesAcces,
  ModalitesAccompagnement,
} from "./listes.js";

/** Un lieu de médiation numérique, dans l'ordre des colonnes du standard. Une case vide est absente. */
export interface Lieu {
  /**
   * Identifiant unique local du lieu
   *
   * Le repère que vous donnez à chaque lieu dans votre fichier, pour ne jamais en confondre deux : deux
   * salles d'une même mairie, par exemple, partagent souvent le même numéro officiel. Vous le choisissez
   * librement.
   *
   * Des lettres, des chiffres et des tirets suffisent ; un numéro tiré au hasard (UUID) convient aussi.
   * Gardez le même identifiant d'une mise à jour à l'autre et ne le redonnez pas à un autre lieu.
   * Commencez-le par le nom de votre territoire ou de votre réseau : il restera différent de ceux des autres
   * une fois les fichiers réunis.
   *
   * Il faut une valeur différente sur chaque ligne.
   */
  id: string;

  /**
   * SIRET ou RNA ou RIDET
   *
   * Le numéro officiel qui rattache le lieu à un répertoire public. C'est le SIRET de l'établissement chaque
   * fois qu'il existe, ce qui est le cas de la plupart des structures, y compris beaucoup d'associations. À
   * défaut, c'est le numéro RNA de l'association ou, en Nouvelle-Calédonie et en Polynésie française, le
   * numéro RIDET. Plusieurs lieux d'une même structure peuvent porter le même numéro.
   *
   * Le SIRET se trouve sur https://annuaire-entreprises.data.gouv.fr : prenez celui de l'établissement
   * (quatorze chiffres), pas seulement le SIREN (les neuf premiers). Le numéro RNA, un W suivi de neuf
   * caractères, se trouve sur https://www.journal-officiel.gouv.fr/pages/associations-recherche/. Écrivez-le
   * sans espace, point ni tiret, dans une colonne au format texte : sinon le tableur retire les zéros du
   * début ou arrondit les derniers chiffres. N'inventez pas de numéro et ne remplissez pas la case avec des
   * zéros.
   *
   * Il faut de neuf à quatorze chiffres ou lettres sans accent, sans espace ni ponctuation.
   */
  pivot: string;

  /**
   * Nom
   *
   * Le nom sous lequel le public connaît le lieu, tel qu'il est écrit sur la porte ou sur l'affiche.
   *
   * Mettez des majuscules aux noms propres plutôt que tout en capitales, et gardez les accents. Si plusieurs
   * lieux portent le même nom dans votre fichier, ajoutez ce qui les distingue, comme le quartier. N'y mettez
   * ni l'adresse ni le nom d'une personne.
   */
  nom: string;

  /**
   * Commune
   *
   * Le nom de la commune où se trouve le lieu, ou celle de son point d'attache s'il est itinérant.
   *
   * Écrivez le nom officiel en entier, avec ses accents et ses tirets, sans code postal, sans CEDEX et sans
   * abréviation de « Saint ». En cas de doute, cherchez l'adresse sur https://adresse.data.gouv.fr et
   * recopiez la commune proposée.
   */
  commune: string;

  /**
   * Code postal
   *
   * Le code postal de l'adresse du lieu, celui qui sert à lui envoyer un courrier.
   *
   * Mettez la colonne au format texte avant de la remplir : sinon le tableur retire le zéro du début, et un
   * code postal de l'Ain n'a plus que quatre chiffres. Pas d'espace, pas de nom de commune.
   *
   * Il faut cinq chiffres, sans espace.
   */
  code_postal: string;

  /**
   * Code INSEE
   *
   * Le code officiel de la commune, attribué par l'Insee. Il lève le doute entre les communes qui ont le même
   * nom ou partagent un code postal.
   *
   * Ne recopiez pas le code postal : les deux se ressemblent mais sont presque toujours différents. Le code
   * apparaît avec la commune sur https://adresse.data.gouv.fr. Gardez le zéro du début (colonne au format
   * texte) et, en Corse, 2A ou 2B en majuscules. Vérifiez que c'est bien votre commune et non une autre du
   * même nom.
   *
   * Il faut cinq chiffres ou, en Corse, 2A ou 2B suivi de trois chiffres.
   */
  code_insee?: string | undefined;

  /**
   * Adresse
   *
   * Le numéro et la voie où se trouve le lieu, avec « bis » ou « ter » s'il y a lieu. Pour un lieu itinérant,
   * l'adresse de son point d'attache.
   *
   * N'y répétez ni le code postal ni la commune, qui ont leurs colonnes. Le bâtiment, l'étage ou l'entrée
   * vont dans le complément d'adresse. S'il n'y a pas de nom de voie, indiquez le lieu-dit. Vous pouvez
   * vérifier que l'adresse existe sur https://adresse.data.gouv.fr.
   */
  adresse: string;

  /**
   * Complément d'adresse
   *
   * Ce qui aide à trouver la bonne porte une fois arrivé à l'adresse : bâtiment, étage, entrée, nom de la
   * résidence ou point de repère.
   *
   * Laissez la case vide si l'adresse suffit. Les horaires, les consignes d'accueil et le numéro de téléphone
   * ont leurs propres colonnes.
   */
  complement_adresse?: string | undefined;

  /**
   * Latitude
   *
   * La position du lieu du sud au nord, en degrés, dans le système du GPS (WGS 84). Avec la longitude, elle
   * place le lieu sur une carte.
   *
   * Cherchez l'adresse sur https://adresse.data.gouv.fr et recopiez le premier nombre. Mettez un point et non
   * une virgule ; quatre à six chiffres après le point suffisent. Le nombre est négatif au sud de l'équateur,
   * comme à La Réunion ou en Nouvelle-Calédonie. Laissez la case vide plutôt que d'y mettre zéro.
   *
   * Il faut un nombre, avec un point pour les décimales ; de préférence, un nombre entre -90 et 90.
   */
  latitude?: number | undefined;

  /**
   * Longitude
   *
   * La position du lieu d'ouest en est, en degrés, dans le système du GPS (WGS 84). Avec la latitude, elle
   * place le lieu sur une carte.
   *
   * Cherchez l'adresse sur https://adresse.data.gouv.fr et recopiez le second nombre. Mettez un point et non
   * une virgule ; quatre à six chiffres après le point suffisent. Le nombre est négatif à l'ouest de
   * Greenwich, comme à Brest ou aux Antilles. Vérifiez sur une carte que latitude et longitude ne sont pas
   * inversées.
   *
   * Il faut un nombre, avec un point pour les décimales ; de préférence, un nombre entre -180 et 180.
   */
  longitude?: number | undefined;

  /**
   * Typologie
   *
   * La nature de la structure qui tient le lieu : bibliothèque, association, centre social, mairie,
   * tiers-lieu… Chaque nature a un code court, en majuscules.
   *
   * Recopiez le code tel qu'il figure dans la liste, et non son nom en toutes lettres. Un lieu peut relever
   * de plusieurs codes, par exemple lorsqu'une association anime un tiers-lieu. Si aucun ne convient, laissez
   * la case vide.
   */
  typologie?: readonly (Typologie | (string & {}))[] | undefined;

  /**
   * Numéro de téléphone
   *
   * Le numéro de téléphone où le public peut joindre le lieu, écrit sous sa forme internationale. Un seul
   * numéro par lieu.
   *
   * Remplacez le zéro du début par l'indicatif : +33 en France hexagonale et en Corse, +590, +596, +594 ou
   * +262 en Guadeloupe, en Martinique, en Guyane, à La Réunion et à Mayotte, +687 en Nouvelle-Calédonie. Pas
   * d'espace, de point ni de parenthèse. Mettez la colonne au format texte pour que le tableur ne retire pas
   * le signe plus. Les numéros courts à quatre chiffres ne peuvent pas être indiqués ici. Pas de numéro
   * personnel.
   *
   * Il faut un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace.
   */
  telephone?: string | undefined;

  /**
   * Courriels
   *
   * L'adresse électronique où écrire au lieu. Plusieurs adresses sont possibles, la plus utile au public en
   * premier.
   *
   * Choisissez une adresse de service, qui reste quand les personnes changent, plutôt que l'adresse d'un
   * agent : le fichier est public. Écrivez l'adresse seule, sans nom devant ni chevrons autour.
   */
  courriels?: readonly string[] | undefined;

  /**
   * Site web
   *
   * L'adresse du site internet du lieu ou de sa page sur un réseau social. Plusieurs adresses sont possibles,
   * la plus complète en premier.
   *
   * Copiez l'adresse entière depuis la barre du navigateur, avec https:// au début. Préférez la page du lieu
   * à l'accueil du site de la ville.
   */
  site_web?: readonly string[] | undefined;

  /**
   * Horaires
   *
   * Les jours et les heures où le lieu est ouvert au public, dans l'écriture d'OpenStreetMap, que les cartes
   * en ligne savent lire : les jours y sont abrégés en anglais, de Mo pour lundi à Su pour dimanche.
   *
   * Le plus simple est de dessiner la semaine sur https://projets.pavie.info/yohours/ puis de recopier la
   * ligne obtenue. Les heures s'écrivent sur deux chiffres avec deux-points, un point-virgule sépare les
   * jours qui diffèrent, PH off veut dire fermé les jours fériés et SH off fermé pendant les vacances
   * scolaires. Le wiki d'OpenStreetMap explique les cas particuliers.
   */
  horaires?: string | undefined;

  /**
   * Présentation résumé
   *
   * Une ou deux phrases qui disent au public ce qu'il trouvera dans le lieu. C'est le texte qui s'affiche
   * d'abord sur une carte ou dans une liste.
   *
   * Pas plus de 280 caractères, espaces compris. Écrivez pour l'usager, sans sigle ni retour à la ligne ; le
   * reste va dans la présentation détaillée.
   *
   * Il faut 280 caractères au plus, espaces compris.
   */
  presentation_resume?: string | undefined;

  /**
   * Présentation détaillée
   *
   * Le portrait complet du lieu : son équipe, son matériel, ses ateliers, ce qu'il faut apporter, ce qui ne
   * se fait pas sur place. Ce texte complète le résumé sans le répéter.
   *
   * Rédigez en phrases, d'un seul tenant, sans mise en forme ni retour à la ligne. Les horaires, les
   * coordonnées, les services et l'itinérance ont leurs propres colonnes : inutile de les redire ici.
   */
  presentation_detail?: string | undefined;

  /**
   * Structure collectant la donnée
   *
   * Le nom de l'organisation qui a réuni et vérifié les informations de la ligne : le lieu lui-même, une
   * collectivité, un hub ou un réseau. C'est à elle que l'on signale une erreur.
   *
   * Écrivez toujours le nom de la même façon dans tout le fichier. N'indiquez ni un logiciel, ni un nom de
   * fichier, ni une personne.
   */
  source?: string | undefined;

  /**
   * Itinérance
   *
   * Dit si l'on va vers le lieu ou si le lieu vient vers le public, comme un bus ou un camion équipé qui
   * s'arrête de commune en commune.
   *
   * Retenez les deux valeurs si le lieu reçoit à son adresse et se déplace aussi. Laissez la case vide si
   * vous ne savez pas. Les étapes de la tournée se décrivent dans la présentation détaillée.
   */
  itinerance?: readonly Itinerance[] | undefined;

  /**
   * Structure parente
   *
   * Le nom de l'organisation dont le lieu dépend, quand ce n'est pas lui-même : la ville pour une
   * bibliothèque, le réseau ou l'association pour une antenne locale.
   *
   * Écrivez un nom en toutes lettres, pas un numéro. Laissez la case vide si le lieu est indépendant. Celui
   * qui fournit les données n'est pas forcément la structure parente : il a sa propre colonne.
   */
  structure_parente?: string | undefined;

  /**
   * Date de mise à jour
   *
   * La date à laquelle les informations de cette ligne ont été vérifiées pour la dernière fois. Elle dit au
   * lecteur s'il peut s'y fier.
   *
   * Écrivez l'année, le mois et le jour séparés par des tirets, avec deux chiffres pour le mois et pour le
   * jour. Le tableur remet volontiers les dates à la française : passez la colonne au format texte. Changez
   * la date de la ligne que vous vérifiez, pas celle de tout le fichier. Si vous ne connaissez pas la date,
   * mettez celle où vous avez récupéré l'information ; une date de 1970 ou de fin 1969 trahit une case vide
   * mal convertie.
   *
   * Il faut une date, année-mois-jour, comme 2026-04-02.
   */
  date_maj: string;

  /**
   * Services
   *
   * Ce que l'on peut venir faire ou apprendre dans le lieu. C'est l'information que les usagers et les
   * personnes qui les orientent cherchent en premier.
   *
   * Retenez ce qui est vraiment proposé, de façon régulière. La case peut rester vide si vous n'avez pas
   * l'information, mais un lieu sans service est difficile à trouver sur une carte. Recopiez les valeurs à
   * l'identique, accents compris.
   */
  services?: readonly Services[] | undefined;

  /**
   * Publics spécifiquement adressés
   *
   * Le ou les publics auxquels le lieu réserve son action. Un lieu de médiation numérique s'adresse
   * d'ordinaire à tout le monde : la case est alors vide.
   *
   * Ne mettez pas tous les publics pour dire que chacun est le bienvenu : ce serait compris comme une
   * restriction. Ce que l'équipe sait prendre en charge, comme un handicap ou une langue, va dans la colonne
   * voisine.
   */
  publics_specifiquement_adresses?: readonly PublicsSpecifiquementAdresses[] | undefined;

  /**
   * Prise en charge spécifique
   *
   * Les besoins particuliers auxquels l'équipe sait répondre : un handicap, la difficulté à lire ou à écrire,
   * une langue étrangère. Le lieu reste ouvert aux autres publics.
   *
   * Indiquez ce qui est réellement assuré, par une personne formée ou un équipement adapté. L'accès au
   * bâtiment lui-même se décrit dans la fiche Acceslibre.
   */
  prise_en_charge_specifique?: readonly PriseEnChargeSpecifique[] | undefined;

  /**
   * Frais à charge
   *
   * Ce que l'usager doit payer, ou non, pour être reçu et accompagné.
   *
   * Retenez plusieurs valeurs si tout n'est pas au même prix. Laissez la case vide si vous ne savez pas : une
   * case vide ne veut pas dire que c'est gratuit. Les tarifs eux-mêmes se donnent dans la présentation
   * détaillée.
   */
  frais_a_charge?: readonly FraisACharge[] | undefined;

  /**
   * Dispositifs et programmes nationaux
   *
   * Les dispositifs ou programmes présents dans toute la France auxquels le lieu participe. Le public y
   * reconnaît un accueil qu'il connaît déjà ailleurs.
   *
   * Indiquez une participation en cours, pas une candidature ni un ancien partenariat. Recopiez les valeurs à
   * l'identique, majuscules comprises. Un programme local va dans les autres formations et labels.
   */
  dispositif_programmes_nationaux?: readonly DispositifProgrammesNationaux[] | undefined;

  /**
   * Formations et labels
   *
   * Les formations suivies par l'équipe et les labels obtenus par le lieu, parmi ceux que le standard
   * connaît.
   *
   * Recopiez les valeurs à l'identique, guillemets, espaces et parenthèses compris. Ce qui n'est pas dans la
   * liste s'écrit librement dans la colonne des autres formations et labels.
   */
  formations_labels?: readonly FormationsLabels[] | undefined;

  /**
   * Autres formations et labels
   *
   * Les formations et les labels qui ne figurent dans aucune des listes du standard, par exemple ceux d'un
   * département ou d'une ville. Le texte est libre.
   *
   * Écrivez le nom officiel, suivi au besoin du territoire entre parenthèses. Vérifiez d'abord que la
   * formation ou le label n'est pas dans les colonnes à liste. N'y rangez pas d'autres informations, comme un
   * zonage.
   */
  autres_formations_labels?: readonly string[] | undefined;

  /**
   * Modalités d'accès
   *
   * La démarche à faire pour être reçu : venir directement, appeler, écrire, réserver ou passer par un
   * professionnel.
   *
   * Retenez toutes les façons possibles. Renseignez aussi la colonne qui va avec : le téléphone, le courriel
   * ou le lien de prise de rendez-vous. La valeur qui dit que le public n'est pas reçu s'emploie seule.
   */
  modalites_acces?: readonly ModalitesAcces[] | undefined;

  /**
   * Modalités d'accompagnement
   *
   * La façon dont l'usager est aidé : seul devant le matériel, en tête à tête, en groupe ou sans se déplacer.
   *
   * Retenez toutes les formes proposées. Recopiez les valeurs courtes de la liste, sans l'explication qui les
   * accompagne.
   */
  modalites_accompagnement?: readonly ModalitesAccompagnement[] | undefined;

  /**
   * Fiche Accès libre
   *
   * L'adresse de la page du lieu sur Acceslibre, le service public qui décrit l'accessibilité des bâtiments :
   * marches, largeur des portes, stationnement, sanitaires.
   *
   * Cherchez le lieu sur https://acceslibre.beta.gouv.fr/ et copiez l'adresse de sa fiche, pas celle de
   * l'accueil du site. Si la fiche n'existe pas, vous pouvez la créer en quelques minutes.
   */
  fiche_acces_libre?: string | undefined;

  /**
   * Prise de rdv
   *
   * L'adresse de la page où l'usager réserve lui-même un rendez-vous avec l'équipe du lieu.
   *
   * Copiez l'adresse entière, avec https:// au début, et si possible la page propre au lieu. Indiquez aussi
   * dans les modalités d'accès que l'on peut réserver en ligne. Un formulaire de contact ou un numéro de
   * téléphone n'ont pas leur place ici.
   */
  prise_rdv?: string | undefined;
}

/** Le nom d'une colonne. */
export type Colonne = keyof Lieu;
