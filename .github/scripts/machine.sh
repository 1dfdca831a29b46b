# shellcheck shell=bash
# To be sourced by what acts on the repository in the name of the machine.

# shellcheck disable=SC2034 # for those who source this
depot="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"

export GIT_AUTHOR_NAME='github-actions[bot]' GIT_AUTHOR_EMAIL='41898282+github-actions[bot]@users.noreply.github.com'
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"

# git with the token of $GH_TOKEN, for one call: it is written in no file and shows in no list of processes.
git_avec_jeton() {
    # shellcheck disable=SC2016 # git has it expanded, when it asks for the password
    git -c credential.helper= \
        -c credential.helper='!f() { test "$1" = get && echo username=x-access-token && echo "password=$GH_TOKEN"; }; f' "$@"
}

# What the machine pushes starts nothing by itself: the verification of a branch has to be asked for.
demander_verification() { # branch
    gh workflow run verification.yml --repo "$GITHUB_REPOSITORY" --ref "$1" \
        || echo "::warning title=Vérification à lancer::La vérification de « $1 » n'a pas pu être demandée : lancez-la depuis l'onglet Actions."
}
