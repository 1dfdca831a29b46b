# shellcheck shell=bash
# To be sourced. $etiquette, the tag of the version that a person typed in $VERSION; or the end, when it is not a version.
if [[ ! "$VERSION" =~ ^v?(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$ ]]; then
    echo "::error title=Version::Ce n'est pas un numéro de version : il faut trois nombres séparés par des points, comme 1.1.0. Rien n'a été publié."
    exit 1
fi
# shellcheck disable=SC2034 # for those who source this
etiquette="v${VERSION#v}"
