import Extraction
import GraphExport

/// Documents of a file in JSON Lines: on each line an object with `id` and `text`, and, where they
/// are known, `title`, `date` and `source`.
struct JsonLines: IteratorProtocol {
    private let lines: LineReader
    private let path: String
    private var number = 0
    private var isBroken = false
    /// Where the line begins that was given last.
    private(set) var offset = 0

    /// - Parameter path: `-` is standard input.
    init(_ path: String) throws(InputError) {
        lines = try LineReader(path)
        self.path = path == "-" ? "standard input" : path
    }

    mutating func next() -> DocumentInput.Item? {
        while !isBroken {
            offset = lines.offset
            let read: [UInt8]?
            do throws(InputError) { read = try lines.next() } catch {
                isBroken = true
                return .skipped(
                    SkippedInput(reason: .unreadable, place: path, message: error.message))
            }
            guard var line = read else { return nil }
            number += 1
            // A byte order mark, which some programs write.
            if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            return item(line)
        }
        return nil
    }

    private func item(_ line: [UInt8]) -> DocumentInput.Item {
        let json: Json
        do throws(JsonFault) { json = try JsonReader.value(of: line) } catch {
            return skipped("byte \(error.offset + 1) of the line: \(error.message)")
        }
        guard case .object = json else { return skipped("the line is no JSON object") }
        guard let text = json["text"]?.string else {
            return skipped("the object has no string 'text'")
        }
        let id: String
        switch json["id"] {
        case .string(let text)? where !text.isEmpty: id = text
        case .integer(let number)?: id = "\(number)"
        default: return skipped("the object has no 'id', which must be a string or an integer")
        }
        return .document(
            SourceDocument(
                id: id, title: json["title"]?.string, date: json["date"]?.string,
                source: json["source"]?.string, path: path, format: .text,
                bytes: Array(text.utf8)))
    }

    private func skipped(_ message: String) -> DocumentInput.Item {
        .skipped(
            SkippedInput(reason: .malformedLine, place: "\(path):\(number)", message: message))
    }
}
