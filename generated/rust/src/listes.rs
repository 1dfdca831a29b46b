//! Les listes de valeurs.

use crate::vocabulaire::{Vocabulaire, vocabulaire};

/// Typologie
///
/// De quel type de structure s'agit-il ? Chaque code désigne un genre d'institution, d'association ou d'entreprise ; on prend le plus précis qui convienne, et plusieurs si le lieu est plusieurs choses à la fois, comme une mairie qui abrite un espace France Services.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Typologie {
    /// « ACI » : Atelier et chantier d'insertion, qui emploie des personnes éloignées du travail et les accompagne vers un emploi durable.
    Aci,
    /// « ACIPHC » : Atelier et chantier d'insertion qui applique « Premières heures en chantier », une reprise du travail très progressive pour des personnes en grande exclusion.
    Aciphc,
    /// « AFPA » : Agence nationale pour la formation professionnelle des adultes, ou l'un de ses centres.
    Afpa,
    /// « AI » : Association intermédiaire, qui met des demandeurs d'emploi à disposition de particuliers, d'associations ou d'entreprises.
    Ai,
    /// « ASE » : Service de l'aide sociale à l'enfance du département, ou établissement qui accueille des mineurs pour son compte.
    Ase,
    /// « ASSO » : Association, quand aucun code plus précis ne dit ce qu'elle fait.
    Asso,
    /// « ASSO_CHOMEUR » : Association créée par ou pour des personnes au chômage, qui les informe et les soutient.
    AssoChomeur,
    /// « AVIP » : Crèche à vocation d'insertion professionnelle, qui garde les jeunes enfants de parents en recherche d'emploi.
    Avip,
    /// « Autre » : Structure d'un type qui n'est prévu par aucun autre code de la liste.
    Autre,
    /// « BIB » : Bibliothèque ou médiathèque ouverte au public.
    Bib,
    /// « CAARUD » : Centre d'accueil et d'accompagnement à la réduction des risques pour usagers de drogues.
    Caarud,
    /// « CADA » : Centre d'accueil de demandeurs d'asile, qui héberge ces personnes pendant l'examen de leur demande.
    Cada,
    /// « CAF » : Caisse d'allocations familiales, y compris ses antennes et ses points d'accueil.
    Caf,
    /// « CAP_EMPLOI » : Organisme Cap emploi, qui accompagne vers l'emploi les personnes en situation de handicap et conseille leurs employeurs.
    CapEmploi,
    /// « CAVA » : Centre d'adaptation à la vie active, atelier où des personnes en difficulté reprennent peu à peu un rythme de travail.
    Cava,
    /// « CC » : Communauté de communes.
    Cc,
    /// « CCAS » : Centre communal d'action sociale, rattaché à la commune.
    Ccas,
    /// « CCONS » : Chambre consulaire : chambre de commerce et d'industrie, chambre de métiers et de l'artisanat ou chambre d'agriculture.
    Ccons,
    /// « CD » : Conseil départemental, pour l'institution elle-même et ses services autres que l'action sociale.
    Cd,
    /// « CDAS » : Centre départemental d'action sociale, lieu d'accueil social de proximité du département.
    Cdas,
    /// « CFP » : Centre des finances publiques, où l'on s'occupe notamment des impôts.
    Cfp,
    /// « CHRS » : Centre d'hébergement et de réinsertion sociale.
    Chrs,
    /// « CHU » : Centre d'hébergement d'urgence, et non centre hospitalier universitaire.
    Chu,
    /// « CIAS » : Centre intercommunal d'action sociale, commun à plusieurs communes.
    Cias,
    /// « CIDFF » : Centre d'information sur les droits des femmes et des familles.
    Cidff,
    /// « CITMET » : Cité des métiers, lieu de conseil sur l'orientation, la formation et la vie professionnelle.
    Citmet,
    /// « CMP » : Centre médico-psychologique, qui reçoit en consultation pour des soins psychiques.
    Cmp,
    /// « CMS » : Centre médico-social, où le public rencontre des professionnels du social et de la santé.
    Cms,
    /// « CPAM » : Caisse primaire d'assurance maladie, y compris ses points d'accueil.
    Cpam,
    /// « CPH » : Centre provisoire d'hébergement, qui loge et accompagne des personnes réfugiées.
    Cph,
    /// « CS » : Centre social, équipement de quartier ou de village ouvert à tous les habitants.
    Cs,
    /// « CSAPA » : Centre de soins, d'accompagnement et de prévention en addictologie.
    Csapa,
    /// « CSC » : Centre socioculturel, qui mêle action sociale de proximité et activités culturelles.
    Csc,
    /// « DEETS » : Direction de l'économie, de l'emploi, du travail et des solidarités, service de l'État sur un territoire.
    Deets,
    /// « DEPT » : Services sociaux du conseil départemental, pour les accueils sociaux qui n'ont pas de code plus précis.
    Dept,
    /// « DIPLP » : Délégation interministérielle à la prévention et à la lutte contre la pauvreté, ou ses représentants sur un territoire.
    Diplp,
    /// « E2C » : École de la deuxième chance, qui remobilise et forme des jeunes sortis de l'école sans diplôme.
    E2c,
    /// « EA » : Entreprise adaptée, qui emploie une forte part de travailleurs handicapés en milieu ordinaire de travail.
    Ea,
    /// « EATT » : Entreprise adaptée de travail temporaire, agence d'intérim tournée vers les travailleurs handicapés.
    Eatt,
    /// « EI » : Entreprise d'insertion, qui produit et vend tout en faisant travailler des personnes éloignées de l'emploi.
    Ei,
    /// « EITI » : Entreprise d'insertion par le travail indépendant, qui aide des personnes éloignées de l'emploi à exercer à leur compte.
    Eiti,
    /// « ENM » : Espace numérique mobile, comme un bus ou un camion équipé qui va de commune en commune.
    Enm,
    /// « EPCI » : Établissement public de coopération intercommunale : métropole, communauté urbaine ou d'agglomération, autre groupement de communes.
    Epci,
    /// « EPI » : Espace public internet, salle équipée où le public peut se connecter et se faire aider.
    Epi,
    /// « EPIDE » : Établissement pour l'insertion dans l'emploi, qui accueille en internat de jeunes adultes volontaires.
    Epide,
    /// « EPN » : Espace public numérique, lieu où le public dispose d'équipements et d'un animateur pour apprendre à s'en servir.
    Epn,
    /// « ES » : Épicerie solidaire, qui vend à bas prix à des personnes aux revenus modestes.
    Es,
    /// « ESAT » : Établissement ou service d'aide par le travail, nommé aussi d'accompagnement par le travail, pour des personnes handicapées.
    Esat,
    /// « ESS » : Entreprise de l'économie sociale et solidaire, quand aucun code plus précis ne convient.
    Ess,
    /// « ETABL_PRI » : Établissement privé, quand aucun code plus précis ne dit ce qu'il fait.
    EtablPri,
    /// « ETABL_PUB » : Établissement public, quand aucun code plus précis ne dit ce qu'il fait.
    EtablPub,
    /// « ETAT » : Service de l'État, quand il ne s'agit ni d'une préfecture ni d'un autre service qui a son code.
    Etat,
    /// « ETTI » : Entreprise de travail temporaire d'insertion, agence d'intérim pour des personnes éloignées de l'emploi.
    Etti,
    /// « EVS » : Espace de vie sociale, petite structure d'animation locale, plus légère qu'un centre social.
    Evs,
    /// « FABLAB » : Atelier de fabrication partagé, équipé de machines comme l'imprimante 3D ou la découpe laser.
    Fablab,
    /// « FABRIQUE » : Lieu qui se présente comme une fabrique, où l'on mène des projets ensemble, sans être un atelier de fabrication partagé.
    Fabrique,
    /// « FAIS » : Fédération d'acteurs de l'insertion et de la solidarité, qui regroupe et représente d'autres structures.
    Fais,
    /// « FT » : France Travail, l'opérateur public de l'emploi, qui s'appelait auparavant Pôle emploi.
    Ft,
    /// « GEIQ » : Groupement d'employeurs pour l'insertion et la qualification, qui embauche et forme des personnes au profit de ses entreprises membres.
    Geiq,
    /// « HUDA » : Hébergement d'urgence pour demandeurs d'asile.
    Huda,
    /// « LA_POSTE » : Bureau de poste, agence postale communale ou autre point d'accueil de La Poste.
    LaPoste,
    /// « MDA » : Maison départementale de l'autonomie, pour les personnes âgées et les personnes handicapées, et non maison des adolescents.
    Mda,
    /// « MDE » : Maison de l'emploi, qui réunit sur un territoire les acteurs de l'emploi.
    Mde,
    /// « MDEF » : Maison de l'emploi et de la formation, qui ajoute l'orientation vers les formations.
    Mdef,
    /// « MDH » : Maison des habitants, nom donné dans certaines villes à un équipement social de quartier.
    Mdh,
    /// « MDPH » : Maison départementale des personnes handicapées, où se déposent les demandes de droits liées au handicap.
    Mdph,
    /// « MDS » : Maison départementale des solidarités, lieu d'accueil social du département.
    Mds,
    /// « MJC » : Maison des jeunes et de la culture.
    Mjc,
    /// « ML » : Mission locale, qui accompagne les jeunes sortis de l'école vers l'emploi et l'autonomie.
    Ml,
    /// « MQ » : Maison de quartier, équipement municipal ou associatif ouvert aux habitants.
    Mq,
    /// « MSA » : Mutualité sociale agricole, la protection sociale des exploitants et des salariés de l'agriculture.
    Msa,
    /// « MSAP » : Maison de services au public, ancien nom d'un guichet qui réunit plusieurs services, le plus souvent devenu France Services.
    Msap,
    /// « MUNI » : Municipalité : mairie, mairie annexe ou service d'une commune.
    Muni,
    /// « OACAS » : Organisme d'accueil communautaire et d'activités solidaires, qui loge et fait participer à une activité des personnes en difficulté.
    Oacas,
    /// « ODC » : Organisation délégataire d'un conseil départemental, à laquelle il confie une part de son action d'insertion.
    Odc,
    /// « OF » : Organisme de formation, pour les adultes ou pour les jeunes.
    Of,
    /// « OIL » : Opérateur d'intermédiation locative, qui sert d'intermédiaire entre des propriétaires et des ménages en difficulté.
    Oil,
    /// « OPCS » : Organisation porteuse de la clause sociale, qui suit les heures d'insertion prévues dans les marchés publics.
    Opcs,
    /// « PAD » : Point d'accès au droit, où l'on reçoit gratuitement une information juridique.
    Pad,
    /// « PENSION » : Pension de famille ou résidence accueil, logement durable avec des espaces communs pour des personnes isolées.
    Pension,
    /// « PI » : Point information, accueil de proximité qui renseigne et oriente le public.
    Pi,
    /// « PIJ_BIJ » : Point ou bureau information jeunesse.
    PijBij,
    /// « PIMMS » : Point information médiation multiservices, qui aide le public dans ses relations avec les services publics et les entreprises de service.
    Pimms,
    /// « PJJ » : Protection judiciaire de la jeunesse, service du ministère de la Justice chargé des mineurs.
    Pjj,
    /// « PLIE » : Plan local pour l'insertion et l'emploi, ou la structure qui l'anime.
    Plie,
    /// « PREF » : Préfecture ou sous-préfecture.
    Pref,
    /// « PREVENTION » : Service ou club de prévention, dont les éducateurs vont à la rencontre des jeunes là où ils vivent.
    Prevention,
    /// « REG » : Région, pour le conseil régional et ses antennes.
    Reg,
    /// « RELAIS_LECTURE » : Relais lecture, petit point de prêt de livres, plus modeste qu'une bibliothèque.
    RelaisLecture,
    /// « RESSOURCERIE » : Ressourcerie ou recyclerie, qui collecte, répare et revend des objets.
    Ressourcerie,
    /// « RFS » : Réseau France Services, pour un espace labellisé, fixe ou mobile.
    Rfs,
    /// « RS_FJT » : Résidence sociale ou foyer de jeunes travailleurs.
    RsFjt,
    /// « SCP » : Services et clubs de prévention, type très proche de PREVENTION, conservé parce que les deux codes circulent.
    Scp,
    /// « SPIP » : Service pénitentiaire d'insertion et de probation.
    Spip,
    /// « TIERS_LIEUX » : Tiers-lieu ou espace de travail partagé.
    TiersLieux,
    /// « UDAF » : Union départementale des associations familiales.
    Udaf,
    /// Une valeur hors de la liste, gardée telle quelle : la liste n'est qu'un conseil.
    HorsListe(String),
}

