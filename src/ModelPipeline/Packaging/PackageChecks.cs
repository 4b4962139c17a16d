using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Serving;
using ModelPipeline.Specs;

namespace ModelPipeline.Packaging;

/// <summary>Says in words what Package judged.</summary>
internal static class PackageChecks
{
    public const string Container = "container";

    private const double Megabyte = 1 << 20;

    /// <summary>Whether the archive is as it should be.</summary>
    public static Check OfImage(BuiltImage image, IReadOnlyList<string> faults) => faults.Count == 0
        ? new Check { Name = "image", Status = Status.Passed, Reason = string.Create(CultureInfo.InvariantCulture, $"the image of {image.Layers.Count} layers and {image.CompressedBytes / Megabyte:0.0} MB compressed is sound") }
        : new Check { Name = "image", Status = Status.Failed, Reason = string.Join("; ", faults), Hint = "run Package again with --force; a fault that stays is one of the base or of the image builder" };

    /// <summary>Whether the service says that it answers with the candidate.</summary>
    public static Check OfBundle(Digest found, Digest candidate) => found == candidate
        ? new Check { Name = "bundle", Status = Status.Passed, Reason = "the service answers with the candidate" }
        : new Check { Name = "bundle", Status = Status.Failed, Reason = $"the service answers with {found}, the candidate is {candidate}" };

    /// <summary>Whether the service gives the golden rows' scores.</summary>
    public static Check OfGoldenRows(GoldenRowsTrial trial, double tolerance)
    {
        var differs = trial.Different > 0 && !(trial.Largest <= tolerance);
        return new Check
        {
            Name = "golden_rows",
            Status = differs ? Status.Failed : Status.Passed,
            Observed = double.IsFinite(trial.Largest) ? trial.Largest : null,
            Limit = tolerance,
            Reason = string.Create(CultureInfo.InvariantCulture, $"{trial.Rows - trial.Different} of {trial.Rows} golden rows have the bundle's scores bit for bit")
                + (trial.Different == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", the largest difference is {trial.Largest:0.###E+0}, allowed is {tolerance:0.###E+0}")),
            Hint = differs ? "the service scores otherwise than the pipeline: compare the libraries in the image with those of this machine" : null,
        };
    }

    /// <summary>Whether the image was run in a container.</summary>
    /// <param name="service">What was run.</param>
    /// <param name="use">Whether a container is demanded.</param>
    /// <param name="endpoint">Where an engine is expected.</param>
    public static Check OfContainer(IServiceInstance service, ContainerUse use, string? endpoint) => new()
    {
        Name = Container,
        Status = service is IContainer ? Status.Passed : Status.NotRun,
        Required = use == ContainerUse.Required,
        Reason = (service, endpoint) switch
        {
            (IContainer, _) => $"the image runs in {service.Place}",
            (_, null) => "there is no container engine here",
            _ => $"no container engine answers at {QuotedText.Escape(endpoint)}",
        },
        Hint = service is not IContainer ? "start Docker or set DOCKER_HOST; package.container: optional lets a release do without" : null,
    };

    /// <summary>Whether a step's evidence says that the image ran in a container.</summary>
    public static bool RanInContainer(StepEvidence evidence) => evidence.Checks.Any(check => check is { Name: Container, Status: Status.Passed });

    /// <summary>The check that stands for everything that could not be tried.</summary>
    public static Check OfBroken(string reason) => new() { Name = "service", Status = Status.Error, Reason = reason };
}
