namespace ModelPipeline.Docker.Images;

/// <summary>What is the same in every image.</summary>
internal static class ImageRules
{
    /// <summary>The folder of the service and its runtime.</summary>
    public const string App = "app";

    /// <summary>The folder of the bundle.</summary>
    public const string Model = "model";

    /// <summary>The service's program, in its folder.</summary>
    public const string Program = "ModelPipeline.Scoring";

    /// <summary>The user and group that the service runs as: the number that distroless images have for <c>nonroot</c>.</summary>
    public const string User = "65532:65532";

    /// <summary>The port that the service listens on.</summary>
    public const string Port = "8080/tcp";

    /// <summary>When an image says that it was made: always the same, so that equal inputs give equal bytes.</summary>
    public const string Created = "1970-01-01T00:00:00Z";

    /// <summary>The label with the bundle's digest.</summary>
    public const string BundleLabel = "modelpipeline.bundle.digest";

    /// <summary>The label with the model's name.</summary>
    public const string ModelLabel = "modelpipeline.model";

    /// <summary>The variable with the bundle's digest.</summary>
    public const string BundleVariable = "SCORING_DIGEST";

    /// <summary>What starts the service.</summary>
    public static IReadOnlyList<string> EntryPoint { get; } = [$"/{App}/{Program}"];

    /// <summary>What a container engine asks whether the service is well.</summary>
    public static IReadOnlyList<string> HealthCheck { get; } = ["CMD", $"/{App}/{Program}", "health"];
}
