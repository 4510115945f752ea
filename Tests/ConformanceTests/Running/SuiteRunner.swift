import Foundation

/// Runs all scenarios of a folder, each on a fresh engine, on all cores.
enum SuiteRunner {
    /// - Parameter trace: is told each scenario's name before it runs, so that a crash has a name.
    static func run<Engine: ConformanceEngine>(
        _ folder: SuiteFolder, trace: (@Sendable (String) -> Void)? = nil,
        engine: @escaping @Sendable () throws -> Engine
    ) async -> SuiteReport {
        let scenarios = folder.scenarios
        let workers = ProcessInfo.processInfo.activeProcessorCount
        let outcomes = await withTaskGroup(of: [(Int, Outcome)].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    stride(from: worker, to: scenarios.count, by: workers).map { index in
                        trace?(scenarios[index].name)
                        return (index, outcome(of: scenarios[index], in: folder, engine))
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        let ordered = outcomes.sorted { $0.0 < $1.0 }
        return SuiteReport(outcomes: ordered.map { (scenarios[$0.0], $0.1) })
    }

    private static func outcome<Engine: ConformanceEngine>(
        of scenario: Scenario, in folder: SuiteFolder, _ engine: () throws -> Engine
    ) -> Outcome {
        do {
            return ScenarioRunner.run(scenario, on: try engine()) { folder.graph(named: $0) }
        } catch {
            return .failed(Failure(reason: "the engine could not be made", detail: "\(error)"))
        }
    }
}
