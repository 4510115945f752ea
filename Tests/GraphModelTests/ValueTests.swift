import GraphModel
import Testing

@Suite struct ValueTests {
    @Test func oneAndOnePointZeroAreDifferentResults() {
        #expect(Value.integer(1) != Value.float(1))
    }

    @Test func identifiersOrderByNumber() {
        #expect(NodeID(rawValue: 2) < NodeID(rawValue: 10))
    }
}
