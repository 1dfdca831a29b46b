import type { Valeur } from "./types.js";

/**
 * Typologie
 *
 * De quel type de structure s'agit-il ? Chaque code désigne un genre d'institution, d'association ou
 * d'entreprise ; on prend le plus précis qui convienne, et plusieurs si le lieu est plusieurs choses à la
 * fois, comme une mairie qui abrite un espace France Services.
 */
export type Typologie =
  | "ACI"
  | "ACIPHC"
  | "AFPA"
  | "AI"
  | "ASE"
  | "ASSO"
  | "ASSO_CHOMEUR"
  | "AVIP"
  | "Autre"
  | "BIB"
  | "CAARUD"
  | "CADA"
  | "CAF"
  | "CAP_EMPLOI"
  | "CAVA"
  | "CC"
  | "CCAS"
  | "CCONS"
  | "CD"
  | "CDAS"
  | "CFP"
  | "CHRS"
  | "CHU"
  | "CIAS"
  | "CIDFF"
  | "CITMET"
  | "CMP"
  | "CMS"
  | "CPAM"
  | "CPH"
  | "CS"
  | "CSAPA"
  | "CSC"
  | "DEETS"
  | "DEPT"
  | "DIPLP"
  | "E2C"
  | "EA"
  | "EATT"
  | "EI"
  | "EITI"
  | "ENM"
  | "EPCI"
  | "EPI"
  | "EPIDE"
  | "EPN"
  | "ES"
  | "ESAT"
  | "ESS"
  | "ETABL_PRI"
  | "ETABL_PUB"
  | "ETAT"
  | "ETTI"
  | "EVS"
  | "FABLAB"
  | "FABRIQUE"
  | "FAIS"
  | "FT"
  | "GEIQ"
  | "HUDA"
  | "LA_POSTE"
  | "MDA"
  | "MDE"
  | "MDEF"
  | "MDH"
  | "MDPH"
  | "MDS"
  | "MJC"
  | "ML"
  | "MQ"
  | "MSA"
  | "MSAP"
  | "MUNI"
  | "OACAS"
  | "ODC"
  | "OF"
  | "OIL"
  | "OPCS"
  | "PAD"
  | "PENSION"
  | "PI"
  | "PIJ_BIJ"
  | "PIMMS"
  | "PJJ"
  | "PLIE"
  | "PREF"
  | "PREVENTION"
  | "REG"
  | "RELAIS_LECTURE"
  | "RESSOURCERIE"
  | "RFS"
  | "RS_FJT"
  | "SCP"
  | "SPIP"
  | "TIERS_LIEUX"
  | "UDAF";

/**
 * Typologie
 *
 * De quel type de structure s'agit-il ? Chaque code désigne un genre d'institution, d'association ou
 * d'entreprise ; on prend le plus précis qui convienne, et plusieurs si le lieu est plusieurs choses à la
 * fois, comme une mairie qui abrite un espace France Services.
 */
