import GraphModel
import Testing

@testable import Extraction

@Suite struct HtmlReaderTests {
    private static func read(_ page: String) throws -> DecodedText {
        try DecodedText(SourceDocument(id: "x", format: .html, bytes: Array(page.utf8)))
    }

    /// Paragraphs with bars between.
    private static func text(_ page: String) throws -> String {
        let text = String(decoding: try read(page).bytes, as: UTF8.self)
        return text.split(separator: "\n\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }.joined(separator: " | ")
    }

    private static let story =
        "<p>The envoys met for three hours in the capital and agreed to meet again.</p>"
    private static let storyText =
        "The envoys met for three hours in the capital and agreed to meet again."

    @Test(arguments: [
        // Blocks part sentences; inline elements and line ends do not.
        ("<h1>Talks</h1><p>One <b>t</b>wo\n\n three</p><p>four", "Talks | One two three | four"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a | b | c"),
        ("a<br>b<br><br>c", "a b | c"),
        ("<pre>a\n\nb</pre>", "a | b"),
        // References, with and without their end.
        ("AT&amp;T &ldquo;x&rdquo; &#8212; &#x2019; &hellip;", "AT&T “x” — ’ …"),
        (
            "&copy2020 &notit; &AMP; R&D A & B &unknown; &euro;5 &#233t&#xE9;",
            "©2020 ¬it; & R&D A & B &unknown; €5 été"
        ),
        ("x &lt;b&gt; y &amp;amp; z", "x <b> y &amp; z"),
        ("1 < 2 &bne; 3", "1 < 2 =\u{20E5} 3"),
        // End tags that close nothing, comments, carriage returns, a missing end.
        ("a</i>b<!-- not -->c\r\nd<b", "abc d"),
        ("<p title='>'>a</p><script>if (a < b) {}</script><style>p{}</style>c", "a | c"),
    ])
    func textIsRead(page: String, expected: String) throws {
        #expect(try Self.text(page) == expected)
    }

    /// Whatever stands around it, the story alone is read.
    @Test(arguments: [
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav>\(story)",
        "<header>The Paper<ul><li><a>World</a></ul></header>\(story)<footer>Imprint</footer>",
        "\(story)<aside>Minister refuses to meet envoy</aside>",
        "<div id='cookie-banner'>We value your privacy.</div>\(story)",
        "<div class='box relatedStories'>Minister refuses to meet envoy.</div>\(story)",
        "<div role=navigation>World Politics</div>\(story)",
        "<form>Your address <input><button>Subscribe</button></form>\(story)",
        "<div><a>Minister refuses to meet envoy</a> <a>Bank gives loan</a></div>\(story)",
        "\(story)<p><a>Minister refuses to meet envoy</a></p>",
        "\(story)<p style='display: none'>Nobody sees this.</p><p hidden>Nor this.</p>",
        "<div>Weather: rain</div><main>\(story)</main><div>Imprint</div>",
        "<div>Weather: rain</div><article>\(story)</article><p>Imprint and terms</p>",
        "\(story)<noscript>Switch scripts on.</noscript><svg><text>logo</text></svg>",
        // A form, an odd class and a header around the story itself take nothing away.
        "<form>\(story)</form>", "<div class='content with-sidebar'>\(story)</div>",
        "<article><header>\(story)</header></article>",
    ])
    func boilerplateIsLeftOut(page: String) throws {
        #expect(try Self.text("<html><body>\(page)</body></html>") == Self.storyText)
    }

    @Test func linksWithinSentencesAreText() throws {
        let page = "<p>The <a>minister</a> met the <a>envoy</a> of <a>Norland</a>.</p>"
        #expect(try Self.text(page) == "The minister met the envoy of Norland.")
    }

    /// A page of nothing but links is not empty.
    @Test func aPageOfLinksIsRead() throws {
        let page = "<ul><li><a>Minister meets envoy</a><li><a>Bank gives loan</a></ul>"
        #expect(try Self.text(page) == "Minister meets envoy | Bank gives loan")
    }

    @Test(arguments: [
        ("<title>A &amp; B\n | Paper</title>", "A & B | Paper"),
        ("<title>A | Paper</title><meta property='og:title' content='A &amp; B'>", "A & B"),
        ("<title> </title>", nil),
    ])
    func theTitleIsRead(head: String, title: String?) throws {
        #expect(try Self.read("<head>\(head)</head><p>x").title == title)
    }

    @Test(arguments: [
        (
            "<meta property='article:published_time' content='2026-03-04T23:30:00+02:00'>",
            "2026-03-04"
        ),
        ("<meta name=DC.date.issued content=20260304>", "2026-03-04"),
        ("<time datetime='2026-03-04'>Wednesday</time>", "2026-03-04"),
        (
            "<script type='application/ld+json'>{\"datePublished\" : \"2026-03-04T08:00Z\"}</script>",
            "2026-03-04"
        ),
        // The first of several that says most surely when the page was published.
        (
            "<time datetime=2020-01-01></time><time pubdate datetime=2020-01-02></time>"
                + "<meta itemprop=datePublished content=2026-03-04>", "2026-03-04"
        ),
        ("<meta name=date content='yesterday'>", nil),
        ("<meta name=date content='2026-13-04'>", nil),
        ("<time datetime='08:30'></time>", nil),
    ])
    func theDateIsRead(head: String, date: String?) throws {
        #expect(try Self.read("<head>\(head)</head><p>x").date == date)
    }

    /// What the parser moves out of a table joins no sentence, and keeps its place.
    @Test func movedTextKeepsItsPlace() throws {
        let page = "<p>Before. <table><tr><td>cell</td>stray words</tr></table>after"
        let decoded = try Self.read(page)
        let text = String(decoding: decoded.bytes, as: UTF8.self)
        for words in ["Before.", "cell", "stray words", "after"] {
            let start = try #require(text.firstRange(of: words)).lowerBound.utf16Offset(in: text)
            let span = decoded.original(TextSpan(start: start, end: start + words.utf8.count))
            let cut = Array(page.utf8)[span.start..<span.end]
            #expect(String(decoding: cut, as: UTF8.self) == words)
        }
        #expect(try Self.text(page).split(separator: " | ").contains("stray words"))
    }

    /// No depth of a page exhausts the stack or the reader's patience.
    @Test func aDeepPageIsRead() throws {
        let page = String(repeating: "<div><b>", count: HtmlDepth.most / 2) + "<p>Deep.</p>"
        #expect(try Self.text(page) == "Deep.")
        let deeper = page.replacing("<p>", with: "<i><p>")
        let error = #expect(throws: ExtractionError.self) { try Self.read(deeper) }
        #expect(error?.code == .malformed)
    }

    /// What closes itself, or is closed, nests not at all.
    @Test func aLongPageIsNotDeep() throws {
        let page = String(repeating: "<p><img>a<br><b>b</B><li>c</x>", count: HtmlDepth.most * 2)
        #expect(try Self.text(page).hasPrefix("a b | c"))
    }
}
