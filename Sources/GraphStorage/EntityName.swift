import GraphModel

/// What a document calls an entity, and the node that it was resolved to.
public struct EntityName: Hashable, Sendable {
    public var document: String
    /// Rank among the document's entities.
    public var place: Int
    /// Nil until it is resolved.
    public var entity: NodeID?
    public var kind: String
    public var name: String
    /// How often the document mentions it.
    public var mentions: Int
    /// How the name led to the entity: `name`, `alias`, `spelling`, …; nil until it did.
    public var rule: String?
    /// The name means this entity within the document alone.
    public var isLocal: Bool

    public init(
        document: String, place: Int, entity: NodeID?, kind: String, name: String, mentions: Int,
        rule: String?, isLocal: Bool = false
    ) {
        self.isLocal = isLocal
        self.rule = rule
        self.document = document
        self.place = place
        self.entity = entity
        self.kind = kind
        self.name = name
        self.mentions = mentions
    }
}

/// What a document tells of an entity beside its name, as texts by which it is looked up.
public struct EntityDetails: Hashable, Sendable {
    public var aliases: [String]
    /// By which names are found that may mean the same.
    public var keys: [String]
    /// What tells two persons of one name apart.
    public var countries: [String]

    public init(aliases: [String] = [], keys: [String] = [], countries: [String] = []) {
        self.aliases = aliases
        self.keys = keys
        self.countries = countries
    }
}

/// One of an entity's details, with the kind and name of the entity and where it is told.
public struct EntityDetail: Hashable, Sendable {
    public var document: String
    public var place: Int
    public var kind: String
    public var name: String
    public var text: String
}