impl Typologie {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::Aci,
        Self::Aciphc,
        Self::Afpa,
        Self::Ai,
        Self::Ase,
        Self::Asso,
        Self::AssoChomeur,
        Self::Avip,
        Self::Autre,
        Self::Bib,
        Self::Caarud,
        Self::Cada,
        Self::Caf,
        Self::CapEmploi,
        Self::Cava,
        Self::Cc,
        Self::Ccas,
        Self::Ccons,
        Self::Cd,
        Self::Cdas,
        Self::Cfp,
        Self::Chrs,
        Self::Chu,
        Self::Cias,
        Self::Cidff,
        Self::Citmet,
        Self::Cmp,
        Self::Cms,
        Self::Cpam,
        Self::Cph,
        Self::Cs,
        Self::Csapa,
        Self::Csc,
        Self::Deets,
        Self::Dept,
        Self::Diplp,
        Self::E2c,
        Self::Ea,
        Self::Eatt,
        Self::Ei,
        Self::Eiti,
        Self::Enm,
        Self::Epci,
        Self::Epi,
        Self::Epide,
        Self::Epn,
        Self::Es,
        Self::Esat,
        Self::Ess,
        Self::EtablPri,
        Self::EtablPub,
        Self::Etat,
        Self::Etti,
        Self::Evs,
        Self::Fablab,
        Self::Fabrique,
        Self::Fais,
        Self::Ft,
        Self::Geiq,
        Self::Huda,
        Self::LaPoste,
        Self::Mda,
        Self::Mde,
        Self::Mdef,
        Self::Mdh,
        Self::Mdph,
        Self::Mds,
        Self::Mjc,
        Self::Ml,
        Self::Mq,
        Self::Msa,
        Self::Msap,
        Self::Muni,
        Self::Oacas,
        Self::Odc,
        Self::Of,
        Self::Oil,
        Self::Opcs,
        Self::Pad,
        Self::Pension,
        Self::Pi,
        Self::PijBij,
        Self::Pimms,
        Self::Pjj,
        Self::Plie,
        Self::Pref,
        Self::Prevention,
        Self::Reg,
        Self::RelaisLecture,
        Self::Ressourcerie,
        Self::Rfs,
        Self::RsFjt,
        Self::Scp,
        Self::Spip,
        Self::TiersLieux,
        Self::Udaf,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Aci => "aci",
            Self::Aciphc => "aciphc",
            Self::Afpa => "afpa",
            Self::Ai => "ai",
            Self::Ase => "ase",
            Self::Asso => "asso",
            Self::AssoChomeur => "asso_chomeur",
            Self::Avip => "avip",
            Self::Autre => "autre",
            Self::Bib => "bib",
            Self::Caarud => "caarud",
            Self::Cada => "cada",
            Self::Caf => "caf",
            Self::CapEmploi => "cap_emploi",
            Self::Cava => "cava",
            Self::Cc => "cc",
            Self::Ccas => "ccas",
            Self::Ccons => "ccons",
            Self::Cd => "cd",
            Self::Cdas => "cdas",
            Self::Cfp => "cfp",
            Self::Chrs => "chrs",
            Self::Chu => "chu",
            Self::Cias => "cias",
            Self::Cidff => "cidff",
            Self::Citmet => "citmet",
            Self::Cmp => "cmp",
            Self::Cms => "cms",
            Self::Cpam => "cpam",
            Self::Cph => "cph",
            Self::Cs => "cs",
            Self::Csapa => "csapa",
            Self::Csc => "csc",
            Self::Deets => "deets",
            Self::Dept => "dept",
            Self::Diplp => "diplp",
            Self::E2c => "e2c",
            Self::Ea => "ea",
            Self::Eatt => "eatt",
            Self::Ei => "ei",
            Self::Eiti => "eiti",
            Self::Enm => "enm",
            Self::Epci => "epci",
            Self::Epi => "epi",
            Self::Epide => "epide",
            Self::Epn => "epn",
            Self::Es => "es",
            Self::Esat => "esat",
            Self::Ess => "ess",
            Self::EtablPri => "etabl_pri",
            Self::EtablPub => "etabl_pub",
            Self::Etat => "etat",
            Self::Etti => "etti",
            Self::Evs => "evs",
            Self::Fablab => "fablab",
            Self::Fabrique => "fabrique",
            Self::Fais => "fais",
            Self::Ft => "ft",
            Self::Geiq => "geiq",
            Self::Huda => "huda",
            Self::LaPoste => "la_poste",
            Self::Mda => "mda",
            Self::Mde => "mde",
            Self::Mdef => "mdef",
            Self::Mdh => "mdh",
            Self::Mdph => "mdph",
            Self::Mds => "mds",
            Self::Mjc => "mjc",
            Self::Ml => "ml",
            Self::Mq => "mq",
            Self::Msa => "msa",
            Self::Msap => "msap",
            Self::Muni => "muni",
            Self::Oacas => "oacas",
            Self::Odc => "odc",
            Self::Of => "of",
            Self::Oil => "oil",
            Self::Opcs => "opcs",
            Self::Pad => "pad",
            Self::Pension => "pension",
            Self::Pi => "pi",
            Self::PijBij => "pij_bij",
            Self::Pimms => "pimms",
            Self::Pjj => "pjj",
            Self::Plie => "plie",
            Self::Pref => "pref",
            Self::Prevention => "prevention",
            Self::Reg => "reg",
            Self::RelaisLecture => "relais_lecture",
            Self::Ressourcerie => "ressourcerie",
            Self::Rfs => "rfs",
            Self::RsFjt => "rs_fjt",
            Self::Scp => "scp",
            Self::Spip => "spip",
            Self::TiersLieux => "tiers_lieux",
            Self::Udaf => "udaf",
            Self::HorsListe(_) => "hors_liste",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::Aci => "ACI",
            Self::Aciphc => "ACIPHC",
            Self::Afpa => "AFPA",
            Self::Ai => "AI",
            Self::Ase => "ASE",
            Self::Asso => "ASSO",
            Self::AssoChomeur => "ASSO_CHOMEUR",
            Self::Avip => "AVIP",
            Self::Autre => "Autre",
            Self::Bib => "BIB",
            Self::Caarud => "CAARUD",
            Self::Cada => "CADA",
            Self::Caf => "CAF",
            Self::CapEmploi => "CAP_EMPLOI",
            Self::Cava => "CAVA",
            Self::Cc => "CC",
            Self::Ccas => "CCAS",
            Self::Ccons => "CCONS",
            Self::Cd => "CD",
            Self::Cdas => "CDAS",
            Self::Cfp => "CFP",
            Self::Chrs => "CHRS",
            Self::Chu => "CHU",
            Self::Cias => "CIAS",
            Self::Cidff => "CIDFF",
            Self::Citmet => "CITMET",
            Self::Cmp => "CMP",
            Self::Cms => "CMS",
            Self::Cpam => "CPAM",
            Self::Cph => "CPH",
            Self::Cs => "CS",
            Self::Csapa => "CSAPA",
            Self::Csc => "CSC",
            Self::Deets => "DEETS",
            Self::Dept => "DEPT",
            Self::Diplp => "DIPLP",
            Self::E2c => "E2C",
            Self::Ea => "EA",
            Self::Eatt => "EATT",
            Self::Ei => "EI",
            Self::Eiti => "EITI",
            Self::Enm => "ENM",
            Self::Epci => "EPCI",
            Self::Epi => "EPI",
            Self::Epide => "EPIDE",
            Self::Epn => "EPN",
            Self::Es => "ES",
            Self::Esat => "ESAT",
            Self::Ess => "ESS",
            Self::EtablPri => "ETABL_PRI",
            Self::EtablPub => "ETABL_PUB",
            Self::Etat => "ETAT",
            Self::Etti => "ETTI",
            Self::Evs => "EVS",
            Self::Fablab => "FABLAB",
            Self::Fabrique => "FABRIQUE",
            Self::Fais => "FAIS",
            Self::Ft => "FT",
            Self::Geiq => "GEIQ",
            Self::Huda => "HUDA",
            Self::LaPoste => "LA_POSTE",
            Self::Mda => "MDA",
            Self::Mde => "MDE",
            Self::Mdef => "MDEF",
            Self::Mdh => "MDH",
            Self::Mdph => "MDPH",
            Self::Mds => "MDS",
            Self::Mjc => "MJC",
            Self::Ml => "ML",
            Self::Mq => "MQ",
            Self::Msa => "MSA",
            Self::Msap => "MSAP",
            Self::Muni => "MUNI",
            Self::Oacas => "OACAS",
            Self::Odc => "ODC",
            Self::Of => "OF",
            Self::Oil => "OIL",
            Self::Opcs => "OPCS",
            Self::Pad => "PAD",
            Self::Pension => "PENSION",
            Self::Pi => "PI",
            Self::PijBij => "PIJ_BIJ",
            Self::Pimms => "PIMMS",
            Self::Pjj => "PJJ",
            Self::Plie => "PLIE",
            Self::Pref => "PREF",
            Self::Prevention => "PREVENTION",
            Self::Reg => "REG",
            Self::RelaisLecture => "RELAIS_LECTURE",
            Self::Ressourcerie => "RESSOURCERIE",
            Self::Rfs => "RFS",
            Self::RsFjt => "RS_FJT",
            Self::Scp => "SCP",
            Self::Spip => "SPIP",
            Self::TiersLieux => "TIERS_LIEUX",
            Self::Udaf => "UDAF",
            Self::HorsListe(texte) => texte,
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::Aci => {
                "Atelier et chantier d'insertion, qui emploie des personnes éloignées du travail et les accompagne vers un emploi durable."
            }
            Self::Aciphc => {
                "Atelier et chantier d'insertion qui applique «\u{a0}Premières heures en chantier\u{a0}», une reprise du travail très progressive pour des personnes en grande exclusion."
            }
            Self::Afpa => {
                "Agence nationale pour la formation professionnelle des adultes, ou l'un de ses centres."
            }
            Self::Ai => {
                "Association intermédiaire, qui met des demandeurs d'emploi à disposition de particuliers, d'associations ou d'entreprises."
            }
            Self::Ase => {
                "Service de l'aide sociale à l'enfance du département, ou établissement qui accueille des mineurs pour son compte."
            }
            Self::Asso => {
                "Association, quand aucun code plus précis ne dit ce qu'elle fait."
            }
            Self::AssoChomeur => {
                "Association créée par ou pour des personnes au chômage, qui les informe et les soutient."
            }
            Self::Avip => {
                "Crèche à vocation d'insertion professionnelle, qui garde les jeunes enfants de parents en recherche d'emploi."
            }
            Self::Autre => {
                "Structure d'un type qui n'est prévu par aucun autre code de la liste."
            }
            Self::Bib => "Bibliothèque ou médiathèque ouverte au public.",
            Self::Caarud => {
                "Centre d'accueil et d'accompagnement à la réduction des risques pour usagers de drogues."
            }
            Self::Cada => {
                "Centre d'accueil de demandeurs d'asile, qui héberge ces personnes pendant l'examen de leur demande."
            }
            Self::Caf => {
                "Caisse d'allocations familiales, y compris ses antennes et ses points d'accueil."
            }
            Self::CapEmploi => {
                "Organisme Cap emploi, qui accompagne vers l'emploi les personnes en situation de handicap et conseille leurs employeurs."
            }
            Self::Cava => {
                "Centre d'adaptation à la vie active, atelier où des personnes en difficulté reprennent peu à peu un rythme de travail."
            }
            Self::Cc => "Communauté de communes.",
            Self::Ccas => "Centre communal d'action sociale, rattaché à la commune.",
            Self::Ccons => {
                "Chambre consulaire\u{a0}: chambre de commerce et d'industrie, chambre de métiers et de l'artisanat ou chambre d'agriculture."
            }
            Self::Cd => {
                "Conseil départemental, pour l'institution elle-même et ses services autres que l'action sociale."
            }
            Self::Cdas => {
                "Centre départemental d'action sociale, lieu d'accueil social de proximité du département."
            }
            Self::Cfp => {
                "Centre des finances publiques, où l'on s'occupe notamment des impôts."
            }
            Self::Chrs => "Centre d'hébergement et de réinsertion sociale.",
            Self::Chu => {
                "Centre d'hébergement d'urgence, et non centre hospitalier universitaire."
            }
            Self::Cias => {
                "Centre intercommunal d'action sociale, commun à plusieurs communes."
            }
            Self::Cidff => {
                "Centre d'information sur les droits des femmes et des familles."
            }
            Self::Citmet => {
                "Cité des métiers, lieu de conseil sur l'orientation, la formation et la vie professionnelle."
            }
            Self::Cmp => {
                "Centre médico-psychologique, qui reçoit en consultation pour des soins psychiques."
            }
            Self::Cms => {
                "Centre médico-social, où le public rencontre des professionnels du social et de la santé."
            }
            Self::Cpam => {
                "Caisse primaire d'assurance maladie, y compris ses points d'accueil."
            }
            Self::Cph => {
                "Centre provisoire d'hébergement, qui loge et accompagne des personnes réfugiées."
            }
            Self::Cs => {
                "Centre social, équipement de quartier ou de village ouvert à tous les habitants."
            }
            Self::Csapa => {
                "Centre de soins, d'accompagnement et de prévention en addictologie."
            }
            Self::Csc => {
                "Centre socioculturel, qui mêle action sociale de proximité et activités culturelles."
            }
            Self::Deets => {
                "Direction de l'économie, de l'emploi, du travail et des solidarités, service de l'État sur un territoire."
            }
            Self::Dept => {
                "Services sociaux du conseil départemental, pour les accueils sociaux qui n'ont pas de code plus précis."
            }
            Self::Diplp => {
                "Délégation interministérielle à la prévention et à la lutte contre la pauvreté, ou ses représentants sur un territoire."
            }
            Self::E2c => {
                "École de la deuxième chance, qui remobilise et forme des jeunes sortis de l'école sans diplôme."
            }
            Self::Ea => {
                "Entreprise adaptée, qui emploie une forte part de travailleurs handicapés en milieu ordinaire de travail."
            }
            Self::Eatt => {
                "Entreprise adaptée de travail temporaire, agence d'intérim tournée vers les travailleurs handicapés."
            }
            Self::Ei => {
                "Entreprise d'insertion, qui produit et vend tout en faisant travailler des personnes éloignées de l'emploi."
            }
            Self::Eiti => {
                "Entreprise d'insertion par le travail indépendant, qui aide des personnes éloignées de l'emploi à exercer à leur compte."
            }
            Self::Enm => {
                "Espace numérique mobile, comme un bus ou un camion équipé qui va de commune en commune."
            }
            Self::Epci => {
                "Établissement public de coopération intercommunale\u{a0}: métropole, communauté urbaine ou d'agglomération, autre groupement de communes."
            }
            Self::Epi => {
                "Espace public internet, salle équipée où le public peut se connecter et se faire aider."
            }
            Self::Epide => {
                "Établissement pour l'insertion dans l'emploi, qui accueille en internat de jeunes adultes volontaires."
            }
            Self::Epn => {
                "Espace public numérique, lieu où le public dispose d'équipements et d'un animateur pour apprendre à s'en servir."
            }
            Self::Es => {
                "Épicerie solidaire, qui vend à bas prix à des personnes aux revenus modestes."
            }
            Self::Esat => {
                "Établissement ou service d'aide par le travail, nommé aussi d'accompagnement par le travail, pour des personnes handicapées."
            }
            Self::Ess => {
                "Entreprise de l'économie sociale et solidaire, quand aucun code plus précis ne convient."
            }
            Self::EtablPri => {
                "Établissement privé, quand aucun code plus précis ne dit ce qu'il fait."
            }
            Self::EtablPub => {
                "Établissement public, quand aucun code plus précis ne dit ce qu'il fait."
            }
            Self::Etat => {
                "Service de l'État, quand il ne s'agit ni d'une préfecture ni d'un autre service qui a son code."
            }
            Self::Etti => {
                "Entreprise de travail temporaire d'insertion, agence d'intérim pour des personnes éloignées de l'emploi."
            }
            Self::Evs => {
                "Espace de vie sociale, petite structure d'animation locale, plus légère qu'un centre social."
            }
            Self::Fablab => {
                "Atelier de fabrication partagé, équipé de machines comme l'imprimante 3D ou la découpe laser."
            }
            Self::Fabrique => {
                "Lieu qui se présente comme une fabrique, où l'on mène des projets ensemble, sans être un atelier de fabrication partagé."
            }
            Self::Fais => {
                "Fédération d'acteurs de l'insertion et de la solidarité, qui regroupe et représente d'autres structures."
            }
            Self::Ft => {
                "France Travail, l'opérateur public de l'emploi, qui s'appelait auparavant Pôle emploi."
            }
            Self::Geiq => {
                "Groupement d'employeurs pour l'insertion et la qualification, qui embauche et forme des personnes au profit de ses entreprises membres."
            }
            Self::Huda => "Hébergement d'urgence pour demandeurs d'asile.",
            Self::LaPoste => {
                "Bureau de poste, agence postale communale ou autre point d'accueil de La Poste."
            }
            Self::Mda => {
                "Maison départementale de l'autonomie, pour les personnes âgées et les personnes handicapées, et non maison des adolescents."
            }
            Self::Mde => {
                "Maison de l'emploi, qui réunit sur un territoire les acteurs de l'emploi."
            }
            Self::Mdef => {
                "Maison de l'emploi et de la formation, qui ajoute l'orientation vers les formations."
            }
            Self::Mdh => {
                "Maison des habitants, nom donné dans certaines villes à un équipement social de quartier."
            }
            Self::Mdph => {
                "Maison départementale des personnes handicapées, où se déposent les demandes de droits liées au handicap."
            }
            Self::Mds => {
                "Maison départementale des solidarités, lieu d'accueil social du département."
            }
            Self::Mjc => "Maison des jeunes et de la culture.",
            Self::Ml => {
                "Mission locale, qui accompagne les jeunes sortis de l'école vers l'emploi et l'autonomie."
            }
            Self::Mq => {
                "Maison de quartier, équipement municipal ou associatif ouvert aux habitants."
            }
            Self::Msa => {
                "Mutualité sociale agricole, la protection sociale des exploitants et des salariés de l'agriculture."
            }
            Self::Msap => {
                "Maison de services au public, ancien nom d'un guichet qui réunit plusieurs services, le plus souvent devenu France Services."
            }
            Self::Muni => {
                "Municipalité\u{a0}: mairie, mairie annexe ou service d'une commune."
            }
            Self::Oacas => {
                "Organisme d'accueil communautaire et d'activités solidaires, qui loge et fait participer à une activité des personnes en difficulté."
            }
            Self::Odc => {
                "Organisation délégataire d'un conseil départemental, à laquelle il confie une part de son action d'insertion."
            }
            Self::Of => "Organisme de formation, pour les adultes ou pour les jeunes.",
            Self::Oil => {
                "Opérateur d'intermédiation locative, qui sert d'intermédiaire entre des propriétaires et des ménages en difficulté."
            }
            Self::Opcs => {
                "Organisation porteuse de la clause sociale, qui suit les heures d'insertion prévues dans les marchés publics."
            }
            Self::Pad => {
                "Point d'accès au droit, où l'on reçoit gratuitement une information juridique."
            }
            Self::Pension => {
                "Pension de famille ou résidence accueil, logement durable avec des espaces communs pour des personnes isolées."
            }
            Self::Pi => {
                "Point information, accueil de proximité qui renseigne et oriente le public."
            }
            Self::PijBij => "Point ou bureau information jeunesse.",
            Self::Pimms => {
                "Point information médiation multiservices, qui aide le public dans ses relations avec les services publics et les entreprises de service."
            }
            Self::Pjj => {
                "Protection judiciaire de la jeunesse, service du ministère de la Justice chargé des mineurs."
            }
            Self::Plie => {
                "Plan local pour l'insertion et l'emploi, ou la structure qui l'anime."
            }
            Self::Pref => "Préfecture ou sous-préfecture.",
            Self::Prevention => {
                "Service ou club de prévention, dont les éducateurs vont à la rencontre des jeunes là où ils vivent."
            }
            Self::Reg => "Région, pour le conseil régional et ses antennes.",
            Self::RelaisLecture => {
                "Relais lecture, petit point de prêt de livres, plus modeste qu'une bibliothèque."
            }
            Self::Ressourcerie => {
                "Ressourcerie ou recyclerie, qui collecte, répare et revend des objets."
            }
            Self::Rfs => {
                "Réseau France Services, pour un espace labellisé, fixe ou mobile."
            }
            Self::RsFjt => "Résidence sociale ou foyer de jeunes travailleurs.",
            Self::Scp => {
                "Services et clubs de prévention, type très proche de PREVENTION, conservé parce que les deux codes circulent."
            }
            Self::Spip => "Service pénitentiaire d'insertion et de probation.",
            Self::TiersLieux => "Tiers-lieu ou espace de travail partagé.",
            Self::Udaf => "Union départementale des associations familiales.",
            Self::HorsListe(_) => "Valeur hors de la liste.",
        }
    }
}

