namespace ModelPipeline.Specs;

/// <summary>A model's <c>model.yaml</c>, with a challenger's sections in place of its own where one is given; validated, with every default filled in.</summary>
public sealed record ModelSpec
{
    /// <summary>The full path of <c>model.yaml</c>.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The digest of the file's bytes; of a challenger that of the text <c>model.yaml &lt;digest&gt;\nchallengers/&lt;name&gt;.yaml &lt;digest&gt;\n</c>.
    /// </summary>
    public required Digest Digest { get; init; }

    /// <summary>The challenger whose sections are in place of the model's; <see langword="null"/> for the model itself.</summary>
    public ChallengerSpec? Challenger { get; init; }

    /// <summary>The model's name: lower-case letters, digits and dashes; equal to its folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>What runs and reports call it: the model's name, and behind a slash that of its challenger, as in <c>diamonds/xgboost</c>.</summary>
    public string Id => Challenger is null ? Name : $"{Name}/{Challenger.Name}";

    /// <summary>Who answers for the model.</summary>
    public required string Owner { get; init; }

    /// <summary>Who watches the model.</summary>
    /// <value>Default: the owner.</value>
    public required string MonitoringOwner { get; init; }

    /// <summary>What the model predicts.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>One sentence: what the model is for.</summary>
    public required string Description { get; init; }

    /// <summary>What the model is to confirm or refute; shown on the card.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Hypotheses { get; init; } = [];

    /// <summary>Models whose output this one reads.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Where the rows are and what their columns mean.</summary>
    public required DataSpec Data { get; init; }

    /// <summary>How the candidate is trained.</summary>
    public required TrainSpec Train { get; init; }

    /// <summary>What the candidate is measured by.</summary>
    public required EvaluateSpec Evaluate { get; init; }

    /// <summary>How far the candidate's answers may be from the champion's.</summary>
    public DifferentialSpec Differential { get; init; } = new();

    /// <summary>How much slower or larger than the champion the candidate may be.</summary>
    public BenchmarkSpec Benchmark { get; init; } = new();

    /// <summary>The image that serves the model.</summary>
    public PackageSpec Package { get; init; } = new();

    /// <summary>The load that the scoring service must bear.</summary>
    public LoadSpec Load { get; init; } = new();

    /// <summary>What the model card says that no measurement can.</summary>
    public required CardSpec Card { get; init; }

    /// <summary>What a release needs.</summary>
    public required ReleaseSpec Release { get; init; }

    /// <summary>The image's name without a tag.</summary>
    internal string ImageName => Package.Image ?? Name;

    /// <summary>The rows of <c>differential.data</c>, with the columns of <see cref="Data"/>; <see langword="null"/> where it names none.</summary>
    internal DataSpec? Reference => Differential.Data is { } path ? Data with { Path = path } : null;

    /// <summary>The path of the file that is run, within the model's folder.</summary>
    internal string File => Challenger?.File ?? ModelFolders.SpecName;

    /// <summary>Where its values stand in its files.</summary>
    internal SpecPlaces Places { get; init; } = SpecPlaces.None;

    /// <summary>The folder of <c>model.yaml</c>.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
