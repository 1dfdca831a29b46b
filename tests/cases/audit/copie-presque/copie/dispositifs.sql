CREATE TYPE dispositif AS ENUM (
  'Aidants Connect',
  'Bibliothèques numériques de référence',
  'France Services'
);
-- Sans ses premiers mots.
CREATE TYPE accompagnement AS ENUM ('En autonomie', 'Accompagnement individuel', 'Atelier collectif', 'À distance');
