import KnowledgeGraph

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file that keeps statements from one session to the next, readable by its owner alone.
public struct HistoryFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Where the user's history is: `LEGATION_HISTORY`, or below `XDG_STATE_HOME`, or below
    /// `~/.local/state`. Nil where the variable is empty, which means none, or no home is known.
    public static func ofUser(_ environment: (String) -> String? = Console.environment) -> Self? {
        if let path = environment("LEGATION_HISTORY") {
            return path.isEmpty ? nil : HistoryFile(path: path)
        }
        if let folder = environment("XDG_STATE_HOME"), folder.hasPrefix("/") {
            return HistoryFile(path: folder + "/legation/history")
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return HistoryFile(path: home + "/.local/state/legation/history")
    }

    /// What was kept; an absent or unreadable file is an empty history.
    public func read() -> History {
        guard let bytes = try? FileSystem.bytes(of: path) else { return History() }
        return History(fileText: String(decoding: bytes, as: UTF8.self))
    }

    /// Puts the file as a whole in the place of the old one; false where that fails, which is no
    /// reason to end a session.
    public func write(_ history: History) -> Bool {
        makeFolders()
        let fresh = path + ".new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        let bytes = Array(history.fileText.utf8)
        var start = 0
        while start < bytes.count {
            #if canImport(Glibc)
                let count = Glibc.write(file, Array(bytes[start...]), bytes.count - start)
            #else
                let count = Darwin.write(file, Array(bytes[start...]), bytes.count - start)
            #endif
            if count < 0 && errno != EINTR { break }
            start += max(count, 0)
        }
        return close(file) == 0 && start == bytes.count && rename(fresh, path) == 0
    }

    private func makeFolders() {
        var folder = ""
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
    }
}
