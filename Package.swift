// swift-tools-version: 6.1
import PackageDescription

// The floors of the house, top to bottom in ARCHITECTURE.md. A target lists every target that it
// imports; Tests/ArchitectureTests holds the import lines of the sources against these lists.
let package = Package(
    name: "Legation",
    platforms: [.macOS(.v15)],
    targets: [
        // Floor 0
        .target(name: "Diagnostics"),
        // Floor 1
        .target(name: "GraphModel"),
        // Floor 7
        .target(name: "Shell"),

        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "GraphModelTests", dependencies: ["GraphModel"]),
        .testTarget(name: "ShellTests", dependencies: ["Shell"]),
    ],
    swiftLanguageModes: [.v6]
)
