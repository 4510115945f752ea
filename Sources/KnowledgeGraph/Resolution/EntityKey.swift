import Extraction

/// Kinds that may be one entity: an organisation is a collective, and so is a group.
enum EntityFamily: Int, Comparable {
    case person, collective, country, place

    init(_ kind: EntityKind) {
        switch kind {
        case .person: self = .person
        case .organization, .group: self = .collective
        case .country: self = .country
        case .place: self = .place
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Uses of a name that are one entity for certain: the smallest thing that is resolved.
struct EntityKey: Hashable, Comparable {
    /// Which of the uses of a name these are.
    enum Part: Hashable, Comparable {
        /// Those in documents that say nothing more of it.
        case plain
        /// Those in documents that tell of these countries, in alphabetical order.
        case countries([String])
        /// That of one document: a surname alone, or what the user judged for itself.
        case document(String)
        /// That of one document, for what has no name of its own: "the government" of two
        /// documents are two governments.
        case local(String)

        private var rank: Int {
            switch self {
            case .plain: 0
            case .countries: 1
            case .document: 2
            case .local: 3
            }
        }

        private var texts: [String] {
            switch self {
            case .plain: []
            case .countries(let names): names
            case .document(let id), .local(let id): [id]
            }
        }

        static func < (a: Self, b: Self) -> Bool {
            a.rank != b.rank ? a.rank < b.rank : a.texts.lexicographicallyPrecedes(b.texts)
        }
    }

    var family: EntityFamily
    var name: String
    var part = Part.plain

    var isLocal: Bool {
        if case .local = part { true } else { false }
    }

    static func < (a: Self, b: Self) -> Bool {
        (a.family, a.name, a.part) < (b.family, b.name, b.part)
    }
}
