/// A file of a pack: its path as shown in messages, and what it holds.
public struct PackFile: Hashable, Sendable {
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    var isGazetteer: Bool { path.hasSuffix(".tsv") }
    var isPatterns: Bool { path.hasSuffix(".toml") }
}
