import BundledPacks
import KnowledgeGraph

/// The files that the program has with it.
enum Bundled {
    /// The packs by the names of their folders.
    static let packs: [String: [PackFile]] = files(below: "Packs/").reduce(into: [:]) {
        let name = $1.path.split(separator: "/")[1]
        $0[String(name), default: []].append(PackFile(path: $1.path, bytes: $1.bytes))
    }

    /// The pack that texts are read by unless it is left out.
    static let newsPack = packs["news"] ?? []

    /// The saved scripts by their names: `who-funds-whom`.
    static let scripts: [(name: String, script: SavedScript)] = files(below: "Queries/").map {
        let name = $0.path.dropFirst("Queries/".count).dropLast(".cypher".count)
        return (String(name), SavedScript(SourceText(name: $0.path, bytes: $0.bytes)))
    }

    /// A script by its name, with or without folder and ending.
    static func script(named name: String) -> SavedScript? {
        scripts.first {
            $0.name == name || name == $0.name + ".cypher" || name == $0.script.source.name
        }?
        .script
    }

    private static func files(below folder: String) -> [(path: String, bytes: [UInt8])] {
        (0..<bundled_file_count()).compactMap { index in
            guard let file = bundled_file(index)?.pointee else { return nil }
            let path = String(cString: file.path)
            guard path.hasPrefix(folder) else { return nil }
            return (path, Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
        }
    }
}
