#!/usr/bin/env bash
# Writes what follows from schema/, and the copies of it that only work at a place of their own in the repository.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo standard generate "$@"
cp generated/editeur/settings.json .vscode/settings.json
# A form that is no longer emitted must not go on being proposed.
rm -rf .github/ISSUE_TEMPLATE
cp -R generated/github/ISSUE_TEMPLATE .github/ISSUE_TEMPLATE