export declare const TYPOLOGIE: {
  /**
   * ACI
   *
   * Atelier et chantier d'insertion, qui emploie des personnes éloignées du travail et les accompagne vers un
   * emploi durable.
   */
  readonly aci: Valeur<"aci", "ACI">;
  /**
   * ACIPHC
   *
   * Atelier et chantier d'insertion qui applique « Premières heures en chantier », une reprise du travail
   * très progressive pour des personnes en grande exclusion.
   */
  readonly aciphc: Valeur<"aciphc", "ACIPHC">;
  /**
   * AFPA
   *
   * Agence nationale pour la formation professionnelle des adultes, ou l'un de ses centres.
   */
  readonly afpa: Valeur<"afpa", "AFPA">;
  /**
   * AI
   *
   * Association intermédiaire, qui met des demandeurs d'emploi à disposition de particuliers, d'associations
   * ou d'entreprises.
   */
  readonly ai: Valeur<"ai", "AI">;
  /**
   * ASE
   *
   * Service de l'aide sociale à l'enfance du département, ou établissement qui accueille des mineurs pour son
   * compte.
   */
  readonly ase: Valeur<"ase", "ASE">;
  /**
   * ASSO
   *
   * Association, quand aucun code plus précis ne dit ce qu'elle fait.
   */
  readonly asso: Valeur<"asso", "ASSO">;
  /**
   * ASSO_CHOMEUR
   *
   * Association créée par ou pour des personnes au chômage, qui les informe et les soutient.
   */
  readonly asso_chomeur: Valeur<"asso_chomeur", "ASSO_CHOMEUR">;
  /**
   * AVIP
   *
   * Crèche à vocation d'insertion professionnelle, qui garde les jeunes enfants de parents en recherche
   * d'emploi.
   */
  readonly avip: Valeur<"avip", "AVIP">;
  /**
   * Autre
   *
   * Structure d'un type qui n'est prévu par aucun autre code de la liste.
   */
  readonly autre: Valeur<"autre", "Autre">;
  /**
   * BIB
   *
   * Bibliothèque ou médiathèque ouverte au public.
   */
  readonly bib: Valeur<"bib", "BIB">;
  /**
   * CAARUD
   *
   * Centre d'accueil et d'accompagnement à la réduction des risques pour usagers de drogues.
   */
  readonly caarud: Valeur<"caarud", "CAARUD">;
  /**
   * CADA
   *
   * Centre d'accueil de demandeurs d'asile, qui héberge ces personnes pendant l'examen de leur demande.
   */
  readonly cada: Valeur<"cada", "CADA">;
  /**
   * CAF
   *
   * Caisse d'allocations familiales, y compris ses antennes et ses points d'accueil.
   */
  readonly caf: Valeur<"caf", "CAF">;
  /**
   * CAP_EMPLOI
   *
   * Organisme Cap emploi, qui accompagne vers l'emploi les personnes en situation de handicap et conseille
   * leurs employeurs.
   */
  readonly cap_emploi: Valeur<"cap_emploi", "CAP_EMPLOI">;
  /**
   * CAVA
   *
   * Centre d'adaptation à la vie active, atelier où des personnes en difficulté reprennent peu à peu un
   * rythme de travail.
   */
  readonly cava: Valeur<"cava", "CAVA">;
  /**
   * CC
   *
   * Communauté de communes.
   */
  readonly cc: Valeur<"cc", "CC">;
  /**
   * CCAS
   *
   * Centre communal d'action sociale, rattaché à la commune.
   */
  readonly ccas: Valeur<"ccas", "CCAS">;
  /**
   * CCONS
   *
   * Chambre consulaire : chambre de commerce et d'industrie, chambre de métiers et de l'artisanat ou chambre
   * d'agriculture.
   */
  readonly ccons: Valeur<"ccons", "CCONS">;
  /**
   * CD
   *
   * Conseil départemental, pour l'institution elle-même et ses services autres que l'action sociale.
   */
  readonly cd: Valeur<"cd", "CD">;
  /**
   * CDAS
   *
   * Centre départemental d'action sociale, lieu d'accueil social de proximité du département.
   */
  readonly cdas: Valeur<"cdas", "CDAS">;
  /**
   * CFP
   *
   * Centre des finances publiques, où l'on s'occupe notamment des impôts.
   */
  readonly cfp: Valeur<"cfp", "CFP">;
  /**
   * CHRS
   *
   * Centre d'hébergement et de réinsertion sociale.
   */
  readonly chrs: Valeur<"chrs", "CHRS">;
  /**
   * CHU
   *
   * Centre d'hébergement d'urgence, et non centre hospitalier universitaire.
   */
  readonly chu: Valeur<"chu", "CHU">;
  /**
   * CIAS
   *
   * Centre intercommunal d'action sociale, commun à plusieurs communes.
   */
  readonly cias: Valeur<"cias", "CIAS">;
  /**
   * CIDFF
   *
   * Centre d'information sur les droits des femmes et des familles.
   */
  readonly cidff: Valeur<"cidff", "CIDFF">;
  /**
   * CITMET
   *
   * Cité des métiers, lieu de conseil sur l'orientation, la formation et la vie professionnelle.
   */
  readonly citmet: Valeur<"citmet", "CITMET">;
  /**
   * CMP
   *
   * Centre médico-psychologique, qui reçoit en consultation pour des soins psychiques.
   */
  readonly cmp: Valeur<"cmp", "CMP">;
  /**
   * CMS
   *
   * Centre médico-social, où le public rencontre des professionnels du social et de la santé.
   */
  readonly cms: Valeur<"cms", "CMS">;
  /**
   * CPAM
   *
   * Caisse primaire d'assurance maladie, y compris ses points d'accueil.
   */
  readonly cpam: Valeur<"cpam", "CPAM">;
  /**
   * CPH
   *
   * Centre provisoire d'hébergement, qui loge et accompagne des personnes réfugiées.
   */
  readonly cph: Valeur<"cph", "CPH">;
  /**
   * CS
   *
   * Centre social, équipement de quartier ou de village ouvert à tous les habitants.
   */
  readonly cs: Valeur<"cs", "CS">;
  /**
   * CSAPA
   *
   * Centre de soins, d'accompagnement et de prévention en addictologie.
   */
  readonly csapa: Valeur<"csapa", "CSAPA">;
  /**
   * CSC
   *
   * Centre socioculturel, qui mêle action sociale de proximité et activités culturelles.
   */
  readonly csc: Valeur<"csc", "CSC">;
  /**
   * DEETS
   *
   * Direction de l'économie, de l'emploi, du travail et des solidarités, service de l'État sur un territoire.
   */
  readonly deets: Valeur<"deets", "DEETS">;
  /**
   * DEPT
   *
   * Services sociaux du conseil départemental, pour les accueils sociaux qui n'ont pas de code plus précis.
   */
  readonly dept: Valeur<"dept", "DEPT">;
  /**
   * DIPLP
   *
   * Délégation interministérielle à la prévention et à la lutte contre la pauvreté, ou ses représentants sur
   * un territoire.
   */
  readonly diplp: Valeur<"diplp", "DIPLP">;
  /**
   * E2C
   *
   * École de la deuxième chance, qui remobilise et forme des jeunes sortis de l'école sans diplôme.
   */
  readonly e2c: Valeur<"e2c", "E2C">;
  /**
   * EA
   *
   * Entreprise adaptée, qui emploie une forte part de travailleurs handicapés en milieu ordinaire de travail.
   */
  readonly ea: Valeur<"ea", "EA">;
  /**
   * EATT
   *
   * Entreprise adaptée de travail temporaire, agence d'intérim tournée vers les travailleurs handicapés.
   */
  readonly eatt: Valeur<"eatt", "EATT">;
  /**
   * EI
   *
   * Entreprise d'insertion, qui produit et vend tout en faisant travailler des personnes éloignées de
   * l'emploi.
   */
  readonly ei: Valeur<"ei", "EI">;
  /**
   * EITI
   *
   * Entreprise d'insertion par le travail indépendant, qui aide des personnes éloignées de l'emploi à exercer
   * à leur compte.
   */
  readonly eiti: Valeur<"eiti", "EITI">;
  /**
   * ENM
   *
   * Espace numérique mobile, comme un bus ou un camion équipé qui va de commune en commune.
   */
  readonly enm: Valeur<"enm", "ENM">;
  /**
   * EPCI
   *
   * Établissement public de coopération intercommunale : métropole, communauté urbaine ou d'agglomération,
   * autre groupement de communes.
   */
  readonly epci: Valeur<"epci", "EPCI">;
  /**
   * EPI
   *
   * Espace public internet, salle équipée où le public peut se connecter et se faire aider.
   */
  readonly epi: Valeur<"epi", "EPI">;
  /**
   * EPIDE
   *
   * Établissement pour l'insertion dans l'emploi, qui accueille en internat de jeunes adultes volontaires.
   */
  readonly epide: Valeur<"epide", "EPIDE">;
  /**
   * EPN
   *
   * Espace public numérique, lieu où le public dispose d'équipements et d'un animateur pour apprendre à s'en
   * servir.
   */
  readonly epn: Valeur<"epn", "EPN">;
  /**
   * ES
   *
   * Épicerie solidaire, qui vend à bas prix à des personnes aux revenus modestes.
   */
  readonly es: Valeur<"es", "ES">;
  /**
   * ESAT
   *
   * Établissement ou service d'aide par le travail, nommé aussi d'accompagnement par le travail, pour des
   * personnes handicapées.
   */
  readonly esat: Valeur<"esat", "ESAT">;
  /**
   * ESS
   *
   * Entreprise de l'économie sociale et solidaire, quand aucun code plus précis ne convient.
   */
  readonly ess: Valeur<"ess", "ESS">;
  /**
   * ETABL_PRI
   *
   * Établissement privé, quand aucun code plus précis ne dit ce qu'il fait.
   */
  readonly etabl_pri: Valeur<"etabl_pri", "ETABL_PRI">;
  /**
   * ETABL_PUB
   *
   * Établissement public, quand aucun code plus précis ne dit ce qu'il fait.
   */
  readonly etabl_pub: Valeur<"etabl_pub", "ETABL_PUB">;
  /**
   * ETAT
   *
   * Service de l'État, quand il ne s'agit ni d'une préfecture ni d'un autre service qui a son code.
   */
  readonly etat: Valeur<"etat", "ETAT">;
  /**
   * ETTI
   *
   * Entreprise de travail temporaire d'insertion, agence d'intérim pour des personnes éloignées de l'emploi.
   */
  readonly etti: Valeur<"etti", "ETTI">;
  /**
   * EVS
   *
   * Espace de vie sociale, petite structure d'animation locale, plus légère qu'un centre social.
   */
  readonly evs: Valeur<"evs", "EVS">;
  /**
   * FABLAB
   *
   * Atelier de fabrication partagé, équipé de machines comme l'imprimante 3D ou la découpe laser.
   */
  readonly fablab: Valeur<"fablab", "FABLAB">;
  /**
   * FABRIQUE
   *
   * Lieu qui se présente comme une fabrique, où l'on mène des projets ensemble, sans être un atelier de
   * fabrication partagé.
   */
  readonly fabrique: Valeur<"fabrique", "FABRIQUE">;
  /**
   * FAIS
   *
   * Fédération d'acteurs de l'insertion et de la solidarité, qui regroupe et représente d'autres structures.
   */
  readonly fais: Valeur<"fais", "FAIS">;
  /**
   * FT
   *
   * France Travail, l'opérateur public de l'emploi, qui s'appelait auparavant Pôle emploi.
   */
  readonly ft: Valeur<"ft", "FT">;
  /**
   * GEIQ
   *
   * Groupement d'employeurs pour l'insertion et la qualification, qui embauche et forme des personnes au
   * profit de ses entreprises membres.
   */
  readonly geiq: Valeur<"geiq", "GEIQ">;
  /**
   * HUDA
   *
   * Hébergement d'urgence pour demandeurs d'asile.
   */
  readonly huda: Valeur<"huda", "HUDA">;
  /**
   * LA_POSTE
   *
   * Bureau de poste, agence postale communale ou autre point d'accueil de La Poste.
   */
  readonly la_poste: Valeur<"la_poste", "LA_POSTE">;
  /**
   * MDA
   *
   * Maison départementale de l'autonomie, pour les personnes âgées et les personnes handicapées, et non
   * maison des adolescents.
   */
  readonly mda: Valeur<"mda", "MDA">;
  /**
   * MDE
   *
   * Maison de l'emploi, qui réunit sur un territoire les acteurs de l'emploi.
   */
  readonly mde: Valeur<"mde", "MDE">;
  /**
   * MDEF
   *
   * Maison de l'emploi et de la formation, qui ajoute l'orientation vers les formations.
   */
  readonly mdef: Valeur<"mdef", "MDEF">;
  /**
   * MDH
   *
   * Maison des habitants, nom donné dans certaines villes à un équipement social de quartier.
   */
  readonly mdh: Valeur<"mdh", "MDH">;
  /**
   * MDPH
   *
   * Maison départementale des personnes handicapées, où se déposent les demandes de droits liées au handicap.
   */
  readonly mdph: Valeur<"mdph", "MDPH">;
  /**
   * MDS
   *
   * Maison départementale des solidarités, lieu d'accueil social du département.
   */
  readonly mds: Valeur<"mds", "MDS">;
  /**
   * MJC
   *
   * Maison des jeunes et de la culture.
   */
  readonly mjc: Valeur<"mjc", "MJC">;
  /**
   * ML
   *
   * Mission locale, qui accompagne les jeunes sortis de l'école vers l'emploi et l'autonomie.
   */
  readonly ml: Valeur<"ml", "ML">;
  /**
   * MQ
   *
   * Maison de quartier, équipement municipal ou associatif ouvert aux habitants.
   */
  readonly mq: Valeur<"mq", "MQ">;
  /**
   * MSA
   *
   * Mutualité sociale agricole, la protection sociale des exploitants et des salariés de l'agriculture.
   */
  readonly msa: Valeur<"msa", "MSA">;
  /**
   * MSAP
   *
   * Maison de services au public, ancien nom d'un guichet qui réunit plusieurs services, le plus souvent
   * devenu France Services.
   */
  readonly msap: Valeur<"msap", "MSAP">;
  /**
   * MUNI
   *
   * Municipalité : mairie, mairie annexe ou service d'une commune.
   */
  readonly muni: Valeur<"muni", "MUNI">;
  /**
   * OACAS
   *
   * Organisme d'accueil communautaire et d'activités solidaires, qui loge et fait participer à une activité
   * des personnes en difficulté.
   */
  readonly oacas: Valeur<"oacas", "OACAS">;
  /**
   * ODC
   *
   * Organisation délégataire d'un conseil départemental, à laquelle il confie une part de son action
   * d'insertion.
   */
  readonly odc: Valeur<"odc", "ODC">;
  /**
   * OF
   *
   * Organisme de formation, pour les adultes ou pour les jeunes.
   */
  readonly of: Valeur<"of", "OF">;
  /**
   * OIL
   *
   * Opérateur d'intermédiation locative, qui sert d'intermédiaire entre des propriétaires et des ménages en
   * difficulté.
   */
  readonly oil: Valeur<"oil", "OIL">;
  /**
   * OPCS
   *
   * Organisation porteuse de la clause sociale, qui suit les heures d'insertion prévues dans les marchés
   * publics.
   */
  readonly opcs: Valeur<"opcs", "OPCS">;
  /**
   * PAD
   *
   * Point d'accès au droit, où l'on reçoit gratuitement une information juridique.
   */
  readonly pad: Valeur<"pad", "PAD">;
  /**
   * PENSION
   *
   * Pension de famille ou résidence accueil, logement durable avec des espaces communs pour des personnes
   * isolées.
   */
  readonly pension: Valeur<"pension", "PENSION">;
  /**
   * PI
   *
   * Point information, accueil de proximité qui renseigne et oriente le public.
   */
  readonly pi: Valeur<"pi", "PI">;
  /**
   * PIJ_BIJ
   *
   * Point ou bureau information jeunesse.
   */
  readonly pij_bij: Valeur<"pij_bij", "PIJ_BIJ">;
  /**
   * PIMMS
   *
   * Point information médiation multiservices, qui aide le public dans ses relations avec les services
   * publics et les entreprises de service.
   */
  readonly pimms: Valeur<"pimms", "PIMMS">;
  /**
   * PJJ
   *
   * Protection judiciaire de la jeunesse, service du ministère de la Justice chargé des mineurs.
   */
  readonly pjj: Valeur<"pjj", "PJJ">;
  /**
   * PLIE
   *
   * Plan local pour l'insertion et l'emploi, ou la structure qui l'anime.
   */
  readonly plie: Valeur<"plie", "PLIE">;
  /**
   * PREF
   *
   * Préfecture ou sous-préfecture.
   */
  readonly pref: Valeur<"pref", "PREF">;
  /**
   * PREVENTION
   *
   * Service ou club de prévention, dont les éducateurs vont à la rencontre des jeunes là où ils vivent.
   */
  readonly prevention: Valeur<"prevention", "PREVENTION">;
  /**
   * REG
   *
   * Région, pour le conseil régional et ses antennes.
   */
  readonly reg: Valeur<"reg", "REG">;
  /**
   * RELAIS_LECTURE
   *
   * Relais lecture, petit point de prêt de livres, plus modeste qu'une bibliothèque.
   */
  readonly relais_lecture: Valeur<"relais_lecture", "RELAIS_LECTURE">;
  /**
   * RESSOURCERIE
   *
   * Ressourcerie ou recyclerie, qui collecte, répare et revend des objets.
   */
  readonly ressourcerie: Valeur<"ressourcerie", "RESSOURCERIE">;
  /**
   * RFS
   *
   * Réseau France Services, pour un espace labellisé, fixe ou mobile.
   */
  readonly rfs: Valeur<"rfs", "RFS">;
  /**
   * RS_FJT
   *
   * Résidence sociale ou foyer de jeunes travailleurs.
   */
  readonly rs_fjt: Valeur<"rs_fjt", "RS_FJT">;
  /**
   * SCP
   *
   * Services et clubs de prévention, type très proche de PREVENTION, conservé parce que les deux codes
   * circulent.
   */
  readonly scp: Valeur<"scp", "SCP">;
  /**
   * SPIP
   *
   * Service pénitentiaire d'insertion et de probation.
   */
  readonly spip: Valeur<"spip", "SPIP">;
  /**
   * TIERS_LIEUX
   *
   * Tiers-lieu ou espace de travail partagé.
   */
  readonly tiers_lieux: Valeur<"tiers_lieux", "TIERS_LIEUX">;
  /**
   * UDAF
   *
   * Union départementale des associations familiales.
   */
  readonly udaf: Valeur<"udaf", "UDAF">;
};

