import CPCRE2
import Synchronization

/// A compiled PCRE2 pattern. Immutable to all who see it, and so shared between threads; what a match
/// writes to is in a `TextMatcher`, one for each thread.
///
/// It is made fast when it first matches: most patterns of a pack are never tried in a short text.
///
/// The only file that calls PCRE2. Unicode text is always on (it costs next to nothing); Unicode
/// properties for `\w`, `\d` and `\b` only on request, because they make such classes up to sixteen
/// times slower.
public final class TextPattern: @unchecked Sendable {
    // Sendable: compiled code is not written to once others can see it (pcre2api, "Multithreading");
    // the fast one is seen by all or by none.
    fileprivate let code: OpaquePointer
    /// The same made for speed; nil until it is needed.
    private let made = Atomic<UnsafeRawPointer?>(nil)
    private let options: UInt32
    public let source: String
    public let ignoresCase: Bool
    /// Group numbers by name, ascending: the alternatives of a pattern may share a name.
    public let groupNames: [String: [Int]]
    public let groupCount: Int

    /// - Parameter unicodeClasses: `\w`, `\d`, `\s`, `\b` and letter case by Unicode.
    public init(
        _ source: String, ignoringCase: Bool = false, unicodeClasses: Bool = false
    ) throws(PatternFault) {
        var options = PCRE2_UTF | PCRE2_DUPNAMES
        if ignoringCase { options |= PCRE2_CASELESS }
        if unicodeClasses { options |= PCRE2_UCP }
        code = try Self.compiled(source, options)
        self.options = options
        self.source = source
        ignoresCase = ignoringCase
        var groups: UInt32 = 0
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
        groupCount = Int(groups)
        groupNames = Self.names(of: code)
    }

    deinit {
        pcre2_code_free_8(code)
        if let fast = made.load(ordering: .acquiring) { pcre2_code_free_8(OpaquePointer(fast)) }
    }

    /// What matches the same, compiled for this machine.
    fileprivate var fastCode: OpaquePointer {
        if let fast = made.load(ordering: .acquiring) { return OpaquePointer(fast) }
        let fast = fastened()
        let (isFirst, first) = made.compareExchange(
            expected: nil, desired: UnsafeRawPointer(fast), ordering: .acquiringAndReleasing)
        guard !isFirst, let first else { return fast }
        // Another thread was first.
        pcre2_code_free_8(fast)
        return OpaquePointer(first)
    }

    private func fastened() -> OpaquePointer {
        var fast: OpaquePointer?
        // The library finds no first bytes where a Unicode property is asked for.
        if options & PCRE2_UCP != 0,
            let first = PatternNeeds.firstBytes(source, ignoringCase: ignoresCase)
        {
            fast = try? Self.compiled(Self.lookahead(first) + source, options)
        }
        guard let fast = fast ?? pcre2_code_copy_8(code) else {
            fatalError("out of memory for a pattern")
        }
        // Where the machine has no just-in-time compiler, matching is slower and otherwise the same.
        pcre2_jit_compile_8(fast, PCRE2_JIT_COMPLETE)
        return fast
    }

    private static func compiled(
        _ source: String, _ options: UInt32
    ) throws(PatternFault) -> OpaquePointer {
        var number: Int32 = 0
        var offset = 0
        let bytes = Array(source.utf8)
        guard let code = pcre2_compile_8(bytes, bytes.count, options, &number, &offset, nil) else {
            throw PatternFault(message: message(of: number), offset: min(offset, bytes.count))
        }
        return code
    }

    /// Tells the library, by a condition that always holds, where a match can begin: all other
    /// places are passed at the speed of a scan.
    private static func lookahead(_ first: ByteSet) -> String {
        let ascii = (0..<0x80).filter { first.contains($0) }.map {
            "\\x{" + String($0, radix: 16) + "}"
        }
        let isBeyond = !first.isDisjoint(with: .beyondASCII)
        return "(?=[" + ascii.joined() + (isBeyond ? #"\x{80}-\x{10FFFF}"# : "") + "])"
    }

    private static func message(of number: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(number, &buffer, buffer.count)
        guard length > 0 else { return "error \(number)" }
        return String(decoding: buffer[..<Int(length)], as: UTF8.self)
    }

    /// The name table: entries of a fixed size, each two bytes of group number and a name that ends
    /// in a zero byte.
    private static func names(of code: OpaquePointer) -> [String: [Int]] {
        var count: UInt32 = 0
        var size: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table else { return [:] }
        var names: [String: [Int]] = [:]
        for index in 0..<Int(count) {
            let entry = UnsafeBufferPointer(start: table + index * Int(size), count: Int(size))
            let name = String(decoding: entry[2...].prefix { $0 != 0 }, as: UTF8.self)
            names[name, default: []].append(Int(entry[0]) << 8 | Int(entry[1]))
        }
        return names.mapValues { $0.sorted() }
    }
}

/// What one thread needs to match patterns: buffers, stack and limits.
public final class TextMatcher {
    /// Bounds of one match. The bound on steps counts from each place in the text anew, so texts
    /// are to be kept short (a sentence) as well.
    public struct Limits: Hashable, Sendable {
        public var steps: UInt32 = 1_000_000
        public var depth: UInt32 = 10_000
        /// In kibibytes; without the just-in-time compiler only.
        public var memory: UInt32 = 20_000

