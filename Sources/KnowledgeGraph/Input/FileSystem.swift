#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a file or folder cannot be read or written.
public struct InputError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        case missing, unreadable
        /// What is inside is not what was asked for.
        case malformed
    }

    public var code: Code
    /// What is wrong, where, and what to do.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// Reading and writing of files and folders, on the C library alone: Foundation would double the time that the
/// command takes to start.
public enum FileSystem {
    public enum Kind: Hashable, Sendable {
        case file, folder
    }

    /// Nil where nothing is.
    public static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// Nil where nothing is.
    public static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Int(status.st_size)
    }

    public static func bytes(of path: String) throws(InputError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(path) }
        defer { close(file) }
        guard let bytes = bytes(from: file, expecting: size(of: path) ?? 0) else {
            throw unreadable(path)
        }
        return bytes
    }

    /// Makes a folder, those above it included; what is there already stays.
    public static func makeFolder(_ path: String) throws(InputError) {
        if kind(of: path) == .folder { return }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
        }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw unwritable(path) }
    }

    /// Writes a file that is not there yet.
    public static func write(_ bytes: [UInt8], toNew path: String) throws(InputError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw unwritable(path) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeOnce(file, $0) }
            if count < 0 {
                if errno == EINTR { continue }
                throw unwritable(path)
            }
            rest = rest.dropFirst(count)
        }
    }

    private static func writeOnce(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(file, bytes.baseAddress, bytes.count)
        #else
            Darwin.write(file, bytes.baseAddress, bytes.count)
        #endif
    }

    /// All that standard input holds.
    public static func standardInput() throws(InputError) -> [UInt8] {
        guard let bytes = bytes(from: STDIN_FILENO, expecting: 0) else {
            throw unreadable("standard input")
        }
        return bytes
    }

    /// Paths of all files below a folder, in the order of their bytes. Hidden ones are left out, and
    /// so is a folder that is met again through a link.
    public static func files(below folder: String) throws(InputError) -> [String] {
        var visited: Set<[UInt64]> = []
        var files: [String] = []
        try collect(folder, &visited, &files)
        return files
    }

    private static func collect(
        _ folder: String, _ visited: inout Set<[UInt64]>, _ files: inout [String]
    ) throws(InputError) {
        var status = stat()
        guard stat(folder, &status) == 0, let directory = opendir(folder) else {
            throw unreadable(folder)
        }
        defer { closedir(directory) }
        guard visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else {
            return
        }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            switch kind(of: path) {
            case .folder: try collect(path, &visited, &files)
            case .file: files.append(path)
            case nil: continue
            }
        }
    }

    private static func bytes(from file: Int32, expecting size: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                return nil
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func unwritable(_ path: String) -> InputError {
        InputError(.unreadable, "cannot write \(path): \(String(cString: strerror(errno)))")
    }

    static func unreadable(_ path: String) -> InputError {
        let reason = String(cString: strerror(errno))
        return InputError(
            errno == ENOENT ? .missing : .unreadable, "cannot read \(path): \(reason)")
    }
}
