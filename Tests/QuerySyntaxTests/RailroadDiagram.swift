/// A railroad diagram of one production, laid out in whole pixels, so that the same grammar gives the
/// same bytes on every machine.
struct RailroadDiagram {
    /// A laid-out part: the track runs through at `up` pixels below its top edge.
    struct Box {
        var width: Int
        var up: Int
        var down: Int
        /// Shapes, for a place of the track's beginning.
        var draw: (_ x: Int, _ y: Int) -> [String]

        var height: Int { up + down }
    }

    static let boxHeight = 22
    static let gap = 10
    static let radius = 8
    /// Beyond this width a sequence goes on in a further line.
    static let lineWidth = 760

    let title: String
    let body: Box

    init(title: String, _ term: Grammar.Term) {
        self.title = title
        body = Self.box(term)
    }

    var width: Int { body.width + 60 }
    var height: Int { 30 + body.height + 16 }

    /// With the upper left corner at a place.
    func shapes(x: Int, y: Int) -> [String] {
        let track = y + 30 + body.up
        let start = x + 20
        let end = start + 10 + body.width
        return [
            "<text class=\"name\" x=\"\(x)\" y=\"\(y + 14)\">\(title)</text>",
            Self.line(
                "M\(x + 4) \(track - 6)v12M\(x + 10) \(track - 6)v12M\(x + 10) \(track)H\(start + 10)"
            ),
        ] + body.draw(start + 10, track) + [
            Self.line("M\(end) \(track)h10M\(end + 10) \(track - 6)v12M\(end + 16) \(track - 6)v12")
        ]
    }

    private static func line(_ path: String) -> String { "<path d=\"\(path)\"/>" }

    // MARK: Layout

    static func box(_ term: Grammar.Term) -> Box {
        switch term {
        case .terminal(let text): word(text, "terminal", radius: 11)
        case .production(let name): word(name, "production", radius: 2)
        case .words(let text): word(plain(text), "words", radius: 2)
        case .sequence(let terms): sequence(terms.map(box))
        case .choice(let terms): choice(terms.map(box))
        case .optional(let inner): choice([empty, box(inner)])
        case .repetition(let inner): loop(box(inner))
        }
    }

    private static var empty: Box {
        Box(width: 0, up: boxHeight / 2, down: boxHeight / 2) { _, _ in [] }
    }

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "?" }).joined(separator: " ")
    }

    private static func word(_ text: String, _ kind: String, radius: Int) -> Box {
        let width = 8 * text.unicodeScalars.count + 20
        let half = boxHeight / 2
        return Box(width: width, up: half, down: half) { x, y in
            [
                "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y - half)\" width=\"\(width)\" "
                    + "height=\"\(boxHeight)\" rx=\"\(radius)\"/>",
                "<text class=\"\(kind)\" x=\"\(x + width / 2)\" y=\"\(y + 5)\">"
                    + "\(escaped(text))</text>",
            ]
        }
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(character)
            }
        }.joined()
    }

    private static func sequence(_ boxes: [Box]) -> Box {
        var lines: [[Box]] = [[]]
        var length = 0
        for box in boxes {
            if length > 0, length + box.width > lineWidth {
                lines.append([])
                length = 0
            }
            lines[lines.count - 1].append(box)
            length += box.width + gap
        }
        let rows = lines.map(row)
        return rows.count == 1 ? rows[0] : stacked(rows)
    }

    private static func row(_ boxes: [Box]) -> Box {
        let width = boxes.reduce(0) { $0 + $1.width } + gap * (boxes.count - 1)
        let up = boxes.map(\.up).max() ?? 0
        return Box(width: width, up: up, down: boxes.map(\.down).max() ?? 0) { x, y in
            var shapes: [String] = []
            var place = x
            for (index, box) in boxes.enumerated() {
                if index > 0 {
                    shapes.append(line("M\(place) \(y)h\(gap)"))
                    place += gap
                }
                shapes += box.draw(place, y)
                place += box.width
            }
            return shapes
        }
    }

    /// Lines of a long sequence, one below the other, the track going back to the left between them.
    private static func stacked(_ rows: [Box]) -> Box {
        let inner = rows.map(\.width).max() ?? 0
        let width = inner + 4 * radius
        let down = rows.dropFirst().reduce(rows[0].down) { $0 + $1.height + 3 * gap }
        return Box(width: width, up: rows[0].up, down: down) { x, y in
            var shapes = [line("M\(x) \(y)h\(2 * radius)")]
            var track = y
            for (index, row) in rows.enumerated() {
                shapes += row.draw(x + 2 * radius, track)
                let end = x + 2 * radius + row.width
                if index == rows.count - 1 {
                    // Back to the height at which it began.
                    shapes.append(
                        line(
                            "M\(end) \(track)H\(x + width - 2 * radius)"
                                + "q\(radius) 0 \(radius) -\(radius)V\(y + radius)"
                                + "q0 -\(radius) \(radius) -\(radius)"))
                } else {
                    let next = track + row.down + 3 * gap + rows[index + 1].up
                    let between = track + row.down + gap + gap / 2
                    shapes.append(
                        line(
                            "M\(end) \(track)q\(radius) 0 \(radius) \(radius)V\(between - radius)"
                                + "q0 \(radius) -\(radius) \(radius)H\(x + 2 * radius)"
                                + "q-\(radius) 0 -\(radius) \(radius)V\(next - radius)"
                                + "q0 \(radius) \(radius) \(radius)"))
                    track = next
                }
            }
            return shapes
        }
    }

    /// The first stands on the track, the others below.
    private static func choice(_ boxes: [Box]) -> Box {
        let inner = boxes.map(\.width).max() ?? 0
        let width = inner + 4 * radius
        let down = boxes.dropFirst().reduce(boxes[0].down) { $0 + $1.height + gap }
        return Box(width: width, up: boxes[0].up, down: down) { x, y in
            var shapes: [String] = []
            var track = y
            for (index, box) in boxes.enumerated() {
                let start = x + 2 * radius
                let end = start + box.width
                if index == 0 {
                    shapes.append(line("M\(x) \(y)H\(start)"))
                    shapes += box.draw(start, y)
                    shapes.append(line("M\(end) \(y)H\(x + width)"))
                } else {
                    track += boxes[index - 1].down + gap + box.up
                    shapes.append(
                        line(
                            "M\(x) \(y)q\(radius) 0 \(radius) \(radius)V\(track - radius)"
                                + "q0 \(radius) \(radius) \(radius)"))
                    shapes += box.draw(start, track)
                    shapes.append(
                        line(
                            "M\(end) \(track)H\(x + width - 2 * radius)"
                                + "q\(radius) 0 \(radius) -\(radius)V\(y + radius)"
                                + "q0 -\(radius) \(radius) -\(radius)"))
                }
            }
            return shapes
        }
    }

    /// Any number of times, none among them: the track runs straight on, and back through the part.
    private static func loop(_ box: Box) -> Box {
        let width = box.width + 4 * radius
        let half = boxHeight / 2
        return Box(width: width, up: half, down: half + box.height) { x, y in
            let track = y + half + box.up
            let start = x + 2 * radius
            return [
                line("M\(x) \(y)h\(width)"),
                line(
                    "M\(x + width - 2 * radius) \(y)q\(radius) 0 \(radius) \(radius)"
                        + "V\(track - radius)q0 \(radius) -\(radius) \(radius)"),
                line(
                    "M\(start) \(track)q-\(radius) 0 -\(radius) -\(radius)V\(y + radius)"
                        + "q0 -\(radius) \(radius) -\(radius)"),
            ] + box.draw(start, track)
        }
    }
}
