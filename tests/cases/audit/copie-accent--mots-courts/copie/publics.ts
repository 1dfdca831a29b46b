// Un nom et sa valeur : rien à dire. Une valeur sans son accent, parmi les autres : si.
export const PUBLICS = {
  Etudiants: 'Étudiants',
  FamillesEnfants: 'Familles et/ou enfants',
};
export const CHOIX = ['Jeunes', 'Etudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'];
