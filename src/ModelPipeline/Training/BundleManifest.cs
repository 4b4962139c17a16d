namespace ModelPipeline.Training;

/// <summary>A bundle's <c>bundle.json</c>: everything about a model that determines or explains its predictions.</summary>
public sealed record BundleManifest
{
    /// <summary>The file's name in the bundle.</summary>
    public const string FileName = "bundle.json";

    /// <summary>The format's name.</summary>
    public const string Format = "modelpipeline/bundle/v1";

    /// <summary>The format's name: <see cref="Format"/>.</summary>
    public string Schema { get; init; } = Format;

    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The engine that trained it and can load it.</summary>
    public required string Engine { get; init; }

    /// <summary>The engine's algorithm.</summary>
    public required string Trainer { get; init; }

    /// <summary>The versions of the engine and its libraries, by name.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>What the model reads and writes; its inputs are the features used.</summary>
    public required ModelSignature Signature { get; init; }

    /// <summary>The trainer's parameters.</summary>
    public required TrainerParameters Parameters { get; init; }

    /// <summary>The seed of everything random in training.</summary>
    public required long Seed { get; init; }

    /// <summary>The data that it was trained and tested on.</summary>
    public required BundleData Data { get; init; }

    /// <summary>The metrics on its own test rows when it was trained, by name; an undefined one is absent.</summary>
    public required IReadOnlyDictionary<string, double> TestMetrics { get; init; }

    /// <summary>How much an honest re-training moves the scores.</summary>
    public required NoiseFloor NoiseFloor { get; init; }
}
