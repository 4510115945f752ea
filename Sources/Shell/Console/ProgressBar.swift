import KnowledgeGraph

/// A line on the terminal that tells how far a long work is; nothing where no person looks on.
public final class ProgressBar {
    private let console: Console
    private let clock = ContinuousClock()
    private var lastDrawn: ContinuousClock.Instant?
    private var isShown = false

    private static let cells = 24

    public init(_ console: Console) { self.console = console }

    /// - Parameters:
    ///   - fraction: from 0 to 1.
    ///   - text: beside the bar.
    public func show(_ fraction: Double, _ text: String) {
        guard console.isErrorTerminal else { return }
        // Drawing ten times a second is enough, and costs nothing beside the work.
        if let lastDrawn, clock.now - lastDrawn < .milliseconds(100) { return }
        lastDrawn = clock.now
        isShown = true
        let done = Int(min(max(fraction, 0), 1) * Double(Self.cells))
        let bar =
            String(repeating: "█", count: done) + String(repeating: "░", count: Self.cells - done)
        var shown = "\(bar) \(text)"
        while DisplayWidth.of(shown) >= console.errorColumns, !shown.isEmpty { shown.removeLast() }
        console.note("\r\u{1B}[K\(shown)")
    }

    /// Takes the bar away.
    public func end() {
        if isShown { console.note("\r\u{1B}[K") }
        isShown = false
    }
}
