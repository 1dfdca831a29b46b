-- Fichier produit depuis le standard ; ne le modifiez pas à la main.
-- PostgreSQL 14 ou plus récent. Se charge autant de fois que l'on veut, ne retire rien.
BEGIN;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL standard_conforming_strings = on;
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS standard_mediation_num;
SET LOCAL search_path = standard_mediation_num, pg_temp;

CREATE TABLE IF NOT EXISTS standard (
  nom text NOT NULL,
  version text PRIMARY KEY,
  titre text NOT NULL
);
DO $corps$
DECLARE
  presente text;
BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE EXCEPTION 'cette base n''est pas en UTF-8' USING HINT = 'créez-la avec ENCODING ''UTF8''';
  END IF;
  SELECT nom || ' ' || version INTO presente FROM standard_mediation_num.standard
    WHERE (nom, version) <> ('standard-mediation-num', '1.1.0');
  IF presente IS NOT NULL THEN
    RAISE EXCEPTION 'le schéma standard_mediation_num contient déjà %', presente
      USING HINT = 'gardez-le sous un autre nom : ALTER SCHEMA standard_mediation_num RENAME TO …';
  END IF;
END
$corps$;
INSERT INTO standard (nom, version, titre) VALUES ('standard-mediation-num', '1.1.0', 'Lieux de médiation numérique')
ON CONFLICT (version) DO UPDATE SET titre = excluded.titre;

CREATE TABLE IF NOT EXISTS vocabulaires (
  nom text PRIMARY KEY,
  titre text NOT NULL,
  description text NOT NULL,
  ferme boolean NOT NULL
);
COMMENT ON TABLE vocabulaires IS 'Les listes de valeurs. Fermée : une autre valeur est refusée.';