/**
 * Itinérance
 *
 * Le lieu se déplace-t-il vers les habitants, ou faut-il venir à son adresse ? Une structure qui a un local
 * et qui organise aussi des tournées retient les deux réponses.
 */
export type Itinerance =
  | "Itinérant"
  | "Fixe";

/**
 * Itinérance
 *
 * Le lieu se déplace-t-il vers les habitants, ou faut-il venir à son adresse ? Une structure qui a un local
 * et qui organise aussi des tournées retient les deux réponses.
 */
export declare const ITINERANCE: {
  /**
   * Itinérant
   *
   * L'accueil se déplace : bus ou camion aménagé, ou permanences tenues tour à tour dans plusieurs communes.
   * Une équipe qui sort de ses murs pour un forum ou une fête n'est pas itinérante pour autant.
   */
  readonly itinerant: Valeur<"itinerant", "Itinérant">;
  /**
   * Fixe
   *
   * L'accueil se fait toujours au même endroit, celui que donne l'adresse, même si les horaires y sont
   * réduits.
   */
  readonly fixe: Valeur<"fixe", "Fixe">;
};

/**
 * Services
 *
 * Pour quoi peut-on venir dans ce lieu ? La liste range l'offre en neuf grandes familles, assez larges pour
 * qu'une personne qui oriente un usager s'y retrouve ; on retient toutes celles qui sont réellement proposées
 * sur place.
 */