        public init() {}
    }

    private static let stackBytes = 1 << 20
    private static let groupsHeld: UInt32 = 128
    private let data: OpaquePointer
    private let context: OpaquePointer
    private let stack: OpaquePointer

    /// Traps only where the machine is out of memory.
    public init(limits: Limits = Limits()) {
        guard let data = pcre2_match_data_create_8(Self.groupsHeld, nil),
            let context = pcre2_match_context_create_8(nil),
            let stack = pcre2_jit_stack_create_8(32 * 1024, Self.stackBytes, nil)
        else { fatalError("out of memory for a text matcher") }
        pcre2_set_match_limit_8(context, limits.steps)
        pcre2_set_depth_limit_8(context, limits.depth)
        pcre2_set_heap_limit_8(context, limits.memory)
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
        self.data = data
        self.context = context
        self.stack = stack
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
        pcre2_jit_stack_free_8(stack)
    }

    /// The first match at or after `start`, nil where there is none.
    ///
    /// - Precondition: `text` is valid UTF-8 and `start` is at the beginning of a character: both
    ///   are checked once where text comes in, not at each match.
    public func firstMatch(
        of pattern: TextPattern, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) throws(MatchLimit) -> TextMatch? {
        try match(pattern, text, start, PCRE2_NO_UTF_CHECK)
    }

    /// All matches from left to right that do not overlap.
    public func matches(
        of pattern: TextPattern, in text: UnsafeBufferPointer<UInt8>
    ) throws(MatchLimit) -> [TextMatch] {
        var found: [TextMatch] = []
        var position = 0
        var options = PCRE2_NO_UTF_CHECK
        while position <= text.count {
            if let match = try match(pattern, text, position, options) {
                found.append(match)
                // `\K` in a lookahead can end a match before its start: never step back.
                position = max(match.range.end, position)
                options = PCRE2_NO_UTF_CHECK
                if match.range.isEmpty { options |= PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED }
            } else if options & PCRE2_ANCHORED != 0 {
                // After an empty match nothing longer began here: one character on.
                position += 1
                while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
                options = PCRE2_NO_UTF_CHECK
            } else {
                break
            }
        }
        return found
    }

    /// How much of the text fits a beginning of the pattern: where the text ends before the pattern
    /// does, from the place at which that begins; where it matches whole, the match.
    ///
    /// Slower than a match, for the just-in-time code knows whole matches only.
    public func reach(
        of pattern: TextPattern, in text: UnsafeBufferPointer<UInt8>
    ) throws(MatchLimit) -> ByteRange? {
        try match(pattern, text, 0, PCRE2_NO_UTF_CHECK | PCRE2_PARTIAL_SOFT)?.range
    }

    private func match(
        _ pattern: TextPattern, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ options: UInt32
    ) throws(MatchLimit) -> TextMatch? {
        guard start >= 0, start <= text.count else { return nil }
        let isPartial = options & PCRE2_PARTIAL_SOFT != 0
        let code = isPartial ? pattern.code : pattern.fastCode
        var empty: UInt8 = 0
        let result = withUnsafePointer(to: &empty) { placeholder in
            pcre2_match_8(
                code, text.baseAddress ?? placeholder, text.count, start, options, data,
                context)
        }
        switch result {
        case 0...: return currentMatch(of: pattern)
        case PCRE2_ERROR_PARTIAL: return currentPart()
        case PCRE2_ERROR_NOMATCH: return nil
        case PCRE2_ERROR_MATCHLIMIT: throw .steps
        case PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_JIT_STACKLIMIT: throw .depth
        case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY: throw .memory
        default: throw .failure
        }
    }

    /// The part of the text that a partial match took in; it tells no groups.
    private func currentPart() -> TextMatch? {
        guard let offsets = pcre2_get_ovector_pointer_8(data) else { return nil }
        return TextMatch(groups: [ByteRange(start: offsets[0], end: offsets[1])])
    }

    private func currentMatch(of pattern: TextPattern) -> TextMatch? {
        guard let offsets = pcre2_get_ovector_pointer_8(data) else { return nil }
        let held = min(pattern.groupCount + 1, Int(Self.groupsHeld))
        let groups = (0..<held).map { group -> ByteRange? in
            let start = offsets[2 * group]
            // PCRE2_UNSET has all bits set, which reads as -1 here.
            guard start >= 0 else { return nil }
            return ByteRange(start: start, end: offsets[2 * group + 1])
        }
        let mark = pcre2_get_mark_8(data).map { mark in
            String(decoding: UnsafeBufferPointer(start: mark, count: Int(mark[-1])), as: UTF8.self)
        }
        return TextMatch(groups: groups, mark: mark)
    }
}