impl Vocabulaire for Typologie {
    const NOM: &'static str = "typologie";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        match self {
            Self::Cs => &["SC"],
            Self::Ft => &["PE"],
            Self::Muni => &["COMMUNE"],
            _ => &[],
        }
    }
    fn hors_liste(texte: &str) -> Option<Self> {
        Some(Self::HorsListe(texte.to_owned()))
    }
}

vocabulaire!(Typologie);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Typologie {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Typologie".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type" : "string" })
    }
}

/// Itinérance
///
/// Le lieu se déplace-t-il vers les habitants, ou faut-il venir à son adresse ? Une structure qui a un local et qui organise aussi des tournées retient les deux réponses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Itinerance {
    /// « Itinérant » : L'accueil se déplace : bus ou camion aménagé, ou permanences tenues tour à tour dans plusieurs communes. Une équipe qui sort de ses murs pour un forum ou une fête n'est pas itinérante pour autant.
    Itinerant,
    /// « Fixe » : L'accueil se fait toujours au même endroit, celui que donne l'adresse, même si les horaires y sont réduits.
    Fixe,
}

impl Itinerance {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[Self::Itinerant, Self::Fixe];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Itinerant => "itinerant",
            Self::Fixe => "fixe",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::Itinerant => "Itinérant",
            Self::Fixe => "Fixe",
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::Itinerant => {
                "L'accueil se déplace\u{a0}: bus ou camion aménagé, ou permanences tenues tour à tour dans plusieurs communes. Une équipe qui sort de ses murs pour un forum ou une fête n'est pas itinérante pour autant."
            }
            Self::Fixe => {
                "L'accueil se fait toujours au même endroit, celui que donne l'adresse, même si les horaires y sont réduits."
            }
        }
    }
}

