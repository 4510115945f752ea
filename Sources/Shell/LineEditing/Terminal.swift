#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The terminal that a user types into: raw bytes in, escape sequences out.
///
/// Raw mode is on only between `enterRawMode` and `leaveRawMode`, so that a running statement sees
/// Ctrl-C as a signal and a crash of another program leaves a sane terminal.
public final class Terminal {
    private let input: Int32
    private let output: Int32
    private var cooked: termios?

    /// - Parameters:
    ///   - input: file descriptor read from.
    ///   - output: file descriptor written to.
    public init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
        self.input = input
        self.output = output
    }

    /// True where both ends are a terminal, so that editing makes sense.
    public var isInteractive: Bool { isatty(input) == 1 && isatty(output) == 1 }

    /// Width in cells; 80 where the terminal does not tell.
    public var columns: Int {
        var size = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Turns echo, line buffering and signal keys off and bracketed paste on. False where the
    /// terminal refuses.
    public func enterRawMode() -> Bool {
        guard cooked == nil else { return true }
        var mode = termios()
        guard tcgetattr(input, &mode) == 0 else { return false }
        let before = mode
        mode.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
        mode.c_cflag |= tcflag_t(CS8)
        mode.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
        guard tcsetattr(input, TCSADRAIN, &mode) == 0 else { return false }
        cooked = before
        write("\u{1B}[?2004h")
        return true
    }

    public func leaveRawMode() {
        guard var mode = cooked else { return }
        write("\u{1B}[?2004l")
        tcsetattr(input, TCSADRAIN, &mode)
        cooked = nil
    }

    public func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            #if canImport(Glibc)
                let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            #else
                let count = bytes.withUnsafeBytes { Darwin.write(output, $0.baseAddress, $0.count) }
            #endif
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return
            }
            bytes = bytes.dropFirst(count)
        }
    }

    /// What reading gave.
    public enum Reading: Hashable, Sendable {
        case bytes([UInt8])
        /// Nothing came within the time.
        case silence
        /// The other end is gone.
        case closed
    }

    /// Waits for bytes, for ever or for a number of milliseconds.
    public func read(timeout milliseconds: Int32? = nil) -> Reading {
        while true {
            var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, milliseconds ?? -1)
            if ready == 0 { return .silence }
            // A signal (the window changed its size) is no input: the caller draws anew.
            if ready < 0 { return errno == EINTR ? .silence : .closed }
            var bytes = [UInt8](repeating: 0, count: 4096)
            #if canImport(Glibc)
                let count = Glibc.read(input, &bytes, bytes.count)
            #else
                let count = Darwin.read(input, &bytes, bytes.count)
            #endif
            if count > 0 { return .bytes(Array(bytes[..<count])) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            return .closed
        }
    }

    deinit { leaveRawMode() }
}
