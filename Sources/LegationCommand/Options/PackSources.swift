import ArgumentParser
import KnowledgeGraph
import Shell

/// Finds packs by what a user calls them: a folder, or the name of one that the program has.
enum PackSources {
    /// The files of each pack; where one is not found, tells it and ends the program.
    static func files(of places: [String], _ console: Console) throws -> [[PackFile]] {
        do throws(InputError) {
            var found: [[PackFile]] = []
            for place in places { found.append(try files(of: place)) }
            return found
        } catch {
            console.showError(error.message)
            throw ExitCode(1)
        }
    }

    /// A folder comes before a pack of the program with the same name.
    private static func files(of place: String) throws(InputError) -> [PackFile] {
        if FileSystem.kind(of: place) != .folder {
            if let bundled = Bundled.packs[place] { return bundled }
            if !place.contains("/") { throw unknown(place) }
        }
        return try PackInput.files(inFolder: place)
    }

    private static func unknown(_ name: String) -> InputError {
        let names = Bundled.packs.keys.sorted()
        let near = Suggestion.nearest(to: name, among: names)
        return InputError(
            .missing,
            "there is no folder '\(name)' with a pack, and the program has no pack of that name; "
                + (near.map { "did you mean '\($0)'?" }
                    ?? "it has " + names.joined(separator: ", ")))
    }
}