impl Vocabulaire for Itinerance {
    const NOM: &'static str = "itinerance";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        &[]
    }
}

vocabulaire!(Itinerance);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Itinerance {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Itinerance".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type" : "string", "enum" : ["Itinérant", "Fixe"] })
    }
}

/// Services
///
/// Pour quoi peut-on venir dans ce lieu ? La liste range l'offre en neuf grandes familles, assez larges pour qu'une personne qui oriente un usager s'y retrouve ; on retient toutes celles qui sont réellement proposées sur place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Services {
    /// « Aide aux démarches administratives » : Aider une personne à faire ses démarches en ligne, avec elle ou pour elle : impôts, allocations, retraite, santé, titres d'identité. Ce n'est pas un cours d'informatique, même si l'usager y gagne en aisance.
    AideDemarchesAdministratives,
    /// « Maîtrise des outils numériques du quotidien » : Apprendre à se servir d'un ordinateur, d'une tablette ou d'un téléphone : clavier et souris, messagerie, recherche sur le web, rangement des fichiers et des photos, appels vidéo.
    OutilsQuotidien,
    /// « Insertion professionnelle via le numérique » : Se servir du numérique pour travailler : rédiger un CV, chercher une offre et y répondre, suivre son dossier de demandeur d'emploi, ou faire connaître sa petite entreprise.
    InsertionProfessionnelle,
    /// « Utilisation sécurisée du numérique » : Apprendre à se protéger : choisir ses mots de passe, reconnaître une arnaque, régler la confidentialité de ses comptes, sauvegarder ses données, réagir après un piratage.
    UtilisationSecurisee,
    /// « Parentalité et éducation avec le numérique » : Épauler les parents et les éducateurs : temps d'écran, contrôle parental, jeux vidéo, cyberharcèlement, suivi de la scolarité sur l'espace numérique de travail.
    ParentaliteEducation,
    /// « Loisirs et créations numériques » : Créer ou se divertir avec le numérique : photo, vidéo, musique, impression 3D, robotique, programmation, jeu vidéo.
    LoisirsCreations,
    /// « Compréhension du monde numérique » : Prendre du recul sur le numérique et ses effets : vérifier une information, comprendre les réseaux sociaux et les algorithmes, les données personnelles, l'empreinte écologique, les métiers du secteur.
    ComprehensionMondeNumerique,
    /// « Accès internet et matériel informatique » : Utiliser sur place, ou emprunter, une connexion ou un équipement : wifi, ordinateur en accès libre, imprimante, scanner. Le matériel reste au lieu ; s'il est vendu ou donné, c'est de l'acquisition à prix solidaire.
    AccesInternetMateriel,
    /// « Acquisition de matériel informatique à prix solidaire » : Repartir avec un ordinateur, une tablette ou un téléphone, souvent reconditionné, donné ou vendu nettement moins cher qu'en magasin. L'offre peut être réservée à des personnes aux revenus modestes.
    AcquisitionMaterielPrixSolidaire,
}

