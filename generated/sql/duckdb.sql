-- Fichier produit depuis le standard ; ne le modifiez pas à la main.
-- DuckDB 1.3 ou plus récent. Se charge autant de fois que l'on veut.
BEGIN TRANSACTION;
CREATE SCHEMA IF NOT EXISTS standard_mediation_num;

CREATE OR REPLACE TABLE standard_mediation_num.standard AS SELECT 'standard-mediation-num' AS nom, '1.1.0' AS version, 'Lieux de médiation numérique' AS titre;

CREATE OR REPLACE TABLE standard_mediation_num.vocabulaires (
  nom VARCHAR PRIMARY KEY,
  titre VARCHAR NOT NULL,
  description VARCHAR NOT NULL,
  ferme BOOLEAN NOT NULL
);
COMMENT ON TABLE standard_mediation_num.vocabulaires IS 'Les listes de valeurs. Fermée : une autre valeur est refusée.';
INSERT INTO standard_mediation_num.vocabulaires (nom, titre, description, ferme) VALUES
  ('typologie', 'Typologie', 'De quel type de structure s''agit-il ? Chaque code désigne un genre d''institution, d''association ou d''entreprise ; on prend le plus précis qui convienne, et plusieurs si le lieu est plusieurs choses à la fois, comme une mairie qui abrite un espace France Services.', false),
  ('itinerance', 'Itinérance', 'Le lieu se déplace-t-il vers les habitants, ou faut-il venir à son adresse ? Une structure qui a un local et qui organise aussi des tournées retient les deux réponses.', true),
  ('services', 'Services', 'Pour quoi peut-on venir dans ce lieu ? La liste range l''offre en neuf grandes familles, assez larges pour qu''une personne qui oriente un usager s''y retrouve ; on retient toutes celles qui sont réellement proposées sur place.', true),
  ('publics_specifiquement_adresses', 'Publics spécifiquement adressés', 'À qui le lieu s''adresse-t-il en particulier ? Une valeur ne se choisit que si l''accueil est pensé pour ce public ou lui est réservé ; un lieu ouvert à tous laisse la case vide, car il n''y a pas de valeur pour tout le monde.', true),
  ('prise_en_charge_specifique', 'Prise en charge spécifique', 'Pour quels besoins particuliers l''équipe est-elle formée ou équipée ? La liste parle de la façon d''accompagner ; pour l''accès au bâtiment (rampe, ascenseur), c''est la fiche d''accessibilité du lieu qui répond.', true),
  ('frais_a_charge', 'Frais à charge', 'Que paie la personne accueillie, de sa poche, pour ce que le lieu propose ? Si les tarifs changent d''un service à l''autre, on retient plusieurs valeurs ; une case vide veut dire qu''on ne sait pas, et non que c''est gratuit.', true),
  ('dispositif_programmes_nationaux', 'Dispositifs et programmes nationaux', 'De quels réseaux ou programmes présents dans toute la France le lieu fait-il partie ? On ne retient que ceux auxquels il participe aujourd''hui ; les formations suivies et les labels locaux ont leurs propres listes.', true),
  ('formations_labels', 'Formations et labels', 'Quelles formations l''équipe a-t-elle suivies, et quels labels ou réseaux reconnaissent le lieu ? La liste est courte et certaines valeurs ne concernent qu''un territoire ; ce qui n''y est pas se note en clair dans l''autre colonne prévue.', true),
  ('modalites_acces', 'Modalités d''accès', 'Comment faut-il s''y prendre pour bénéficier du lieu ? La liste dit la première démarche à faire, du côté de l''usager ou de la personne qui l''oriente ; plusieurs chemins peuvent être ouverts en même temps.', true),
  ('modalites_accompagnement', 'Modalités d''accompagnement', 'Sous quelle forme la personne est-elle aidée ? La liste va de l''équipement en libre usage à l''atelier de groupe ; on retient toutes les formes proposées par le lieu.', true);

