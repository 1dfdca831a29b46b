#!/usr/bin/env bash
# In: the number of a version, $VERSION, with `main` checked out whole, and the standard's own repository, $STANDARD. Out: the
# release, made here and sent nowhere, as a bundle in $PAQUET: `main` with one commit more, and the annotated tag of the tree
# that the national site reads.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .github/scripts/version.sh
. .github/scripts/machine.sh

if [ "$GITHUB_REF" != refs/heads/main ]; then
    echo "::error title=Branche::Une version se publie depuis « main » : choisissez cette branche dans « Use workflow from »."
    exit 1
fi
# What is published already: a version is published once, and follows the one before.
if ! git_avec_jeton fetch --quiet "$GITHUB_SERVER_URL/$STANDARD.git" '+refs/tags/v*:refs/tags/v*'; then
    echo "::error title=$STANDARD::Le dépôt du standard ne se lit pas : vérifiez la variable DEPOT_DU_STANDARD (voir .github/LISEZMOI.md)."
    exit 1
fi
if ! cargo standard release "$etiquette" --tag; then
    echo "::error title=$etiquette::Cette version ne peut pas être publiée en l'état : le journal de cette étape dit pourquoi. Rien n'a été publié."
    exit 1
fi

# What is about to be public, checked once more by other means than the tool's own.
if [ "$(git cat-file -t "refs/tags/$etiquette")" != tag ] \
    || [ "$(git rev-parse "refs/tags/$etiquette^{tree}")" != "$(git rev-parse HEAD:generated/publication)" ]; then
    echo "::error title=$etiquette::L'étiquette ne porte pas exactement generated/publication/. Rien n'a été publié."
    exit 1
fi
git bundle create --quiet "$PAQUET" refs/heads/main "refs/tags/$etiquette"

{
    if [ "$ENVOI" = true ]; then
        printf '## %s est prête\n\nElle attend le second travail, qui la publie.\n' "$etiquette"
    else
        printf '## Essai à blanc de %s : tout est prêt\n\n' "$etiquette"
        echo "Rien n'a été publié. Pour le faire, relancez en cochant « Publier pour de bon »."
    fi
    printf "\nL'étiquette contiendra :\n\n"
    git ls-tree -r --name-only "refs/tags/$etiquette" | sed 's/^/    /'
} >> "$GITHUB_STEP_SUMMARY"
