import Dispatch
import KnowledgeGraph

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How long a statement may take and how much it may hold.
public struct StatementLimits: Sendable {
    /// Nil for as long as it takes.
    public var seconds: Double?
    /// About how many bytes, its result included.
    public var bytes: Int

    /// Any time, and half the memory that the machine has.
    public static var standard: StatementLimits {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let size = sysconf(Int32(_SC_PAGESIZE))
        let bytes = pages > 0 && size > 0 ? Int(pages) * Int(size) / 2 : 4 << 30
        return StatementLimits(seconds: nil, bytes: bytes)
    }

    public init(seconds: Double?, bytes: Int) {
        self.seconds = seconds
        self.bytes = bytes
    }

    /// Runs what looks at the flag, which is raised when the time is up.
    public func watch<Result>(
        _ flag: CancellationFlag, _ body: () throws -> Result
    ) rethrows -> Result {
        guard let seconds else { return try body() }
        let alarm = DispatchWorkItem { flag.raise(.timeLimit) }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: alarm)
        defer { alarm.cancel() }
        return try body()
    }
}