impl Services {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::AideDemarchesAdministratives,
        Self::OutilsQuotidien,
        Self::InsertionProfessionnelle,
        Self::UtilisationSecurisee,
        Self::ParentaliteEducation,
        Self::LoisirsCreations,
        Self::ComprehensionMondeNumerique,
        Self::AccesInternetMateriel,
        Self::AcquisitionMaterielPrixSolidaire,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AideDemarchesAdministratives => "aide_demarches_administratives",
            Self::OutilsQuotidien => "outils_quotidien",
            Self::InsertionProfessionnelle => "insertion_professionnelle",
            Self::UtilisationSecurisee => "utilisation_securisee",
            Self::ParentaliteEducation => "parentalite_education",
            Self::LoisirsCreations => "loisirs_creations",
            Self::ComprehensionMondeNumerique => "comprehension_monde_numerique",
            Self::AccesInternetMateriel => "acces_internet_materiel",
            Self::AcquisitionMaterielPrixSolidaire => {
                "acquisition_materiel_prix_solidaire"
            }
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::AideDemarchesAdministratives => "Aide aux démarches administratives",
            Self::OutilsQuotidien => "Maîtrise des outils numériques du quotidien",
            Self::InsertionProfessionnelle => {
                "Insertion professionnelle via le numérique"
            }
            Self::UtilisationSecurisee => "Utilisation sécurisée du numérique",
            Self::ParentaliteEducation => "Parentalité et éducation avec le numérique",
            Self::LoisirsCreations => "Loisirs et créations numériques",
            Self::ComprehensionMondeNumerique => "Compréhension du monde numérique",
            Self::AccesInternetMateriel => "Accès internet et matériel informatique",
            Self::AcquisitionMaterielPrixSolidaire => {
                "Acquisition de matériel informatique à prix solidaire"
            }
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::AideDemarchesAdministratives => {
                "Aider une personne à faire ses démarches en ligne, avec elle ou pour elle\u{a0}: impôts, allocations, retraite, santé, titres d'identité. Ce n'est pas un cours d'informatique, même si l'usager y gagne en aisance."
            }
            Self::OutilsQuotidien => {
                "Apprendre à se servir d'un ordinateur, d'une tablette ou d'un téléphone\u{a0}: clavier et souris, messagerie, recherche sur le web, rangement des fichiers et des photos, appels vidéo."
            }
            Self::InsertionProfessionnelle => {
                "Se servir du numérique pour travailler\u{a0}: rédiger un CV, chercher une offre et y répondre, suivre son dossier de demandeur d'emploi, ou faire connaître sa petite entreprise."
            }
            Self::UtilisationSecurisee => {
                "Apprendre à se protéger\u{a0}: choisir ses mots de passe, reconnaître une arnaque, régler la confidentialité de ses comptes, sauvegarder ses données, réagir après un piratage."
            }
            Self::ParentaliteEducation => {
                "Épauler les parents et les éducateurs\u{a0}: temps d'écran, contrôle parental, jeux vidéo, cyberharcèlement, suivi de la scolarité sur l'espace numérique de travail."
            }
            Self::LoisirsCreations => {
                "Créer ou se divertir avec le numérique\u{a0}: photo, vidéo, musique, impression 3D, robotique, programmation, jeu vidéo."
            }
            Self::ComprehensionMondeNumerique => {
                "Prendre du recul sur le numérique et ses effets\u{a0}: vérifier une information, comprendre les réseaux sociaux et les algorithmes, les données personnelles, l'empreinte écologique, les métiers du secteur."
            }
            Self::AccesInternetMateriel => {
                "Utiliser sur place, ou emprunter, une connexion ou un équipement\u{a0}: wifi, ordinateur en accès libre, imprimante, scanner. Le matériel reste au lieu\u{a0}; s'il est vendu ou donné, c'est de l'acquisition à prix solidaire."
            }
            Self::AcquisitionMaterielPrixSolidaire => {
                "Repartir avec un ordinateur, une tablette ou un téléphone, souvent reconditionné, donné ou vendu nettement moins cher qu'en magasin. L'offre peut être réservée à des personnes aux revenus modestes."
            }
        }
    }
}

impl Vocabulaire for Services {
    const NOM: &'static str = "services";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        match self {
            Self::ComprehensionMondeNumerique => &["Comprehension du monde numérique"],
            Self::AcquisitionMaterielPrixSolidaire => {
                &["Acquisition de matériel informatique à prix solidaire."]
            }
            _ => &[],
        }
    }
}

vocabulaire!(Services);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Services {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Services".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["Aide aux démarches administratives",
            "Maîtrise des outils numériques du quotidien",
            "Insertion professionnelle via le numérique",
            "Utilisation sécurisée du numérique",
            "Parentalité et éducation avec le numérique",
            "Loisirs et créations numériques", "Compréhension du monde numérique",
            "Accès internet et matériel informatique",
            "Acquisition de matériel informatique à prix solidaire"] }
        )
    }
}

/// Publics spécifiquement adressés
///
/// À qui le lieu s'adresse-t-il en particulier ? Une valeur ne se choisit que si l'accueil est pensé pour ce public ou lui est réservé ; un lieu ouvert à tous laisse la case vide, car il n'y a pas de valeur pour tout le monde.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PublicsSpecifiquementAdresses {
    /// « Jeunes » : Adolescents et jeunes adultes, hors enfants : mission locale, maison des jeunes, information jeunesse. L'âge exact accepté se précise dans la présentation du lieu.
    Jeunes,
    /// « Étudiants » : Personnes inscrites dans l'enseignement supérieur, pour un lieu d'université, de campus ou de résidence étudiante.
    Etudiants,
    /// « Familles et/ou enfants » : Parents, enfants, ou les deux ensemble : ateliers en famille, ludothèque, centre de loisirs, lieu de soutien à la parentalité.
    FamillesEnfants,
    /// « Seniors » : Personnes âgées ou retraitées : résidence autonomie, club de retraités, ateliers réservés aux aînés. L'âge exact accepté se précise dans la présentation du lieu.
    Seniors,
    /// « Femmes » : L'accueil est réservé aux femmes, ou conçu pour elles, comme dans un lieu d'information sur les droits des femmes ou un atelier non mixte.
    Femmes,
}

impl PublicsSpecifiquementAdresses {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::Jeunes,
        Self::Etudiants,
        Self::FamillesEnfants,
        Self::Seniors,
        Self::Femmes,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Jeunes => "jeunes",
            Self::Etudiants => "etudiants",
            Self::FamillesEnfants => "familles_enfants",
            Self::Seniors => "seniors",
            Self::Femmes => "femmes",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::Jeunes => "Jeunes",
            Self::Etudiants => "Étudiants",
            Self::FamillesEnfants => "Familles et/ou enfants",
            Self::Seniors => "Seniors",
            Self::Femmes => "Femmes",
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::Jeunes => {
                "Adolescents et jeunes adultes, hors enfants\u{a0}: mission locale, maison des jeunes, information jeunesse. L'âge exact accepté se précise dans la présentation du lieu."
            }
            Self::Etudiants => {
                "Personnes inscrites dans l'enseignement supérieur, pour un lieu d'université, de campus ou de résidence étudiante."
            }
            Self::FamillesEnfants => {
                "Parents, enfants, ou les deux ensemble\u{a0}: ateliers en famille, ludothèque, centre de loisirs, lieu de soutien à la parentalité."
            }
            Self::Seniors => {
                "Personnes âgées ou retraitées\u{a0}: résidence autonomie, club de retraités, ateliers réservés aux aînés. L'âge exact accepté se précise dans la présentation du lieu."
            }
            Self::Femmes => {
                "L'accueil est réservé aux femmes, ou conçu pour elles, comme dans un lieu d'information sur les droits des femmes ou un atelier non mixte."
            }
        }
    }
}

impl Vocabulaire for PublicsSpecifiquementAdresses {
    const NOM: &'static str = "publics_specifiquement_adresses";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        &[]
    }
}

vocabulaire!(PublicsSpecifiquementAdresses);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for PublicsSpecifiquementAdresses {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PublicsSpecifiquementAdresses".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["Jeunes", "Étudiants",
            "Familles et/ou enfants", "Seniors", "Femmes"] }
        )
    }
}

/// Prise en charge spécifique
///
/// Pour quels besoins particuliers l'équipe est-elle formée ou équipée ? La liste parle de la façon d'accompagner ; pour l'accès au bâtiment (rampe, ascenseur), c'est la fiche d'accessibilité du lieu qui répond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PriseEnChargeSpecifique {
    /// « Surdité » : Le lieu sait accompagner des personnes sourdes ou malentendantes : langue des signes, échange par écrit, boucle magnétique, service de transcription.
    Surdite,
    /// « Handicaps moteurs » : Le lieu sait accompagner des personnes dont les gestes ou les déplacements sont limités : poste adapté, clavier ou souris spécifiques, aide pour manipuler l'appareil.
    HandicapsMoteurs,
    /// « Handicaps mentaux » : Le lieu sait accompagner des personnes ayant une déficience intellectuelle, un trouble psychique ou cognitif : rythme adapté, consignes simples, documents faciles à lire.
    HandicapsMentaux,
    /// « Illettrisme » : Le lieu sait accompagner des personnes qui lisent, écrivent ou comptent avec difficulté bien qu'ayant été à l'école : aide orale, pictogrammes, apprentissage mené de front avec le numérique.
    Illettrisme,
    /// « Langues étrangères (anglais) » : Quelqu'un dans l'équipe peut accueillir et accompagner en anglais une personne qui ne parle pas français.
    LanguesEtrangeresAnglais,
    /// « Langues étrangères (autres) » : L'accompagnement est possible dans au moins une langue étrangère autre que l'anglais, par l'équipe ou avec un interprète. La présentation du lieu peut dire lesquelles.
    LanguesEtrangeresAutres,
    /// « Déficience visuelle » : Le lieu sait accompagner des personnes aveugles ou malvoyantes : lecteur d'écran, plage braille, grossissement de l'affichage, commande vocale.
    DeficienceVisuelle,
}

