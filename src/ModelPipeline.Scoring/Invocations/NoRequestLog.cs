using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Invocations;

/// <summary>Keeps nothing.</summary>
internal sealed class NoRequestLog : IRequestLog
{
    public static NoRequestLog Instance { get; } = new();

    public void Write(Table rows, Scores scores)
    {
    }
}
