import PatternPacks

/// Packs as files: a folder, or what the program has with it.
public enum PackInput {
    /// The files of a folder that make a pack.
    public static func files(inFolder folder: String) throws(InputError) -> [PackFile] {
        guard FileSystem.kind(of: folder) == .folder else {
            throw InputError(.missing, "there is no folder '\(folder)' with a pack")
        }
        var files: [PackFile] = []
        for path in try FileSystem.files(below: folder)
        where path.hasSuffix(".toml") || path.hasSuffix(".tsv") {
            files.append(PackFile(path: path, bytes: try FileSystem.bytes(of: path)))
        }
        guard !files.isEmpty else {
            throw InputError(
                .malformed, "the folder '\(folder)' is no pack: it has no .toml and no .tsv file")
        }
        return files
    }
}
