import GraphModel

/// A name in a judgement: in all documents, or in one, `Name @ document`.
struct JudgedName: Hashable {
    var name: String
    var document: String?

    init(_ text: String) {
        if let place = text.ranges(of: " @ ").last {
            name = String(text[..<place.lowerBound])
            document = String(text[place.upperBound...])
        } else {
            name = text
        }
    }

    func matches(_ key: EntityKey) -> Bool {
        guard key.name == name else { return false }
        guard let document else { return true }
        return key.part == .document(document) || key.part == .local(document)
    }
}

/// What the user decided about names, for looking up.
struct JudgedNames {
    typealias Pair = (first: JudgedName, second: JudgedName)

    let same: [Pair]
    private var distinct: [[String]: [Pair]] = [:]
    private var partners: [String: Set<String>] = [:]
    private var distinctNames: Set<String> = []
    /// Names of which single documents' uses are judged.
    private var pinned: Set<JudgedName> = []
    /// Names judged the same as themselves: no conflict parts their uses.
    private var united: Set<String> = []
    /// Names judged distinct from themselves: each document's is somebody else.
    private var parted: Set<String> = []

    init(_ judgements: [Judgement]) {
        let all = judgements.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        same = all.filter { $0.verdict == .same }
            .map { (JudgedName($0.first), JudgedName($0.second)) }
        for judgement in all {
            let pair = (first: JudgedName(judgement.first), second: JudgedName(judgement.second))
            for name in [pair.first, pair.second] where name.document != nil {
                pinned.insert(name)
            }
            partners[pair.first.name, default: []].insert(pair.second.name)
            partners[pair.second.name, default: []].insert(pair.first.name)
            let isOneName = pair.first == pair.second && pair.first.document == nil
            switch judgement.verdict {
            case .same: if isOneName { united.insert(pair.first.name) }
            case .distinct:
                if isOneName { parted.insert(pair.first.name) }
                distinctNames.formUnion([pair.first.name, pair.second.name])
                distinct[[pair.first.name, pair.second.name].sorted(), default: []].append(pair)
            }
        }
    }

    func isUnited(_ name: String) -> Bool { united.contains(name) }

    /// Whether a document's use of a name is resolved by itself.
    func isApart(_ name: String, in document: String) -> Bool {
        guard !pinned.isEmpty || !parted.isEmpty else { return false }
        return parted.contains(name) || pinned.contains(JudgedName(name, in: document))
    }

    /// The names that judgements set beside a name, in alphabetical order.
    func judgedWith(_ name: String) -> [String] { (partners[name] ?? []).sorted() }

    /// Whether anything is judged distinct from a name.
    func hasDistinct(_ name: String) -> Bool { distinctNames.contains(name) }

    var hasDistinct: Bool { !distinct.isEmpty }

    func areDistinct(_ a: EntityKey, _ b: EntityKey) -> Bool {
        guard !distinct.isEmpty, let pairs = distinct[[a.name, b.name].sorted()] else {
            return false
        }
        return pairs.contains {
            $0.first.matches(a) && $0.second.matches(b)
                || $0.first.matches(b) && $0.second.matches(a)
        }
    }

    /// Whether two names are judged distinct wherever they stand.
    func areDistinct(_ a: String, _ b: String) -> Bool {
        guard a != b else { return false }
        return distinct[[a, b].sorted()]?.contains {
            $0.first.document == nil && $0.second.document == nil
        } ?? false
    }
}

extension JudgedName {
    init(_ name: String, in document: String) {
        self.name = name
        self.document = document
    }
}
