/// What patterns did while a text was read.
final class PatternUse {
    /// Slots of the rules that matched anywhere.
    var matched: Set<Int> = []
    /// Slots of the phrases that joined something.
    var joined: Set<Int> = []
    /// The sentences as patterns saw them, before and behind the phrases.
    var sentences: [[UInt8]] = []
}
