// Written by Grammar/bundle.sh (make bundle); a test fails where it is stale.
#include "BundledPacks.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each array ends in a zero byte of ours, so that an empty file makes one too.
static const unsigned char bytes_0[] = {
#embed "../Queries/appointments-of.cypher" suffix(, )
    0};
static const unsigned char bytes_1[] = {
#embed "../Queries/demands-on.cypher" suffix(, )
    0};
static const unsigned char bytes_2[] = {
#embed "../Queries/disputed-claims.cypher" suffix(, )
    0};
static const unsigned char bytes_3[] = {
#embed "../Queries/everything-about.cypher" suffix(, )
    0};
static const unsigned char bytes_4[] = {
#embed "../Queries/go-betweens.cypher" suffix(, )
    0};
static const unsigned char bytes_5[] = {
#embed "../Queries/meetings-of.cypher" suffix(, )
    0};
static const unsigned char bytes_6[] = {
#embed "../Queries/planned-not-held.cypher" suffix(, )
    0};
static const unsigned char bytes_7[] = {
#embed "../Queries/refused-meetings.cypher" suffix(, )
    0};
static const unsigned char bytes_8[] = {
#embed "../Queries/shortest-connection.cypher" suffix(, )
    0};
static const unsigned char bytes_9[] = {
#embed "../Queries/suits-against.cypher" suffix(, )
    0};
static const unsigned char bytes_10[] = {
#embed "../Queries/sums-by-giver.cypher" suffix(, )
    0};
static const unsigned char bytes_11[] = {
#embed "../Queries/who-bought-whom.cypher" suffix(, )
    0};
static const unsigned char bytes_12[] = {
#embed "../Queries/who-funds-whom.cypher" suffix(, )
    0};
static const unsigned char bytes_13[] = {
#embed "../Queries/who-speaks-for-whom.cypher" suffix(, )
    0};
static const unsigned char bytes_14[] = {
#embed "Packs/company/acquires.toml" suffix(, )
    0};
static const unsigned char bytes_15[] = {
#embed "Packs/company/appoints.toml" suffix(, )
    0};
static const unsigned char bytes_16[] = {
#embed "Packs/company/companies.tsv" suffix(, )
    0};
static const unsigned char bytes_17[] = {
#embed "Packs/company/cues.toml" suffix(, )
    0};
static const unsigned char bytes_18[] = {
#embed "Packs/company/investors.tsv" suffix(, )
    0};
static const unsigned char bytes_19[] = {
#embed "Packs/company/invests_in.toml" suffix(, )
    0};
static const unsigned char bytes_20[] = {
#embed "Packs/company/names.toml" suffix(, )
    0};
static const unsigned char bytes_21[] = {
#embed "Packs/company/pack.toml" suffix(, )
    0};
static const unsigned char bytes_22[] = {
#embed "Packs/company/phrases.toml" suffix(, )
    0};
static const unsigned char bytes_23[] = {
#embed "Packs/company/references.toml" suffix(, )
    0};
static const unsigned char bytes_24[] = {
#embed "Packs/company/regulators.tsv" suffix(, )
    0};
static const unsigned char bytes_25[] = {
#embed "Packs/company/sues.toml" suffix(, )
    0};
static const unsigned char bytes_26[] = {
#embed "Packs/news/circumstances.toml" suffix(, )
    0};
static const unsigned char bytes_27[] = {
#embed "Packs/news/cities.tsv" suffix(, )
    0};
static const unsigned char bytes_28[] = {
#embed "Packs/news/countries.tsv" suffix(, )
    0};
static const unsigned char bytes_29[] = {
#embed "Packs/news/cues.toml" suffix(, )
    0};
static const unsigned char bytes_30[] = {
#embed "Packs/news/demands.toml" suffix(, )
    0};
static const unsigned char bytes_31[] = {
#embed "Packs/news/funds.toml" suffix(, )
    0};
static const unsigned char bytes_32[] = {
#embed "Packs/news/media.tsv" suffix(, )
    0};
static const unsigned char bytes_33[] = {
#embed "Packs/news/meets_with.toml" suffix(, )
    0};
static const unsigned char bytes_34[] = {
#embed "Packs/news/metonyms.toml" suffix(, )
    0};
static const unsigned char bytes_35[] = {
#embed "Packs/news/names.toml" suffix(, )
    0};
static const unsigned char bytes_36[] = {
#embed "Packs/news/offices.toml" suffix(, )
    0};
static const unsigned char bytes_37[] = {
#embed "Packs/news/offices.tsv" suffix(, )
    0};
static const unsigned char bytes_38[] = {
#embed "Packs/news/organizations.tsv" suffix(, )
    0};
