import QueryExecution
import QuerySemantics
import Testing

/// The binder's table of functions and the library tell of the same functions.
@Suite struct FunctionLibraryTests {
    @Test(arguments: FunctionLibrary.names)
    func whatCanRunCanBeCalled(name: String) throws {
        let signature = try #require(FunctionSignatures.named(name))
        #expect(signature.name == name)
        if let aggregate = FunctionLibrary.aggregate(named: name) {
            #expect(signature.isAggregate && signature.arity == aggregate.arity)
        } else {
            let scalar = try #require(FunctionLibrary.scalar(named: name))
            #expect(!signature.isAggregate && signature.arity == scalar.arity)
        }
    }

    @Test(arguments: FunctionSignatures.names)
    func whatCanBeCalledCanRun(name: String) {
        if name == "exists" { return }
        #expect(FunctionLibrary.names.contains(name))
    }
}
