#!/usr/bin/env bash
# In: a branch, checked out. Out: what has to be recorded in it, as a patch in $CORRECTIF, and `etat` for the next job:
# `change` (there is a patch), `rien` (all was up to date), `illisible` (schema/ has to be mended first).
set -euo pipefail
cd "$(dirname "$0")/../.."

etat() { echo "etat=$1" >> "$GITHUB_OUTPUT"; }

status=0
bash .github/scripts/generer.sh || status=$?
case "$status" in
    0) ;;
    1)
        # The verification says it on the lines themselves: once is enough.
        etat illisible
        echo "::notice title=Rien à mettre à jour::schema/ ne se lit pas encore : corrigez d'abord ce que montre la vérification, la mise à jour se refera toute seule."
        exit 0
        ;;
    *)
        echo "::error title=Mise à jour impossible::L'outil n'a pas fonctionné : ce n'est pas pour vous, un développeur s'en occupe."
        exit "$status"
        ;;
esac

git add --all -- generated .github/ISSUE_TEMPLATE .vscode/settings.json
if git diff --cached --quiet; then
    etat rien
    echo "Tout était à jour."
else
    git diff --cached --binary > "$CORRECTIF"
    etat change
    git diff --cached --stat
fi