export type Services =
  | "Aide aux démarches administratives"
  | "Maîtrise des outils numériques du quotidien"
  | "Insertion professionnelle via le numérique"
  | "Utilisation sécurisée du numérique"
  | "Parentalité et éducation avec le numérique"
  | "Loisirs et créations numériques"
  | "Compréhension du monde numérique"
  | "Accès internet et matériel informatique"
  | "Acquisition de matériel informatique à prix solidaire";

/**
 * Services
 *
 * Pour quoi peut-on venir dans ce lieu ? La liste range l'offre en neuf grandes familles, assez larges pour
 * qu'une personne qui oriente un usager s'y retrouve ; on retient toutes celles qui sont réellement proposées
 * sur place.
 */
export declare const SERVICES: {
  /**
   * Aide aux démarches administratives
   *
   * Aider une personne à faire ses démarches en ligne, avec elle ou pour elle : impôts, allocations,
   * retraite, santé, titres d'identité. Ce n'est pas un cours d'informatique, même si l'usager y gagne en
   * aisance.
   */
  readonly aide_demarches_administratives: Valeur<"aide_demarches_administratives", "Aide aux démarches administratives">;
  /**
   * Maîtrise des outils numériques du quotidien
   *
   * Apprendre à se servir d'un ordinateur, d'une tablette ou d'un téléphone : clavier et souris, messagerie,
   * recherche sur le web, rangement des fichiers et des photos, appels vidéo.
   */
  readonly outils_quotidien: Valeur<"outils_quotidien", "Maîtrise des outils numériques du quotidien">;
  /**
   * Insertion professionnelle via le numérique
   *
   * Se servir du numérique pour travailler : rédiger un CV, chercher une offre et y répondre, suivre son
   * dossier de demandeur d'emploi, ou faire connaître sa petite entreprise.
   */
  readonly insertion_professionnelle: Valeur<"insertion_professionnelle", "Insertion professionnelle via le numérique">;
  /**
   * Utilisation sécurisée du numérique
   *
   * Apprendre à se protéger : choisir ses mots de passe, reconnaître une arnaque, régler la confidentialité
   * de ses comptes, sauvegarder ses données, réagir après un piratage.
   */
  readonly utilisation_securisee: Valeur<"utilisation_securisee", "Utilisation sécurisée du numérique">;
  /**
   * Parentalité et éducation avec le numérique
   *
   * Épauler les parents et les éducateurs : temps d'écran, contrôle parental, jeux vidéo, cyberharcèlement,
   * suivi de la scolarité sur l'espace numérique de travail.
   */
  readonly parentalite_education: Valeur<"parentalite_education", "Parentalité et éducation avec le numérique">;
  /**
   * Loisirs et créations numériques
   *
   * Créer ou se divertir avec le numérique : photo, vidéo, musique, impression 3D, robotique, programmation,
   * jeu vidéo.
   */
  readonly loisirs_creations: Valeur<"loisirs_creations", "Loisirs et créations numériques">;
  /**
   * Compréhension du monde numérique
   *
   * Prendre du recul sur le numérique et ses effets : vérifier une information, comprendre les réseaux
   * sociaux et les algorithmes, les données personnelles, l'empreinte écologique, les métiers du secteur.
   */
  readonly comprehension_monde_numerique: Valeur<"comprehension_monde_numerique", "Compréhension du monde numérique">;
  /**
   * Accès internet et matériel informatique
   *
   * Utiliser sur place, ou emprunter, une connexion ou un équipement : wifi, ordinateur en accès libre,
   * imprimante, scanner. Le matériel reste au lieu ; s'il est vendu ou donné, c'est de l'acquisition à prix
   * solidaire.
   */
  readonly acces_internet_materiel: Valeur<"acces_internet_materiel", "Accès internet et matériel informatique">;
  /**
   * Acquisition de matériel informatique à prix solidaire
   *
   * Repartir avec un ordinateur, une tablette ou un téléphone, souvent reconditionné, donné ou vendu
   * nettement moins cher qu'en magasin. L'offre peut être réservée à des personnes aux revenus modestes.
   */
  readonly acquisition_materiel_prix_solidaire: Valeur<"acquisition_materiel_prix_solidaire", "Acquisition de matériel informatique à prix solidaire">;
};