CREATE OR REPLACE TABLE standard_mediation_num.valeurs (
  vocabulaire VARCHAR NOT NULL,
  rang BIGINT NOT NULL,
  code VARCHAR NOT NULL,
  libelle VARCHAR NOT NULL,
  definition VARCHAR NOT NULL,
  depuis VARCHAR NOT NULL,
  deprecie VARCHAR,
  remplace_par VARCHAR,
  alias VARCHAR[] NOT NULL,
  PRIMARY KEY (vocabulaire, code),
  UNIQUE (vocabulaire, libelle)
);
COMMENT ON TABLE standard_mediation_num.valeurs IS 'Les valeurs de chaque liste. Le code ne change jamais ; le libellé est le texte échangé dans les fichiers.';

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'typologie', row_number() OVER (), * FROM (VALUES
  ('aci', 'ACI', 'Atelier et chantier d''insertion, qui emploie des personnes éloignées du travail et les accompagne vers un emploi durable.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('aciphc', 'ACIPHC', 'Atelier et chantier d''insertion qui applique « Premières heures en chantier », une reprise du travail très progressive pour des personnes en grande exclusion.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('afpa', 'AFPA', 'Agence nationale pour la formation professionnelle des adultes, ou l''un de ses centres.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ai', 'AI', 'Association intermédiaire, qui met des demandeurs d''emploi à disposition de particuliers, d''associations ou d''entreprises.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ase', 'ASE', 'Service de l''aide sociale à l''enfance du département, ou établissement qui accueille des mineurs pour son compte.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('asso', 'ASSO', 'Association, quand aucun code plus précis ne dit ce qu''elle fait.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('asso_chomeur', 'ASSO_CHOMEUR', 'Association créée par ou pour des personnes au chômage, qui les informe et les soutient.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('avip', 'AVIP', 'Crèche à vocation d''insertion professionnelle, qui garde les jeunes enfants de parents en recherche d''emploi.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('autre', 'Autre', 'Structure d''un type qui n''est prévu par aucun autre code de la liste.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('bib', 'BIB', 'Bibliothèque ou médiathèque ouverte au public.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('caarud', 'CAARUD', 'Centre d''accueil et d''accompagnement à la réduction des risques pour usagers de drogues.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cada', 'CADA', 'Centre d''accueil de demandeurs d''asile, qui héberge ces personnes pendant l''examen de leur demande.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('caf', 'CAF', 'Caisse d''allocations familiales, y compris ses antennes et ses points d''accueil.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cap_emploi', 'CAP_EMPLOI', 'Organisme Cap emploi, qui accompagne vers l''emploi les personnes en situation de handicap et conseille leurs employeurs.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cava', 'CAVA', 'Centre d''adaptation à la vie active, atelier où des personnes en difficulté reprennent peu à peu un rythme de travail.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cc', 'CC', 'Communauté de communes.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ccas', 'CCAS', 'Centre communal d''action sociale, rattaché à la commune.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ccons', 'CCONS', 'Chambre consulaire : chambre de commerce et d''industrie, chambre de métiers et de l''artisanat ou chambre d''agriculture.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cd', 'CD', 'Conseil départemental, pour l''institution elle-même et ses services autres que l''action sociale.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cdas', 'CDAS', 'Centre départemental d''action sociale, lieu d''accueil social de proximité du département.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cfp', 'CFP', 'Centre des finances publiques, où l''on s''occupe notamment des impôts.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('chrs', 'CHRS', 'Centre d''hébergement et de réinsertion sociale.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('chu', 'CHU', 'Centre d''hébergement d''urgence, et non centre hospitalier universitaire.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cias', 'CIAS', 'Centre intercommunal d''action sociale, commun à plusieurs communes.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cidff', 'CIDFF', 'Centre d''information sur les droits des femmes et des familles.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('citmet', 'CITMET', 'Cité des métiers, lieu de conseil sur l''orientation, la formation et la vie professionnelle.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cmp', 'CMP', 'Centre médico-psychologique, qui reçoit en consultation pour des soins psychiques.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cms', 'CMS', 'Centre médico-social, où le public rencontre des professionnels du social et de la santé.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cpam', 'CPAM', 'Caisse primaire d''assurance maladie, y compris ses points d''accueil.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cph', 'CPH', 'Centre provisoire d''hébergement, qui loge et accompagne des personnes réfugiées.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('cs', 'CS', 'Centre social, équipement de quartier ou de village ouvert à tous les habitants.', '1.1.0', NULL, NULL, ['SC']::VARCHAR[]),
  ('csapa', 'CSAPA', 'Centre de soins, d''accompagnement et de prévention en addictologie.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('csc', 'CSC', 'Centre socioculturel, qui mêle action sociale de proximité et activités culturelles.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('deets', 'DEETS', 'Direction de l''économie, de l''emploi, du travail et des solidarités, service de l''État sur un territoire.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('dept', 'DEPT', 'Services sociaux du conseil départemental, pour les accueils sociaux qui n''ont pas de code plus précis.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('diplp', 'DIPLP', 'Délégation interministérielle à la prévention et à la lutte contre la pauvreté, ou ses représentants sur un territoire.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('e2c', 'E2C', 'École de la deuxième chance, qui remobilise et forme des jeunes sortis de l''école sans diplôme.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ea', 'EA', 'Entreprise adaptée, qui emploie une forte part de travailleurs handicapés en milieu ordinaire de travail.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('eatt', 'EATT', 'Entreprise adaptée de travail temporaire, agence d''intérim tournée vers les travailleurs handicapés.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ei', 'EI', 'Entreprise d''insertion, qui produit et vend tout en faisant travailler des personnes éloignées de l''emploi.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('eiti', 'EITI', 'Entreprise d''insertion par le travail indépendant, qui aide des personnes éloignées de l''emploi à exercer à leur compte.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('enm', 'ENM', 'Espace numérique mobile, comme un bus ou un camion équipé qui va de commune en commune.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('epci', 'EPCI', 'Établissement public de coopération intercommunale : métropole, communauté urbaine ou d''agglomération, autre groupement de communes.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('epi', 'EPI', 'Espace public internet, salle équipée où le public peut se connecter et se faire aider.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('epide', 'EPIDE', 'Établissement pour l''insertion dans l''emploi, qui accueille en internat de jeunes adultes volontaires.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('epn', 'EPN', 'Espace public numérique, lieu où le public dispose d''équipements et d''un animateur pour apprendre à s''en servir.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('es', 'ES', 'Épicerie solidaire, qui vend à bas prix à des personnes aux revenus modestes.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('esat', 'ESAT', 'Établissement ou service d''aide par le travail, nommé aussi d''accompagnement par le travail, pour des personnes handicapées.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ess', 'ESS', 'Entreprise de l''économie sociale et solidaire, quand aucun code plus précis ne convient.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('etabl_pri', 'ETABL_PRI', 'Établissement privé, quand aucun code plus précis ne dit ce qu''il fait.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('etabl_pub', 'ETABL_PUB', 'Établissement public, quand aucun code plus précis ne dit ce qu''il fait.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('etat', 'ETAT', 'Service de l''État, quand il ne s''agit ni d''une préfecture ni d''un autre service qui a son code.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('etti', 'ETTI', 'Entreprise de travail temporaire d''insertion, agence d''intérim pour des personnes éloignées de l''emploi.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('evs', 'EVS', 'Espace de vie sociale, petite structure d''animation locale, plus légère qu''un centre social.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('fablab', 'FABLAB', 'Atelier de fabrication partagé, équipé de machines comme l''imprimante 3D ou la découpe laser.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('fabrique', 'FABRIQUE', 'Lieu qui se présente comme une fabrique, où l''on mène des projets ensemble, sans être un atelier de fabrication partagé.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('fais', 'FAIS', 'Fédération d''acteurs de l''insertion et de la solidarité, qui regroupe et représente d''autres structures.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ft', 'FT', 'France Travail, l''opérateur public de l''emploi, qui s''appelait auparavant Pôle emploi.', '1.1.0', NULL, NULL, ['PE']::VARCHAR[]),
  ('geiq', 'GEIQ', 'Groupement d''employeurs pour l''insertion et la qualification, qui embauche et forme des personnes au profit de ses entreprises membres.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('huda', 'HUDA', 'Hébergement d''urgence pour demandeurs d''asile.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('la_poste', 'LA_POSTE', 'Bureau de poste, agence postale communale ou autre point d''accueil de La Poste.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mda', 'MDA', 'Maison départementale de l''autonomie, pour les personnes âgées et les personnes handicapées, et non maison des adolescents.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mde', 'MDE', 'Maison de l''emploi, qui réunit sur un territoire les acteurs de l''emploi.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mdef', 'MDEF', 'Maison de l''emploi et de la formation, qui ajoute l''orientation vers les formations.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mdh', 'MDH', 'Maison des habitants, nom donné dans certaines villes à un équipement social de quartier.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mdph', 'MDPH', 'Maison départementale des personnes handicapées, où se déposent les demandes de droits liées au handicap.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mds', 'MDS', 'Maison départementale des solidarités, lieu d''accueil social du département.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mjc', 'MJC', 'Maison des jeunes et de la culture.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ml', 'ML', 'Mission locale, qui accompagne les jeunes sortis de l''école vers l''emploi et l''autonomie.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('mq', 'MQ', 'Maison de quartier, équipement municipal ou associatif ouvert aux habitants.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('msa', 'MSA', 'Mutualité sociale agricole, la protection sociale des exploitants et des salariés de l''agriculture.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('msap', 'MSAP', 'Maison de services au public, ancien nom d''un guichet qui réunit plusieurs services, le plus souvent devenu France Services.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('muni', 'MUNI', 'Municipalité : mairie, mairie annexe ou service d''une commune.', '1.1.0', NULL, NULL, ['COMMUNE']::VARCHAR[]),
  ('oacas', 'OACAS', 'Organisme d''accueil communautaire et d''activités solidaires, qui loge et fait participer à une activité des personnes en difficulté.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('odc', 'ODC', 'Organisation délégataire d''un conseil départemental, à laquelle il confie une part de son action d''insertion.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('of', 'OF', 'Organisme de formation, pour les adultes ou pour les jeunes.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('oil', 'OIL', 'Opérateur d''intermédiation locative, qui sert d''intermédiaire entre des propriétaires et des ménages en difficulté.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('opcs', 'OPCS', 'Organisation porteuse de la clause sociale, qui suit les heures d''insertion prévues dans les marchés publics.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('pad', 'PAD', 'Point d''accès au droit, où l''on reçoit gratuitement une information juridique.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('pension', 'PENSION', 'Pension de famille ou résidence accueil, logement durable avec des espaces communs pour des personnes isolées.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('pi', 'PI', 'Point information, accueil de proximité qui renseigne et oriente le public.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('pij_bij', 'PIJ_BIJ', 'Point ou bureau information jeunesse.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('pimms', 'PIMMS', 'Point information médiation multiservices, qui aide le public dans ses relations avec les services publics et les entreprises de service.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('pjj', 'PJJ', 'Protection judiciaire de la jeunesse, service du ministère de la Justice chargé des mineurs.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('plie', 'PLIE', 'Plan local pour l''insertion et l''emploi, ou la structure qui l''anime.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('pref', 'PREF', 'Préfecture ou sous-préfecture.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('prevention', 'PREVENTION', 'Service ou club de prévention, dont les éducateurs vont à la rencontre des jeunes là où ils vivent.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('reg', 'REG', 'Région, pour le conseil régional et ses antennes.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('relais_lecture', 'RELAIS_LECTURE', 'Relais lecture, petit point de prêt de livres, plus modeste qu''une bibliothèque.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('ressourcerie', 'RESSOURCERIE', 'Ressourcerie ou recyclerie, qui collecte, répare et revend des objets.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('rfs', 'RFS', 'Réseau France Services, pour un espace labellisé, fixe ou mobile.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('rs_fjt', 'RS_FJT', 'Résidence sociale ou foyer de jeunes travailleurs.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('scp', 'SCP', 'Services et clubs de prévention, type très proche de PREVENTION, conservé parce que les deux codes circulent.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('spip', 'SPIP', 'Service pénitentiaire d''insertion et de probation.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('tiers_lieux', 'TIERS_LIEUX', 'Tiers-lieu ou espace de travail partagé.', '1.1.0', NULL, NULL, []::VARCHAR[]),
  ('udaf', 'UDAF', 'Union départementale des associations familiales.', '1.1.0', NULL, NULL, []::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'itinerance', row_number() OVER (), * FROM (VALUES
  ('itinerant', 'Itinérant', 'L''accueil se déplace : bus ou camion aménagé, ou permanences tenues tour à tour dans plusieurs communes. Une équipe qui sort de ses murs pour un forum ou une fête n''est pas itinérante pour autant.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('fixe', 'Fixe', 'L''accueil se fait toujours au même endroit, celui que donne l''adresse, même si les horaires y sont réduits.', '1.0.0', NULL, NULL, []::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'services', row_number() OVER (), * FROM (VALUES
  ('aide_demarches_administratives', 'Aide aux démarches administratives', 'Aider une personne à faire ses démarches en ligne, avec elle ou pour elle : impôts, allocations, retraite, santé, titres d''identité. Ce n''est pas un cours d''informatique, même si l''usager y gagne en aisance.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('outils_quotidien', 'Maîtrise des outils numériques du quotidien', 'Apprendre à se servir d''un ordinateur, d''une tablette ou d''un téléphone : clavier et souris, messagerie, recherche sur le web, rangement des fichiers et des photos, appels vidéo.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('insertion_professionnelle', 'Insertion professionnelle via le numérique', 'Se servir du numérique pour travailler : rédiger un CV, chercher une offre et y répondre, suivre son dossier de demandeur d''emploi, ou faire connaître sa petite entreprise.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('utilisation_securisee', 'Utilisation sécurisée du numérique', 'Apprendre à se protéger : choisir ses mots de passe, reconnaître une arnaque, régler la confidentialité de ses comptes, sauvegarder ses données, réagir après un piratage.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('parentalite_education', 'Parentalité et éducation avec le numérique', 'Épauler les parents et les éducateurs : temps d''écran, contrôle parental, jeux vidéo, cyberharcèlement, suivi de la scolarité sur l''espace numérique de travail.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('loisirs_creations', 'Loisirs et créations numériques', 'Créer ou se divertir avec le numérique : photo, vidéo, musique, impression 3D, robotique, programmation, jeu vidéo.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('comprehension_monde_numerique', 'Compréhension du monde numérique', 'Prendre du recul sur le numérique et ses effets : vérifier une information, comprendre les réseaux sociaux et les algorithmes, les données personnelles, l''empreinte écologique, les métiers du secteur.', '1.0.0', NULL, NULL, ['Comprehension du monde numérique']::VARCHAR[]),
  ('acces_internet_materiel', 'Accès internet et matériel informatique', 'Utiliser sur place, ou emprunter, une connexion ou un équipement : wifi, ordinateur en accès libre, imprimante, scanner. Le matériel reste au lieu ; s''il est vendu ou donné, c''est de l''acquisition à prix solidaire.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('acquisition_materiel_prix_solidaire', 'Acquisition de matériel informatique à prix solidaire', 'Repartir avec un ordinateur, une tablette ou un téléphone, souvent reconditionné, donné ou vendu nettement moins cher qu''en magasin. L''offre peut être réservée à des personnes aux revenus modestes.', '1.0.0', NULL, NULL, ['Acquisition de matériel informatique à prix solidaire.']::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'publics_specifiquement_adresses', row_number() OVER (), * FROM (VALUES
  ('jeunes', 'Jeunes', 'Adolescents et jeunes adultes, hors enfants : mission locale, maison des jeunes, information jeunesse. L''âge exact accepté se précise dans la présentation du lieu.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('etudiants', 'Étudiants', 'Personnes inscrites dans l''enseignement supérieur, pour un lieu d''université, de campus ou de résidence étudiante.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('familles_enfants', 'Familles et/ou enfants', 'Parents, enfants, ou les deux ensemble : ateliers en famille, ludothèque, centre de loisirs, lieu de soutien à la parentalité.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('seniors', 'Seniors', 'Personnes âgées ou retraitées : résidence autonomie, club de retraités, ateliers réservés aux aînés. L''âge exact accepté se précise dans la présentation du lieu.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('femmes', 'Femmes', 'L''accueil est réservé aux femmes, ou conçu pour elles, comme dans un lieu d''information sur les droits des femmes ou un atelier non mixte.', '1.0.0', NULL, NULL, []::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'prise_en_charge_specifique', row_number() OVER (), * FROM (VALUES
  ('surdite', 'Surdité', 'Le lieu sait accompagner des personnes sourdes ou malentendantes : langue des signes, échange par écrit, boucle magnétique, service de transcription.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('handicaps_moteurs', 'Handicaps moteurs', 'Le lieu sait accompagner des personnes dont les gestes ou les déplacements sont limités : poste adapté, clavier ou souris spécifiques, aide pour manipuler l''appareil.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('handicaps_mentaux', 'Handicaps mentaux', 'Le lieu sait accompagner des personnes ayant une déficience intellectuelle, un trouble psychique ou cognitif : rythme adapté, consignes simples, documents faciles à lire.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('illettrisme', 'Illettrisme', 'Le lieu sait accompagner des personnes qui lisent, écrivent ou comptent avec difficulté bien qu''ayant été à l''école : aide orale, pictogrammes, apprentissage mené de front avec le numérique.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('langues_etrangeres_anglais', 'Langues étrangères (anglais)', 'Quelqu''un dans l''équipe peut accueillir et accompagner en anglais une personne qui ne parle pas français.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('langues_etrangeres_autres', 'Langues étrangères (autres)', 'L''accompagnement est possible dans au moins une langue étrangère autre que l''anglais, par l''équipe ou avec un interprète. La présentation du lieu peut dire lesquelles.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('deficience_visuelle', 'Déficience visuelle', 'Le lieu sait accompagner des personnes aveugles ou malvoyantes : lecteur d''écran, plage braille, grossissement de l''affichage, commande vocale.', '1.0.0', NULL, NULL, []::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'frais_a_charge', row_number() OVER (), * FROM (VALUES
  ('gratuit', 'Gratuit', 'Personne n''a rien à payer, ni pour la séance, ni pour l''inscription, ni sous forme d''adhésion.', '1.0.0', NULL, NULL, ['Gratuit : Je peux accéder gratuitement au lieu et à ses services']::VARCHAR[]),
  ('gratuit_sous_condition', 'Gratuit sous condition', 'Certaines personnes ne paient rien parce qu''elles remplissent un critère : habiter la commune, avoir de faibles revenus, être envoyées par un travailleur social, remettre un pass numérique. Les autres paient ou ne sont pas reçues.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('payant', 'Payant', 'Il faut payer, même peu : séance, forfait, matériel vendu, ou adhésion payante demandée à tous avant d''être accompagné, y compris si les séances ne coûtent ensuite plus rien.', '1.0.0', NULL, NULL, ['Payant : L''accès au lieu et/ou à ses services est payant']::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'dispositif_programmes_nationaux', row_number() OVER (), * FROM (VALUES
  ('aidants_connect', 'Aidants Connect', 'Service public qui permet à un professionnel habilité de faire une démarche en ligne à la place d''une personne, avec son accord et sans connaître ses mots de passe. À choisir si une personne du lieu est habilitée.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('bibliotheques_numerique_reference', 'Bibliothèques numérique de référence', 'Programme du ministère de la Culture qui aide des collectivités à faire de leurs bibliothèques des lieux bien équipés et actifs en matière de services numériques.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('certification_pix', 'Certification PIX', 'Le lieu est centre de certification Pix : on peut y passer l''examen qui atteste d''un niveau de compétences numériques. Préparer l''examen ou s''entraîner sur la plateforme en ligne ne suffit pas.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('conseillers_numeriques', 'Conseillers numériques', 'Un conseiller numérique, dont le poste est soutenu par l''État pour aider le public à gagner en autonomie, exerce dans ce lieu ou y tient des permanences régulières.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('emmaus_connect', 'Emmaüs Connect', 'Espace d''accueil tenu par l''association Emmaüs Connect elle-même, qui équipe, connecte et forme des personnes en situation de précarité. Une structure simplement partenaire relève plutôt du réseau des relais.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('france_services', 'France Services', 'Le lieu est labellisé par l''État : on y obtient, à un seul guichet, une aide pour les démarches du quotidien auprès de plusieurs administrations et organismes publics.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('grande_ecole_numerique', 'Grande école du numérique', 'Le lieu fait partie des organismes que la Grande École du Numérique a reconnus pour leurs formations aux métiers du numérique, ouvertes à des personnes éloignées de l''emploi ou peu diplômées.', '1.0.0', NULL, NULL, ['Grandes écoles du numérique']::VARCHAR[]),
  ('croix_rouge', 'La Croix Rouge', 'L''accompagnement au numérique est assuré par la Croix-Rouge française, dans un de ses locaux ou lors d''une de ses actions de terrain.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('point_acces_numerique_caf', 'Point d''accès numérique CAF', 'Point, le plus souvent installé chez un partenaire de la caisse d''allocations familiales, où un allocataire peut consulter son dossier et faire ses démarches en ligne, avec de l''aide au besoin.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('promeneurs_du_net', 'Promeneurs du net', 'Un professionnel du lieu, éducateur ou animateur, est présent à visage découvert sur les réseaux sociaux pour écouter et conseiller les jeunes, dans le réseau animé avec les caisses d''allocations familiales.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('relais_numerique_emmaus_connect', 'Relais numérique (Emmaüs Connect)', 'Structure sociale que l''association Emmaüs Connect a formée et outillée pour proposer elle-même, à ses usagers, de l''équipement ou de la connexion à prix solidaire et un accompagnement.', '1.0.0', NULL, NULL, []::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'formations_labels', row_number() OVER (), * FROM (VALUES
  ('mon_espace_sante', 'Formé à « Mon Espace Santé »', 'Une personne du lieu a suivi la formation qui prépare à montrer au public comment ouvrir et utiliser son carnet de santé en ligne, sur le service public du même nom.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('duplex', 'Formé à « DUPLEX » (illettrisme)', 'Une personne du lieu a été formée à la démarche de l''Agence nationale de lutte contre l''illettrisme, qui fait progresser en même temps dans les usages numériques et en lecture, écriture ou calcul.', '1.0.0', NULL, NULL, ['DUPLEX (illettrisme)']::VARCHAR[]),
  ('arnia_mednum_bfc', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Le lieu a obtenu le label régional de la médiation numérique que décernent, en Bourgogne-Franche-Comté, l''agence Arnia et son programme MedNum BFC.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('crar_normandie', 'Collectif ressources et acteurs réemploi (Normandie)', 'Le lieu est membre de ce collectif normand, qui rassemble des structures du réemploi, celles qui donnent une seconde vie aux objets et aux équipements.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('etapes_numeriques', 'Étapes numériques (La Poste)', 'Espace d''un bureau de poste réservé au numérique, où l''on trouve des équipements et de quoi se former. La valeur ne vaut que pour les bureaux auxquels La Poste donne ce nom.', '1.1.0', NULL, NULL, ['Étapes numériques(La Poste)']::VARCHAR[]),
  ('fabriques_territoire', 'Fabriques de Territoire', 'Tiers-lieu retenu par l''État, à travers l''Agence nationale de la cohésion des territoires, comme lieu ressource pour les autres tiers-lieux et pour les habitants de son territoire.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('eclaireurs_numerique_drome', 'Les Éclaireurs du numérique (Drôme)', 'Le lieu ou l''un de ses accompagnants est reconnu comme membre des Éclaireurs du numérique, réseau d''aide aux habitants propre au département de la Drôme.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('mes_papiers_lyon', 'Mes Papiers (Métropole de Lyon)', 'Le lieu accompagne à l''usage de Mes Papiers, application portée par la Métropole de Lyon pour ranger et retrouver les documents utiles aux démarches administratives.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('ordi_3_0', 'ORDI 3.0', 'Le lieu est autorisé à utiliser cette marque nationale du réemploi informatique, qui réunit les acteurs de la collecte, de la remise en état et de la redistribution d''ordinateurs.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('sud_labs', 'SUD LABS (PACA)', 'Le lieu appartient au réseau de lieux d''innovation et de médiation numérique soutenu sous ce nom par la Région Provence-Alpes-Côte d''Azur.', '1.0.0', NULL, NULL, []::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'modalites_acces', row_number() OVER (), * FROM (VALUES
  ('se_presenter', 'Se présenter', 'On peut venir directement pendant les horaires d''ouverture, sans prévenir, quitte à attendre ou à prendre rendez-vous sur place.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('telephoner', 'Téléphoner', 'On peut ou on doit appeler avant de venir, pour un renseignement, un rendez-vous ou une inscription. Le numéro à composer se donne dans la colonne du téléphone.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('contacter_par_mail', 'Contacter par mail', 'On peut ou on doit écrire un courriel avant de venir, pour un renseignement, un rendez-vous ou une inscription. L''adresse à utiliser se donne dans la colonne des courriels.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('rdv_en_ligne', 'Prendre un RDV en ligne', 'L''usager réserve lui-même un créneau sur un site de prise de rendez-vous. L''adresse de ce site se donne dans la colonne prévue ; un simple formulaire de contact n''en tient pas lieu.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('pas_de_public', 'Ce lieu n''accueille pas de public', 'On ne peut pas être reçu à cette adresse : siège, bureau ou base d''une équipe qui intervient ailleurs. Cette réponse se donne seule, puisqu''elle exclut toutes les autres.', '1.0.0', NULL, NULL, ['Ce lieu n’accueille pas de public']::VARCHAR[]),
  ('mail_fiche_prescription', 'Envoyer un mail avec une fiche de prescription', 'L''usager est orienté par un professionnel, comme un travailleur social, qui envoie au lieu par courriel une fiche décrivant la situation et le besoin.', '1.0.0', NULL, NULL, []::VARCHAR[])
) AS v;

INSERT INTO standard_mediation_num.valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'modalites_accompagnement', row_number() OVER (), * FROM (VALUES
  ('en_autonomie', 'En autonomie', 'La personne utilise seule l''équipement ou la connexion du lieu, sans suivi prévu, même si quelqu''un peut la dépanner en passant.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('accompagnement_individuel', 'Accompagnement individuel', 'Un accompagnant se consacre à une seule personne, en face à face, avec ou sans rendez-vous, pour l''aider, lui apprendre ou faire la démarche avec elle.', '1.0.0', NULL, NULL, []::VARCHAR[]),
  ('atelier_collectif', 'Dans un atelier collectif', 'Plusieurs personnes apprennent ensemble, à une heure fixée, autour d''un animateur et d''un thème.', '1.0.0', NULL, NULL, ['Dans un atelier collectif : j''apprends collectivement à utiliser le numérique']::VARCHAR[]),
  ('a_distance', 'À distance', 'L''accompagnant et la personne ne sont pas au même endroit : aide au téléphone, en visioconférence ou par prise en main de l''écran.', '1.0.0', NULL, NULL, ['À distance (par téléphone ou en visioconférence)']::VARCHAR[])
) AS v;

CREATE OR REPLACE MACRO standard_mediation_num.texte(valeur, separateur) AS CASE
  WHEN typeof(valeur) LIKE '%[]' THEN array_to_string(TRY_CAST(valeur AS VARCHAR[]), separateur)
  WHEN typeof(valeur) LIKE 'TIMESTAMP%' THEN strftime(TRY_CAST(CAST(valeur AS VARCHAR) AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ')
  WHEN typeof(valeur) IN ('DOUBLE', 'FLOAT') AND CAST(valeur AS VARCHAR) LIKE '%e%'
    THEN rtrim(rtrim(format('{:.17f}', TRY_CAST(CAST(valeur AS VARCHAR) AS DOUBLE)), '0'), '.')
  ELSE CAST(valeur AS VARCHAR)
END;

CREATE OR REPLACE MACRO standard_mediation_num.json_ecrit(valeur) AS CASE
  WHEN typeof(valeur) IN ('VARCHAR', 'JSON') THEN CAST(valeur AS VARCHAR)
  ELSE CAST(to_json(valeur) AS VARCHAR)
END;

CREATE OR REPLACE MACRO standard_mediation_num.ouvrir(fichier, separateur := ',') AS TABLE
SELECT * FROM query(
  CASE WHEN lower(fichier) LIKE '%.parquet'
    THEN 'SELECT * FROM read_parquet(''' || replace(fichier, '''', '''''') || ''')'
    ELSE 'SELECT * FROM read_csv(''' || replace(fichier, '''', '''''') || ''', header = true, all_varchar = true, skip = 0, comment = '''', quote = ''"'', escape = ''"'', delim = ''' || replace(separateur, '''', '''''') || ''')'
  END
);
COMMENT ON MACRO TABLE standard_mediation_num.ouvrir IS 'Un fichier CSV, en textes, ou Parquet, tel quel';

CREATE OR REPLACE MACRO standard_mediation_num.lire(fichier, separateur := ',') AS TABLE
SELECT
  "_ligne du tableur_",
  standard_mediation_num.texte(d."id", '|') AS "id",
  standard_mediation_num.texte(d."pivot", '|') AS "pivot",
  standard_mediation_num.texte(d."nom", '|') AS "nom",
  standard_mediation_num.texte(d."commune", '|') AS "commune",
  standard_mediation_num.texte(d."code_postal", '|') AS "code_postal",
  standard_mediation_num.texte(d."code_insee", '|') AS "code_insee",
  standard_mediation_num.texte(d."adresse", '|') AS "adresse",
  standard_mediation_num.texte(d."complement_adresse", '|') AS "complement_adresse",
  standard_mediation_num.texte(d."latitude", '|') AS "latitude",
  standard_mediation_num.texte(d."longitude", '|') AS "longitude",
  standard_mediation_num.texte(d."typologie", '|') AS "typologie",
  standard_mediation_num.texte(d."telephone", '|') AS "telephone",
  standard_mediation_num.texte(d."courriels", '|') AS "courriels",
  standard_mediation_num.texte(d."site_web", '|') AS "site_web",
  standard_mediation_num.texte(d."horaires", '|') AS "horaires",
  standard_mediation_num.texte(d."presentation_resume", '|') AS "presentation_resume",
  standard_mediation_num.texte(d."presentation_detail", '|') AS "presentation_detail",
  standard_mediation_num.texte(d."source", '|') AS "source",
  standard_mediation_num.texte(d."itinerance", '|') AS "itinerance",
  standard_mediation_num.texte(d."structure_parente", '|') AS "structure_parente",
  standard_mediation_num.texte(d."date_maj", '|') AS "date_maj",
  standard_mediation_num.texte(d."services", '|') AS "services",
  standard_mediation_num.texte(d."publics_specifiquement_adresses", '|') AS "publics_specifiquement_adresses",
  standard_mediation_num.texte(d."prise_en_charge_specifique", '|') AS "prise_en_charge_specifique",
  standard_mediation_num.texte(d."frais_a_charge", '|') AS "frais_a_charge",
  standard_mediation_num.texte(d."dispositif_programmes_nationaux", '|') AS "dispositif_programmes_nationaux",
  standard_mediation_num.texte(d."formations_labels", '|') AS "formations_labels",
  standard_mediation_num.texte(d."autres_formations_labels", '|') AS "autres_formations_labels",
  standard_mediation_num.texte(d."modalites_acces", '|') AS "modalites_acces",
  standard_mediation_num.texte(d."modalites_accompagnement", '|') AS "modalites_accompagnement",
  standard_mediation_num.texte(d."fiche_acces_libre", '|') AS "fiche_acces_libre",
  standard_mediation_num.texte(d."prise_rdv", '|') AS "prise_rdv"
FROM (
  SELECT NULL AS "id", NULL AS "pivot", NULL AS "nom", NULL AS "commune", NULL AS "code_postal", NULL AS "code_insee", NULL AS "adresse", NULL AS "complement_adresse", NULL AS "latitude", NULL AS "longitude", NULL AS "typologie", NULL AS "telephone", NULL AS "courriels", NULL AS "site_web", NULL AS "horaires", NULL AS "presentation_resume", NULL AS "presentation_detail", NULL AS "source", NULL AS "itinerance", NULL AS "structure_parente", NULL AS "date_maj", NULL AS "services", NULL AS "publics_specifiquement_adresses", NULL AS "prise_en_charge_specifique", NULL AS "frais_a_charge", NULL AS "dispositif_programmes_nationaux", NULL AS "formations_labels", NULL AS "autres_formations_labels", NULL AS "modalites_acces", NULL AS "modalites_accompagnement", NULL AS "fiche_acces_libre", NULL AS "prise_rdv", NULL AS "_ligne du tableur_" WHERE false
  UNION ALL BY NAME
  SELECT row_number() OVER () + 1 AS "_ligne du tableur_", * FROM standard_mediation_num.ouvrir(fichier, separateur := separateur)
) AS d;
COMMENT ON MACRO TABLE standard_mediation_num.lire IS 'Les lignes d''un fichier, en textes, avec leur numéro dans le tableur';

CREATE OR REPLACE MACRO standard_mediation_num.verifier(fichier, separateur := ',') AS TABLE
WITH entete AS MATERIALIZED (
  SELECT list(column_name) AS presentes FROM (DESCRIBE SELECT * FROM standard_mediation_num.ouvrir(fichier, separateur := separateur))
), suspectes AS MATERIALIZED (
  SELECT d.*, e.presentes FROM standard_mediation_num.lire(fichier, separateur := separateur) AS d, entete AS e
  WHERE (
      (coalesce(d."id", '') IN ('') AND list_contains(presentes, 'id'))
      OR (coalesce(d."pivot", '') IN ('') AND list_contains(presentes, 'pivot'))
      OR (d."pivot" NOT IN ('') AND NOT (regexp_full_match(d."pivot", '[0-9A-Za-z]{9}[0-9A-Za-z]{0,5}')))
      OR (coalesce(d."nom", '') IN ('') AND list_contains(presentes, 'nom'))
      OR (coalesce(d."commune", '') IN ('') AND list_contains(presentes, 'commune'))
      OR (coalesce(d."code_postal", '') IN ('') AND list_contains(presentes, 'code_postal'))
      OR (d."code_postal" NOT IN ('') AND NOT (regexp_full_match(d."code_postal", '[0-9]{5}')))
      OR (d."code_insee" NOT IN ('') AND NOT (regexp_full_match(d."code_insee", '(?:[013-9][0-9]|2[1-9AB])[0-9]{3}')))
      OR (coalesce(d."adresse", '') IN ('') AND list_contains(presentes, 'adresse'))
      OR (d."latitude" NOT IN ('') AND NOT (regexp_full_match(d."latitude", '-?[0-9]+(?:\.[0-9]+)?')))
      OR (d."longitude" NOT IN ('') AND NOT (regexp_full_match(d."longitude", '-?[0-9]+(?:\.[0-9]+)?')))
      OR (d."telephone" NOT IN ('') AND NOT (regexp_full_match(d."telephone", '(?:\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)[0-9]{6}[0-9]{0,3}')))
      OR (d."presentation_resume" NOT IN ('') AND NOT (length(d."presentation_resume") <= 280))
      OR (d."itinerance" NOT IN ('') AND NOT list_has_all(['Itinérant', 'Fixe']::VARCHAR[], string_split(d."itinerance", '|')))
      OR (coalesce(d."date_maj", '') IN ('') AND list_contains(presentes, 'date_maj'))
      OR (d."date_maj" NOT IN ('') AND NOT (regexp_full_match(d."date_maj", '(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)')))
      OR (d."services" NOT IN ('') AND NOT list_has_all(['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire']::VARCHAR[], string_split(d."services", '|')))
      OR (d."publics_specifiquement_adresses" NOT IN ('') AND NOT list_has_all(['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']::VARCHAR[], string_split(d."publics_specifiquement_adresses", '|')))
      OR (d."prise_en_charge_specifique" NOT IN ('') AND NOT list_has_all(['Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle']::VARCHAR[], string_split(d."prise_en_charge_specifique", '|')))
      OR (d."frais_a_charge" NOT IN ('') AND NOT list_has_all(['Gratuit', 'Gratuit sous condition', 'Payant']::VARCHAR[], string_split(d."frais_a_charge", '|')))
      OR (d."dispositif_programmes_nationaux" NOT IN ('') AND NOT list_has_all(['Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)']::VARCHAR[], string_split(d."dispositif_programmes_nationaux", '|')))
      OR (d."formations_labels" NOT IN ('') AND NOT list_has_all(['Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)']::VARCHAR[], string_split(d."formations_labels", '|')))
      OR (d."modalites_acces" NOT IN ('') AND NOT list_has_all(['Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription']::VARCHAR[], string_split(d."modalites_acces", '|')))
      OR (d."modalites_accompagnement" NOT IN ('') AND NOT list_has_all(['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']::VARCHAR[], string_split(d."modalites_accompagnement", '|')))
    )
    AND concat(d."id", d."pivot", d."nom", d."commune", d."code_postal", d."code_insee", d."adresse", d."complement_adresse", d."latitude", d."longitude", d."typologie", d."telephone", d."courriels", d."site_web", d."horaires", d."presentation_resume", d."presentation_detail", d."source", d."itinerance", d."structure_parente", d."date_maj", d."services", d."publics_specifiquement_adresses", d."prise_en_charge_specifique", d."frais_a_charge", d."dispositif_programmes_nationaux", d."formations_labels", d."autres_formations_labels", d."modalites_acces", d."modalites_accompagnement", d."fiche_acces_libre", d."prise_rdv") <> ''
), fautes (ligne, champ, partie, valeur, regle, message, aide) AS (
  SELECT 1::BIGINT, c.champ, NULL::BIGINT, NULL::VARCHAR, 'colonne-manquante',
    'il manque la colonne « ' || c.champ || ' » (' || c.titre || ')', 'ajoutez-la et remplissez-la : elle est obligatoire'
    FROM (VALUES ('id', 'Identifiant unique local du lieu'), ('pivot', 'SIRET ou RNA ou RIDET'), ('nom', 'Nom'), ('commune', 'Commune'), ('code_postal', 'Code postal'), ('adresse', 'Adresse'), ('date_maj', 'Date de mise à jour')) AS c (champ, titre), entete AS e WHERE NOT list_contains(e.presentes, c.champ)
UNION ALL
  SELECT d."_ligne du tableur_", 'id', NULL, d."id", 'obligatoire', 'la colonne « Identifiant unique local du lieu » est obligatoire et la case est vide', 'remplissez la case'
    FROM suspectes AS d WHERE coalesce(d."id", '') IN ('') AND list_contains(presentes, 'id')
UNION ALL
  SELECT d."_ligne du tableur_", 'pivot', NULL, d."pivot", 'obligatoire', 'la colonne « SIRET ou RNA ou RIDET » est obligatoire et la case est vide', 'remplissez la case'
    FROM suspectes AS d WHERE coalesce(d."pivot", '') IN ('') AND list_contains(presentes, 'pivot')
UNION ALL
  SELECT d."_ligne du tableur_", 'pivot', NULL, d."pivot", 'motif', '« ' || d."pivot" || ' » n''a pas la forme attendue', 'il faut de neuf à quatorze chiffres ou lettres sans accent, sans espace ni ponctuation'
    FROM suspectes AS d WHERE d."pivot" NOT IN ('') AND NOT (regexp_full_match(d."pivot", '[0-9A-Za-z]{9}[0-9A-Za-z]{0,5}'))
UNION ALL
  SELECT d."_ligne du tableur_", 'nom', NULL, d."nom", 'obligatoire', 'la colonne « Nom » est obligatoire et la case est vide', 'remplissez la case'
    FROM suspectes AS d WHERE coalesce(d."nom", '') IN ('') AND list_contains(presentes, 'nom')
UNION ALL
  SELECT d."_ligne du tableur_", 'commune', NULL, d."commune", 'obligatoire', 'la colonne « Commune » est obligatoire et la case est vide', 'remplissez la case'
    FROM suspectes AS d WHERE coalesce(d."commune", '') IN ('') AND list_contains(presentes, 'commune')
UNION ALL
  SELECT d."_ligne du tableur_", 'code_postal', NULL, d."code_postal", 'obligatoire', 'la colonne « Code postal » est obligatoire et la case est vide', 'remplissez la case'
    FROM suspectes AS d WHERE coalesce(d."code_postal", '') IN ('') AND list_contains(presentes, 'code_postal')
UNION ALL
  SELECT d."_ligne du tableur_", 'code_postal', NULL, d."code_postal", 'motif', '« ' || d."code_postal" || ' » n''a pas la forme attendue', 'il faut cinq chiffres, sans espace'
    FROM suspectes AS d WHERE d."code_postal" NOT IN ('') AND NOT (regexp_full_match(d."code_postal", '[0-9]{5}'))
UNION ALL
  SELECT d."_ligne du tableur_", 'code_insee', NULL, d."code_insee", 'motif', '« ' || d."code_insee" || ' » n''a pas la forme attendue', 'il faut cinq chiffres ou, en Corse, 2A ou 2B suivi de trois chiffres'
    FROM suspectes AS d WHERE d."code_insee" NOT IN ('') AND NOT (regexp_full_match(d."code_insee", '(?:[013-9][0-9]|2[1-9AB])[0-9]{3}'))
UNION ALL
  SELECT d."_ligne du tableur_", 'adresse', NULL, d."adresse", 'obligatoire', 'la colonne « Adresse » est obligatoire et la case est vide', 'remplissez la case'
    FROM suspectes AS d WHERE coalesce(d."adresse", '') IN ('') AND list_contains(presentes, 'adresse')
UNION ALL
  SELECT d."_ligne du tableur_", 'latitude', NULL, d."latitude", 'nombre', '« ' || d."latitude" || ' » n''est pas un nombre', 'écrivez le nombre en chiffres, avec un point pour les décimales : 43.296'
    FROM suspectes AS d WHERE d."latitude" NOT IN ('') AND NOT (regexp_full_match(d."latitude", '-?[0-9]+(?:\.[0-9]+)?'))
UNION ALL
  SELECT d."_ligne du tableur_", 'longitude', NULL, d."longitude", 'nombre', '« ' || d."longitude" || ' » n''est pas un nombre', 'écrivez le nombre en chiffres, avec un point pour les décimales : 43.296'
    FROM suspectes AS d WHERE d."longitude" NOT IN ('') AND NOT (regexp_full_match(d."longitude", '-?[0-9]+(?:\.[0-9]+)?'))
UNION ALL
  SELECT d."_ligne du tableur_", 'telephone', NULL, d."telephone", 'motif', '« ' || d."telephone" || ' » n''a pas la forme attendue', 'il faut un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace'
    FROM suspectes AS d WHERE d."telephone" NOT IN ('') AND NOT (regexp_full_match(d."telephone", '(?:\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)[0-9]{6}[0-9]{0,3}'))
UNION ALL
  SELECT d."_ligne du tableur_", 'presentation_resume', NULL, d."presentation_resume", 'longueur', 'le texte compte ' || replace(format('{:,}', length(d."presentation_resume")), ',', ' ') || CASE WHEN length(d."presentation_resume") < 2 THEN ' caractère' ELSE ' caractères' END || ', 280 au plus sont permis', 'raccourcissez le texte de ' || replace(format('{:,}', (length(d."presentation_resume") - 280)), ',', ' ') || CASE WHEN (length(d."presentation_resume") - 280) < 2 THEN ' caractère' ELSE ' caractères' END
    FROM suspectes AS d WHERE d."presentation_resume" NOT IN ('') AND NOT (length(d."presentation_resume") <= 280)
UNION ALL
  SELECT p.ligne, 'itinerance', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."itinerance" AS cellule, len(string_split(d."itinerance", '|')) AS nombre, unnest(string_split(d."itinerance", '|')) AS partie, generate_subscripts(string_split(d."itinerance", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."itinerance" NOT IN ('') AND NOT list_has_all(['Itinérant', 'Fixe']::VARCHAR[], string_split(d."itinerance", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'itinerance', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Itinérance »', 'choisissez une valeur de la liste « Itinérance »'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."itinerance" AS cellule, len(string_split(d."itinerance", '|')) AS nombre, unnest(string_split(d."itinerance", '|')) AS partie, generate_subscripts(string_split(d."itinerance", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."itinerance" NOT IN ('') AND NOT list_has_all(['Itinérant', 'Fixe']::VARCHAR[], string_split(d."itinerance", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Itinérant', 'Fixe'))
UNION ALL
  SELECT d."_ligne du tableur_", 'date_maj', NULL, d."date_maj", 'obligatoire', 'la colonne « Date de mise à jour » est obligatoire et la case est vide', 'remplissez la case'
    FROM suspectes AS d WHERE coalesce(d."date_maj", '') IN ('') AND list_contains(presentes, 'date_maj')
UNION ALL
  SELECT d."_ligne du tableur_", 'date_maj', NULL, d."date_maj", 'date', '« ' || d."date_maj" || ' » n''est pas une date', 'une date s''écrit année-mois-jour, comme 2026-04-02, et doit exister dans le calendrier'
    FROM suspectes AS d WHERE d."date_maj" NOT IN ('') AND NOT (regexp_full_match(d."date_maj", '(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)'))
UNION ALL
  SELECT p.ligne, 'services', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."services" AS cellule, len(string_split(d."services", '|')) AS nombre, unnest(string_split(d."services", '|')) AS partie, generate_subscripts(string_split(d."services", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."services" NOT IN ('') AND NOT list_has_all(['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire']::VARCHAR[], string_split(d."services", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'services', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Services »', coalesce('vouliez-vous écrire « ' || list_extract(['Compréhension du monde numérique', 'Acquisition de matériel informatique à prix solidaire']::VARCHAR[], list_position(['Comprehension du monde numérique', 'Acquisition de matériel informatique à prix solidaire.']::VARCHAR[], p.partie)) || ' » ?', 'choisissez une valeur de la liste « Services »')
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."services" AS cellule, len(string_split(d."services", '|')) AS nombre, unnest(string_split(d."services", '|')) AS partie, generate_subscripts(string_split(d."services", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."services" NOT IN ('') AND NOT list_has_all(['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire']::VARCHAR[], string_split(d."services", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire'))
UNION ALL
  SELECT p.ligne, 'publics_specifiquement_adresses', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."publics_specifiquement_adresses" AS cellule, len(string_split(d."publics_specifiquement_adresses", '|')) AS nombre, unnest(string_split(d."publics_specifiquement_adresses", '|')) AS partie, generate_subscripts(string_split(d."publics_specifiquement_adresses", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."publics_specifiquement_adresses" NOT IN ('') AND NOT list_has_all(['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']::VARCHAR[], string_split(d."publics_specifiquement_adresses", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'publics_specifiquement_adresses', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Publics spécifiquement adressés »', 'choisissez une valeur de la liste « Publics spécifiquement adressés »'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."publics_specifiquement_adresses" AS cellule, len(string_split(d."publics_specifiquement_adresses", '|')) AS nombre, unnest(string_split(d."publics_specifiquement_adresses", '|')) AS partie, generate_subscripts(string_split(d."publics_specifiquement_adresses", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."publics_specifiquement_adresses" NOT IN ('') AND NOT list_has_all(['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']::VARCHAR[], string_split(d."publics_specifiquement_adresses", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'))
UNION ALL
  SELECT p.ligne, 'prise_en_charge_specifique', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."prise_en_charge_specifique" AS cellule, len(string_split(d."prise_en_charge_specifique", '|')) AS nombre, unnest(string_split(d."prise_en_charge_specifique", '|')) AS partie, generate_subscripts(string_split(d."prise_en_charge_specifique", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."prise_en_charge_specifique" NOT IN ('') AND NOT list_has_all(['Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle']::VARCHAR[], string_split(d."prise_en_charge_specifique", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'prise_en_charge_specifique', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Prise en charge spécifique »', 'choisissez une valeur de la liste « Prise en charge spécifique »'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."prise_en_charge_specifique" AS cellule, len(string_split(d."prise_en_charge_specifique", '|')) AS nombre, unnest(string_split(d."prise_en_charge_specifique", '|')) AS partie, generate_subscripts(string_split(d."prise_en_charge_specifique", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."prise_en_charge_specifique" NOT IN ('') AND NOT list_has_all(['Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle']::VARCHAR[], string_split(d."prise_en_charge_specifique", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle'))
UNION ALL
  SELECT p.ligne, 'frais_a_charge', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."frais_a_charge" AS cellule, len(string_split(d."frais_a_charge", '|')) AS nombre, unnest(string_split(d."frais_a_charge", '|')) AS partie, generate_subscripts(string_split(d."frais_a_charge", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."frais_a_charge" NOT IN ('') AND NOT list_has_all(['Gratuit', 'Gratuit sous condition', 'Payant']::VARCHAR[], string_split(d."frais_a_charge", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'frais_a_charge', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Frais à charge »', coalesce('vouliez-vous écrire « ' || list_extract(['Gratuit', 'Payant']::VARCHAR[], list_position(['Gratuit : Je peux accéder gratuitement au lieu et à ses services', 'Payant : L''accès au lieu et/ou à ses services est payant']::VARCHAR[], p.partie)) || ' » ?', 'choisissez une valeur de la liste « Frais à charge »')
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."frais_a_charge" AS cellule, len(string_split(d."frais_a_charge", '|')) AS nombre, unnest(string_split(d."frais_a_charge", '|')) AS partie, generate_subscripts(string_split(d."frais_a_charge", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."frais_a_charge" NOT IN ('') AND NOT list_has_all(['Gratuit', 'Gratuit sous condition', 'Payant']::VARCHAR[], string_split(d."frais_a_charge", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Gratuit', 'Gratuit sous condition', 'Payant'))
UNION ALL
  SELECT p.ligne, 'dispositif_programmes_nationaux', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."dispositif_programmes_nationaux" AS cellule, len(string_split(d."dispositif_programmes_nationaux", '|')) AS nombre, unnest(string_split(d."dispositif_programmes_nationaux", '|')) AS partie, generate_subscripts(string_split(d."dispositif_programmes_nationaux", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."dispositif_programmes_nationaux" NOT IN ('') AND NOT list_has_all(['Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)']::VARCHAR[], string_split(d."dispositif_programmes_nationaux", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'dispositif_programmes_nationaux', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Dispositifs et programmes nationaux »', coalesce('vouliez-vous écrire « ' || list_extract(['Grande école du numérique']::VARCHAR[], list_position(['Grandes écoles du numérique']::VARCHAR[], p.partie)) || ' » ?', 'choisissez une valeur de la liste « Dispositifs et programmes nationaux »')
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."dispositif_programmes_nationaux" AS cellule, len(string_split(d."dispositif_programmes_nationaux", '|')) AS nombre, unnest(string_split(d."dispositif_programmes_nationaux", '|')) AS partie, generate_subscripts(string_split(d."dispositif_programmes_nationaux", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."dispositif_programmes_nationaux" NOT IN ('') AND NOT list_has_all(['Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)']::VARCHAR[], string_split(d."dispositif_programmes_nationaux", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)'))
UNION ALL
  SELECT p.ligne, 'formations_labels', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."formations_labels" AS cellule, len(string_split(d."formations_labels", '|')) AS nombre, unnest(string_split(d."formations_labels", '|')) AS partie, generate_subscripts(string_split(d."formations_labels", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."formations_labels" NOT IN ('') AND NOT list_has_all(['Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)']::VARCHAR[], string_split(d."formations_labels", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'formations_labels', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Formations et labels »', coalesce('vouliez-vous écrire « ' || list_extract(['Formé à « DUPLEX » (illettrisme)', 'Étapes numériques (La Poste)']::VARCHAR[], list_position(['DUPLEX (illettrisme)', 'Étapes numériques(La Poste)']::VARCHAR[], p.partie)) || ' » ?', 'choisissez une valeur de la liste « Formations et labels »')
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."formations_labels" AS cellule, len(string_split(d."formations_labels", '|')) AS nombre, unnest(string_split(d."formations_labels", '|')) AS partie, generate_subscripts(string_split(d."formations_labels", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."formations_labels" NOT IN ('') AND NOT list_has_all(['Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)']::VARCHAR[], string_split(d."formations_labels", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)'))
UNION ALL
  SELECT p.ligne, 'modalites_acces', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."modalites_acces" AS cellule, len(string_split(d."modalites_acces", '|')) AS nombre, unnest(string_split(d."modalites_acces", '|')) AS partie, generate_subscripts(string_split(d."modalites_acces", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."modalites_acces" NOT IN ('') AND NOT list_has_all(['Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription']::VARCHAR[], string_split(d."modalites_acces", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'modalites_acces', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Modalités d''accès »', coalesce('vouliez-vous écrire « ' || list_extract(['Ce lieu n''accueille pas de public']::VARCHAR[], list_position(['Ce lieu n’accueille pas de public']::VARCHAR[], p.partie)) || ' » ?', 'choisissez une valeur de la liste « Modalités d''accès »')
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."modalites_acces" AS cellule, len(string_split(d."modalites_acces", '|')) AS nombre, unnest(string_split(d."modalites_acces", '|')) AS partie, generate_subscripts(string_split(d."modalites_acces", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."modalites_acces" NOT IN ('') AND NOT list_has_all(['Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription']::VARCHAR[], string_split(d."modalites_acces", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription'))
UNION ALL
  SELECT p.ligne, 'modalites_accompagnement', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."modalites_accompagnement" AS cellule, len(string_split(d."modalites_accompagnement", '|')) AS nombre, unnest(string_split(d."modalites_accompagnement", '|')) AS partie, generate_subscripts(string_split(d."modalites_accompagnement", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."modalites_accompagnement" NOT IN ('') AND NOT list_has_all(['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']::VARCHAR[], string_split(d."modalites_accompagnement", '|'))) AS p
    WHERE p.partie = ''
UNION ALL
  SELECT p.ligne, 'modalites_accompagnement', CASE WHEN p.nombre > 1 THEN p.rang END, p.cellule, 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Modalités d''accompagnement »', coalesce('vouliez-vous écrire « ' || list_extract(['Dans un atelier collectif', 'À distance']::VARCHAR[], list_position(['Dans un atelier collectif : j''apprends collectivement à utiliser le numérique', 'À distance (par téléphone ou en visioconférence)']::VARCHAR[], p.partie)) || ' » ?', 'choisissez une valeur de la liste « Modalités d''accompagnement »')
    FROM (SELECT d."_ligne du tableur_" AS ligne, d."modalites_accompagnement" AS cellule, len(string_split(d."modalites_accompagnement", '|')) AS nombre, unnest(string_split(d."modalites_accompagnement", '|')) AS partie, generate_subscripts(string_split(d."modalites_accompagnement", '|'), 1) AS rang
      FROM suspectes AS d WHERE d."modalites_accompagnement" NOT IN ('') AND NOT list_has_all(['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']::VARCHAR[], string_split(d."modalites_accompagnement", '|'))) AS p
    WHERE p.partie <> '' AND NOT (p.partie IN ('En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance'))
UNION ALL
  SELECT k.ligne, 'id', NULL, k.valeur, 'unique', '« ' || k.valeur || ' » est déjà utilisé à la ligne ' || k.premiere, 'donnez à chaque lieu une valeur qui n''appartient qu''à lui'
    FROM (
      SELECT d."_ligne du tableur_" AS ligne, d."id" AS valeur, min(d."_ligne du tableur_") OVER (PARTITION BY d."id") AS premiere
      FROM standard_mediation_num.lire(fichier, separateur := separateur) AS d WHERE d."id" NOT IN ('')
    ) AS k WHERE k.ligne > k.premiere
)
SELECT * FROM fautes ORDER BY ligne;
COMMENT ON MACRO TABLE standard_mediation_num.verifier IS 'Ce qui bloque dans un fichier CSV ou Parquet : ligne du tableur (1 pour l''en-tête), colonne, rang de la partie dans une liste, texte de la case, règle, ce qui ne va pas, quoi faire.';

COMMIT;
