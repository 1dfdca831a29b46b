#!/usr/bin/env bash
# In: the number of a proposal, $NUMERO, with the base checked out. Out, for the next steps: `avant` and `apres`, the two
# revisions to compare, and `touche`, whether schema/ differs. The proposal is fetched as data, never checked out.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/machine.sh

git_avec_jeton fetch --quiet --no-tags "$depot" "+refs/pull/$NUMERO/head:refs/proposition"
apres="$(git rev-parse --verify 'refs/proposition^{commit}')"
# Where the proposal left the base: what the base gained since is not its doing.
if ! avant="$(git merge-base HEAD "$apres")"; then
    echo "::error title=Comparaison impossible::Cette proposition n'a aucune histoire commune avec le dépôt : elle est à refaire depuis « main »."
    exit 1
fi
touche=oui
if git diff --quiet --no-ext-diff "$avant" "$apres" -- schema; then touche=non; fi
printf '%s\n' "avant=$avant" "apres=$apres" "touche=$touche" >> "$GITHUB_OUTPUT"
