// swift-tools-version: 6.1
import PackageDescription

// The floors of the house, top to bottom in ARCHITECTURE.md. A target lists every target that it
// imports; Tests/ArchitectureTests holds the import lines of the sources against these lists.
let package = Package(
    name: "Legation",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Legation", targets: ["KnowledgeGraph"]),
        .executable(name: "legation", targets: ["LegationCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // Floor 0
        .target(name: "Diagnostics"),
        .systemLibrary(
            name: "CPCRE2", pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(
            name: "CGumbo", pkgConfig: "gumbo",
            providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
        // Floor 1
        .target(name: "GraphModel"),
        .target(name: "TextMatching", dependencies: ["CPCRE2"]),
        // Floor 2
        .target(name: "QuerySyntax", dependencies: ["Diagnostics"]),
        .target(
            name: "PatternPacks", dependencies: ["Diagnostics", "TextMatching", "TOMLKit"]),
        .target(name: "GraphStorage", dependencies: ["GraphModel", "CSQLite"]),
        .target(name: "GraphExport", dependencies: ["GraphModel"]),
        // Floor 3
        .target(
            name: "QuerySemantics", dependencies: ["QuerySyntax", "GraphModel", "Diagnostics"]),
        .target(
            name: "Extraction",
            dependencies: ["PatternPacks", "TextMatching", "GraphModel", "Diagnostics", "CGumbo"]),
        // Floor 4
        .target(
            name: "QueryPlanning", dependencies: ["QuerySemantics", "GraphModel", "Diagnostics"]),
        // Floor 5
        .target(
            name: "QueryExecution",
            dependencies: ["QueryPlanning", "GraphModel", "Diagnostics", "TextMatching"]),
        // Floor 6
        .target(
            name: "KnowledgeGraph",
            dependencies: [
                "Diagnostics", "GraphModel", "QuerySyntax", "QuerySemantics", "QueryPlanning",
                "QueryExecution", "GraphStorage", "GraphExport", "PatternPacks", "Extraction",
            ]),
        // Floor 7
        .target(name: "Shell", dependencies: ["KnowledgeGraph", "Diagnostics", "GraphExport"]),
        // Floor 8; the files of Grammar/Packs and Queries, embedded (see Grammar/bundle.sh)
        .target(
            name: "BundledPacks", path: "Grammar",
            exclude: ["Packs", "Cypher.ebnf", "bundle.sh"]),
        .executableTarget(
            name: "LegationCommand",
            dependencies: [
                "Shell", "KnowledgeGraph", "BundledPacks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What several tests share
        .target(name: "SeededRandom", path: "Tests/SeededRandom"),

        .testTarget(name: "ArchitectureTests"),
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "Diagnostics", "GraphModel", "GraphStorage", "KnowledgeGraph", "QueryExecution",
                "QueryPlanning", "QuerySemantics",
            ],
            exclude: ["Features", "known-failures.txt"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "GraphModelTests", dependencies: ["GraphModel"]),
        .testTarget(
            name: "QuerySyntaxTests", dependencies: ["SeededRandom", "QuerySyntax", "Diagnostics"]),
        .testTarget(
            name: "QuerySemanticsTests",
            dependencies: ["QuerySemantics", "QuerySyntax", "Diagnostics"]),
        .testTarget(
            name: "QueryPlanningTests",
            dependencies: ["QueryPlanning", "QuerySemantics", "QuerySyntax", "Diagnostics"]),
        .testTarget(name: "GraphExportTests", dependencies: ["GraphExport", "GraphModel"]),
        .testTarget(
            name: "QueryExecutionTests",
            dependencies: ["QueryExecution", "QuerySemantics", "GraphModel"]),
        .testTarget(
            name: "GraphStorageTests", dependencies: ["SeededRandom", "GraphStorage", "GraphModel"]),
        .testTarget(
            name: "PatternPacksTests",
            dependencies: ["PatternPacks", "TextMatching", "Diagnostics"]
        ),
        .testTarget(
            name: "ExtractionTests",
            dependencies: [
                "SeededRandom", "Extraction", "PatternPacks", "GraphModel", "Diagnostics",
            ],
            exclude: ["Gold"]),
        .testTarget(
            name: "TextMatchingTests", dependencies: ["SeededRandom", "TextMatching"]),
        .testTarget(
            name: "KnowledgeGraphTests",
            dependencies: [
                "SeededRandom",
                "KnowledgeGraph", "QueryExecution", "QueryPlanning", "GraphModel", "Diagnostics",
                "GraphStorage", "Extraction", "PatternPacks",
            ],
            exclude: [
                "Faults/clauses.cases", "Faults/names.cases", "Faults/running.cases",
                "Faults/signs.cases", "Faults/sql.cases", "Faults/types.cases",
                "Faults/warnings.cases", "Faults/words.cases",
            ]),
        .testTarget(name: "ShellTests", dependencies: ["SeededRandom", "Shell"]),
        .testTarget(name: "SampleTests"),
        .testTarget(name: "ReadmeTests", dependencies: ["LegationCommand"]),
        .testTarget(name: "CommandTests", dependencies: ["LegationCommand"]),
        .testTarget(
            name: "BundledPacksTests", dependencies: ["BundledPacks", "QuerySyntax", "Diagnostics"]),
    ],
    swiftLanguageModes: [.v6]
)
