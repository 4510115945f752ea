import Foundation
import GraphModel
import Testing

@testable import GraphStorage

@Suite struct GraphStoreTests {
    struct Abandoned: Error {}

    static func sample(_ store: GraphStore) throws {
        try store.write { transaction in
            let kyiv = try transaction.createNode(
                labels: ["Place", "City"], properties: ["name": .string("Kyiv")])
            let anna = try transaction.createNode(
                labels: ["Person"], properties: ["name": .string("Anna"), "age": .integer(41)])
            let lives = try transaction.createRelationship(
                "LIVES_IN", from: anna, to: kyiv, properties: ["since": .integer(2001)])
            try transaction.save(Self.document)
            try transaction.addEvidence(Self.evidence, to: lives)
            try transaction.addMention(Self.mention)
            try transaction.setJudgement(Judgement(.same, "Kiev", "Kyiv"))
        }
    }

    static let document = DocumentRecord(
        id: "d1", title: nil, date: "2025-12-21", source: "Wire", path: "a/d1.txt", sha256: "00ff")
    static let mention = MentionRecord(
        document: "d1", span: TextSpan(start: 0, end: 4), words: "Anna",
        entity: NodeID(rawValue: 2), rule: "shape")
    static let evidence = Evidence(
        document: "d1", sentence: "Anna lives in Kyiv.", sentenceSpan: TextSpan(start: 0, end: 19),
        sourceSpan: TextSpan(start: 0, end: 4), targetSpan: TextSpan(start: 14, end: 18),
        pattern: "lives", cue: nil, speaker: "Anna", quotationHash: "abcd")

