using Cake.Frosting.ModelPipeline.Arguments;
using ModelPipeline.Evidence;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Lists what the registry knows: models, versions, stages, owners, dependencies.</summary>
[TaskName(Name)]
[TaskDescription("Lists models, their versions and what is in which stage.")]
public sealed class ModelsTask : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "Models";

    private const string Step = "models";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.JudgeAsync("registry", Step, async progress =>
        {
            progress.Report("reading the registry");
            var place = await context.ReleasePlaceAsync().ConfigureAwait(false);
            var registry = await ModelRegistry.ReadAsync(place.Git, context.ModelsFolder, context.Cancellation).ConfigureAwait(false);
            var models = context.Argument(PipelineArguments.Model) is { } name
                ? [registry.Find(RegistryArguments.ModelName(name, context.Root))]
                : registry.Search(context.Argument(PipelineArguments.Search) ?? "");
            if (context.Argument(PipelineArguments.Output) is { } output)
                AtomicFile.Write(Path.GetFullPath(output, context.Root), RegistryJson.Write(registry, models));
            var lines = context.Argument(PipelineArguments.Model) is null ? RegistryListing.Rows(models, RegistryListing.DefaultWidth - PipelineContext.DetailIndent) : RegistryListing.Details(models[0]);
            var summary = $"{models.Count} of {registry.Models.Count} model{(registry.Models.Count == 1 ? "" : "s")} on {registry.Branch}";
            return (new StepReport("registry", Step, Status.Passed, summary), lines);
        });
    }
}
