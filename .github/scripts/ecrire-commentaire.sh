#!/usr/bin/env bash
# In: two revisions, $AVANT and $APRES; whether they differ, $TOUCHE; whether the proposal comes from a fork, $COPIE. Out:
# the comment, in Markdown, in $COMMENTAIRE. The tool reads the revisions through git and runs nothing of them.
set -euo pipefail
cd "$(dirname "$0")/../.."

# GitHub refuses a comment of more than 65,536 characters.
limite=60000
texte="$(mktemp -p "$RUNNER_TEMP")"
erreurs="$(mktemp -p "$RUNNER_TEMP")"

comparer() {
    local status=0
    cargo standard diff "$AVANT" "$APRES" --format markdown > "$texte" 2> "$erreurs" || status=$?
    cat "$erreurs" >&2
    # 1 is a verdict, and the text says it.
    if [ "$status" -le 1 ] && [ -s "$texte" ]; then return; fi
    cat > "$texte" << 'FIN'
**La comparaison avec le standard n'a pas pu être faite.** Le plus souvent, c'est que `schema/` ne se lit pas encore : corrigez d'abord ce que montre la vérification, la comparaison se refera toute seule.
FIN
    if [ -s "$erreurs" ]; then
        printf "\n<details><summary>Ce qu'en dit l'outil</summary>\n\n"
        # Four spaces make a block that nothing inside can close.
        head -n 40 "$erreurs" | sed 's/^/    /'
        printf '\n</details>\n'
    fi >> "$texte"
}

commentaire() {
    echo '<!-- comparaison-du-standard -->'
    if [ "$(wc -c < "$texte")" -gt "$limite" ]; then
        echo "> Ce commentaire est trop long pour GitHub : en voici le début. Tout est dans le [résumé de l'exécution]($GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID)."
        echo
        # The line that the limit cuts goes too.
        head -c "$limite" "$texte" | sed '$d'
    else
        cat "$texte"
    fi
    if [ "$COPIE" = true ] && [ "$TOUCHE" = oui ]; then
        cat << 'FIN'

> Cette proposition vient d'une copie du dépôt, où la machine ne peut pas écrire. Une personne du dépôt mettra `generated/` à jour : laissez cochée la case `Allow edits by maintainers`, vous n'avez rien d'autre à faire.
FIN
    fi
}

if [ "$TOUCHE" = oui ]; then
    comparer
else
    echo 'Cette proposition ne change plus rien à ce que dit le standard.' > "$texte"
fi
# No one is called by a text of the standard: the sign is parted from the name by a space of no width.
commentaire | sed -E $'s/(^|[^[:alnum:]_])@([[:alnum:]])/\\1@\xe2\x80\x8b\\2/g' > "$COMMENTAIRE"
cat "$texte" >> "$GITHUB_STEP_SUMMARY"
