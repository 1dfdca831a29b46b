#!/usr/bin/env bash
# In: the branch $BRANCHE as it was when its patch $CORRECTIF was made. Out: a commit more in the branch, and its
# verification asked for. Runs nothing but git and gh: the job that calls it may write.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/machine.sh

# Whatever the patch holds, only what is made from schema/ is recorded.
git apply --index --include='generated/*' --include='.github/ISSUE_TEMPLATE/*' --include=.vscode/settings.json "$CORRECTIF"
if git diff --cached --quiet; then
    echo "Rien à enregistrer."
    exit 0
fi
git commit --quiet --message "Met à jour ce qui découle de schema/"

if ! git_avec_jeton push --quiet "$depot" "HEAD:refs/heads/$BRANCHE"; then
    present="$(git_avec_jeton ls-remote "$depot" "refs/heads/$BRANCHE" | cut -f 1)"
    if [ "$present" != "$(git rev-parse HEAD~)" ]; then
        # Whoever moved it started a run of their own.
        echo "::notice title=Branche modifiée entre-temps::La mise à jour se refait avec la dernière modification."
        exit 0
    fi
    echo "::error title=Branche protégée::La machine n'a pas le droit d'écrire dans « $BRANCHE » (voir .github/LISEZMOI.md)."
    exit 1
fi
demander_verification "$BRANCHE"
