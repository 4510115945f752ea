#include <sqlite3.h>

// A cast macro that Swift cannot import: SQLite copies the bytes that it is given.
static inline sqlite3_destructor_type legation_sqlite_transient(void) { return SQLITE_TRANSIENT; }
