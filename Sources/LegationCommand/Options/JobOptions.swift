import ArgumentParser
import Shell

/// On how many cores texts are read.
struct JobOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many documents are read at a time; all cores if not given. The output is the same.",
            valueName: "count"))
    var jobs: Int?

    var count: Int { jobs ?? Processors.count }

    mutating func validate() throws {
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs is a number from 1 to 256")
        }
    }
}
