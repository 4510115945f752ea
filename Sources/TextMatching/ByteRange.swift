/// A half-open range of byte offsets into the text that was matched.
@frozen
public struct ByteRange: Hashable, Sendable {
    public var start: Int
    public var end: Int

    @inlinable
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    @inlinable public var length: Int { end - start }
    @inlinable public var isEmpty: Bool { end <= start }
}
