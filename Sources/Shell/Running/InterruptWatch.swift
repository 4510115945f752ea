import Dispatch
import KnowledgeGraph

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns Ctrl-C into a flag that the running work sees. A second Ctrl-C before the first was heeded
/// ends the program: what was committed is kept by the graph file itself.
public final class InterruptWatch {
    /// How a program that was interrupted ends, as shells have it: 128 and the signal's number.
    public static let exitCode: Int32 = 130

    public let flag = CancellationFlag()
    private let source: any DispatchSourceSignal

    public init() {
        // A handler would run between any two instructions; a source runs on a thread of its own.
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [flag] in
            if flag.isCancelled { _exit(InterruptWatch.exitCode) }
            flag.raise()
        }
        source.resume()
    }

    public var isInterrupted: Bool { flag.reason == .wish }
    public func reset() { flag.lower() }
}
