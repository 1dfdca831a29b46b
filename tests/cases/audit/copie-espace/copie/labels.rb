LABELS = [
  'Formé à « Mon Espace Santé »',
  'Collectif ressources et  acteurs réemploi (Normandie)',
  'ORDI 3.0 ',
].freeze
