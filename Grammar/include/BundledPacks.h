#ifndef BUNDLED_PACKS_H
#define BUNDLED_PACKS_H

#include <stddef.h>

/// A file of Grammar/Packs or Queries as it was when the program was built.
struct BundledFile {
    /// Below the repository: "Packs/news/countries.tsv", "Queries/who-funds-whom.cypher".
    const char *path;
    const unsigned char *bytes;
    size_t length;
};

size_t bundled_file_count(void);

/// In the order of paths; NULL behind the last.
const struct BundledFile *bundled_file(size_t index);

#endif
