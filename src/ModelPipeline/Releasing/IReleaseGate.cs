using ModelPipeline.Runs;

namespace ModelPipeline.Releasing;

/// <summary>Decides whether a pull request's release is approved (the gate's rules R0 to R15). Changes nothing.</summary>
public interface IReleaseGate
{
    /// <summary>Judges a pull request. Whatever cannot be read makes the ruling indeterminate; nothing but a stop is thrown.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="pullRequest">The pull request's number.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<GateRuling> JudgeAsync(ModelRun run, int pullRequest, CancellationToken cancellation);
}
