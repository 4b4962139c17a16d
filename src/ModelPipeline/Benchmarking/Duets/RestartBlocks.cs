using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>What three workers took between one start and the next: the candidate's, the champion's, and the control's, which is the champion once more.</summary>
internal sealed class RestartBlocks
{
    /// <summary>Loading the bundle.</summary>
    public required BlockPair Load { get; init; }

    /// <summary>By mode, candidate and champion; each two following pairs have the cores one way and the other.</summary>
    public IReadOnlyDictionary<ScoringMode, List<BlockPair>> Duet { get; } = Modes();

    /// <summary>By mode, control and champion, in the same order.</summary>
    public IReadOnlyDictionary<ScoringMode, List<BlockPair>> Control { get; } = Modes();

    /// <summary>The peak of the memory of candidate, champion and control after equal work, in bytes; 0 where the system does not say.</summary>
    public long[] Peaks { get; set; } = [];

    private static Dictionary<ScoringMode, List<BlockPair>> Modes() => Enum.GetValues<ScoringMode>().ToDictionary(mode => mode, _ => new List<BlockPair>());
}
