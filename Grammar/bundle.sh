#!/bin/sh
# Writes Grammar/BundledPacks.c: one `#embed` for each file of Grammar/Packs and each saved script of
# Queries, so that the program needs no file beside it. Run by `make bundle` after a file was added
# or taken away; a change within a file needs no run.
set -eu
cd "$(dirname "$0")"
files=$({ find Packs -type f ! -name '.*'; find ../Queries -type f -name '*.cypher'; } | LC_ALL=C sort)
{
    cat <<'END'
// Written by Grammar/bundle.sh (make bundle); a test fails where it is stale.
#include "BundledPacks.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each array ends in a zero byte of ours, so that an empty file makes one too.
END
    number=0
    printf '%s\n' "$files" | while IFS= read -r file; do
        printf 'static const unsigned char bytes_%d[] = {\n' "$number"
        printf '#embed "%s" suffix(, )\n    0};\n' "$file"
        number=$((number + 1))
    done
    printf '\nstatic const struct BundledFile files[] = {\n'
    number=0
    printf '%s\n' "$files" | while IFS= read -r file; do
        path=${file#../}
        printf '    {"%s", bytes_%d, sizeof bytes_%d - 1},\n' "$path" "$number" "$number"
        number=$((number + 1))
    done
    cat <<'END'
};

size_t bundled_file_count(void) { return sizeof files / sizeof files[0]; }

const struct BundledFile *bundled_file(size_t index) {
    return index < bundled_file_count() ? &files[index] : NULL;
}
END
} > BundledPacks.c
