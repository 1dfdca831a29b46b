SERVICES = (
    "Aide aux demarches administratives",
    "Utilisation sécurisée du Numérique",
    "Loisirs et créations numériques",
)