/**
 * Publics spécifiquement adressés
 *
 * À qui le lieu s'adresse-t-il en particulier ? Une valeur ne se choisit que si l'accueil est pensé pour ce
 * public ou lui est réservé ; un lieu ouvert à tous laisse la case vide, car il n'y a pas de valeur pour tout
 * le monde.
 */
export type PublicsSpecifiquementAdresses =
  | "Jeunes"
  | "Étudiants"
  | "Familles et/ou enfants"
  | "Seniors"
  | "Femmes";

/**
 * Publics spécifiquement adressés
 *
 * À qui le lieu s'adresse-t-il en particulier ? Une valeur ne se choisit que si l'accueil est pensé pour ce
 * public ou lui est réservé ; un lieu ouvert à tous laisse la case vide, car il n'y a pas de valeur pour tout
 * le monde.
 */
export declare const PUBLICS_SPECIFIQUEMENT_ADRESSES: {
  /**
   * Jeunes
   *
   * Adolescents et jeunes adultes, hors enfants : mission locale, maison des jeunes, information jeunesse.
   * L'âge exact accepté se précise dans la présentation du lieu.
   */
  readonly jeunes: Valeur<"jeunes", "Jeunes">;
  /**
   * Étudiants
   *
   * Personnes inscrites dans l'enseignement supérieur, pour un lieu d'université, de campus ou de résidence
   * étudiante.
   */
  readonly etudiants: Valeur<"etudiants", "Étudiants">;
  /**
   * Familles et/ou enfants
   *
   * Parents, enfants, ou les deux ensemble : ateliers en famille, ludothèque, centre de loisirs, lieu de
   * soutien à la parentalité.
   */
  readonly familles_enfants: Valeur<"familles_enfants", "Familles et/ou enfants">;
  /**
   * Seniors
   *
   * Personnes âgées ou retraitées : résidence autonomie, club de retraités, ateliers réservés aux aînés.
   * L'âge exact accepté se précise dans la présentation du lieu.
   */
  readonly seniors: Valeur<"seniors", "Seniors">;
  /**
   * Femmes
   *
   * L'accueil est réservé aux femmes, ou conçu pour elles, comme dans un lieu d'information sur les droits
   * des femmes ou un atelier non mixte.
   */
  readonly femmes: Valeur<"femmes", "Femmes">;
};

/**
 * Prise en charge spécifique
 *
 * Pour quels besoins particuliers l'équipe est-elle formée ou équipée ? La liste parle de la façon
 * d'accompagner ; pour l'accès au bâtiment (rampe, ascenseur), c'est la fiche d'accessibilité du lieu qui
 * répond.
 */
export type PriseEnChargeSpecifique =
  | "Surdité"
  | "Handicaps moteurs"
  | "Handicaps mentaux"
  | "Illettrisme"
  | "Langues étrangères (anglais)"
  | "Langues étrangères (autres)"
  | "Déficience visuelle";

/**
 * Prise en charge spécifique
 *
 * Pour quels besoins particuliers l'équipe est-elle formée ou équipée ? La liste parle de la façon
 * d'accompagner ; pour l'accès au bâtiment (rampe, ascenseur), c'est la fiche d'accessibilité du lieu qui
 * répond.
 */