impl PriseEnChargeSpecifique {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::Surdite,
        Self::HandicapsMoteurs,
        Self::HandicapsMentaux,
        Self::Illettrisme,
        Self::LanguesEtrangeresAnglais,
        Self::LanguesEtrangeresAutres,
        Self::DeficienceVisuelle,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Surdite => "surdite",
            Self::HandicapsMoteurs => "handicaps_moteurs",
            Self::HandicapsMentaux => "handicaps_mentaux",
            Self::Illettrisme => "illettrisme",
            Self::LanguesEtrangeresAnglais => "langues_etrangeres_anglais",
            Self::LanguesEtrangeresAutres => "langues_etrangeres_autres",
            Self::DeficienceVisuelle => "deficience_visuelle",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::Surdite => "Surdité",
            Self::HandicapsMoteurs => "Handicaps moteurs",
            Self::HandicapsMentaux => "Handicaps mentaux",
            Self::Illettrisme => "Illettrisme",
            Self::LanguesEtrangeresAnglais => "Langues étrangères (anglais)",
            Self::LanguesEtrangeresAutres => "Langues étrangères (autres)",
            Self::DeficienceVisuelle => "Déficience visuelle",
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::Surdite => {
                "Le lieu sait accompagner des personnes sourdes ou malentendantes\u{a0}: langue des signes, échange par écrit, boucle magnétique, service de transcription."
            }
            Self::HandicapsMoteurs => {
                "Le lieu sait accompagner des personnes dont les gestes ou les déplacements sont limités\u{a0}: poste adapté, clavier ou souris spécifiques, aide pour manipuler l'appareil."
            }
            Self::HandicapsMentaux => {
                "Le lieu sait accompagner des personnes ayant une déficience intellectuelle, un trouble psychique ou cognitif\u{a0}: rythme adapté, consignes simples, documents faciles à lire."
            }
            Self::Illettrisme => {
                "Le lieu sait accompagner des personnes qui lisent, écrivent ou comptent avec difficulté bien qu'ayant été à l'école\u{a0}: aide orale, pictogrammes, apprentissage mené de front avec le numérique."
            }
            Self::LanguesEtrangeresAnglais => {
                "Quelqu'un dans l'équipe peut accueillir et accompagner en anglais une personne qui ne parle pas français."
            }
            Self::LanguesEtrangeresAutres => {
                "L'accompagnement est possible dans au moins une langue étrangère autre que l'anglais, par l'équipe ou avec un interprète. La présentation du lieu peut dire lesquelles."
            }
            Self::DeficienceVisuelle => {
                "Le lieu sait accompagner des personnes aveugles ou malvoyantes\u{a0}: lecteur d'écran, plage braille, grossissement de l'affichage, commande vocale."
            }
        }
    }
}

impl Vocabulaire for PriseEnChargeSpecifique {
    const NOM: &'static str = "prise_en_charge_specifique";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        &[]
    }
}

vocabulaire!(PriseEnChargeSpecifique);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for PriseEnChargeSpecifique {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PriseEnChargeSpecifique".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["Surdité", "Handicaps moteurs",
            "Handicaps mentaux", "Illettrisme", "Langues étrangères (anglais)",
            "Langues étrangères (autres)", "Déficience visuelle"] }
        )
    }
}

/// Frais à charge
///
/// Que paie la personne accueillie, de sa poche, pour ce que le lieu propose ? Si les tarifs changent d'un service à l'autre, on retient plusieurs valeurs ; une case vide veut dire qu'on ne sait pas, et non que c'est gratuit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FraisACharge {
    /// « Gratuit » : Personne n'a rien à payer, ni pour la séance, ni pour l'inscription, ni sous forme d'adhésion.
    Gratuit,
    /// « Gratuit sous condition » : Certaines personnes ne paient rien parce qu'elles remplissent un critère : habiter la commune, avoir de faibles revenus, être envoyées par un travailleur social, remettre un pass numérique. Les autres paient ou ne sont pas reçues.
    GratuitSousCondition,
    /// « Payant » : Il faut payer, même peu : séance, forfait, matériel vendu, ou adhésion payante demandée à tous avant d'être accompagné, y compris si les séances ne coûtent ensuite plus rien.
    Payant,
}

impl FraisACharge {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::Gratuit,
        Self::GratuitSousCondition,
        Self::Payant,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Gratuit => "gratuit",
            Self::GratuitSousCondition => "gratuit_sous_condition",
            Self::Payant => "payant",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::Gratuit => "Gratuit",
            Self::GratuitSousCondition => "Gratuit sous condition",
            Self::Payant => "Payant",
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::Gratuit => {
                "Personne n'a rien à payer, ni pour la séance, ni pour l'inscription, ni sous forme d'adhésion."
            }
            Self::GratuitSousCondition => {
                "Certaines personnes ne paient rien parce qu'elles remplissent un critère\u{a0}: habiter la commune, avoir de faibles revenus, être envoyées par un travailleur social, remettre un pass numérique. Les autres paient ou ne sont pas reçues."
            }
            Self::Payant => {
                "Il faut payer, même peu\u{a0}: séance, forfait, matériel vendu, ou adhésion payante demandée à tous avant d'être accompagné, y compris si les séances ne coûtent ensuite plus rien."
            }
        }
    }
}

impl Vocabulaire for FraisACharge {
    const NOM: &'static str = "frais_a_charge";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        match self {
            Self::Gratuit => {
                &["Gratuit : Je peux accéder gratuitement au lieu et à ses services"]
            }
            Self::Payant => {
                &["Payant : L'accès au lieu et/ou à ses services est payant"]
            }
            _ => &[],
        }
    }
}

vocabulaire!(FraisACharge);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for FraisACharge {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FraisACharge".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["Gratuit", "Gratuit sous condition", "Payant"]
            }
        )
    }
}

/// Dispositifs et programmes nationaux
///
/// De quels réseaux ou programmes présents dans toute la France le lieu fait-il partie ? On ne retient que ceux auxquels il participe aujourd'hui ; les formations suivies et les labels locaux ont leurs propres listes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DispositifProgrammesNationaux {
    /// « Aidants Connect » : Service public qui permet à un professionnel habilité de faire une démarche en ligne à la place d'une personne, avec son accord et sans connaître ses mots de passe. À choisir si une personne du lieu est habilitée.
    AidantsConnect,
    /// « Bibliothèques numérique de référence » : Programme du ministère de la Culture qui aide des collectivités à faire de leurs bibliothèques des lieux bien équipés et actifs en matière de services numériques.
    BibliothequesNumeriqueReference,
    /// « Certification PIX » : Le lieu est centre de certification Pix : on peut y passer l'examen qui atteste d'un niveau de compétences numériques. Préparer l'examen ou s'entraîner sur la plateforme en ligne ne suffit pas.
    CertificationPix,
    /// « Conseillers numériques » : Un conseiller numérique, dont le poste est soutenu par l'État pour aider le public à gagner en autonomie, exerce dans ce lieu ou y tient des permanences régulières.
    ConseillersNumeriques,
    /// « Emmaüs Connect » : Espace d'accueil tenu par l'association Emmaüs Connect elle-même, qui équipe, connecte et forme des personnes en situation de précarité. Une structure simplement partenaire relève plutôt du réseau des relais.
    EmmausConnect,
    /// « France Services » : Le lieu est labellisé par l'État : on y obtient, à un seul guichet, une aide pour les démarches du quotidien auprès de plusieurs administrations et organismes publics.
    FranceServices,
    /// « Grande école du numérique » : Le lieu fait partie des organismes que la Grande École du Numérique a reconnus pour leurs formations aux métiers du numérique, ouvertes à des personnes éloignées de l'emploi ou peu diplômées.
    GrandeEcoleNumerique,
    /// « La Croix Rouge » : L'accompagnement au numérique est assuré par la Croix-Rouge française, dans un de ses locaux ou lors d'une de ses actions de terrain.
    CroixRouge,
    /// « Point d'accès numérique CAF » : Point, le plus souvent installé chez un partenaire de la caisse d'allocations familiales, où un allocataire peut consulter son dossier et faire ses démarches en ligne, avec de l'aide au besoin.
    PointAccesNumeriqueCaf,
    /// « Promeneurs du net » : Un professionnel du lieu, éducateur ou animateur, est présent à visage découvert sur les réseaux sociaux pour écouter et conseiller les jeunes, dans le réseau animé avec les caisses d'allocations familiales.
    PromeneursDuNet,
    /// « Relais numérique (Emmaüs Connect) » : Structure sociale que l'association Emmaüs Connect a formée et outillée pour proposer elle-même, à ses usagers, de l'équipement ou de la connexion à prix solidaire et un accompagnement.
    RelaisNumeriqueEmmausConnect,
}

