import GraphModel

/// Finds by what names something is called that may be a shorter or another name of it.
enum NameHolders {
    /// By target: the keys of what may be meant, each with its rule.
    static func find(_ units: [EntityKey: NameUnit], _ judged: JudgedNames) -> [EntityKey:
        [EntityKey: ResolvedEntity.Rule]]
    {
        var byName: [EntityKey: [EntityKey]] = [:]
        var shorter: [String: [EntityKey]] = [:]
        for (key, unit) in units where !key.isLocal {
            byName[EntityKey(family: key.family, name: key.name), default: []].append(key)
            if unit.isSurname { shorter[unit.spelling.key, default: []].append(key) }
            if unit.isAbbreviated {
                for form in unit.shortForms { shorter[form, default: []].append(key) }
            }
        }
        var holders: [EntityKey: [EntityKey: ResolvedEntity.Rule]] = [:]
        for (key, unit) in units where !key.isLocal {
            for alias in unit.aliases where !judged.areDistinct(alias, key.name) {
                for target in byName[EntityKey(family: key.family, name: alias)] ?? []
                where target != key && target.name != key.name {
                    holders[target, default: [:]][key] = .alias
                }
            }
            for form in unit.shortForms {
                for target in shorter[form] ?? []
                where target != key && holders[target]?[key] == nil {
                    guard let short = units[target], target.name != key.name else { continue }
                    if short.isSurname {
                        holders[target, default: [:]][key] = .surname
                    } else if !unit.isAbbreviated,
                        short.spelling.key.first == unit.spelling.key.first
                    {
                        holders[target, default: [:]][key] = .initials
                    }
                }
            }
        }
        return holders
    }
}
