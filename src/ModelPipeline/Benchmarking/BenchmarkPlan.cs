namespace ModelPipeline.Benchmarking;

/// <summary>How much is measured. It is fixed before anything is seen, and a verdict never extends it.</summary>
internal sealed record BenchmarkPlan
{
    /// <summary>How often all workers are started anew, and how many rounds of trainings there are.</summary>
    /// <value>Default: 5.</value>
    public int Restarts { get; init; } = 5;

    /// <summary>How many rounds of blocks there are in a restart, each with the cores one way and the other; fewer where a single score takes long.</summary>
    /// <value>Default: 16.</value>
    public int Rounds { get; init; } = 16;

    /// <summary>The least number of rounds in a restart.</summary>
    /// <value>Default: 3.</value>
    public int LeastRounds { get; init; } = 3;

    /// <summary>How long a block of scores takes.</summary>
    /// <value>Default: 4 ms.</value>
    public TimeSpan Block { get; init; } = TimeSpan.FromMilliseconds(4);

    /// <summary>How long all blocks may take together; rounds are left out where they would take longer.</summary>
    /// <value>Default: 10 s.</value>
    public TimeSpan Blocks { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all trainings may take together; rounds are left out, down to one, where they would take longer.</summary>
    /// <value>Default: 8 s.</value>
    public TimeSpan Trainings { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a worker may take for one answer.</summary>
    /// <value>Default: 60 s: a program that starts with its first score may take many seconds.</value>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many rows are scored at most.</summary>
    /// <value>Default: 2,000.</value>
    public int Rows { get; init; } = 2000;
}