impl DispositifProgrammesNationaux {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::AidantsConnect,
        Self::BibliothequesNumeriqueReference,
        Self::CertificationPix,
        Self::ConseillersNumeriques,
        Self::EmmausConnect,
        Self::FranceServices,
        Self::GrandeEcoleNumerique,
        Self::CroixRouge,
        Self::PointAccesNumeriqueCaf,
        Self::PromeneursDuNet,
        Self::RelaisNumeriqueEmmausConnect,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AidantsConnect => "aidants_connect",
            Self::BibliothequesNumeriqueReference => "bibliotheques_numerique_reference",
            Self::CertificationPix => "certification_pix",
            Self::ConseillersNumeriques => "conseillers_numeriques",
            Self::EmmausConnect => "emmaus_connect",
            Self::FranceServices => "france_services",
            Self::GrandeEcoleNumerique => "grande_ecole_numerique",
            Self::CroixRouge => "croix_rouge",
            Self::PointAccesNumeriqueCaf => "point_acces_numerique_caf",
            Self::PromeneursDuNet => "promeneurs_du_net",
            Self::RelaisNumeriqueEmmausConnect => "relais_numerique_emmaus_connect",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::AidantsConnect => "Aidants Connect",
            Self::BibliothequesNumeriqueReference => {
                "Bibliothèques numérique de référence"
            }
            Self::CertificationPix => "Certification PIX",
            Self::ConseillersNumeriques => "Conseillers numériques",
            Self::EmmausConnect => "Emmaüs Connect",
            Self::FranceServices => "France Services",
            Self::GrandeEcoleNumerique => "Grande école du numérique",
            Self::CroixRouge => "La Croix Rouge",
            Self::PointAccesNumeriqueCaf => "Point d'accès numérique CAF",
            Self::PromeneursDuNet => "Promeneurs du net",
            Self::RelaisNumeriqueEmmausConnect => "Relais numérique (Emmaüs Connect)",
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::AidantsConnect => {
                "Service public qui permet à un professionnel habilité de faire une démarche en ligne à la place d'une personne, avec son accord et sans connaître ses mots de passe. À choisir si une personne du lieu est habilitée."
            }
            Self::BibliothequesNumeriqueReference => {
                "Programme du ministère de la Culture qui aide des collectivités à faire de leurs bibliothèques des lieux bien équipés et actifs en matière de services numériques."
            }
            Self::CertificationPix => {
                "Le lieu est centre de certification Pix\u{a0}: on peut y passer l'examen qui atteste d'un niveau de compétences numériques. Préparer l'examen ou s'entraîner sur la plateforme en ligne ne suffit pas."
            }
            Self::ConseillersNumeriques => {
                "Un conseiller numérique, dont le poste est soutenu par l'État pour aider le public à gagner en autonomie, exerce dans ce lieu ou y tient des permanences régulières."
            }
            Self::EmmausConnect => {
                "Espace d'accueil tenu par l'association Emmaüs Connect elle-même, qui équipe, connecte et forme des personnes en situation de précarité. Une structure simplement partenaire relève plutôt du réseau des relais."
            }
            Self::FranceServices => {
                "Le lieu est labellisé par l'État\u{a0}: on y obtient, à un seul guichet, une aide pour les démarches du quotidien auprès de plusieurs administrations et organismes publics."
            }
            Self::GrandeEcoleNumerique => {
                "Le lieu fait partie des organismes que la Grande École du Numérique a reconnus pour leurs formations aux métiers du numérique, ouvertes à des personnes éloignées de l'emploi ou peu diplômées."
            }
            Self::CroixRouge => {
                "L'accompagnement au numérique est assuré par la Croix-Rouge française, dans un de ses locaux ou lors d'une de ses actions de terrain."
            }
            Self::PointAccesNumeriqueCaf => {
                "Point, le plus souvent installé chez un partenaire de la caisse d'allocations familiales, où un allocataire peut consulter son dossier et faire ses démarches en ligne, avec de l'aide au besoin."
            }
            Self::PromeneursDuNet => {
                "Un professionnel du lieu, éducateur ou animateur, est présent à visage découvert sur les réseaux sociaux pour écouter et conseiller les jeunes, dans le réseau animé avec les caisses d'allocations familiales."
            }
            Self::RelaisNumeriqueEmmausConnect => {
                "Structure sociale que l'association Emmaüs Connect a formée et outillée pour proposer elle-même, à ses usagers, de l'équipement ou de la connexion à prix solidaire et un accompagnement."
            }
        }
    }
}

impl Vocabulaire for DispositifProgrammesNationaux {
    const NOM: &'static str = "dispositif_programmes_nationaux";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        match self {
            Self::GrandeEcoleNumerique => &["Grandes écoles du numérique"],
            _ => &[],
        }
    }
}

vocabulaire!(DispositifProgrammesNationaux);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for DispositifProgrammesNationaux {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DispositifProgrammesNationaux".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["Aidants Connect",
            "Bibliothèques numérique de référence", "Certification PIX",
            "Conseillers numériques", "Emmaüs Connect", "France Services",
            "Grande école du numérique", "La Croix Rouge",
            "Point d'accès numérique CAF", "Promeneurs du net",
            "Relais numérique (Emmaüs Connect)"] }
        )
    }
}

/// Formations et labels
///
/// Quelles formations l'équipe a-t-elle suivies, et quels labels ou réseaux reconnaissent le lieu ? La liste est courte et certaines valeurs ne concernent qu'un territoire ; ce qui n'y est pas se note en clair dans l'autre colonne prévue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[allow(
    non_camel_case_types,
    reason = "deux codes différents donnent toujours deux noms différents"
)]
pub enum FormationsLabels {
    /// « Formé à « Mon Espace Santé » » : Une personne du lieu a suivi la formation qui prépare à montrer au public comment ouvrir et utiliser son carnet de santé en ligne, sur le service public du même nom.
    MonEspaceSante,
    /// « Formé à « DUPLEX » (illettrisme) » : Une personne du lieu a été formée à la démarche de l'Agence nationale de lutte contre l'illettrisme, qui fait progresser en même temps dans les usages numériques et en lecture, écriture ou calcul.
    Duplex,
    /// « Arnia/MedNum BFC (Bourgogne-Franche-Comté) » : Le lieu a obtenu le label régional de la médiation numérique que décernent, en Bourgogne-Franche-Comté, l'agence Arnia et son programme MedNum BFC.
    ArniaMednumBfc,
    /// « Collectif ressources et acteurs réemploi (Normandie) » : Le lieu est membre de ce collectif normand, qui rassemble des structures du réemploi, celles qui donnent une seconde vie aux objets et aux équipements.
    CrarNormandie,
    /// « Étapes numériques (La Poste) » : Espace d'un bureau de poste réservé au numérique, où l'on trouve des équipements et de quoi se former. La valeur ne vaut que pour les bureaux auxquels La Poste donne ce nom.
    EtapesNumeriques,
    /// « Fabriques de Territoire » : Tiers-lieu retenu par l'État, à travers l'Agence nationale de la cohésion des territoires, comme lieu ressource pour les autres tiers-lieux et pour les habitants de son territoire.
    FabriquesTerritoire,
    /// « Les Éclaireurs du numérique (Drôme) » : Le lieu ou l'un de ses accompagnants est reconnu comme membre des Éclaireurs du numérique, réseau d'aide aux habitants propre au département de la Drôme.
    EclaireursNumeriqueDrome,
    /// « Mes Papiers (Métropole de Lyon) » : Le lieu accompagne à l'usage de Mes Papiers, application portée par la Métropole de Lyon pour ranger et retrouver les documents utiles aux démarches administratives.
    MesPapiersLyon,
    /// « ORDI 3.0 » : Le lieu est autorisé à utiliser cette marque nationale du réemploi informatique, qui réunit les acteurs de la collecte, de la remise en état et de la redistribution d'ordinateurs.
    Ordi_3_0,
    /// « SUD LABS (PACA) » : Le lieu appartient au réseau de lieux d'innovation et de médiation numérique soutenu sous ce nom par la Région Provence-Alpes-Côte d'Azur.
    SudLabs,
}

impl FormationsLabels {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::MonEspaceSante,
        Self::Duplex,
        Self::ArniaMednumBfc,
        Self::CrarNormandie,
        Self::EtapesNumeriques,
        Self::FabriquesTerritoire,
        Self::EclaireursNumeriqueDrome,
        Self::MesPapiersLyon,
        Self::Ordi_3_0,
        Self::SudLabs,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MonEspaceSante => "mon_espace_sante",
            Self::Duplex => "duplex",
            Self::ArniaMednumBfc => "arnia_mednum_bfc",
            Self::CrarNormandie => "crar_normandie",
            Self::EtapesNumeriques => "etapes_numeriques",
            Self::FabriquesTerritoire => "fabriques_territoire",
            Self::EclaireursNumeriqueDrome => "eclaireurs_numerique_drome",
            Self::MesPapiersLyon => "mes_papiers_lyon",
            Self::Ordi_3_0 => "ordi_3_0",
            Self::SudLabs => "sud_labs",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::MonEspaceSante => "Formé à « Mon Espace Santé »",
            Self::Duplex => "Formé à « DUPLEX » (illettrisme)",
            Self::ArniaMednumBfc => "Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
            Self::CrarNormandie => {
                "Collectif ressources et acteurs réemploi (Normandie)"
            }
            Self::EtapesNumeriques => "Étapes numériques (La Poste)",
            Self::FabriquesTerritoire => "Fabriques de Territoire",
            Self::EclaireursNumeriqueDrome => "Les Éclaireurs du numérique (Drôme)",
            Self::MesPapiersLyon => "Mes Papiers (Métropole de Lyon)",
            Self::Ordi_3_0 => "ORDI 3.0",
            Self::SudLabs => "SUD LABS (PACA)",
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::MonEspaceSante => {
                "Une personne du lieu a suivi la formation qui prépare à montrer au public comment ouvrir et utiliser son carnet de santé en ligne, sur le service public du même nom."
            }
            Self::Duplex => {
                "Une personne du lieu a été formée à la démarche de l'Agence nationale de lutte contre l'illettrisme, qui fait progresser en même temps dans les usages numériques et en lecture, écriture ou calcul."
            }
            Self::ArniaMednumBfc => {
                "Le lieu a obtenu le label régional de la médiation numérique que décernent, en Bourgogne-Franche-Comté, l'agence Arnia et son programme MedNum BFC."
            }
            Self::CrarNormandie => {
                "Le lieu est membre de ce collectif normand, qui rassemble des structures du réemploi, celles qui donnent une seconde vie aux objets et aux équipements."
            }
            Self::EtapesNumeriques => {
                "Espace d'un bureau de poste réservé au numérique, où l'on trouve des équipements et de quoi se former. La valeur ne vaut que pour les bureaux auxquels La Poste donne ce nom."
            }
            Self::FabriquesTerritoire => {
                "Tiers-lieu retenu par l'État, à travers l'Agence nationale de la cohésion des territoires, comme lieu ressource pour les autres tiers-lieux et pour les habitants de son territoire."
            }
            Self::EclaireursNumeriqueDrome => {
                "Le lieu ou l'un de ses accompagnants est reconnu comme membre des Éclaireurs du numérique, réseau d'aide aux habitants propre au département de la Drôme."
            }
            Self::MesPapiersLyon => {
                "Le lieu accompagne à l'usage de Mes Papiers, application portée par la Métropole de Lyon pour ranger et retrouver les documents utiles aux démarches administratives."
            }
            Self::Ordi_3_0 => {
                "Le lieu est autorisé à utiliser cette marque nationale du réemploi informatique, qui réunit les acteurs de la collecte, de la remise en état et de la redistribution d'ordinateurs."
            }
            Self::SudLabs => {
                "Le lieu appartient au réseau de lieux d'innovation et de médiation numérique soutenu sous ce nom par la Région Provence-Alpes-Côte d'Azur."
            }
        }
    }
}