export declare const PRISE_EN_CHARGE_SPECIFIQUE: {
  /**
   * Surdité
   *
   * Le lieu sait accompagner des personnes sourdes ou malentendantes : langue des signes, échange par écrit,
   * boucle magnétique, service de transcription.
   */
  readonly surdite: Valeur<"surdite", "Surdité">;
  /**
   * Handicaps moteurs
   *
   * Le lieu sait accompagner des personnes dont les gestes ou les déplacements sont limités : poste adapté,
   * clavier ou souris spécifiques, aide pour manipuler l'appareil.
   */
  readonly handicaps_moteurs: Valeur<"handicaps_moteurs", "Handicaps moteurs">;
  /**
   * Handicaps mentaux
   *
   * Le lieu sait accompagner des personnes ayant une déficience intellectuelle, un trouble psychique ou
   * cognitif : rythme adapté, consignes simples, documents faciles à lire.
   */
  readonly handicaps_mentaux: Valeur<"handicaps_mentaux", "Handicaps mentaux">;
  /**
   * Illettrisme
   *
   * Le lieu sait accompagner des personnes qui lisent, écrivent ou comptent avec difficulté bien qu'ayant été
   * à l'école : aide orale, pictogrammes, apprentissage mené de front avec le numérique.
   */
  readonly illettrisme: Valeur<"illettrisme", "Illettrisme">;
  /**
   * Langues étrangères (anglais)
   *
   * Quelqu'un dans l'équipe peut accueillir et accompagner en anglais une personne qui ne parle pas français.
   */
  readonly langues_etrangeres_anglais: Valeur<"langues_etrangeres_anglais", "Langues étrangères (anglais)">;
  /**
   * Langues étrangères (autres)
   *
   * L'accompagnement est possible dans au moins une langue étrangère autre que l'anglais, par l'équipe ou
   * avec un interprète. La présentation du lieu peut dire lesquelles.
   */
  readonly langues_etrangeres_autres: Valeur<"langues_etrangeres_autres", "Langues étrangères (autres)">;
  /**
   * Déficience visuelle
   *
   * Le lieu sait accompagner des personnes aveugles ou malvoyantes : lecteur d'écran, plage braille,
   * grossissement de l'affichage, commande vocale.
   */
  readonly deficience_visuelle: Valeur<"deficience_visuelle", "Déficience visuelle">;
};

/**
 * Frais à charge
 *
 * Que paie la personne accueillie, de sa poche, pour ce que le lieu propose ? Si les tarifs changent d'un
 * service à l'autre, on retient plusieurs valeurs ; une case vide veut dire qu'on ne sait pas, et non que
 * c'est gratuit.
 */
export type FraisACharge =
  | "Gratuit"
  | "Gratuit sous condition"
  | "Payant";

/**
 * Frais à charge
 *
 * Que paie la personne accueillie, de sa poche, pour ce que le lieu propose ? Si les tarifs changent d'un
 * service à l'autre, on retient plusieurs valeurs ; une case vide veut dire qu'on ne sait pas, et non que
 * c'est gratuit.
 */
export declare const FRAIS_A_CHARGE: {
  /**
   * Gratuit
   *
   * Personne n'a rien à payer, ni pour la séance, ni pour l'inscription, ni sous forme d'adhésion.
   */
  readonly gratuit: Valeur<"gratuit", "Gratuit">;
  /**
   * Gratuit sous condition
   *
   * Certaines personnes ne paient rien parce qu'elles remplissent un critère : habiter la commune, avoir de
   * faibles revenus, être envoyées par un travailleur social, remettre un pass numérique. Les autres paient
   * ou ne sont pas reçues.
   */
  readonly gratuit_sous_condition: Valeur<"gratuit_sous_condition", "Gratuit sous condition">;
  /**
   * Payant
   *
   * Il faut payer, même peu : séance, forfait, matériel vendu, ou adhésion payante demandée à tous avant
   * d'être accompagné, y compris si les séances ne coûtent ensuite plus rien.
   */
  readonly payant: Valeur<"payant", "Payant">;
};

/**
 * Dispositifs et programmes nationaux
 *
 * De quels réseaux ou programmes présents dans toute la France le lieu fait-il partie ? On ne retient que
 * ceux auxquels il participe aujourd'hui ; les formations suivies et les labels locaux ont leurs propres
 * listes.
 */
export type DispositifProgrammesNationaux =
  | "Aidants Connect"
  | "Bibliothèques numérique de référence"
  | "Certification PIX"
  | "Conseillers numériques"
  | "Emmaüs Connect"
  | "France Services"
  | "Grande école du numérique"
  | "La Croix Rouge"
  | "Point d'accès numérique CAF"
  | "Promeneurs du net"
  | "Relais numérique (Emmaüs Connect)";

/**
 * Dispositifs et programmes nationaux
 *
 * De quels réseaux ou programmes présents dans toute la France le lieu fait-il partie ? On ne retient que
 * ceux auxquels il participe aujourd'hui ; les formations suivies et les labels locaux ont leurs propres
 * listes.
 */
