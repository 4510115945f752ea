import GraphModel

/// The day that a file's name tells: `2025-12-21-talks.txt`, `talks_20251221.html`, `2025.12.21.md`.
enum FileNameDate {
    /// Years of which news is kept.
    private static let years = 1900...2100

    /// ISO 8601; nil where the last part of the path tells none, or tells of many documents.
    static func date(in path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        if name.lowercased().hasSuffix(".jsonl") { return nil }
        let bytes = Array(name.utf8)
        let runs = runs(of: bytes)
        for (place, run) in runs.enumerated() {
            let parts: [ArraySlice<UInt8>]
            if run.count == 8 {
                parts = [run.prefix(4), run.dropFirst(4).prefix(2), run.suffix(2)]
            } else if run.count == 4, place + 2 < runs.count,
                isParted(run, runs[place + 1], bytes),
                isParted(runs[place + 1], runs[place + 2], bytes)
            {
                parts = [run, runs[place + 1], runs[place + 2]]
            } else {
                continue
            }
            let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
            if years.contains(numbers[0]),
                let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
            {
                return date.description
            }
        }
        return nil
    }

    private static func runs(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split { $0 &- 0x30 > 9 }
    }

    /// Two digits follow behind one sign that parts dates.
    private static func isParted(
        _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, _ bytes: [UInt8]
    ) -> Bool {
        second.count == 2 && second.startIndex == first.endIndex + 1
            && Array("-_.".utf8).contains(bytes[first.endIndex])
    }
}
