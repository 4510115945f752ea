import Foundation

/// The scenarios of a folder of features, with the named graphs that may stand beside it.
struct SuiteFolder {
    var scenarios: [Scenario]
    private var graphs: [String: String]

    /// Named graphs are looked for in `graphs`, beside the folder or in it: `NAME/NAME.cypher`.
    init(_ folder: URL) throws {
        scenarios = []
        graphs = [:]
        let base = folder.standardizedFileURL.path + "/"
        for file in Self.files(below: folder, ending: "feature") {
            let name = file.standardizedFileURL.deletingPathExtension().path
            scenarios += try FeatureReader.scenarios(
                of: String(contentsOf: file, encoding: .utf8),
                name: name.hasPrefix(base) ? String(name.dropFirst(base.count)) : name)
        }
        for place in [folder, folder.deletingLastPathComponent()] {
            for file in Self.files(below: place.appending(path: "graphs"), ending: "cypher") {
                graphs[file.deletingPathExtension().lastPathComponent] =
                    try String(contentsOf: file, encoding: .utf8)
            }
        }
    }

    func graph(named name: String) -> String? { graphs[name] }

    private static func files(below folder: URL, ending: String) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }
            .sorted { $0.path < $1.path }
    }
}
