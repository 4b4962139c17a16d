namespace ModelPipeline.Evidence;

/// <summary>The steps' names in evidence.</summary>
public static class StepNames
{
    /// <summary>Judges the data.</summary>
    public const string ValidateData = "validate-data";

    /// <summary>Trains the candidate.</summary>
    public const string Train = "train";

    /// <summary>Measures and judges the candidate.</summary>
    public const string Evaluate = "evaluate";

    /// <summary>Compares candidate and champion row by row.</summary>
    public const string DifferentialTest = "differential-test";

    /// <summary>Compares the candidate's speed and size with the champion's.</summary>
    public const string BenchmarkTest = "benchmark-test";

    /// <summary>Builds the image of the scoring service with the candidate and tries it.</summary>
    public const string Package = "package";

    /// <summary>Puts the scoring service under load.</summary>
    public const string LoadTest = "load-test";

    /// <summary>Sees which checks notice faults in the data.</summary>
    public const string MutationTest = "mutation-test";

    /// <summary>Writes the model card.</summary>
    public const string ModelCard = "model-card";

    /// <summary>Proposes the release of the candidate.</summary>
    public const string ProposeRelease = "propose-release";

    /// <summary>Publishes an approved release.</summary>
    public const string Release = "release";

    /// <summary>Decides on the release.</summary>
    public const string GateRelease = "gate-release";

    /// <summary>Records a model's very first release.</summary>
    public const string ImportRelease = "import-release";

    /// <summary>Compares several candidates with each other.</summary>
    public const string RankCandidates = "rank-candidates";

    /// <summary>The steps whose verdicts a release needs, in order.</summary>
    public static IReadOnlyList<string> Required { get; } = [ValidateData, Train, Evaluate, DifferentialTest, BenchmarkTest, Package, LoadTest, ModelCard];
}
