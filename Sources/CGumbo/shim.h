#include <gumbo.h>

// A global of a type with pointers is unsafe to Swift's concurrency; a copy is not.
static inline GumboOptions legation_gumbo_options(void) { return kGumboDefaultOptions; }
