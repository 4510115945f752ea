import BundledPacks
import Diagnostics
import Foundation
import QuerySyntax
import Testing

@Suite struct BundledPacksTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bundled() -> [String: Data] {
        var files: [String: Data] = [:]
        for index in 0..<bundled_file_count() {
            guard let file = bundled_file(index)?.pointee else { continue }
            files[String(cString: file.path)] = Data(bytes: file.bytes, count: file.length)
        }
        return files
    }

    static func onDisk() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for (folder, prefix) in [("Grammar/Packs", "Packs/"), ("Queries", "Queries/")] {
            let path = root.appending(path: folder).path
            for name in FileManager.default.enumerator(atPath: path) ?? .init() {
                guard let name = name as? String, !name.contains("/."), !name.hasPrefix(".")
                else { continue }
                let file = URL(filePath: path + "/" + name)
                let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
                guard isFile == true, folder != "Queries" || name.hasSuffix(".cypher") else {
                    continue
                }
                files[prefix + name] = try Data(contentsOf: file)
            }
        }
        return files
    }

    @Test func theBundleEqualsTheFolders() throws {
        let bundled = Self.bundled()
        let onDisk = try Self.onDisk()
        #expect(Set(bundled.keys) == Set(onDisk.keys), "run `make bundle` and build again")
        for (path, bytes) in onDisk { #expect(bundled[path] == bytes, "\(path)") }
        #expect(bundled_file(bundled_file_count()) == nil)
    }

    static func scripts() -> [(name: String, text: String)] {
        bundled().filter { $0.key.hasPrefix("Queries/") }
            .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
            .sorted { $0.name < $1.name }
    }

    /// Each saved script parses, says what it is for, and declares each parameter that it uses.
    @Test func scriptsAreWhole() throws {
        let scripts = Self.scripts()
        #expect(scripts.count >= 9)
        for (name, text) in scripts {
            let source = SourceText(name: name, text)
            let (statements, diagnostics) = Parser.parse(source)
            #expect(diagnostics.isEmpty, "\(DiagnosticRenderer().render(diagnostics, in: source))")
            #expect(!statements.isEmpty, "\(name)")
            for part in ["// title: ", "// about: ", "// example: legation run GRAPH \(name)"] {
                #expect(text.contains(part), "\(name): \(part)")
            }
            let declared = text.matches(
                of:
                    /(?m)^\/\/ parameter: (\w+) \((?:String|Integer|Float|Boolean|List)(?:, default [^)]+)?\): .+$/
            ).map { String($0.1) }
            let used = Lexer.tokens(of: source).0.compactMap { token in
                if case .parameter(let name) = token.kind { name } else { nil }
            }
            #expect(Set(declared) == Set(used), "\(name)")
        }
    }
}