    @Test func everythingIsThereWhenOpenedAnew() throws {
        let folder = try TemporaryFolder()
        try Self.sample(folder.open())
        let snapshot = try folder.open(.readOnly).read()
        #expect(snapshot.labels == ["Place", "City", "Person"])
        #expect(snapshot.nodeCount == 2 && snapshot.relationshipCount == 1)
        let kyiv = try #require(try snapshot.node(NodeID(rawValue: 1)))
        #expect(kyiv.labels == ["City", "Place"])
        #expect(kyiv.properties == ["name": .string("Kyiv")])
        let lives = try #require(try snapshot.relationship(RelationshipID(rawValue: 1)))
        #expect(lives.type == "LIVES_IN" && lives.properties == ["since": .integer(2001)])
        #expect(lives.start.rawValue == 2 && lives.end.rawValue == 1)
        let name = try #require(snapshot.propertyKey("name"))
        let person = try #require(snapshot.label("Person"))
        #expect(
            try snapshot.nodes(withLabel: nil, where: name, equals: "Kyiv").map(\.rawValue) == [1])
        #expect(try snapshot.nodes(withLabel: person, where: name, equals: "Kyiv").isEmpty)
        #expect(try snapshot.documents() == [Self.document])
        #expect(try snapshot.document(id: "d1") == Self.document)
        #expect(try snapshot.evidence(of: lives.id) == [Self.evidence])
        #expect(try snapshot.evidence(ofDocument: "d1").map(\.0) == [lives.id])
        #expect(try snapshot.mentions(ofDocument: "d1") == [Self.mention])
        #expect(try snapshot.mentions(of: NodeID(rawValue: 2)) == [Self.mention])
        #expect(try snapshot.judgements() == [Judgement(.same, "Kiev", "Kyiv")])
        let sizes = try snapshot.sizes
        #expect(sizes.documents == 1 && sizes.evidence == 1 && sizes.mentions == 1)
        #expect(sizes.recordBytes == (try folder.bytes(folder.graph).count))
        #expect(sizes.indexBytes == (try folder.bytes(folder.index).count))
    }

    @Test(arguments: [true, false])
    func whatThrowsLeavesNothing(inMemory: Bool) throws {
        let folder = try TemporaryFolder()
        let store = try inMemory ? GraphStore.inMemory() : folder.open()
        try Self.sample(store)
        let anna = NodeID(rawValue: 2)
        let lives = RelationshipID(rawValue: 1)
        #expect(throws: Abandoned.self) {
            try store.write { transaction in
                let new = try transaction.createNode(
                    labels: ["New"], properties: ["x": .boolean(true)])
                _ = try transaction.createRelationship("NEW", from: new, to: anna, properties: [:])
                try transaction.delete(lives)
                try transaction.removeLabel("Person", from: anna)
                try transaction.setProperty("name", to: .null, of: anna)
                try transaction.removeMentions(ofDocument: "d1")
                try transaction.removeDocument(id: "d1")
                throw Abandoned()
            }
        }
        let snapshot = try store.read()
        #expect(snapshot.labels == ["Place", "City", "Person"])
        #expect(snapshot.relationshipTypes == ["LIVES_IN"])
        #expect(snapshot.propertyKeys == ["name", "age", "since"])
        #expect(snapshot.nodeCount == 2 && snapshot.relationshipCount == 1)
        #expect(try snapshot.node(anna)?.labels == ["Person"])
        #expect(try snapshot.evidence(of: lives) == [Self.evidence])
        #expect(try snapshot.mentions(ofDocument: "d1") == [Self.mention])
        var found = Expansion()
        try snapshot.expand([anna], .both, types: nil, into: &found)
        #expect(found.relationships == [lives])
    }

    @Test(arguments: [true, false])
    func aSnapshotDoesNotChange(inMemory: Bool) throws {
        let folder = try TemporaryFolder()
        let store = try inMemory ? GraphStore.inMemory() : folder.open()
        try Self.sample(store)
        let before = try store.read()
        let anna = NodeID(rawValue: 2)
        try store.write { transaction in
            try transaction.delete(RelationshipID(rawValue: 1))
            try transaction.setProperty("age", to: .integer(42), of: anna)
            try transaction.delete(NodeID(rawValue: 1))
        }
        let after = try store.read()
        #expect(before.nodeCount == 2 && after.nodeCount == 1)
        #expect(try before.node(anna)?.properties["age"] == .integer(41))
        #expect(try after.node(anna)?.properties["age"] == .integer(42))
        #expect(try before.evidence(of: RelationshipID(rawValue: 1)).count == 1)
        #expect(try after.evidence(of: RelationshipID(rawValue: 1)).isEmpty)
        #expect(try after.relationship(RelationshipID(rawValue: 1)) == nil)
    }

    @Test func idsAreNeverUsedAgain() throws {
        let folder = try TemporaryFolder()
        try Self.sample(folder.open())
        try folder.open().write { transaction in
            try transaction.delete(RelationshipID(rawValue: 1))
            try transaction.delete(NodeID(rawValue: 2))
        }
        try folder.open().write { transaction in
            let node = try transaction.createNode(labels: [], properties: [:])
            let loop = try transaction.createRelationship(
                "T", from: node, to: node, properties: [:])
            #expect(node.rawValue == 3 && loop.rawValue == 2)
        }
    }

    @Test func removingADocumentsEvidenceSaysWhatLost() throws {
        let store = try GraphStore.inMemory()
        try Self.sample(store)
        try store.write { transaction in
            let none = try transaction.removeEvidence(ofDocument: "other")
            let lost = try transaction.removeEvidence(ofDocument: "d1")
            let left = try transaction.evidence(ofDocument: "d1")
            #expect(none.isEmpty && lost.map(\.rawValue) == [1] && left.isEmpty)
        }
    }

    @Test func aJudgementReplacesTheOneBefore() throws {
        let store = try GraphStore.inMemory()
        try store.write { transaction in
            try transaction.setJudgement(Judgement(.same, "A", "B"))
            try transaction.setJudgement(Judgement(.distinct, "B", "A"))
            #expect(try transaction.judgements() == [Judgement(.distinct, "B", "A")])
            try transaction.removeJudgement(Judgement(.same, "A", "B"))
            #expect(try transaction.judgements().isEmpty)
        }
    }

    @Test func anotherWriterIsBusy() throws {
        let folder = try TemporaryFolder()
        let first = try folder.open()
        let second = try folder.open()
        try first.write { transaction in
            _ = try transaction.createNode(labels: ["A"], properties: [:])
            let error = #expect(throws: StorageError.self) { try second.write { _ in } }
            #expect(error?.code == .busy)
            #expect(try second.read().nodeCount == 0)
        }
        #expect(try second.read().nodeCount == 1)
        try second.write { _ = try $0.createNode(labels: ["B"], properties: [:]) }
        #expect(try first.read().labels == ["A", "B"])
        #expect(try first.read().nodeCount == 2)
    }

    @Test func readingOnlyCannotWrite() throws {
        let folder = try TemporaryFolder()
        try Self.sample(folder.open())
        let before = try folder.bytes(folder.graph)
        let error = #expect(throws: StorageError.self) {
            try folder.open(.readOnly).write { _ in }
        }
        #expect(error?.code == .cannotOpen)
        #expect(try folder.bytes(folder.graph) == before)
        #expect(folder.files == ["graph.legation", "graph.legation-index"])
    }

    #if os(Linux)
        @Test func aFolderWithoutRightsCanBeRead() throws {
            let folder = try TemporaryFolder()
            try Self.sample(folder.open())
            try FileManager.default.removeItem(atPath: folder.index)
            chmod(folder.path, 0o555)
            chmod(folder.graph, 0o444)
            // Rights do not bind root; this thread alone takes another user's.
            let symbol = try #require(dlsym(nil, "setfsuid"))
            let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
            let own = setfsuid(65534)
            defer {
                _ = setfsuid(UInt32(own))
                chmod(folder.path, 0o755)
            }
            let snapshot = try folder.open(.readOnly).read()
            #expect(snapshot.nodeCount == 2)
            #expect(try snapshot.node(NodeID(rawValue: 1))?.labels == ["City", "Place"])
            #expect(folder.files == ["graph.legation"])
            let error = #expect(throws: StorageError.self) { try folder.open(.readWrite) }
            #expect(error?.code == .cannotOpen)
        }
    #endif

    @Test func otherToolsReadTheFile() throws {
        let folder = try TemporaryFolder()
        try Self.sample(folder.open())
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            c = sqlite3.connect(sys.argv[1])
            print(c.execute('''SELECT s.value, t.name, e.value FROM relationships r
                JOIN relationship_types t ON t.id = r.type
                JOIN node_properties s ON s.node = r.start_node
                JOIN node_properties e ON e.node = r.end_node
                JOIN property_keys k ON k.id = s.key AND k.id = e.key AND k.name = 'name'
                ''').fetchall(), c.execute('PRAGMA integrity_check').fetchone()[0],
                c.execute('PRAGMA journal_mode').fetchone()[0])
            """, folder.graph,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text == "[('Anna', 'LIVES_IN', 'Kyiv')] ok wal\n")
    }
}