CREATE TABLE IF NOT EXISTS valeurs (
  vocabulaire text NOT NULL REFERENCES vocabulaires,
  rang bigint NOT NULL,
  code text NOT NULL,
  libelle text NOT NULL,
  definition text NOT NULL,
  depuis text NOT NULL,
  deprecie text,
  remplace_par text,
  alias text[] NOT NULL,
  PRIMARY KEY (vocabulaire, code),
  UNIQUE (vocabulaire, libelle) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (vocabulaire, remplace_par) REFERENCES valeurs (vocabulaire, code) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE valeurs IS 'Les valeurs de chaque liste. Le code ne change jamais ; le libellé est le texte échangé dans les fichiers.';
COMMENT ON COLUMN valeurs.depuis IS 'Première version du standard qui a cette valeur';
COMMENT ON COLUMN valeurs.deprecie IS 'Version à partir de laquelle elle n''est plus à utiliser';
COMMENT ON COLUMN valeurs.remplace_par IS 'Code de la valeur à utiliser à la place';
COMMENT ON COLUMN valeurs.alias IS 'Autres écritures vues dans de vrais fichiers, à ne pas écrire';

INSERT INTO vocabulaires (nom, titre, description, ferme) VALUES
  ('typologie', 'Typologie', 'De quel type de structure s''agit-il ? Chaque code désigne un genre d''institution, d''association ou d''entreprise ; on prend le plus précis qui convienne, et plusieurs si le lieu est plusieurs choses à la fois, comme une mairie qui abrite un espace France Services.', false),
  ('itinerance', 'Itinérance', 'Le lieu se déplace-t-il vers les habitants, ou faut-il venir à son adresse ? Une structure qui a un local et qui organise aussi des tournées retient les deux réponses.', true),
  ('services', 'Services', 'Pour quoi peut-on venir dans ce lieu ? La liste range l''offre en neuf grandes familles, assez larges pour qu''une personne qui oriente un usager s''y retrouve ; on retient toutes celles qui sont réellement proposées sur place.', true),
  ('publics_specifiquement_adresses', 'Publics spécifiquement adressés', 'À qui le lieu s''adresse-t-il en particulier ? Une valeur ne se choisit que si l''accueil est pensé pour ce public ou lui est réservé ; un lieu ouvert à tous laisse la case vide, car il n''y a pas de valeur pour tout le monde.', true),
  ('prise_en_charge_specifique', 'Prise en charge spécifique', 'Pour quels besoins particuliers l''équipe est-elle formée ou équipée ? La liste parle de la façon d''accompagner ; pour l''accès au bâtiment (rampe, ascenseur), c''est la fiche d''accessibilité du lieu qui répond.', true),
  ('frais_a_charge', 'Frais à charge', 'Que paie la personne accueillie, de sa poche, pour ce que le lieu propose ? Si les tarifs changent d''un service à l''autre, on retient plusieurs valeurs ; une case vide veut dire qu''on ne sait pas, et non que c''est gratuit.', true),
  ('dispositif_programmes_nationaux', 'Dispositifs et programmes nationaux', 'De quels réseaux ou programmes présents dans toute la France le lieu fait-il partie ? On ne retient que ceux auxquels il participe aujourd''hui ; les formations suivies et les labels locaux ont leurs propres listes.', true),
  ('formations_labels', 'Formations et labels', 'Quelles formations l''équipe a-t-elle suivies, et quels labels ou réseaux reconnaissent le lieu ? La liste est courte et certaines valeurs ne concernent qu''un territoire ; ce qui n''y est pas se note en clair dans l''autre colonne prévue.', true),
  ('modalites_acces', 'Modalités d''accès', 'Comment faut-il s''y prendre pour bénéficier du lieu ? La liste dit la première démarche à faire, du côté de l''usager ou de la personne qui l''oriente ; plusieurs chemins peuvent être ouverts en même temps.', true),
  ('modalites_accompagnement', 'Modalités d''accompagnement', 'Sous quelle forme la personne est-elle aidée ? La liste va de l''équipement en libre usage à l''atelier de groupe ; on retient toutes les formes proposées par le lieu.', true)
ON CONFLICT (nom) DO UPDATE SET
  titre = excluded.titre, description = excluded.description, ferme = excluded.ferme;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'typologie', row_number() OVER (), * FROM (VALUES
  ('aci', 'ACI', 'Atelier et chantier d''insertion, qui emploie des personnes éloignées du travail et les accompagne vers un emploi durable.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('aciphc', 'ACIPHC', 'Atelier et chantier d''insertion qui applique « Premières heures en chantier », une reprise du travail très progressive pour des personnes en grande exclusion.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('afpa', 'AFPA', 'Agence nationale pour la formation professionnelle des adultes, ou l''un de ses centres.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ai', 'AI', 'Association intermédiaire, qui met des demandeurs d''emploi à disposition de particuliers, d''associations ou d''entreprises.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ase', 'ASE', 'Service de l''aide sociale à l''enfance du département, ou établissement qui accueille des mineurs pour son compte.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('asso', 'ASSO', 'Association, quand aucun code plus précis ne dit ce qu''elle fait.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('asso_chomeur', 'ASSO_CHOMEUR', 'Association créée par ou pour des personnes au chômage, qui les informe et les soutient.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('avip', 'AVIP', 'Crèche à vocation d''insertion professionnelle, qui garde les jeunes enfants de parents en recherche d''emploi.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('autre', 'Autre', 'Structure d''un type qui n''est prévu par aucun autre code de la liste.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('bib', 'BIB', 'Bibliothèque ou médiathèque ouverte au public.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('caarud', 'CAARUD', 'Centre d''accueil et d''accompagnement à la réduction des risques pour usagers de drogues.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cada', 'CADA', 'Centre d''accueil de demandeurs d''asile, qui héberge ces personnes pendant l''examen de leur demande.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('caf', 'CAF', 'Caisse d''allocations familiales, y compris ses antennes et ses points d''accueil.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cap_emploi', 'CAP_EMPLOI', 'Organisme Cap emploi, qui accompagne vers l''emploi les personnes en situation de handicap et conseille leurs employeurs.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cava', 'CAVA', 'Centre d''adaptation à la vie active, atelier où des personnes en difficulté reprennent peu à peu un rythme de travail.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cc', 'CC', 'Communauté de communes.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ccas', 'CCAS', 'Centre communal d''action sociale, rattaché à la commune.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ccons', 'CCONS', 'Chambre consulaire : chambre de commerce et d''industrie, chambre de métiers et de l''artisanat ou chambre d''agriculture.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cd', 'CD', 'Conseil départemental, pour l''institution elle-même et ses services autres que l''action sociale.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cdas', 'CDAS', 'Centre départemental d''action sociale, lieu d''accueil social de proximité du département.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cfp', 'CFP', 'Centre des finances publiques, où l''on s''occupe notamment des impôts.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('chrs', 'CHRS', 'Centre d''hébergement et de réinsertion sociale.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('chu', 'CHU', 'Centre d''hébergement d''urgence, et non centre hospitalier universitaire.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cias', 'CIAS', 'Centre intercommunal d''action sociale, commun à plusieurs communes.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cidff', 'CIDFF', 'Centre d''information sur les droits des femmes et des familles.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('citmet', 'CITMET', 'Cité des métiers, lieu de conseil sur l''orientation, la formation et la vie professionnelle.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cmp', 'CMP', 'Centre médico-psychologique, qui reçoit en consultation pour des soins psychiques.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cms', 'CMS', 'Centre médico-social, où le public rencontre des professionnels du social et de la santé.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cpam', 'CPAM', 'Caisse primaire d''assurance maladie, y compris ses points d''accueil.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cph', 'CPH', 'Centre provisoire d''hébergement, qui loge et accompagne des personnes réfugiées.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('cs', 'CS', 'Centre social, équipement de quartier ou de village ouvert à tous les habitants.', '1.1.0', NULL, NULL, ARRAY['SC']::text[]),
  ('csapa', 'CSAPA', 'Centre de soins, d''accompagnement et de prévention en addictologie.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('csc', 'CSC', 'Centre socioculturel, qui mêle action sociale de proximité et activités culturelles.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('deets', 'DEETS', 'Direction de l''économie, de l''emploi, du travail et des solidarités, service de l''État sur un territoire.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('dept', 'DEPT', 'Services sociaux du conseil départemental, pour les accueils sociaux qui n''ont pas de code plus précis.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('diplp', 'DIPLP', 'Délégation interministérielle à la prévention et à la lutte contre la pauvreté, ou ses représentants sur un territoire.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('e2c', 'E2C', 'École de la deuxième chance, qui remobilise et forme des jeunes sortis de l''école sans diplôme.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ea', 'EA', 'Entreprise adaptée, qui emploie une forte part de travailleurs handicapés en milieu ordinaire de travail.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('eatt', 'EATT', 'Entreprise adaptée de travail temporaire, agence d''intérim tournée vers les travailleurs handicapés.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ei', 'EI', 'Entreprise d''insertion, qui produit et vend tout en faisant travailler des personnes éloignées de l''emploi.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('eiti', 'EITI', 'Entreprise d''insertion par le travail indépendant, qui aide des personnes éloignées de l''emploi à exercer à leur compte.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('enm', 'ENM', 'Espace numérique mobile, comme un bus ou un camion équipé qui va de commune en commune.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('epci', 'EPCI', 'Établissement public de coopération intercommunale : métropole, communauté urbaine ou d''agglomération, autre groupement de communes.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('epi', 'EPI', 'Espace public internet, salle équipée où le public peut se connecter et se faire aider.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('epide', 'EPIDE', 'Établissement pour l''insertion dans l''emploi, qui accueille en internat de jeunes adultes volontaires.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('epn', 'EPN', 'Espace public numérique, lieu où le public dispose d''équipements et d''un animateur pour apprendre à s''en servir.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('es', 'ES', 'Épicerie solidaire, qui vend à bas prix à des personnes aux revenus modestes.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('esat', 'ESAT', 'Établissement ou service d''aide par le travail, nommé aussi d''accompagnement par le travail, pour des personnes handicapées.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ess', 'ESS', 'Entreprise de l''économie sociale et solidaire, quand aucun code plus précis ne convient.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('etabl_pri', 'ETABL_PRI', 'Établissement privé, quand aucun code plus précis ne dit ce qu''il fait.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('etabl_pub', 'ETABL_PUB', 'Établissement public, quand aucun code plus précis ne dit ce qu''il fait.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('etat', 'ETAT', 'Service de l''État, quand il ne s''agit ni d''une préfecture ni d''un autre service qui a son code.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('etti', 'ETTI', 'Entreprise de travail temporaire d''insertion, agence d''intérim pour des personnes éloignées de l''emploi.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('evs', 'EVS', 'Espace de vie sociale, petite structure d''animation locale, plus légère qu''un centre social.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('fablab', 'FABLAB', 'Atelier de fabrication partagé, équipé de machines comme l''imprimante 3D ou la découpe laser.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('fabrique', 'FABRIQUE', 'Lieu qui se présente comme une fabrique, où l''on mène des projets ensemble, sans être un atelier de fabrication partagé.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('fais', 'FAIS', 'Fédération d''acteurs de l''insertion et de la solidarité, qui regroupe et représente d''autres structures.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ft', 'FT', 'France Travail, l''opérateur public de l''emploi, qui s''appelait auparavant Pôle emploi.', '1.1.0', NULL, NULL, ARRAY['PE']::text[]),
  ('geiq', 'GEIQ', 'Groupement d''employeurs pour l''insertion et la qualification, qui embauche et forme des personnes au profit de ses entreprises membres.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('huda', 'HUDA', 'Hébergement d''urgence pour demandeurs d''asile.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('la_poste', 'LA_POSTE', 'Bureau de poste, agence postale communale ou autre point d''accueil de La Poste.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mda', 'MDA', 'Maison départementale de l''autonomie, pour les personnes âgées et les personnes handicapées, et non maison des adolescents.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mde', 'MDE', 'Maison de l''emploi, qui réunit sur un territoire les acteurs de l''emploi.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mdef', 'MDEF', 'Maison de l''emploi et de la formation, qui ajoute l''orientation vers les formations.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mdh', 'MDH', 'Maison des habitants, nom donné dans certaines villes à un équipement social de quartier.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mdph', 'MDPH', 'Maison départementale des personnes handicapées, où se déposent les demandes de droits liées au handicap.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mds', 'MDS', 'Maison départementale des solidarités, lieu d''accueil social du département.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mjc', 'MJC', 'Maison des jeunes et de la culture.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ml', 'ML', 'Mission locale, qui accompagne les jeunes sortis de l''école vers l''emploi et l''autonomie.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('mq', 'MQ', 'Maison de quartier, équipement municipal ou associatif ouvert aux habitants.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('msa', 'MSA', 'Mutualité sociale agricole, la protection sociale des exploitants et des salariés de l''agriculture.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('msap', 'MSAP', 'Maison de services au public, ancien nom d''un guichet qui réunit plusieurs services, le plus souvent devenu France Services.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('muni', 'MUNI', 'Municipalité : mairie, mairie annexe ou service d''une commune.', '1.1.0', NULL, NULL, ARRAY['COMMUNE']::text[]),
  ('oacas', 'OACAS', 'Organisme d''accueil communautaire et d''activités solidaires, qui loge et fait participer à une activité des personnes en difficulté.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('odc', 'ODC', 'Organisation délégataire d''un conseil départemental, à laquelle il confie une part de son action d''insertion.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('of', 'OF', 'Organisme de formation, pour les adultes ou pour les jeunes.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('oil', 'OIL', 'Opérateur d''intermédiation locative, qui sert d''intermédiaire entre des propriétaires et des ménages en difficulté.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('opcs', 'OPCS', 'Organisation porteuse de la clause sociale, qui suit les heures d''insertion prévues dans les marchés publics.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('pad', 'PAD', 'Point d''accès au droit, où l''on reçoit gratuitement une information juridique.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('pension', 'PENSION', 'Pension de famille ou résidence accueil, logement durable avec des espaces communs pour des personnes isolées.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('pi', 'PI', 'Point information, accueil de proximité qui renseigne et oriente le public.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('pij_bij', 'PIJ_BIJ', 'Point ou bureau information jeunesse.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('pimms', 'PIMMS', 'Point information médiation multiservices, qui aide le public dans ses relations avec les services publics et les entreprises de service.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('pjj', 'PJJ', 'Protection judiciaire de la jeunesse, service du ministère de la Justice chargé des mineurs.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('plie', 'PLIE', 'Plan local pour l''insertion et l''emploi, ou la structure qui l''anime.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('pref', 'PREF', 'Préfecture ou sous-préfecture.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('prevention', 'PREVENTION', 'Service ou club de prévention, dont les éducateurs vont à la rencontre des jeunes là où ils vivent.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('reg', 'REG', 'Région, pour le conseil régional et ses antennes.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('relais_lecture', 'RELAIS_LECTURE', 'Relais lecture, petit point de prêt de livres, plus modeste qu''une bibliothèque.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('ressourcerie', 'RESSOURCERIE', 'Ressourcerie ou recyclerie, qui collecte, répare et revend des objets.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('rfs', 'RFS', 'Réseau France Services, pour un espace labellisé, fixe ou mobile.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('rs_fjt', 'RS_FJT', 'Résidence sociale ou foyer de jeunes travailleurs.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('scp', 'SCP', 'Services et clubs de prévention, type très proche de PREVENTION, conservé parce que les deux codes circulent.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('spip', 'SPIP', 'Service pénitentiaire d''insertion et de probation.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('tiers_lieux', 'TIERS_LIEUX', 'Tiers-lieu ou espace de travail partagé.', '1.1.0', NULL, NULL, ARRAY[]::text[]),
  ('udaf', 'UDAF', 'Union départementale des associations familiales.', '1.1.0', NULL, NULL, ARRAY[]::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'itinerance', row_number() OVER (), * FROM (VALUES
  ('itinerant', 'Itinérant', 'L''accueil se déplace : bus ou camion aménagé, ou permanences tenues tour à tour dans plusieurs communes. Une équipe qui sort de ses murs pour un forum ou une fête n''est pas itinérante pour autant.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('fixe', 'Fixe', 'L''accueil se fait toujours au même endroit, celui que donne l''adresse, même si les horaires y sont réduits.', '1.0.0', NULL, NULL, ARRAY[]::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'services', row_number() OVER (), * FROM (VALUES
  ('aide_demarches_administratives', 'Aide aux démarches administratives', 'Aider une personne à faire ses démarches en ligne, avec elle ou pour elle : impôts, allocations, retraite, santé, titres d''identité. Ce n''est pas un cours d''informatique, même si l''usager y gagne en aisance.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('outils_quotidien', 'Maîtrise des outils numériques du quotidien', 'Apprendre à se servir d''un ordinateur, d''une tablette ou d''un téléphone : clavier et souris, messagerie, recherche sur le web, rangement des fichiers et des photos, appels vidéo.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('insertion_professionnelle', 'Insertion professionnelle via le numérique', 'Se servir du numérique pour travailler : rédiger un CV, chercher une offre et y répondre, suivre son dossier de demandeur d''emploi, ou faire connaître sa petite entreprise.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('utilisation_securisee', 'Utilisation sécurisée du numérique', 'Apprendre à se protéger : choisir ses mots de passe, reconnaître une arnaque, régler la confidentialité de ses comptes, sauvegarder ses données, réagir après un piratage.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('parentalite_education', 'Parentalité et éducation avec le numérique', 'Épauler les parents et les éducateurs : temps d''écran, contrôle parental, jeux vidéo, cyberharcèlement, suivi de la scolarité sur l''espace numérique de travail.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('loisirs_creations', 'Loisirs et créations numériques', 'Créer ou se divertir avec le numérique : photo, vidéo, musique, impression 3D, robotique, programmation, jeu vidéo.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('comprehension_monde_numerique', 'Compréhension du monde numérique', 'Prendre du recul sur le numérique et ses effets : vérifier une information, comprendre les réseaux sociaux et les algorithmes, les données personnelles, l''empreinte écologique, les métiers du secteur.', '1.0.0', NULL, NULL, ARRAY['Comprehension du monde numérique']::text[]),
  ('acces_internet_materiel', 'Accès internet et matériel informatique', 'Utiliser sur place, ou emprunter, une connexion ou un équipement : wifi, ordinateur en accès libre, imprimante, scanner. Le matériel reste au lieu ; s''il est vendu ou donné, c''est de l''acquisition à prix solidaire.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('acquisition_materiel_prix_solidaire', 'Acquisition de matériel informatique à prix solidaire', 'Repartir avec un ordinateur, une tablette ou un téléphone, souvent reconditionné, donné ou vendu nettement moins cher qu''en magasin. L''offre peut être réservée à des personnes aux revenus modestes.', '1.0.0', NULL, NULL, ARRAY['Acquisition de matériel informatique à prix solidaire.']::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'publics_specifiquement_adresses', row_number() OVER (), * FROM (VALUES
  ('jeunes', 'Jeunes', 'Adolescents et jeunes adultes, hors enfants : mission locale, maison des jeunes, information jeunesse. L''âge exact accepté se précise dans la présentation du lieu.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('etudiants', 'Étudiants', 'Personnes inscrites dans l''enseignement supérieur, pour un lieu d''université, de campus ou de résidence étudiante.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('familles_enfants', 'Familles et/ou enfants', 'Parents, enfants, ou les deux ensemble : ateliers en famille, ludothèque, centre de loisirs, lieu de soutien à la parentalité.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('seniors', 'Seniors', 'Personnes âgées ou retraitées : résidence autonomie, club de retraités, ateliers réservés aux aînés. L''âge exact accepté se précise dans la présentation du lieu.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('femmes', 'Femmes', 'L''accueil est réservé aux femmes, ou conçu pour elles, comme dans un lieu d''information sur les droits des femmes ou un atelier non mixte.', '1.0.0', NULL, NULL, ARRAY[]::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'prise_en_charge_specifique', row_number() OVER (), * FROM (VALUES
  ('surdite', 'Surdité', 'Le lieu sait accompagner des personnes sourdes ou malentendantes : langue des signes, échange par écrit, boucle magnétique, service de transcription.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('handicaps_moteurs', 'Handicaps moteurs', 'Le lieu sait accompagner des personnes dont les gestes ou les déplacements sont limités : poste adapté, clavier ou souris spécifiques, aide pour manipuler l''appareil.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('handicaps_mentaux', 'Handicaps mentaux', 'Le lieu sait accompagner des personnes ayant une déficience intellectuelle, un trouble psychique ou cognitif : rythme adapté, consignes simples, documents faciles à lire.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('illettrisme', 'Illettrisme', 'Le lieu sait accompagner des personnes qui lisent, écrivent ou comptent avec difficulté bien qu''ayant été à l''école : aide orale, pictogrammes, apprentissage mené de front avec le numérique.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('langues_etrangeres_anglais', 'Langues étrangères (anglais)', 'Quelqu''un dans l''équipe peut accueillir et accompagner en anglais une personne qui ne parle pas français.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('langues_etrangeres_autres', 'Langues étrangères (autres)', 'L''accompagnement est possible dans au moins une langue étrangère autre que l''anglais, par l''équipe ou avec un interprète. La présentation du lieu peut dire lesquelles.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('deficience_visuelle', 'Déficience visuelle', 'Le lieu sait accompagner des personnes aveugles ou malvoyantes : lecteur d''écran, plage braille, grossissement de l''affichage, commande vocale.', '1.0.0', NULL, NULL, ARRAY[]::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'frais_a_charge', row_number() OVER (), * FROM (VALUES
  ('gratuit', 'Gratuit', 'Personne n''a rien à payer, ni pour la séance, ni pour l''inscription, ni sous forme d''adhésion.', '1.0.0', NULL, NULL, ARRAY['Gratuit : Je peux accéder gratuitement au lieu et à ses services']::text[]),
  ('gratuit_sous_condition', 'Gratuit sous condition', 'Certaines personnes ne paient rien parce qu''elles remplissent un critère : habiter la commune, avoir de faibles revenus, être envoyées par un travailleur social, remettre un pass numérique. Les autres paient ou ne sont pas reçues.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('payant', 'Payant', 'Il faut payer, même peu : séance, forfait, matériel vendu, ou adhésion payante demandée à tous avant d''être accompagné, y compris si les séances ne coûtent ensuite plus rien.', '1.0.0', NULL, NULL, ARRAY['Payant : L''accès au lieu et/ou à ses services est payant']::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'dispositif_programmes_nationaux', row_number() OVER (), * FROM (VALUES
  ('aidants_connect', 'Aidants Connect', 'Service public qui permet à un professionnel habilité de faire une démarche en ligne à la place d''une personne, avec son accord et sans connaître ses mots de passe. À choisir si une personne du lieu est habilitée.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('bibliotheques_numerique_reference', 'Bibliothèques numérique de référence', 'Programme du ministère de la Culture qui aide des collectivités à faire de leurs bibliothèques des lieux bien équipés et actifs en matière de services numériques.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('certification_pix', 'Certification PIX', 'Le lieu est centre de certification Pix : on peut y passer l''examen qui atteste d''un niveau de compétences numériques. Préparer l''examen ou s''entraîner sur la plateforme en ligne ne suffit pas.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('conseillers_numeriques', 'Conseillers numériques', 'Un conseiller numérique, dont le poste est soutenu par l''État pour aider le public à gagner en autonomie, exerce dans ce lieu ou y tient des permanences régulières.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('emmaus_connect', 'Emmaüs Connect', 'Espace d''accueil tenu par l''association Emmaüs Connect elle-même, qui équipe, connecte et forme des personnes en situation de précarité. Une structure simplement partenaire relève plutôt du réseau des relais.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('france_services', 'France Services', 'Le lieu est labellisé par l''État : on y obtient, à un seul guichet, une aide pour les démarches du quotidien auprès de plusieurs administrations et organismes publics.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('grande_ecole_numerique', 'Grande école du numérique', 'Le lieu fait partie des organismes que la Grande École du Numérique a reconnus pour leurs formations aux métiers du numérique, ouvertes à des personnes éloignées de l''emploi ou peu diplômées.', '1.0.0', NULL, NULL, ARRAY['Grandes écoles du numérique']::text[]),
  ('croix_rouge', 'La Croix Rouge', 'L''accompagnement au numérique est assuré par la Croix-Rouge française, dans un de ses locaux ou lors d''une de ses actions de terrain.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('point_acces_numerique_caf', 'Point d''accès numérique CAF', 'Point, le plus souvent installé chez un partenaire de la caisse d''allocations familiales, où un allocataire peut consulter son dossier et faire ses démarches en ligne, avec de l''aide au besoin.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('promeneurs_du_net', 'Promeneurs du net', 'Un professionnel du lieu, éducateur ou animateur, est présent à visage découvert sur les réseaux sociaux pour écouter et conseiller les jeunes, dans le réseau animé avec les caisses d''allocations familiales.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('relais_numerique_emmaus_connect', 'Relais numérique (Emmaüs Connect)', 'Structure sociale que l''association Emmaüs Connect a formée et outillée pour proposer elle-même, à ses usagers, de l''équipement ou de la connexion à prix solidaire et un accompagnement.', '1.0.0', NULL, NULL, ARRAY[]::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'formations_labels', row_number() OVER (), * FROM (VALUES
  ('mon_espace_sante', 'Formé à « Mon Espace Santé »', 'Une personne du lieu a suivi la formation qui prépare à montrer au public comment ouvrir et utiliser son carnet de santé en ligne, sur le service public du même nom.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('duplex', 'Formé à « DUPLEX » (illettrisme)', 'Une personne du lieu a été formée à la démarche de l''Agence nationale de lutte contre l''illettrisme, qui fait progresser en même temps dans les usages numériques et en lecture, écriture ou calcul.', '1.0.0', NULL, NULL, ARRAY['DUPLEX (illettrisme)']::text[]),
  ('arnia_mednum_bfc', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Le lieu a obtenu le label régional de la médiation numérique que décernent, en Bourgogne-Franche-Comté, l''agence Arnia et son programme MedNum BFC.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('crar_normandie', 'Collectif ressources et acteurs réemploi (Normandie)', 'Le lieu est membre de ce collectif normand, qui rassemble des structures du réemploi, celles qui donnent une seconde vie aux objets et aux équipements.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('etapes_numeriques', 'Étapes numériques (La Poste)', 'Espace d''un bureau de poste réservé au numérique, où l''on trouve des équipements et de quoi se former. La valeur ne vaut que pour les bureaux auxquels La Poste donne ce nom.', '1.1.0', NULL, NULL, ARRAY['Étapes numériques(La Poste)']::text[]),
  ('fabriques_territoire', 'Fabriques de Territoire', 'Tiers-lieu retenu par l''État, à travers l''Agence nationale de la cohésion des territoires, comme lieu ressource pour les autres tiers-lieux et pour les habitants de son territoire.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('eclaireurs_numerique_drome', 'Les Éclaireurs du numérique (Drôme)', 'Le lieu ou l''un de ses accompagnants est reconnu comme membre des Éclaireurs du numérique, réseau d''aide aux habitants propre au département de la Drôme.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('mes_papiers_lyon', 'Mes Papiers (Métropole de Lyon)', 'Le lieu accompagne à l''usage de Mes Papiers, application portée par la Métropole de Lyon pour ranger et retrouver les documents utiles aux démarches administratives.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('ordi_3_0', 'ORDI 3.0', 'Le lieu est autorisé à utiliser cette marque nationale du réemploi informatique, qui réunit les acteurs de la collecte, de la remise en état et de la redistribution d''ordinateurs.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('sud_labs', 'SUD LABS (PACA)', 'Le lieu appartient au réseau de lieux d''innovation et de médiation numérique soutenu sous ce nom par la Région Provence-Alpes-Côte d''Azur.', '1.0.0', NULL, NULL, ARRAY[]::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'modalites_acces', row_number() OVER (), * FROM (VALUES
  ('se_presenter', 'Se présenter', 'On peut venir directement pendant les horaires d''ouverture, sans prévenir, quitte à attendre ou à prendre rendez-vous sur place.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('telephoner', 'Téléphoner', 'On peut ou on doit appeler avant de venir, pour un renseignement, un rendez-vous ou une inscription. Le numéro à composer se donne dans la colonne du téléphone.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('contacter_par_mail', 'Contacter par mail', 'On peut ou on doit écrire un courriel avant de venir, pour un renseignement, un rendez-vous ou une inscription. L''adresse à utiliser se donne dans la colonne des courriels.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('rdv_en_ligne', 'Prendre un RDV en ligne', 'L''usager réserve lui-même un créneau sur un site de prise de rendez-vous. L''adresse de ce site se donne dans la colonne prévue ; un simple formulaire de contact n''en tient pas lieu.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('pas_de_public', 'Ce lieu n''accueille pas de public', 'On ne peut pas être reçu à cette adresse : siège, bureau ou base d''une équipe qui intervient ailleurs. Cette réponse se donne seule, puisqu''elle exclut toutes les autres.', '1.0.0', NULL, NULL, ARRAY['Ce lieu n’accueille pas de public']::text[]),
  ('mail_fiche_prescription', 'Envoyer un mail avec une fiche de prescription', 'L''usager est orienté par un professionnel, comme un travailleur social, qui envoie au lieu par courriel une fiche décrivant la situation et le besoin.', '1.0.0', NULL, NULL, ARRAY[]::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

INSERT INTO valeurs (vocabulaire, rang, code, libelle, definition, depuis, deprecie, remplace_par, alias)
SELECT 'modalites_accompagnement', row_number() OVER (), * FROM (VALUES
  ('en_autonomie', 'En autonomie', 'La personne utilise seule l''équipement ou la connexion du lieu, sans suivi prévu, même si quelqu''un peut la dépanner en passant.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('accompagnement_individuel', 'Accompagnement individuel', 'Un accompagnant se consacre à une seule personne, en face à face, avec ou sans rendez-vous, pour l''aider, lui apprendre ou faire la démarche avec elle.', '1.0.0', NULL, NULL, ARRAY[]::text[]),
  ('atelier_collectif', 'Dans un atelier collectif', 'Plusieurs personnes apprennent ensemble, à une heure fixée, autour d''un animateur et d''un thème.', '1.0.0', NULL, NULL, ARRAY['Dans un atelier collectif : j''apprends collectivement à utiliser le numérique']::text[]),
  ('a_distance', 'À distance', 'L''accompagnant et la personne ne sont pas au même endroit : aide au téléphone, en visioconférence ou par prise en main de l''écran.', '1.0.0', NULL, NULL, ARRAY['À distance (par téléphone ou en visioconférence)']::text[])
) AS v
ON CONFLICT (vocabulaire, code) DO UPDATE SET
  rang = excluded.rang, libelle = excluded.libelle, definition = excluded.definition, depuis = excluded.depuis,
  deprecie = excluded.deprecie, remplace_par = excluded.remplace_par, alias = excluded.alias;

-- Un texte écrit comme un nombre. Sans signe plus, sans exposant, mille caractères au plus.
CREATE OR REPLACE FUNCTION nombre(texte text) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN char_length(texte) <= 1000 AND texte ~ '^(?:-?[0-9]+(?:\.[0-9]+)?)$' THEN texte::numeric END;

-- Un nombre à virgule flottante, borné pour ne jamais déborder.
CREATE OR REPLACE FUNCTION reel(valeur numeric) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN least(greatest(valeur, -1e308), 1e308)::double precision;

CREATE OR REPLACE FUNCTION reel(texte text) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN reel(nombre(texte));

-- Un jour du calendrier, écrit année-mois-jour. L'année 0000 est celle qui précède l'an 1.
CREATE OR REPLACE FUNCTION jour(texte text) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN texte ~ '^(?:(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29))$' THEN
  make_date(coalesce(nullif(left(texte, 4)::integer, 0), -1), substr(texte, 6, 2)::integer, right(texte, 2)::integer)
END;

CREATE OR REPLACE FUNCTION jour_ecrit(valeur date) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lpad((CASE WHEN valeur < make_date(1, 1, 1) THEN 0 ELSE date_part('year', valeur) END)::text, 4, '0')
  || '-' || lpad(date_part('month', valeur)::text, 2, '0') || '-' || lpad(date_part('day', valeur)::text, 2, '0');

CREATE TABLE IF NOT EXISTS donnees (
  "id" text NOT NULL,
  "pivot" text NOT NULL,
  "nom" text NOT NULL,
  "commune" text NOT NULL,
  "code_postal" text NOT NULL,
  "code_insee" text,
  "adresse" text NOT NULL,
  "complement_adresse" text,
  "latitude" numeric,
  "longitude" numeric,
  "typologie" text[],
  "telephone" text,
  "courriels" text[],
  "site_web" text[],
  "horaires" text,
  "presentation_resume" text,
  "presentation_detail" text,
  "source" text,
  "itinerance" text[],
  "structure_parente" text,
  "date_maj" date NOT NULL,
  "services" text[],
  "publics_specifiquement_adresses" text[],
  "prise_en_charge_specifique" text[],
  "frais_a_charge" text[],
  "dispositif_programmes_nationaux" text[],
  "formations_labels" text[],
  "autres_formations_labels" text[],
  "modalites_acces" text[],
  "modalites_accompagnement" text[],
  "fiche_acces_libre" text,
  "prise_rdv" text,
  CONSTRAINT "donnees_cle" PRIMARY KEY ("id")
);
ALTER TABLE donnees
  DROP CONSTRAINT IF EXISTS "id_obligatoire",
  ADD CONSTRAINT "id_obligatoire" CHECK (coalesce("id", '') NOT IN ('')),
  DROP CONSTRAINT IF EXISTS "pivot_obligatoire",
  ADD CONSTRAINT "pivot_obligatoire" CHECK (coalesce("pivot", '') NOT IN ('')),
  DROP CONSTRAINT IF EXISTS "pivot_motif",
  ADD CONSTRAINT "pivot_motif" CHECK ("pivot" IN ('') OR "pivot" ~ '^(?:[0-9A-Za-z]{9}[0-9A-Za-z]{0,5})$'),
  DROP CONSTRAINT IF EXISTS "nom_obligatoire",
  ADD CONSTRAINT "nom_obligatoire" CHECK (coalesce("nom", '') NOT IN ('')),
  DROP CONSTRAINT IF EXISTS "commune_obligatoire",
  ADD CONSTRAINT "commune_obligatoire" CHECK (coalesce("commune", '') NOT IN ('')),
  DROP CONSTRAINT IF EXISTS "code_postal_obligatoire",
  ADD CONSTRAINT "code_postal_obligatoire" CHECK (coalesce("code_postal", '') NOT IN ('')),
  DROP CONSTRAINT IF EXISTS "code_postal_motif",
  ADD CONSTRAINT "code_postal_motif" CHECK ("code_postal" IN ('') OR "code_postal" ~ '^(?:[0-9]{5})$'),
  DROP CONSTRAINT IF EXISTS "code_insee_motif",
  ADD CONSTRAINT "code_insee_motif" CHECK ("code_insee" IN ('') OR "code_insee" ~ '^(?:(?:[013-9][0-9]|2[1-9AB])[0-9]{3})$'),
  DROP CONSTRAINT IF EXISTS "adresse_obligatoire",
  ADD CONSTRAINT "adresse_obligatoire" CHECK (coalesce("adresse", '') NOT IN ('')),
  DROP CONSTRAINT IF EXISTS "latitude_nombre",
  ADD CONSTRAINT "latitude_nombre" CHECK ("latitude" > '-Infinity' AND "latitude" < 'Infinity'),
  DROP CONSTRAINT IF EXISTS "longitude_nombre",
  ADD CONSTRAINT "longitude_nombre" CHECK ("longitude" > '-Infinity' AND "longitude" < 'Infinity'),
  DROP CONSTRAINT IF EXISTS "typologie_parties",
  ADD CONSTRAINT "typologie_parties" CHECK (array_position("typologie", NULL) IS NULL AND position('|' IN array_to_string("typologie", '')) = 0),
  DROP CONSTRAINT IF EXISTS "telephone_motif",
  ADD CONSTRAINT "telephone_motif" CHECK ("telephone" IN ('') OR "telephone" ~ '^(?:(?:\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)[0-9]{6}[0-9]{0,3})$'),
  DROP CONSTRAINT IF EXISTS "courriels_parties",
  ADD CONSTRAINT "courriels_parties" CHECK (array_position("courriels", NULL) IS NULL AND position('|' IN array_to_string("courriels", '')) = 0),
  DROP CONSTRAINT IF EXISTS "site_web_parties",
  ADD CONSTRAINT "site_web_parties" CHECK (array_position("site_web", NULL) IS NULL AND position('|' IN array_to_string("site_web", '')) = 0),
  DROP CONSTRAINT IF EXISTS "presentation_resume_longueur",
  ADD CONSTRAINT "presentation_resume_longueur" CHECK ("presentation_resume" IN ('') OR char_length("presentation_resume") <= 280),
  DROP CONSTRAINT IF EXISTS "itinerance_partie_vide",
  ADD CONSTRAINT "itinerance_partie_vide" CHECK ('' <> ALL ("itinerance")),
  DROP CONSTRAINT IF EXISTS "itinerance_vocabulaire",
  ADD CONSTRAINT "itinerance_vocabulaire" CHECK ("itinerance" <@ ARRAY['Itinérant', 'Fixe']::text[]),
  DROP CONSTRAINT IF EXISTS "date_maj_date",
  ADD CONSTRAINT "date_maj_date" CHECK ("date_maj" BETWEEN make_date(-1, 1, 1) AND make_date(9999, 12, 31)),
  DROP CONSTRAINT IF EXISTS "services_partie_vide",
  ADD CONSTRAINT "services_partie_vide" CHECK ('' <> ALL ("services")),
  DROP CONSTRAINT IF EXISTS "services_vocabulaire",
  ADD CONSTRAINT "services_vocabulaire" CHECK ("services" <@ ARRAY['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire']::text[]),
  DROP CONSTRAINT IF EXISTS "publics_specifiquement_adresses_partie_vide",
  ADD CONSTRAINT "publics_specifiquement_adresses_partie_vide" CHECK ('' <> ALL ("publics_specifiquement_adresses")),
  DROP CONSTRAINT IF EXISTS "publics_specifiquement_adresses_vocabulaire",
  ADD CONSTRAINT "publics_specifiquement_adresses_vocabulaire" CHECK ("publics_specifiquement_adresses" <@ ARRAY['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']::text[]),
  DROP CONSTRAINT IF EXISTS "prise_en_charge_specifique_partie_vide",
  ADD CONSTRAINT "prise_en_charge_specifique_partie_vide" CHECK ('' <> ALL ("prise_en_charge_specifique")),
  DROP CONSTRAINT IF EXISTS "prise_en_charge_specifique_vocabulaire",
  ADD CONSTRAINT "prise_en_charge_specifique_vocabulaire" CHECK ("prise_en_charge_specifique" <@ ARRAY['Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle']::text[]),
  DROP CONSTRAINT IF EXISTS "frais_a_charge_partie_vide",
  ADD CONSTRAINT "frais_a_charge_partie_vide" CHECK ('' <> ALL ("frais_a_charge")),
  DROP CONSTRAINT IF EXISTS "frais_a_charge_vocabulaire",
  ADD CONSTRAINT "frais_a_charge_vocabulaire" CHECK ("frais_a_charge" <@ ARRAY['Gratuit', 'Gratuit sous condition', 'Payant']::text[]),
  DROP CONSTRAINT IF EXISTS "dispositif_programmes_nationaux_partie_vide",
  ADD CONSTRAINT "dispositif_programmes_nationaux_partie_vide" CHECK ('' <> ALL ("dispositif_programmes_nationaux")),
  DROP CONSTRAINT IF EXISTS "dispositif_programmes_nationaux_vocabulaire",
  ADD CONSTRAINT "dispositif_programmes_nationaux_vocabulaire" CHECK ("dispositif_programmes_nationaux" <@ ARRAY['Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)']::text[]),
  DROP CONSTRAINT IF EXISTS "formations_labels_partie_vide",
  ADD CONSTRAINT "formations_labels_partie_vide" CHECK ('' <> ALL ("formations_labels")),
  DROP CONSTRAINT IF EXISTS "formations_labels_vocabulaire",
  ADD CONSTRAINT "formations_labels_vocabulaire" CHECK ("formations_labels" <@ ARRAY['Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)']::text[]),
  DROP CONSTRAINT IF EXISTS "autres_formations_labels_parties",
  ADD CONSTRAINT "autres_formations_labels_parties" CHECK (array_position("autres_formations_labels", NULL) IS NULL AND position('|' IN array_to_string("autres_formations_labels", '')) = 0),
  DROP CONSTRAINT IF EXISTS "modalites_acces_partie_vide",
  ADD CONSTRAINT "modalites_acces_partie_vide" CHECK ('' <> ALL ("modalites_acces")),
  DROP CONSTRAINT IF EXISTS "modalites_acces_vocabulaire",
  ADD CONSTRAINT "modalites_acces_vocabulaire" CHECK ("modalites_acces" <@ ARRAY['Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription']::text[]),
  DROP CONSTRAINT IF EXISTS "modalites_accompagnement_partie_vide",
  ADD CONSTRAINT "modalites_accompagnement_partie_vide" CHECK ('' <> ALL ("modalites_accompagnement")),
  DROP CONSTRAINT IF EXISTS "modalites_accompagnement_vocabulaire",
  ADD CONSTRAINT "modalites_accompagnement_vocabulaire" CHECK ("modalites_accompagnement" <@ ARRAY['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']::text[]);
COMMENT ON CONSTRAINT "pivot_motif" ON donnees IS 'de neuf à quatorze chiffres ou lettres sans accent, sans espace ni ponctuation';
COMMENT ON CONSTRAINT "code_postal_motif" ON donnees IS 'cinq chiffres, sans espace';
COMMENT ON CONSTRAINT "code_insee_motif" ON donnees IS 'cinq chiffres ou, en Corse, 2A ou 2B suivi de trois chiffres';
COMMENT ON CONSTRAINT "telephone_motif" ON donnees IS 'un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace';
COMMENT ON TABLE donnees IS 'Lieux de médiation numérique. Le standard dit comment décrire, dans un même tableau pour toute la France, les lieux où l''on est aidé à se servir du numérique : où ils sont, comment les joindre, ce qu''on y trouve et pour qui. Il permet aux collectivités, aux hubs et aux réseaux de partager leurs recensements et de les réunir sur une même carte.';
COMMENT ON COLUMN donnees."id" IS 'Identifiant unique local du lieu. Le repère que vous donnez à chaque lieu dans votre fichier, pour ne jamais en confondre deux : deux salles d''une même mairie, par exemple, partagent souvent le même numéro officiel. Vous le choisissez librement.';
COMMENT ON COLUMN donnees."pivot" IS 'SIRET ou RNA ou RIDET. Le numéro officiel qui rattache le lieu à un répertoire public. C''est le SIRET de l''établissement chaque fois qu''il existe, ce qui est le cas de la plupart des structures, y compris beaucoup d''associations. À défaut, c''est le numéro RNA de l''association ou, en Nouvelle-Calédonie et en Polynésie française, le numéro RIDET. Plusieurs lieux d''une même structure peuvent porter le même numéro.';
COMMENT ON COLUMN donnees."nom" IS 'Nom. Le nom sous lequel le public connaît le lieu, tel qu''il est écrit sur la porte ou sur l''affiche.';
COMMENT ON COLUMN donnees."commune" IS 'Commune. Le nom de la commune où se trouve le lieu, ou celle de son point d''attache s''il est itinérant.';
COMMENT ON COLUMN donnees."code_postal" IS 'Code postal. Le code postal de l''adresse du lieu, celui qui sert à lui envoyer un courrier.';
COMMENT ON COLUMN donnees."code_insee" IS 'Code INSEE. Le code officiel de la commune, attribué par l''Insee. Il lève le doute entre les communes qui ont le même nom ou partagent un code postal.';
COMMENT ON COLUMN donnees."adresse" IS 'Adresse. Le numéro et la voie où se trouve le lieu, avec « bis » ou « ter » s''il y a lieu. Pour un lieu itinérant, l''adresse de son point d''attache.';
COMMENT ON COLUMN donnees."complement_adresse" IS 'Complément d''adresse. Ce qui aide à trouver la bonne porte une fois arrivé à l''adresse : bâtiment, étage, entrée, nom de la résidence ou point de repère.';
COMMENT ON COLUMN donnees."latitude" IS 'Latitude. La position du lieu du sud au nord, en degrés, dans le système du GPS (WGS 84). Avec la longitude, elle place le lieu sur une carte.';
COMMENT ON COLUMN donnees."longitude" IS 'Longitude. La position du lieu d''ouest en est, en degrés, dans le système du GPS (WGS 84). Avec la latitude, elle place le lieu sur une carte.';
COMMENT ON COLUMN donnees."typologie" IS 'Typologie. La nature de la structure qui tient le lieu : bibliothèque, association, centre social, mairie, tiers-lieu… Chaque nature a un code court, en majuscules. Valeurs : vocabulaire typologie.';
COMMENT ON COLUMN donnees."telephone" IS 'Numéro de téléphone. Le numéro de téléphone où le public peut joindre le lieu, écrit sous sa forme internationale. Un seul numéro par lieu.';
COMMENT ON COLUMN donnees."courriels" IS 'Courriels. L''adresse électronique où écrire au lieu. Plusieurs adresses sont possibles, la plus utile au public en premier.';
COMMENT ON COLUMN donnees."site_web" IS 'Site web. L''adresse du site internet du lieu ou de sa page sur un réseau social. Plusieurs adresses sont possibles, la plus complète en premier.';
COMMENT ON COLUMN donnees."horaires" IS 'Horaires. Les jours et les heures où le lieu est ouvert au public, dans l''écriture d''OpenStreetMap, que les cartes en ligne savent lire : les jours y sont abrégés en anglais, de Mo pour lundi à Su pour dimanche.';
COMMENT ON COLUMN donnees."presentation_resume" IS 'Présentation résumé. Une ou deux phrases qui disent au public ce qu''il trouvera dans le lieu. C''est le texte qui s''affiche d''abord sur une carte ou dans une liste.';
COMMENT ON COLUMN donnees."presentation_detail" IS 'Présentation détaillée. Le portrait complet du lieu : son équipe, son matériel, ses ateliers, ce qu''il faut apporter, ce qui ne se fait pas sur place. Ce texte complète le résumé sans le répéter.';
COMMENT ON COLUMN donnees."source" IS 'Structure collectant la donnée. Le nom de l''organisation qui a réuni et vérifié les informations de la ligne : le lieu lui-même, une collectivité, un hub ou un réseau. C''est à elle que l''on signale une erreur.';
COMMENT ON COLUMN donnees."itinerance" IS 'Itinérance. Dit si l''on va vers le lieu ou si le lieu vient vers le public, comme un bus ou un camion équipé qui s''arrête de commune en commune. Valeurs : vocabulaire itinerance.';
COMMENT ON COLUMN donnees."structure_parente" IS 'Structure parente. Le nom de l''organisation dont le lieu dépend, quand ce n''est pas lui-même : la ville pour une bibliothèque, le réseau ou l''association pour une antenne locale.';
COMMENT ON COLUMN donnees."date_maj" IS 'Date de mise à jour. La date à laquelle les informations de cette ligne ont été vérifiées pour la dernière fois. Elle dit au lecteur s''il peut s''y fier.';
COMMENT ON COLUMN donnees."services" IS 'Services. Ce que l''on peut venir faire ou apprendre dans le lieu. C''est l''information que les usagers et les personnes qui les orientent cherchent en premier. Valeurs : vocabulaire services.';
COMMENT ON COLUMN donnees."publics_specifiquement_adresses" IS 'Publics spécifiquement adressés. Le ou les publics auxquels le lieu réserve son action. Un lieu de médiation numérique s''adresse d''ordinaire à tout le monde : la case est alors vide. Valeurs : vocabulaire publics_specifiquement_adresses.';
COMMENT ON COLUMN donnees."prise_en_charge_specifique" IS 'Prise en charge spécifique. Les besoins particuliers auxquels l''équipe sait répondre : un handicap, la difficulté à lire ou à écrire, une langue étrangère. Le lieu reste ouvert aux autres publics. Valeurs : vocabulaire prise_en_charge_specifique.';
COMMENT ON COLUMN donnees."frais_a_charge" IS 'Frais à charge. Ce que l''usager doit payer, ou non, pour être reçu et accompagné. Valeurs : vocabulaire frais_a_charge.';
COMMENT ON COLUMN donnees."dispositif_programmes_nationaux" IS 'Dispositifs et programmes nationaux. Les dispositifs ou programmes présents dans toute la France auxquels le lieu participe. Le public y reconnaît un accueil qu''il connaît déjà ailleurs. Valeurs : vocabulaire dispositif_programmes_nationaux.';
COMMENT ON COLUMN donnees."formations_labels" IS 'Formations et labels. Les formations suivies par l''équipe et les labels obtenus par le lieu, parmi ceux que le standard connaît. Valeurs : vocabulaire formations_labels.';
COMMENT ON COLUMN donnees."autres_formations_labels" IS 'Autres formations et labels. Les formations et les labels qui ne figurent dans aucune des listes du standard, par exemple ceux d''un département ou d''une ville. Le texte est libre.';
COMMENT ON COLUMN donnees."modalites_acces" IS 'Modalités d''accès. La démarche à faire pour être reçu : venir directement, appeler, écrire, réserver ou passer par un professionnel. Valeurs : vocabulaire modalites_acces.';
COMMENT ON COLUMN donnees."modalites_accompagnement" IS 'Modalités d''accompagnement. La façon dont l''usager est aidé : seul devant le matériel, en tête à tête, en groupe ou sans se déplacer. Valeurs : vocabulaire modalites_accompagnement.';
COMMENT ON COLUMN donnees."fiche_acces_libre" IS 'Fiche Accès libre. L''adresse de la page du lieu sur Acceslibre, le service public qui décrit l''accessibilité des bâtiments : marches, largeur des portes, stationnement, sanitaires.';
COMMENT ON COLUMN donnees."prise_rdv" IS 'Prise de rdv. L''adresse de la page où l''usager réserve lui-même un rendez-vous avec l''équipe du lieu.';

CREATE TABLE IF NOT EXISTS depot (
  "ligne" bigint GENERATED ALWAYS AS IDENTITY (START WITH 2) PRIMARY KEY,
  "id" text,
  "pivot" text,
  "nom" text,
  "commune" text,
  "code_postal" text,
  "code_insee" text,
  "adresse" text,
  "complement_adresse" text,
  "latitude" text,
  "longitude" text,
  "typologie" text,
  "telephone" text,
  "courriels" text,
  "site_web" text,
  "horaires" text,
  "presentation_resume" text,
  "presentation_detail" text,
  "source" text,
  "itinerance" text,
  "structure_parente" text,
  "date_maj" text,
  "services" text,
  "publics_specifiquement_adresses" text,
  "prise_en_charge_specifique" text,
  "frais_a_charge" text,
  "dispositif_programmes_nationaux" text,
  "formations_labels" text,
  "autres_formations_labels" text,
  "modalites_acces" text,
  "modalites_accompagnement" text,
  "fiche_acces_libre" text,
  "prise_rdv" text
);
COMMENT ON TABLE depot IS 'Les lignes d''un fichier, en textes, avec leur numéro dans le tableur. Avant un autre fichier : TRUNCATE depot RESTART IDENTITY.';

CREATE OR REPLACE VIEW csv_entrant AS SELECT "id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone", "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "source", "itinerance", "structure_parente", "date_maj", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv" FROM depot;
COMMENT ON VIEW csv_entrant IS 'Les colonnes d''un fichier : COPY y verse un CSV, qui va dans depot.';
CREATE OR REPLACE FUNCTION deposer() RETURNS trigger
LANGUAGE plpgsql AS $corps$
BEGIN
  INSERT INTO standard_mediation_num.depot ("id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone", "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "source", "itinerance", "structure_parente", "date_maj", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv")
  VALUES (NEW."id", NEW."pivot", NEW."nom", NEW."commune", NEW."code_postal", NEW."code_insee", NEW."adresse", NEW."complement_adresse", NEW."latitude", NEW."longitude", NEW."typologie", NEW."telephone", NEW."courriels", NEW."site_web", NEW."horaires", NEW."presentation_resume", NEW."presentation_detail", NEW."source", NEW."itinerance", NEW."structure_parente", NEW."date_maj", NEW."services", NEW."publics_specifiquement_adresses", NEW."prise_en_charge_specifique", NEW."frais_a_charge", NEW."dispositif_programmes_nationaux", NEW."formations_labels", NEW."autres_formations_labels", NEW."modalites_acces", NEW."modalites_accompagnement", NEW."fiche_acces_libre", NEW."prise_rdv");
  RETURN NEW;
END
$corps$;
CREATE OR REPLACE TRIGGER deposer INSTEAD OF INSERT ON csv_entrant FOR EACH ROW EXECUTE FUNCTION deposer();

CREATE OR REPLACE VIEW fautes (ligne, champ, partie, valeur, regle, message, aide) AS
SELECT d."ligne", f.* FROM (SELECT * FROM depot AS d WHERE concat(d."id", d."pivot", d."nom", d."commune", d."code_postal", d."code_insee", d."adresse", d."complement_adresse", d."latitude", d."longitude", d."typologie", d."telephone", d."courriels", d."site_web", d."horaires", d."presentation_resume", d."presentation_detail", d."source", d."itinerance", d."structure_parente", d."date_maj", d."services", d."publics_specifiquement_adresses", d."prise_en_charge_specifique", d."frais_a_charge", d."dispositif_programmes_nationaux", d."formations_labels", d."autres_formations_labels", d."modalites_acces", d."modalites_accompagnement", d."fiche_acces_libre", d."prise_rdv") <> '') AS d CROSS JOIN LATERAL (
  SELECT 'id', NULL::bigint, d."id", 'obligatoire', 'la colonne « Identifiant unique local du lieu » est obligatoire et la case est vide', 'remplissez la case'
    WHERE coalesce(d."id", '') IN ('')
  UNION ALL
  SELECT 'pivot', NULL::bigint, d."pivot", 'obligatoire', 'la colonne « SIRET ou RNA ou RIDET » est obligatoire et la case est vide', 'remplissez la case'
    WHERE coalesce(d."pivot", '') IN ('')
  UNION ALL
  SELECT 'pivot', NULL::bigint, d."pivot", 'motif', '« ' || d."pivot" || ' » n''a pas la forme attendue', 'il faut de neuf à quatorze chiffres ou lettres sans accent, sans espace ni ponctuation'
    WHERE d."pivot" NOT IN ('') AND NOT (d."pivot" ~ '^(?:[0-9A-Za-z]{9}[0-9A-Za-z]{0,5})$')
  UNION ALL
  SELECT 'nom', NULL::bigint, d."nom", 'obligatoire', 'la colonne « Nom » est obligatoire et la case est vide', 'remplissez la case'
    WHERE coalesce(d."nom", '') IN ('')
  UNION ALL
  SELECT 'commune', NULL::bigint, d."commune", 'obligatoire', 'la colonne « Commune » est obligatoire et la case est vide', 'remplissez la case'
    WHERE coalesce(d."commune", '') IN ('')
  UNION ALL
  SELECT 'code_postal', NULL::bigint, d."code_postal", 'obligatoire', 'la colonne « Code postal » est obligatoire et la case est vide', 'remplissez la case'
    WHERE coalesce(d."code_postal", '') IN ('')
  UNION ALL
  SELECT 'code_postal', NULL::bigint, d."code_postal", 'motif', '« ' || d."code_postal" || ' » n''a pas la forme attendue', 'il faut cinq chiffres, sans espace'
    WHERE d."code_postal" NOT IN ('') AND NOT (d."code_postal" ~ '^(?:[0-9]{5})$')
  UNION ALL
  SELECT 'code_insee', NULL::bigint, d."code_insee", 'motif', '« ' || d."code_insee" || ' » n''a pas la forme attendue', 'il faut cinq chiffres ou, en Corse, 2A ou 2B suivi de trois chiffres'
    WHERE d."code_insee" NOT IN ('') AND NOT (d."code_insee" ~ '^(?:(?:[013-9][0-9]|2[1-9AB])[0-9]{3})$')
  UNION ALL
  SELECT 'adresse', NULL::bigint, d."adresse", 'obligatoire', 'la colonne « Adresse » est obligatoire et la case est vide', 'remplissez la case'
    WHERE coalesce(d."adresse", '') IN ('')
  UNION ALL
  SELECT 'latitude', NULL::bigint, d."latitude", 'nombre', '« ' || d."latitude" || ' » n''est pas un nombre', 'écrivez le nombre en chiffres, avec un point pour les décimales : 43.296'
    WHERE d."latitude" NOT IN ('') AND NOT (d."latitude" ~ '^(?:-?[0-9]+(?:\.[0-9]+)?)$')
  UNION ALL
  SELECT 'longitude', NULL::bigint, d."longitude", 'nombre', '« ' || d."longitude" || ' » n''est pas un nombre', 'écrivez le nombre en chiffres, avec un point pour les décimales : 43.296'
    WHERE d."longitude" NOT IN ('') AND NOT (d."longitude" ~ '^(?:-?[0-9]+(?:\.[0-9]+)?)$')
  UNION ALL
  SELECT 'telephone', NULL::bigint, d."telephone", 'motif', '« ' || d."telephone" || ' » n''a pas la forme attendue', 'il faut un indicatif français (+33, +590, +262…) puis six à neuf chiffres, sans espace'
    WHERE d."telephone" NOT IN ('') AND NOT (d."telephone" ~ '^(?:(?:\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)[0-9]{6}[0-9]{0,3})$')
  UNION ALL
  SELECT 'presentation_resume', NULL::bigint, d."presentation_resume", 'longueur', 'le texte compte ' || replace(to_char(char_length(d."presentation_resume"), 'FM999,999,999'), ',', ' ') || CASE WHEN char_length(d."presentation_resume") < 2 THEN ' caractère' ELSE ' caractères' END || ', 280 au plus sont permis', 'raccourcissez le texte de ' || replace(to_char((char_length(d."presentation_resume") - 280), 'FM999,999,999'), ',', ' ') || CASE WHEN (char_length(d."presentation_resume") - 280) < 2 THEN ' caractère' ELSE ' caractères' END
    WHERE d."presentation_resume" NOT IN ('') AND NOT (char_length(d."presentation_resume") <= 280)
  UNION ALL
  SELECT 'itinerance', CASE WHEN cardinality(string_to_array(d."itinerance", '|')) > 1 THEN p.rang END, d."itinerance", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."itinerance", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."itinerance" NOT IN ('') AND NOT string_to_array(d."itinerance", '|') <@ ARRAY['Itinérant', 'Fixe']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'itinerance', CASE WHEN cardinality(string_to_array(d."itinerance", '|')) > 1 THEN p.rang END, d."itinerance", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Itinérance »', 'choisissez une valeur de la liste « Itinérance »'
    FROM unnest(string_to_array(d."itinerance", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."itinerance" NOT IN ('') AND NOT string_to_array(d."itinerance", '|') <@ ARRAY['Itinérant', 'Fixe']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Itinérant', 'Fixe'))
  UNION ALL
  SELECT 'date_maj', NULL::bigint, d."date_maj", 'obligatoire', 'la colonne « Date de mise à jour » est obligatoire et la case est vide', 'remplissez la case'
    WHERE coalesce(d."date_maj", '') IN ('')
  UNION ALL
  SELECT 'date_maj', NULL::bigint, d."date_maj", 'date', '« ' || d."date_maj" || ' » n''est pas une date', 'une date s''écrit année-mois-jour, comme 2026-04-02, et doit exister dans le calendrier'
    WHERE d."date_maj" NOT IN ('') AND NOT (d."date_maj" ~ '^(?:(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29))$')
  UNION ALL
  SELECT 'services', CASE WHEN cardinality(string_to_array(d."services", '|')) > 1 THEN p.rang END, d."services", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."services", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."services" NOT IN ('') AND NOT string_to_array(d."services", '|') <@ ARRAY['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'services', CASE WHEN cardinality(string_to_array(d."services", '|')) > 1 THEN p.rang END, d."services", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Services »', coalesce((SELECT 'vouliez-vous écrire « ' || v.libelle || ' » ?' FROM valeurs AS v
      WHERE v.vocabulaire = 'services' AND p.partie = ANY (v.alias) ORDER BY v.rang LIMIT 1), 'choisissez une valeur de la liste « Services »')
    FROM unnest(string_to_array(d."services", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."services" NOT IN ('') AND NOT string_to_array(d."services", '|') <@ ARRAY['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien', 'Insertion professionnelle via le numérique', 'Utilisation sécurisée du numérique', 'Parentalité et éducation avec le numérique', 'Loisirs et créations numériques', 'Compréhension du monde numérique', 'Accès internet et matériel informatique', 'Acquisition de matériel informatique à prix solidaire'))
  UNION ALL
  SELECT 'publics_specifiquement_adresses', CASE WHEN cardinality(string_to_array(d."publics_specifiquement_adresses", '|')) > 1 THEN p.rang END, d."publics_specifiquement_adresses", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."publics_specifiquement_adresses", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."publics_specifiquement_adresses" NOT IN ('') AND NOT string_to_array(d."publics_specifiquement_adresses", '|') <@ ARRAY['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'publics_specifiquement_adresses', CASE WHEN cardinality(string_to_array(d."publics_specifiquement_adresses", '|')) > 1 THEN p.rang END, d."publics_specifiquement_adresses", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Publics spécifiquement adressés »', 'choisissez une valeur de la liste « Publics spécifiquement adressés »'
    FROM unnest(string_to_array(d."publics_specifiquement_adresses", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."publics_specifiquement_adresses" NOT IN ('') AND NOT string_to_array(d."publics_specifiquement_adresses", '|') <@ ARRAY['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'))
  UNION ALL
  SELECT 'prise_en_charge_specifique', CASE WHEN cardinality(string_to_array(d."prise_en_charge_specifique", '|')) > 1 THEN p.rang END, d."prise_en_charge_specifique", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."prise_en_charge_specifique", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."prise_en_charge_specifique" NOT IN ('') AND NOT string_to_array(d."prise_en_charge_specifique", '|') <@ ARRAY['Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'prise_en_charge_specifique', CASE WHEN cardinality(string_to_array(d."prise_en_charge_specifique", '|')) > 1 THEN p.rang END, d."prise_en_charge_specifique", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Prise en charge spécifique »', 'choisissez une valeur de la liste « Prise en charge spécifique »'
    FROM unnest(string_to_array(d."prise_en_charge_specifique", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."prise_en_charge_specifique" NOT IN ('') AND NOT string_to_array(d."prise_en_charge_specifique", '|') <@ ARRAY['Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Surdité', 'Handicaps moteurs', 'Handicaps mentaux', 'Illettrisme', 'Langues étrangères (anglais)', 'Langues étrangères (autres)', 'Déficience visuelle'))
  UNION ALL
  SELECT 'frais_a_charge', CASE WHEN cardinality(string_to_array(d."frais_a_charge", '|')) > 1 THEN p.rang END, d."frais_a_charge", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."frais_a_charge", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."frais_a_charge" NOT IN ('') AND NOT string_to_array(d."frais_a_charge", '|') <@ ARRAY['Gratuit', 'Gratuit sous condition', 'Payant']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'frais_a_charge', CASE WHEN cardinality(string_to_array(d."frais_a_charge", '|')) > 1 THEN p.rang END, d."frais_a_charge", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Frais à charge »', coalesce((SELECT 'vouliez-vous écrire « ' || v.libelle || ' » ?' FROM valeurs AS v
      WHERE v.vocabulaire = 'frais_a_charge' AND p.partie = ANY (v.alias) ORDER BY v.rang LIMIT 1), 'choisissez une valeur de la liste « Frais à charge »')
    FROM unnest(string_to_array(d."frais_a_charge", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."frais_a_charge" NOT IN ('') AND NOT string_to_array(d."frais_a_charge", '|') <@ ARRAY['Gratuit', 'Gratuit sous condition', 'Payant']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Gratuit', 'Gratuit sous condition', 'Payant'))
  UNION ALL
  SELECT 'dispositif_programmes_nationaux', CASE WHEN cardinality(string_to_array(d."dispositif_programmes_nationaux", '|')) > 1 THEN p.rang END, d."dispositif_programmes_nationaux", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."dispositif_programmes_nationaux", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."dispositif_programmes_nationaux" NOT IN ('') AND NOT string_to_array(d."dispositif_programmes_nationaux", '|') <@ ARRAY['Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'dispositif_programmes_nationaux', CASE WHEN cardinality(string_to_array(d."dispositif_programmes_nationaux", '|')) > 1 THEN p.rang END, d."dispositif_programmes_nationaux", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Dispositifs et programmes nationaux »', coalesce((SELECT 'vouliez-vous écrire « ' || v.libelle || ' » ?' FROM valeurs AS v
      WHERE v.vocabulaire = 'dispositif_programmes_nationaux' AND p.partie = ANY (v.alias) ORDER BY v.rang LIMIT 1), 'choisissez une valeur de la liste « Dispositifs et programmes nationaux »')
    FROM unnest(string_to_array(d."dispositif_programmes_nationaux", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."dispositif_programmes_nationaux" NOT IN ('') AND NOT string_to_array(d."dispositif_programmes_nationaux", '|') <@ ARRAY['Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Aidants Connect', 'Bibliothèques numérique de référence', 'Certification PIX', 'Conseillers numériques', 'Emmaüs Connect', 'France Services', 'Grande école du numérique', 'La Croix Rouge', 'Point d''accès numérique CAF', 'Promeneurs du net', 'Relais numérique (Emmaüs Connect)'))
  UNION ALL
  SELECT 'formations_labels', CASE WHEN cardinality(string_to_array(d."formations_labels", '|')) > 1 THEN p.rang END, d."formations_labels", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."formations_labels", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."formations_labels" NOT IN ('') AND NOT string_to_array(d."formations_labels", '|') <@ ARRAY['Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'formations_labels', CASE WHEN cardinality(string_to_array(d."formations_labels", '|')) > 1 THEN p.rang END, d."formations_labels", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Formations et labels »', coalesce((SELECT 'vouliez-vous écrire « ' || v.libelle || ' » ?' FROM valeurs AS v
      WHERE v.vocabulaire = 'formations_labels' AND p.partie = ANY (v.alias) ORDER BY v.rang LIMIT 1), 'choisissez une valeur de la liste « Formations et labels »')
    FROM unnest(string_to_array(d."formations_labels", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."formations_labels" NOT IN ('') AND NOT string_to_array(d."formations_labels", '|') <@ ARRAY['Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Formé à « Mon Espace Santé »', 'Formé à « DUPLEX » (illettrisme)', 'Arnia/MedNum BFC (Bourgogne-Franche-Comté)', 'Collectif ressources et acteurs réemploi (Normandie)', 'Étapes numériques (La Poste)', 'Fabriques de Territoire', 'Les Éclaireurs du numérique (Drôme)', 'Mes Papiers (Métropole de Lyon)', 'ORDI 3.0', 'SUD LABS (PACA)'))
  UNION ALL
  SELECT 'modalites_acces', CASE WHEN cardinality(string_to_array(d."modalites_acces", '|')) > 1 THEN p.rang END, d."modalites_acces", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."modalites_acces", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."modalites_acces" NOT IN ('') AND NOT string_to_array(d."modalites_acces", '|') <@ ARRAY['Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'modalites_acces', CASE WHEN cardinality(string_to_array(d."modalites_acces", '|')) > 1 THEN p.rang END, d."modalites_acces", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Modalités d''accès »', coalesce((SELECT 'vouliez-vous écrire « ' || v.libelle || ' » ?' FROM valeurs AS v
      WHERE v.vocabulaire = 'modalites_acces' AND p.partie = ANY (v.alias) ORDER BY v.rang LIMIT 1), 'choisissez une valeur de la liste « Modalités d''accès »')
    FROM unnest(string_to_array(d."modalites_acces", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."modalites_acces" NOT IN ('') AND NOT string_to_array(d."modalites_acces", '|') <@ ARRAY['Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription']::text[] AND p.partie <> '' AND NOT (p.partie IN ('Se présenter', 'Téléphoner', 'Contacter par mail', 'Prendre un RDV en ligne', 'Ce lieu n''accueille pas de public', 'Envoyer un mail avec une fiche de prescription'))
  UNION ALL
  SELECT 'modalites_accompagnement', CASE WHEN cardinality(string_to_array(d."modalites_accompagnement", '|')) > 1 THEN p.rang END, d."modalites_accompagnement", 'partie-vide', 'il manque une valeur entre deux séparateurs, au début ou à la fin', 'retirez le séparateur | en trop'
    FROM unnest(string_to_array(d."modalites_accompagnement", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."modalites_accompagnement" NOT IN ('') AND NOT string_to_array(d."modalites_accompagnement", '|') <@ ARRAY['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']::text[] AND p.partie = ''
  UNION ALL
  SELECT 'modalites_accompagnement', CASE WHEN cardinality(string_to_array(d."modalites_accompagnement", '|')) > 1 THEN p.rang END, d."modalites_accompagnement", 'vocabulaire', '« ' || p.partie || ' » n''est pas une valeur de la liste « Modalités d''accompagnement »', coalesce((SELECT 'vouliez-vous écrire « ' || v.libelle || ' » ?' FROM valeurs AS v
      WHERE v.vocabulaire = 'modalites_accompagnement' AND p.partie = ANY (v.alias) ORDER BY v.rang LIMIT 1), 'choisissez une valeur de la liste « Modalités d''accompagnement »')
    FROM unnest(string_to_array(d."modalites_accompagnement", '|')) WITH ORDINALITY AS p (partie, rang) WHERE d."modalites_accompagnement" NOT IN ('') AND NOT string_to_array(d."modalites_accompagnement", '|') <@ ARRAY['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']::text[] AND p.partie <> '' AND NOT (p.partie IN ('En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance'))
  UNION ALL
  SELECT 'latitude', NULL::bigint, d."latitude", 'limite-de-la-base', 'ce nombre a plus de mille caractères : la base ne peut pas le garder', 'écrivez un nombre plus court'
    WHERE char_length(d."latitude") > 1000
  UNION ALL
  SELECT 'longitude', NULL::bigint, d."longitude", 'limite-de-la-base', 'ce nombre a plus de mille caractères : la base ne peut pas le garder', 'écrivez un nombre plus court'
    WHERE char_length(d."longitude") > 1000
) AS f
UNION ALL
SELECT k.ligne, 'id', NULL, k.valeur, 'unique', '« ' || k.valeur || ' » est déjà utilisé à la ligne ' || k.premiere, 'donnez à chaque lieu une valeur qui n''appartient qu''à lui'
  FROM (
    SELECT d."ligne", d."id", min(d."ligne") OVER (PARTITION BY d."id")
    FROM depot AS d WHERE d."id" NOT IN ('')
  ) AS k (ligne, valeur, premiere) WHERE k.ligne > k.premiere
UNION ALL
SELECT d."ligne", 'id', NULL, d."id", 'limite-de-la-base', 'ce texte est trop long pour être une clé de la base', 'écrivez un texte plus court'
  FROM depot AS d WHERE octet_length(d."id") > 2000;
COMMENT ON VIEW fautes IS 'Ce qui bloque dans depot : ligne du tableur (1 pour l''en-tête), colonne, rang de la partie dans une liste, texte de la case, règle, ce qui ne va pas, quoi faire.';

CREATE OR REPLACE VIEW depot_lu AS SELECT
  d."ligne",
  nullif(d."id", '') AS "id",
  nullif(d."pivot", '') AS "pivot",
  nullif(d."nom", '') AS "nom",
  nullif(d."commune", '') AS "commune",
  nullif(d."code_postal", '') AS "code_postal",
  nullif(d."code_insee", '') AS "code_insee",
  nullif(d."adresse", '') AS "adresse",
  nullif(d."complement_adresse", '') AS "complement_adresse",
  nombre(nullif(d."latitude", '')) AS "latitude",
  nombre(nullif(d."longitude", '')) AS "longitude",
  string_to_array(nullif(d."typologie", ''), '|') AS "typologie",
  nullif(d."telephone", '') AS "telephone",
  string_to_array(nullif(d."courriels", ''), '|') AS "courriels",
  string_to_array(nullif(d."site_web", ''), '|') AS "site_web",
  nullif(d."horaires", '') AS "horaires",
  nullif(d."presentation_resume", '') AS "presentation_resume",
  nullif(d."presentation_detail", '') AS "presentation_detail",
  nullif(d."source", '') AS "source",
  string_to_array(nullif(d."itinerance", ''), '|') AS "itinerance",
  nullif(d."structure_parente", '') AS "structure_parente",
  jour(nullif(d."date_maj", '')) AS "date_maj",
  string_to_array(nullif(d."services", ''), '|') AS "services",
  string_to_array(nullif(d."publics_specifiquement_adresses", ''), '|') AS "publics_specifiquement_adresses",
  string_to_array(nullif(d."prise_en_charge_specifique", ''), '|') AS "prise_en_charge_specifique",
  string_to_array(nullif(d."frais_a_charge", ''), '|') AS "frais_a_charge",
  string_to_array(nullif(d."dispositif_programmes_nationaux", ''), '|') AS "dispositif_programmes_nationaux",
  string_to_array(nullif(d."formations_labels", ''), '|') AS "formations_labels",
  string_to_array(nullif(d."autres_formations_labels", ''), '|') AS "autres_formations_labels",
  string_to_array(nullif(d."modalites_acces", ''), '|') AS "modalites_acces",
  string_to_array(nullif(d."modalites_accompagnement", ''), '|') AS "modalites_accompagnement",
  nullif(d."fiche_acces_libre", '') AS "fiche_acces_libre",
  nullif(d."prise_rdv", '') AS "prise_rdv"
FROM depot AS d
WHERE concat(d."id", d."pivot", d."nom", d."commune", d."code_postal", d."code_insee", d."adresse", d."complement_adresse", d."latitude", d."longitude", d."typologie", d."telephone", d."courriels", d."site_web", d."horaires", d."presentation_resume", d."presentation_detail", d."source", d."itinerance", d."structure_parente", d."date_maj", d."services", d."publics_specifiquement_adresses", d."prise_en_charge_specifique", d."frais_a_charge", d."dispositif_programmes_nationaux", d."formations_labels", d."autres_formations_labels", d."modalites_acces", d."modalites_accompagnement", d."fiche_acces_libre", d."prise_rdv") <> '';
COMMENT ON VIEW depot_lu IS 'Les lignes de depot, chaque case dans le type de sa colonne ; rien où elle n''en est pas.';

CREATE OR REPLACE FUNCTION verser() RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
  WITH versees AS (
    INSERT INTO donnees ("id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone", "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "source", "itinerance", "structure_parente", "date_maj", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv")
    SELECT "id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "latitude", "longitude", "typologie", "telephone", "courriels", "site_web", "horaires", "presentation_resume", "presentation_detail", "source", "itinerance", "structure_parente", "date_maj", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv"
    FROM depot_lu AS d
    WHERE NOT EXISTS (SELECT FROM fautes AS f WHERE f.ligne = d."ligne")
    ON CONFLICT ("id") DO UPDATE SET
      "pivot" = excluded."pivot",
      "nom" = excluded."nom",
      "commune" = excluded."commune",
      "code_postal" = excluded."code_postal",
      "code_insee" = excluded."code_insee",
      "adresse" = excluded."adresse",
      "complement_adresse" = excluded."complement_adresse",
      "latitude" = excluded."latitude",
      "longitude" = excluded."longitude",
      "typologie" = excluded."typologie",
      "telephone" = excluded."telephone",
      "courriels" = excluded."courriels",
      "site_web" = excluded."site_web",
      "horaires" = excluded."horaires",
      "presentation_resume" = excluded."presentation_resume",
      "presentation_detail" = excluded."presentation_detail",
      "source" = excluded."source",
      "itinerance" = excluded."itinerance",
      "structure_parente" = excluded."structure_parente",
      "date_maj" = excluded."date_maj",
      "services" = excluded."services",
      "publics_specifiquement_adresses" = excluded."publics_specifiquement_adresses",
      "prise_en_charge_specifique" = excluded."prise_en_charge_specifique",
      "frais_a_charge" = excluded."frais_a_charge",
      "dispositif_programmes_nationaux" = excluded."dispositif_programmes_nationaux",
      "formations_labels" = excluded."formations_labels",
      "autres_formations_labels" = excluded."autres_formations_labels",
      "modalites_acces" = excluded."modalites_acces",
      "modalites_accompagnement" = excluded."modalites_accompagnement",
      "fiche_acces_libre" = excluded."fiche_acces_libre",
      "prise_rdv" = excluded."prise_rdv"
    RETURNING 1
  )
  SELECT count(*) FROM versees;
END;
COMMENT ON FUNCTION verser() IS 'Verse dans donnees les lignes de depot qui n''ont pas de faute, et dit combien. Une ligne dont la clé y est déjà remplace l''ancienne.';

CREATE OR REPLACE VIEW csv_sortant AS SELECT
  nullif("id", '') AS "id",
  nullif("pivot", '') AS "pivot",
  nullif("nom", '') AS "nom",
  nullif("commune", '') AS "commune",
  nullif("code_postal", '') AS "code_postal",
  nullif("code_insee", '') AS "code_insee",
  nullif("adresse", '') AS "adresse",
  nullif("complement_adresse", '') AS "complement_adresse",
  "latitude"::text AS "latitude",
  "longitude"::text AS "longitude",
  nullif(array_to_string("typologie", '|'), '') AS "typologie",
  nullif("telephone", '') AS "telephone",
  nullif(array_to_string("courriels", '|'), '') AS "courriels",
  nullif(array_to_string("site_web", '|'), '') AS "site_web",
  nullif("horaires", '') AS "horaires",
  nullif("presentation_resume", '') AS "presentation_resume",
  nullif("presentation_detail", '') AS "presentation_detail",
  nullif("source", '') AS "source",
  nullif(array_to_string("itinerance", '|'), '') AS "itinerance",
  nullif("structure_parente", '') AS "structure_parente",
  jour_ecrit("date_maj") AS "date_maj",
  nullif(array_to_string("services", '|'), '') AS "services",
  nullif(array_to_string("publics_specifiquement_adresses", '|'), '') AS "publics_specifiquement_adresses",
  nullif(array_to_string("prise_en_charge_specifique", '|'), '') AS "prise_en_charge_specifique",
  nullif(array_to_string("frais_a_charge", '|'), '') AS "frais_a_charge",
  nullif(array_to_string("dispositif_programmes_nationaux", '|'), '') AS "dispositif_programmes_nationaux",
  nullif(array_to_string("formations_labels", '|'), '') AS "formations_labels",
  nullif(array_to_string("autres_formations_labels", '|'), '') AS "autres_formations_labels",
  nullif(array_to_string("modalites_acces", '|'), '') AS "modalites_acces",
  nullif(array_to_string("modalites_accompagnement", '|'), '') AS "modalites_accompagnement",
  nullif("fiche_acces_libre", '') AS "fiche_acces_libre",
  nullif("prise_rdv", '') AS "prise_rdv"
FROM donnees;
COMMENT ON VIEW csv_sortant IS 'Les lignes de donnees, en textes, comme un fichier du standard les écrit.';

COMMIT;
