export enum Acces {
  SurPlace = 'Se présenter',
  Ferme = 'Ce lieu n’accueille pas de public',
  Bon = 'Ce lieu n\'accueille pas de public',
}
