using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace ModelPipeline.Cards;

/// <summary>Writes the model card from the evidence, also where a gate failed.</summary>
/// <param name="renderer">Renders the template <c>model-card</c>.</param>
public sealed class ModelCardStep(IDocumentRenderer renderer) : IStep
{
    private const string Template = "model-card";
    internal const string DigestFact = "model_card";

    private static readonly string[] Sources = [.. StepNames.Required.Where(step => step != StepNames.ModelCard)];

    /// <inheritdoc/>
    public string Name => StepNames.ModelCard;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.Train];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [$"{renderer.Identity(Template)}", .. Current(run).Select(evidence => $"{DigestOf(evidence)}")];
    }

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        return File.Exists(run.Workspace.ModelCard)
            && last.Facts.GetValueOrDefault(DigestFact) == Digest.OfFile(run.Workspace.ModelCard).ToString();
    }

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        progress.Report("rendering the card");
        var evidence = Current(run);
        var card = renderer.Render(Template, CardBuilder.Build(run.Spec, evidence), cancellation);
        AtomicFile.WriteText(run.Workspace.ModelCard, card);
        var digest = Digest.OfFile(run.Workspace.ModelCard);
        return Task.FromResult(new StepOutcome
        {
            Summary = $"written to {Path.GetRelativePath(run.Options.Workspace, run.Workspace.ModelCard)}",
            Candidate = evidence.FirstOrDefault(step => step.Step == StepNames.Train)?.Candidate,
            Checks = [new Check { Name = "rendered", Status = Status.Passed, Reason = $"the card was rendered from the evidence of {evidence.Count} steps" }],
            Facts = evidence.ToDictionary(step => SourceFact(step.Step), step => DigestOf(step).ToString()).Append(new(DigestFact, digest.ToString())).ToDictionary(),
        });
    }

    /// <inheritdoc/>
    public void Discard(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (File.Exists(run.Workspace.ModelCard))
            File.Delete(run.Workspace.ModelCard);
    }

    /// <summary>The fact that holds the digest of the evidence that the card was rendered from.</summary>
    internal static string SourceFact(string step) => $"source.{step}";

    internal static Digest DigestOf(StepEvidence evidence) => Digest.Of(EvidenceJson.Write(evidence));

    /// <summary>The evidence of this run's inputs, champion and candidate; older evidence says nothing about them.</summary>
    private static List<StepEvidence> Current(ModelRun run)
    {
        var all = Sources.Select(run.Workspace.Evidence.Read).OfType<StepEvidence>().Where(run.IsCurrent).ToList();
        var candidate = all.FirstOrDefault(evidence => evidence.Step == StepNames.Train)?.Candidate;
        return [.. all.Where(evidence => evidence.Candidate is null || evidence.Candidate == candidate)];
    }
}
