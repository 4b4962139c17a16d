using ModelPipeline.Evidence;

namespace ModelPipeline.Runs;

/// <summary>One step of the pipeline: reads inputs, writes outputs, returns what it judged.</summary>
public interface IStep
{
    /// <summary>The step's name in evidence.</summary>
    string Name { get; }

    /// <summary>The steps that must have judged the same inputs before; where one could not, this one is not run.</summary>
    IReadOnlyList<string> Needs { get; }

    /// <summary>What determines the verdict beside data, spec, baseline and tool, as texts in a fixed order.</summary>
    /// <param name="run">The model's run.</param>
    /// <value>Default: nothing.</value>
    IEnumerable<string> Inputs(ModelRun run) => [];

    /// <summary>Whether what the step wrote when it left this evidence is still there, so that it may be skipped.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="last">The step's last evidence.</param>
    /// <value>Default: yes.</value>
    bool CanSkip(ModelRun run, StepEvidence last) => true;

    /// <summary>Does the work.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the step; nothing half-written is left.</param>
    /// <exception cref="InputException">The user's input is at fault.</exception>
    Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation);

    /// <summary>Removes what an earlier run of the step left, because it would now mislead.</summary>
    /// <param name="run">The model's run.</param>
    /// <value>Default: nothing.</value>
    void Discard(ModelRun run)
    {
    }
}
