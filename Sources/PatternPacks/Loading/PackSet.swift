import Diagnostics

/// Packs that are read together, and those whose names, phrases and words they use.
///
/// A pack that says `uses = ["news"]` finds that pack among those given or among those that the
/// program has with it. Each is loaded once, however many use it.
public struct PackSet {
    /// The packs that were asked for, in order.
    public private(set) var loaded: [LoadedPack] = []
    private var names: [String] = []
    private var files: [String: [PackFile]]
    private var byName: [String: LoadedPack] = [:]
    /// Names of packs that others use, in the order in which they were met.
    private var used: [String] = []

    /// - Parameters:
    ///   - given: the files of the packs to read; of two names that fit, the first counts.
    ///   - bundled: packs that others can use by name. One whose name a given pack has is replaced.
    public init(_ given: [[PackFile]], bundled: [String: [PackFile]] = [:]) {
        files = bundled
        for pack in given.reversed() {
            if let name = PackLoader.name(of: pack) { files[name] = pack }
        }
        for pack in given { add(pack) }
    }

    /// All to read by: the packs in their order, then what they use, without its relations.
    public var packs: [Pack] { loaded.map(\.pack) + others }

    /// What the packs use beside themselves.
    public var others: [Pack] {
        used.filter { !names.contains($0) }.compactMap { byName[$0]?.pack.language }
    }

    private mutating func add(_ files: [PackFile]) {
        let name = PackLoader.name(of: files)
        if let name, let known = byName[name], self.files[name].map({ $0 == files }) == true {
            loaded.append(known)
        } else {
            loaded.append(load(files, within: name.map { [$0] } ?? []))
            if let name, byName[name] == nil { byName[name] = loaded[loaded.count - 1] }
        }
        if let name { names.append(name) }
    }

    private mutating func load(_ files: [PackFile], within open: [String]) -> LoadedPack {
        var found: [String: LoadedPack] = [:]
        for name in PackLoader.uses(of: files) where !open.contains(name) {
            if byName[name] == nil, let files = self.files[name] {
                byName[name] = load(files, within: open + [name])
            }
            found[name] = byName[name]
            if found[name] != nil, !used.contains(name) { used.append(name) }
        }
        return PackLoader.load(files, using: found, known: Array(self.files.keys))
    }
}

extension Pack {
    /// How it reads, without what it claims: names, phrases, words, cues.
    public var language: Pack {
        var pack = self
        pack.relations = []
        pack.discards = []
        return pack
    }
}
