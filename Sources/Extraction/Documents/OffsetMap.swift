import GraphModel

/// Where each part of a text stands in what the text was made of, as runs of units of equal widths.
///
///     start  originalStart  width  originalWidth
///         0              3      1              1   bytes taken as they stand, behind a byte order mark
///       120            123      1              5   "&" for "&amp;"
///       121            128      1              1
///
/// A text in UTF-16 is mostly one run of units 1 and 2 wide; so the map is small where the text is
/// plain, and a place is found in O(log runs).
struct OffsetMap {
    private struct Run {
        var start: Int
        var originalStart: Int
        var width: Int32
        var originalWidth: Int32
    }

    private var runs: [Run] = []
    /// Bytes of the text so far.
    private(set) var count = 0
    /// Behind what was mapped last in the original.
    private(set) var originalEnd = 0

    /// Adds some units of text, one behind another in both; joins them to the run before where they
    /// go on with it.
    mutating func append(units: Int, width: Int, originalStart: Int, originalWidth: Int) {
        guard units > 0 else { return }
        let last = runs.last
        if originalStart != originalEnd || Int32(width) != last?.width
            || Int32(originalWidth) != last?.originalWidth
        {
            runs.append(
                Run(
                    start: count, originalStart: originalStart, width: Int32(width),
                    originalWidth: Int32(originalWidth)))
        }
        count += units * width
        originalEnd = originalStart + units * originalWidth
    }

    /// Where a part of the text stands in the original: from the beginning of its first unit to the
    /// end of its last.
    func original(_ span: TextSpan) -> TextSpan {
        guard span.start < span.end, !runs.isEmpty else { return TextSpan(start: 0, end: 0) }
        let first = unit(at: span.start)
        let last = unit(at: span.end - 1)
        return TextSpan(start: first.start, end: max(last.end, first.start))
    }

    private func unit(at offset: Int) -> TextSpan {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].start <= offset { low = middle } else { high = middle }
        }
        let run = runs[low]
        let index = (offset - run.start) / Int(run.width)
        let start = run.originalStart + index * Int(run.originalWidth)
        return TextSpan(start: start, end: start + Int(run.originalWidth))
    }
}