export declare const DISPOSITIF_PROGRAMMES_NATIONAUX: {
  /**
   * Aidants Connect
   *
   * Service public qui permet à un professionnel habilité de faire une démarche en ligne à la place d'une
   * personne, avec son accord et sans connaître ses mots de passe. À choisir si une personne du lieu est
   * habilitée.
   */
  readonly aidants_connect: Valeur<"aidants_connect", "Aidants Connect">;
  /**
   * Bibliothèques numérique de référence
   *
   * Programme du ministère de la Culture qui aide des collectivités à faire de leurs bibliothèques des lieux
   * bien équipés et actifs en matière de services numériques.
   */
  readonly bibliotheques_numerique_reference: Valeur<"bibliotheques_numerique_reference", "Bibliothèques numérique de référence">;
  /**
   * Certification PIX
   *
   * Le lieu est centre de certification Pix : on peut y passer l'examen qui atteste d'un niveau de
   * compétences numériques. Préparer l'examen ou s'entraîner sur la plateforme en ligne ne suffit pas.
   */
  readonly certification_pix: Valeur<"certification_pix", "Certification PIX">;
  /**
   * Conseillers numériques
   *
   * Un conseiller numérique, dont le poste est soutenu par l'État pour aider le public à gagner en autonomie,
   * exerce dans ce lieu ou y tient des permanences régulières.
   */
  readonly conseillers_numeriques: Valeur<"conseillers_numeriques", "Conseillers numériques">;
  /**
   * Emmaüs Connect
   *
   * Espace d'accueil tenu par l'association Emmaüs Connect elle-même, qui équipe, connecte et forme des
   * personnes en situation de précarité. Une structure simplement partenaire relève plutôt du réseau des
   * relais.
   */
  readonly emmaus_connect: Valeur<"emmaus_connect", "Emmaüs Connect">;
  /**
   * France Services
   *
   * Le lieu est labellisé par l'État : on y obtient, à un seul guichet, une aide pour les démarches du
   * quotidien auprès de plusieurs administrations et organismes publics.
   */
  readonly france_services: Valeur<"france_services", "France Services">;
  /**
   * Grande école du numérique
   *
   * Le lieu fait partie des organismes que la Grande École du Numérique a reconnus pour leurs formations aux
   * métiers du numérique, ouvertes à des personnes éloignées de l'emploi ou peu diplômées.
   */
  readonly grande_ecole_numerique: Valeur<"grande_ecole_numerique", "Grande école du numérique">;
  /**
   * La Croix Rouge
   *
   * L'accompagnement au numérique est assuré par la Croix-Rouge française, dans un de ses locaux ou lors
   * d'une de ses actions de terrain.
   */
  readonly croix_rouge: Valeur<"croix_rouge", "La Croix Rouge">;
  /**
   * Point d'accès numérique CAF
   *
   * Point, le plus souvent installé chez un partenaire de la caisse d'allocations familiales, où un
   * allocataire peut consulter son dossier et faire ses démarches en ligne, avec de l'aide au besoin.
   */
  readonly point_acces_numerique_caf: Valeur<"point_acces_numerique_caf", "Point d'accès numérique CAF">;
  /**
   * Promeneurs du net
   *
   * Un professionnel du lieu, éducateur ou animateur, est présent à visage découvert sur les réseaux sociaux
   * pour écouter et conseiller les jeunes, dans le réseau animé avec les caisses d'allocations familiales.
   */
  readonly promeneurs_du_net: Valeur<"promeneurs_du_net", "Promeneurs du net">;
  /**
   * Relais numérique (Emmaüs Connect)
   *
   * Structure sociale que l'association Emmaüs Connect a formée et outillée pour proposer elle-même, à ses
   * usagers, de l'équipement ou de la connexion à prix solidaire et un accompagnement.
   */
  readonly relais_numerique_emmaus_connect: Valeur<"relais_numerique_emmaus_connect", "Relais numérique (Emmaüs Connect)">;
};

/**
 * Formations et labels
 *
 * Quelles formations l'équipe a-t-elle suivies, et quels labels ou réseaux reconnaissent le lieu ? La liste
 * est courte et certaines valeurs ne concernent qu'un territoire ; ce qui n'y est pas se note en clair dans
 * l'autre colonne prévue.
 */
export type FormationsLabels =
  | "Formé à « Mon Espace Santé »"
  | "Formé à « DUPLEX » (illettrisme)"
  | "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"
  | "Collectif ressources et acteurs réemploi (Normandie)"
  | "Étapes numériques (La Poste)"
  | "Fabriques de Territoire"
  | "Les Éclaireurs du numérique (Drôme)"
  | "Mes Papiers (Métropole de Lyon)"
  | "ORDI 3.0"
  | "SUD LABS (PACA)";

/**
 * Formations et labels
 *
 * Quelles formations l'équipe a-t-elle suivies, et quels labels ou réseaux reconnaissent le lieu ? La liste
 * est courte et certaines valeurs ne concernent qu'un territoire ; ce qui n'y est pas se note en clair dans
 * l'autre colonne prévue.
 */
export declare const FORMATIONS_LABELS: {
  /**
   * Formé à « Mon Espace Santé »
   *
   * Une personne du lieu a suivi la formation qui prépare à montrer au public comment ouvrir et utiliser son
   * carnet de santé en ligne, sur le service public du même nom.
   */
  readonly mon_espace_sante: Valeur<"mon_espace_sante", "Formé à « Mon Espace Santé »">;
  /**
   * Formé à « DUPLEX » (illettrisme)
   *
   * Une personne du lieu a été formée à la démarche de l'Agence nationale de lutte contre l'illettrisme, qui
   * fait progresser en même temps dans les usages numériques et en lecture, écriture ou calcul.
   */
  readonly duplex: Valeur<"duplex", "Formé à « DUPLEX » (illettrisme)">;
  /**
   * Arnia/MedNum BFC (Bourgogne-Franche-Comté)
   *
   * Le lieu a obtenu le label régional de la médiation numérique que décernent, en Bourgogne-Franche-Comté,
   * l'agence Arnia et son programme MedNum BFC.
   */
  readonly arnia_mednum_bfc: Valeur<"arnia_mednum_bfc", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)">;
  /**
   * Collectif ressources et acteurs réemploi (Normandie)
   *
   * Le lieu est membre de ce collectif normand, qui rassemble des structures du réemploi, celles qui donnent
   * une seconde vie aux objets et aux équipements.
   */
  readonly crar_normandie: Valeur<"crar_normandie", "Collectif ressources et acteurs réemploi (Normandie)">;
  /**
   * Étapes numériques (La Poste)
   *
   * Espace d'un bureau de poste réservé au numérique, où l'on trouve des équipements et de quoi se former. La
   * valeur ne vaut que pour les bureaux auxquels La Poste donne ce nom.
   */
  readonly etapes_numeriques: Valeur<"etapes_numeriques", "Étapes numériques (La Poste)">;
  /**
   * Fabriques de Territoire
   *
   * Tiers-lieu retenu par l'État, à travers l'Agence nationale de la cohésion des territoires, comme lieu
   * ressource pour les autres tiers-lieux et pour les habitants de son territoire.
   */
  readonly fabriques_territoire: Valeur<"fabriques_territoire", "Fabriques de Territoire">;
  /**
   * Les Éclaireurs du numérique (Drôme)
   *
   * Le lieu ou l'un de ses accompagnants est reconnu comme membre des Éclaireurs du numérique, réseau d'aide
   * aux habitants propre au département de la Drôme.
   */
  readonly eclaireurs_numerique_drome: Valeur<"eclaireurs_numerique_drome", "Les Éclaireurs du numérique (Drôme)">;
  /**
   * Mes Papiers (Métropole de Lyon)
   *
   * Le lieu accompagne à l'usage de Mes Papiers, application portée par la Métropole de Lyon pour ranger et
   * retrouver les documents utiles aux démarches administratives.
   */
  readonly mes_papiers_lyon: Valeur<"mes_papiers_lyon", "Mes Papiers (Métropole de Lyon)">;
  /**
   * ORDI 3.0
   *
   * Le lieu est autorisé à utiliser cette marque nationale du réemploi informatique, qui réunit les acteurs
   * de la collecte, de la remise en état et de la redistribution d'ordinateurs.
   */
  readonly ordi_3_0: Valeur<"ordi_3_0", "ORDI 3.0">;
  /**
   * SUD LABS (PACA)
   *
   * Le lieu appartient au réseau de lieux d'innovation et de médiation numérique soutenu sous ce nom par la
   * Région Provence-Alpes-Côte d'Azur.
   */
  readonly sud_labs: Valeur<"sud_labs", "SUD LABS (PACA)">;
};

