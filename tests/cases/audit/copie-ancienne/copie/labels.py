LABELS_NATIONAUX = {
    "cnfs": "CNFS",
    "france_services": "France Services",
    "gen": "Grandes écoles du numérique",
    "relais": "Point relais CAF",
}