static const unsigned char bytes_39[] = {
#embed "Packs/news/pack.toml" suffix(, )
    0};
static const unsigned char bytes_40[] = {
#embed "Packs/news/people.tsv" suffix(, )
    0};
static const unsigned char bytes_41[] = {
#embed "Packs/news/phrases.toml" suffix(, )
    0};
static const unsigned char bytes_42[] = {
#embed "Packs/news/represents.toml" suffix(, )
    0};

static const struct BundledFile files[] = {
    {"Queries/appointments-of.cypher", bytes_0, sizeof bytes_0 - 1},
    {"Queries/demands-on.cypher", bytes_1, sizeof bytes_1 - 1},
    {"Queries/disputed-claims.cypher", bytes_2, sizeof bytes_2 - 1},
    {"Queries/everything-about.cypher", bytes_3, sizeof bytes_3 - 1},
    {"Queries/go-betweens.cypher", bytes_4, sizeof bytes_4 - 1},
    {"Queries/meetings-of.cypher", bytes_5, sizeof bytes_5 - 1},
    {"Queries/planned-not-held.cypher", bytes_6, sizeof bytes_6 - 1},
    {"Queries/refused-meetings.cypher", bytes_7, sizeof bytes_7 - 1},
    {"Queries/shortest-connection.cypher", bytes_8, sizeof bytes_8 - 1},
    {"Queries/suits-against.cypher", bytes_9, sizeof bytes_9 - 1},
    {"Queries/sums-by-giver.cypher", bytes_10, sizeof bytes_10 - 1},
    {"Queries/who-bought-whom.cypher", bytes_11, sizeof bytes_11 - 1},
    {"Queries/who-funds-whom.cypher", bytes_12, sizeof bytes_12 - 1},
    {"Queries/who-speaks-for-whom.cypher", bytes_13, sizeof bytes_13 - 1},
    {"Packs/company/acquires.toml", bytes_14, sizeof bytes_14 - 1},
    {"Packs/company/appoints.toml", bytes_15, sizeof bytes_15 - 1},
    {"Packs/company/companies.tsv", bytes_16, sizeof bytes_16 - 1},
    {"Packs/company/cues.toml", bytes_17, sizeof bytes_17 - 1},
    {"Packs/company/investors.tsv", bytes_18, sizeof bytes_18 - 1},
    {"Packs/company/invests_in.toml", bytes_19, sizeof bytes_19 - 1},
    {"Packs/company/names.toml", bytes_20, sizeof bytes_20 - 1},
    {"Packs/company/pack.toml", bytes_21, sizeof bytes_21 - 1},
    {"Packs/company/phrases.toml", bytes_22, sizeof bytes_22 - 1},
    {"Packs/company/references.toml", bytes_23, sizeof bytes_23 - 1},
    {"Packs/company/regulators.tsv", bytes_24, sizeof bytes_24 - 1},
    {"Packs/company/sues.toml", bytes_25, sizeof bytes_25 - 1},
    {"Packs/news/circumstances.toml", bytes_26, sizeof bytes_26 - 1},
    {"Packs/news/cities.tsv", bytes_27, sizeof bytes_27 - 1},
    {"Packs/news/countries.tsv", bytes_28, sizeof bytes_28 - 1},
    {"Packs/news/cues.toml", bytes_29, sizeof bytes_29 - 1},
    {"Packs/news/demands.toml", bytes_30, sizeof bytes_30 - 1},
    {"Packs/news/funds.toml", bytes_31, sizeof bytes_31 - 1},
    {"Packs/news/media.tsv", bytes_32, sizeof bytes_32 - 1},
    {"Packs/news/meets_with.toml", bytes_33, sizeof bytes_33 - 1},
    {"Packs/news/metonyms.toml", bytes_34, sizeof bytes_34 - 1},
    {"Packs/news/names.toml", bytes_35, sizeof bytes_35 - 1},
    {"Packs/news/offices.toml", bytes_36, sizeof bytes_36 - 1},
    {"Packs/news/offices.tsv", bytes_37, sizeof bytes_37 - 1},
    {"Packs/news/organizations.tsv", bytes_38, sizeof bytes_38 - 1},
    {"Packs/news/pack.toml", bytes_39, sizeof bytes_39 - 1},
    {"Packs/news/people.tsv", bytes_40, sizeof bytes_40 - 1},
    {"Packs/news/phrases.toml", bytes_41, sizeof bytes_41 - 1},
    {"Packs/news/represents.toml", bytes_42, sizeof bytes_42 - 1},
};

size_t bundled_file_count(void) { return sizeof files / sizeof files[0]; }

const struct BundledFile *bundled_file(size_t index) {
    return index < bundled_file_count() ? &files[index] : NULL;
}