impl Vocabulaire for FormationsLabels {
    const NOM: &'static str = "formations_labels";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        match self {
            Self::Duplex => &["DUPLEX (illettrisme)"],
            Self::EtapesNumeriques => &["Étapes numériques(La Poste)"],
            _ => &[],
        }
    }
}

vocabulaire!(FormationsLabels);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for FormationsLabels {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FormationsLabels".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["Formé à « Mon Espace Santé »",
            "Formé à « DUPLEX » (illettrisme)",
            "Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
            "Collectif ressources et acteurs réemploi (Normandie)",
            "Étapes numériques (La Poste)", "Fabriques de Territoire",
            "Les Éclaireurs du numérique (Drôme)", "Mes Papiers (Métropole de Lyon)",
            "ORDI 3.0", "SUD LABS (PACA)"] }
        )
    }
}

/// Modalités d'accès
///
/// Comment faut-il s'y prendre pour bénéficier du lieu ? La liste dit la première démarche à faire, du côté de l'usager ou de la personne qui l'oriente ; plusieurs chemins peuvent être ouverts en même temps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ModalitesAcces {
    /// « Se présenter » : On peut venir directement pendant les horaires d'ouverture, sans prévenir, quitte à attendre ou à prendre rendez-vous sur place.
    SePresenter,
    /// « Téléphoner » : On peut ou on doit appeler avant de venir, pour un renseignement, un rendez-vous ou une inscription. Le numéro à composer se donne dans la colonne du téléphone.
    Telephoner,
    /// « Contacter par mail » : On peut ou on doit écrire un courriel avant de venir, pour un renseignement, un rendez-vous ou une inscription. L'adresse à utiliser se donne dans la colonne des courriels.
    ContacterParMail,
    /// « Prendre un RDV en ligne » : L'usager réserve lui-même un créneau sur un site de prise de rendez-vous. L'adresse de ce site se donne dans la colonne prévue ; un simple formulaire de contact n'en tient pas lieu.
    RdvEnLigne,
    /// « Ce lieu n'accueille pas de public » : On ne peut pas être reçu à cette adresse : siège, bureau ou base d'une équipe qui intervient ailleurs. Cette réponse se donne seule, puisqu'elle exclut toutes les autres.
    PasDePublic,
    /// « Envoyer un mail avec une fiche de prescription » : L'usager est orienté par un professionnel, comme un travailleur social, qui envoie au lieu par courriel une fiche décrivant la situation et le besoin.
    MailFichePrescription,
}

impl ModalitesAcces {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::SePresenter,
        Self::Telephoner,
        Self::ContacterParMail,
        Self::RdvEnLigne,
        Self::PasDePublic,
        Self::MailFichePrescription,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SePresenter => "se_presenter",
            Self::Telephoner => "telephoner",
            Self::ContacterParMail => "contacter_par_mail",
            Self::RdvEnLigne => "rdv_en_ligne",
            Self::PasDePublic => "pas_de_public",
            Self::MailFichePrescription => "mail_fiche_prescription",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::SePresenter => "Se présenter",
            Self::Telephoner => "Téléphoner",
            Self::ContacterParMail => "Contacter par mail",
            Self::RdvEnLigne => "Prendre un RDV en ligne",
            Self::PasDePublic => "Ce lieu n'accueille pas de public",
            Self::MailFichePrescription => {
                "Envoyer un mail avec une fiche de prescription"
            }
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::SePresenter => {
                "On peut venir directement pendant les horaires d'ouverture, sans prévenir, quitte à attendre ou à prendre rendez-vous sur place."
            }
            Self::Telephoner => {
                "On peut ou on doit appeler avant de venir, pour un renseignement, un rendez-vous ou une inscription. Le numéro à composer se donne dans la colonne du téléphone."
            }
            Self::ContacterParMail => {
                "On peut ou on doit écrire un courriel avant de venir, pour un renseignement, un rendez-vous ou une inscription. L'adresse à utiliser se donne dans la colonne des courriels."
            }
            Self::RdvEnLigne => {
                "L'usager réserve lui-même un créneau sur un site de prise de rendez-vous. L'adresse de ce site se donne dans la colonne prévue\u{a0}; un simple formulaire de contact n'en tient pas lieu."
            }
            Self::PasDePublic => {
                "On ne peut pas être reçu à cette adresse\u{a0}: siège, bureau ou base d'une équipe qui intervient ailleurs. Cette réponse se donne seule, puisqu'elle exclut toutes les autres."
            }
            Self::MailFichePrescription => {
                "L'usager est orienté par un professionnel, comme un travailleur social, qui envoie au lieu par courriel une fiche décrivant la situation et le besoin."
            }
        }
    }
}

impl Vocabulaire for ModalitesAcces {
    const NOM: &'static str = "modalites_acces";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        match self {
            Self::PasDePublic => &["Ce lieu n’accueille pas de public"],
            _ => &[],
        }
    }
}

vocabulaire!(ModalitesAcces);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ModalitesAcces {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ModalitesAcces".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["Se présenter", "Téléphoner",
            "Contacter par mail", "Prendre un RDV en ligne",
            "Ce lieu n'accueille pas de public",
            "Envoyer un mail avec une fiche de prescription"] }
        )
    }
}

/// Modalités d'accompagnement
///
/// Sous quelle forme la personne est-elle aidée ? La liste va de l'équipement en libre usage à l'atelier de groupe ; on retient toutes les formes proposées par le lieu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ModalitesAccompagnement {
    /// « En autonomie » : La personne utilise seule l'équipement ou la connexion du lieu, sans suivi prévu, même si quelqu'un peut la dépanner en passant.
    EnAutonomie,
    /// « Accompagnement individuel » : Un accompagnant se consacre à une seule personne, en face à face, avec ou sans rendez-vous, pour l'aider, lui apprendre ou faire la démarche avec elle.
    AccompagnementIndividuel,
    /// « Dans un atelier collectif » : Plusieurs personnes apprennent ensemble, à une heure fixée, autour d'un animateur et d'un thème.
    AtelierCollectif,
    /// « À distance » : L'accompagnant et la personne ne sont pas au même endroit : aide au téléphone, en visioconférence ou par prise en main de l'écran.
    ADistance,
}

impl ModalitesAccompagnement {
    /// Toutes les valeurs de la liste, dans l'ordre où on les lit.
    pub const ALL: &'static [Self] = &[
        Self::EnAutonomie,
        Self::AccompagnementIndividuel,
        Self::AtelierCollectif,
        Self::ADistance,
    ];
    /// L'identifiant stable, qui ne change jamais.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EnAutonomie => "en_autonomie",
            Self::AccompagnementIndividuel => "accompagnement_individuel",
            Self::AtelierCollectif => "atelier_collectif",
            Self::ADistance => "a_distance",
        }
    }
    /// Le texte échangé dans les fichiers.
    #[must_use]
    pub fn libelle(&self) -> &str {
        match self {
            Self::EnAutonomie => "En autonomie",
            Self::AccompagnementIndividuel => "Accompagnement individuel",
            Self::AtelierCollectif => "Dans un atelier collectif",
            Self::ADistance => "À distance",
        }
    }
    /// Ce que la valeur veut dire.
    #[must_use]
    pub const fn definition(&self) -> &'static str {
        match self {
            Self::EnAutonomie => {
                "La personne utilise seule l'équipement ou la connexion du lieu, sans suivi prévu, même si quelqu'un peut la dépanner en passant."
            }
            Self::AccompagnementIndividuel => {
                "Un accompagnant se consacre à une seule personne, en face à face, avec ou sans rendez-vous, pour l'aider, lui apprendre ou faire la démarche avec elle."
            }
            Self::AtelierCollectif => {
                "Plusieurs personnes apprennent ensemble, à une heure fixée, autour d'un animateur et d'un thème."
            }
            Self::ADistance => {
                "L'accompagnant et la personne ne sont pas au même endroit\u{a0}: aide au téléphone, en visioconférence ou par prise en main de l'écran."
            }
        }
    }
}

impl Vocabulaire for ModalitesAccompagnement {
    const NOM: &'static str = "modalites_accompagnement";
    const TOUTES: &'static [Self] = Self::ALL;
    fn texte(&self) -> &str {
        self.libelle()
    }
    fn alias(&self) -> &'static [&'static str] {
        match self {
            Self::AtelierCollectif => {
                &[
                    "Dans un atelier collectif : j'apprends collectivement à utiliser le numérique",
                ]
            }
            Self::ADistance => &["À distance (par téléphone ou en visioconférence)"],
            _ => &[],
        }
    }
}

vocabulaire!(ModalitesAccompagnement);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ModalitesAccompagnement {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ModalitesAccompagnement".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(
            { "type" : "string", "enum" : ["En autonomie", "Accompagnement individuel",
            "Dans un atelier collectif", "À distance"] }
        )
    }
}
