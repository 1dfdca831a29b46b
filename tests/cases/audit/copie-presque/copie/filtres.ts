const PUBLICS_CIBLES = [
  { libelle: 'Surdité', icone: 'oreille' },
  { libelle: 'Déficience visuelle', icone: 'oeil' },
  { libelle: 'Langues étrangères', icone: 'globe' },
  { libelle: 'Handicap moteurs', icone: 'fauteuil' },
];
