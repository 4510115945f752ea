/// Which way relationships are followed from a node.
@frozen
public enum Direction: Hashable, Sendable {
    case outgoing, incoming, both
}
