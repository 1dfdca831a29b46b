#!/usr/bin/env bash
# In: the bundle $PAQUET of a version, with beside each other `outil/` (this repository) and `depot/` (the standard's own,
# which may push). Out: the release commit in `main` of the first, the tag in the second. Runs nothing but git and gh.
#
# May be run again after a failure: what is already there is left as it is.
set -euo pipefail
# shellcheck source=SCRIPTDIR/version.sh
. outil/.github/scripts/version.sh
# shellcheck source=SCRIPTDIR/machine.sh
. outil/.github/scripts/machine.sh
echec() { echo "::error title=$etiquette::$1"; exit 1; }

git -C outil fetch --quiet --no-tags "$PAQUET" refs/heads/main:refs/publication
git -C depot fetch --quiet --no-tags "$PAQUET" "refs/tags/$etiquette:refs/publication"
git_avec_jeton -C outil fetch --quiet "$depot" refs/heads/main
main_a_jour=non
if git -C outil merge-base --is-ancestor refs/publication FETCH_HEAD; then main_a_jour=oui; fi

envoyer_main() { git_avec_jeton -C outil push --quiet "$@" "$depot" refs/publication:refs/heads/main; }
envoyer_etiquette() { git -C depot push --quiet "$@" origin "refs/publication:refs/tags/$etiquette"; }

# A tag is read by the national site as soon as it is there, and never moves.
deja="$(git -C depot ls-remote origin "refs/tags/$etiquette" | cut -f 1)"
if [ -n "$deja" ] && [ "$deja" != "$(git -C depot rev-parse refs/publication)" ]; then
    echec "Cette version est déjà publiée, avec un autre contenu. Une version publiée ne change plus : choisissez le numéro suivant."
fi
# Both must be possible before either is done.
if [ "$main_a_jour" = non ]; then
    envoyer_main --dry-run || echec "« main » a changé pendant la publication, ou la machine n'a pas le droit d'y écrire (voir .github/LISEZMOI.md). Rien n'a été publié."
fi
envoyer_etiquette --dry-run || echec "Le dépôt du standard refuse l'étiquette (voir .github/LISEZMOI.md). Rien n'a été publié."

if [ "$main_a_jour" = non ]; then
    envoyer_main || echec "« main » refuse la version (voir .github/LISEZMOI.md). Rien n'a été publié."
fi
envoyer_etiquette || echec "La version est dans « main », pas encore l'étiquette : réglez l'accès au dépôt du standard, puis « Re-run failed jobs »."
demander_verification main

printf '## %s est publiée\n\nLe site schema.data.gouv.fr la lira sous un jour.\n' "$etiquette" >> "$GITHUB_STEP_SUMMARY"