/**
 * Modalités d'accès
 *
 * Comment faut-il s'y prendre pour bénéficier du lieu ? La liste dit la première démarche à faire, du côté de
 * l'usager ou de la personne qui l'oriente ; plusieurs chemins peuvent être ouverts en même temps.
 */
export type ModalitesAcces =
  | "Se présenter"
  | "Téléphoner"
  | "Contacter par mail"
  | "Prendre un RDV en ligne"
  | "Ce lieu n'accueille pas de public"
  | "Envoyer un mail avec une fiche de prescription";

/**
 * Modalités d'accès
 *
 * Comment faut-il s'y prendre pour bénéficier du lieu ? La liste dit la première démarche à faire, du côté de
 * l'usager ou de la personne qui l'oriente ; plusieurs chemins peuvent être ouverts en même temps.
 */
export declare const MODALITES_ACCES: {
  /**
   * Se présenter
   *
   * On peut venir directement pendant les horaires d'ouverture, sans prévenir, quitte à attendre ou à prendre
   * rendez-vous sur place.
   */
  readonly se_presenter: Valeur<"se_presenter", "Se présenter">;
  /**
   * Téléphoner
   *
   * On peut ou on doit appeler avant de venir, pour un renseignement, un rendez-vous ou une inscription. Le
   * numéro à composer se donne dans la colonne du téléphone.
   */
  readonly telephoner: Valeur<"telephoner", "Téléphoner">;
  /**
   * Contacter par mail
   *
   * On peut ou on doit écrire un courriel avant de venir, pour un renseignement, un rendez-vous ou une
   * inscription. L'adresse à utiliser se donne dans la colonne des courriels.
   */
  readonly contacter_par_mail: Valeur<"contacter_par_mail", "Contacter par mail">;
  /**
   * Prendre un RDV en ligne
   *
   * L'usager réserve lui-même un créneau sur un site de prise de rendez-vous. L'adresse de ce site se donne
   * dans la colonne prévue ; un simple formulaire de contact n'en tient pas lieu.
   */
  readonly rdv_en_ligne: Valeur<"rdv_en_ligne", "Prendre un RDV en ligne">;
  /**
   * Ce lieu n'accueille pas de public
   *
   * On ne peut pas être reçu à cette adresse : siège, bureau ou base d'une équipe qui intervient ailleurs.
   * Cette réponse se donne seule, puisqu'elle exclut toutes les autres.
   */
  readonly pas_de_public: Valeur<"pas_de_public", "Ce lieu n'accueille pas de public">;
  /**
   * Envoyer un mail avec une fiche de prescription
   *
   * L'usager est orienté par un professionnel, comme un travailleur social, qui envoie au lieu par courriel
   * une fiche décrivant la situation et le besoin.
   */
  readonly mail_fiche_prescription: Valeur<"mail_fiche_prescription", "Envoyer un mail avec une fiche de prescription">;
};

/**
 * Modalités d'accompagnement
 *
 * Sous quelle forme la personne est-elle aidée ? La liste va de l'équipement en libre usage à l'atelier de
 * groupe ; on retient toutes les formes proposées par le lieu.
 */
export type ModalitesAccompagnement =
  | "En autonomie"
  | "Accompagnement individuel"
  | "Dans un atelier collectif"
  | "À distance";

/**
 * Modalités d'accompagnement
 *
 * Sous quelle forme la personne est-elle aidée ? La liste va de l'équipement en libre usage à l'atelier de
 * groupe ; on retient toutes les formes proposées par le lieu.
 */
export declare const MODALITES_ACCOMPAGNEMENT: {
  /**
   * En autonomie
   *
   * La personne utilise seule l'équipement ou la connexion du lieu, sans suivi prévu, même si quelqu'un peut
   * la dépanner en passant.
   */
  readonly en_autonomie: Valeur<"en_autonomie", "En autonomie">;
  /**
   * Accompagnement individuel
   *
   * Un accompagnant se consacre à une seule personne, en face à face, avec ou sans rendez-vous, pour l'aider,
   * lui apprendre ou faire la démarche avec elle.
   */
  readonly accompagnement_individuel: Valeur<"accompagnement_individuel", "Accompagnement individuel">;
  /**
   * Dans un atelier collectif
   *
   * Plusieurs personnes apprennent ensemble, à une heure fixée, autour d'un animateur et d'un thème.
   */
  readonly atelier_collectif: Valeur<"atelier_collectif", "Dans un atelier collectif">;
  /**
   * À distance
   *
   * L'accompagnant et la personne ne sont pas au même endroit : aide au téléphone, en visioconférence ou par
   * prise en main de l'écran.
   */
  readonly a_distance: Valeur<"a_distance", "À distance">;
};
