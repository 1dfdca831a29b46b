#!/usr/bin/env bash
# In: the text $COMMENTAIRE, for the proposal $NUMERO. Out: our comment under it, created or replaced. A proposal that
# changes nothing ($TOUCHE) gets none, unless it had one, which would be wrong by now.
set -euo pipefail

commentaires="repos/$GITHUB_REPOSITORY/issues/$NUMERO/comments"
# Ours is by the machine and starts with our mark: anybody can write the mark.
present="$(gh api --paginate "$commentaires" --jq \
    '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- comparaison-du-standard -->"))) | .id')"
present="${present%%$'\n'*}"

if [ -n "$present" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$present" --field "body=@$COMMENTAIRE"
    echo "Le commentaire a été remplacé."
elif [ "$TOUCHE" = oui ]; then
    gh api --silent --method POST "$commentaires" --field "body=@$COMMENTAIRE"
    echo "Le commentaire a été posé."
else
    echo "Rien à dire : schema/ n'a pas changé."
fi
