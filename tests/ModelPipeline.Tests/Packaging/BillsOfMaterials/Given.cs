using ModelPipeline.Data;
using ModelPipeline.Packaging;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Packaging.BillsOfMaterials;

/// <summary>What bills are written of.</summary>
internal static class Given
{
    public static ModelBundle Bundle { get; } = new("/bundle", Digest.Of("bundle"), Manifests.Full);

    public static BuiltImage Image { get; } = new()
    {
        Archive = "/somewhere/image.tar",
        Digest = Digest.Of("image"),
        Id = Digest.Of("config"),
        Reference = "ghcr.io/acme/churn:0123456789ab",
        Base = "scratch",
        Layers = [new ImageLayer("model", Digest.Of("layer"), 5, false)],
        Components =
        [
            new ImageComponent("Microsoft.NETCore.App", "10.0.1", "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.1", null),
            new ImageComponent("libgomp.so.1", "14.2.0-19", "pkg:deb/debian/libgomp1@14.2.0-19?arch=amd64", Digest.Of("libgomp")) { License = "GPL-3.0-or-later" },
            new ImageComponent("base-files", "13.8", "pkg:deb/debian/base-files@13.8", null),
            new ImageComponent("unknown.so", null, null, Digest.Of("unknown")),
        ],
    };

    public static ModelSpec Spec { get; } = new()
    {
        Path = "/models/churn/model.yaml",
        Digest = Digest.Of("spec"),
        Name = "churn",
        Owner = "retention-team",
        MonitoringOwner = "operators",
        Task = ModelTask.MulticlassClassification,
        Description = "Which customers will leave next month.",
        Data = new DataSpec { Path = "data/churn.csv", Label = "left", Key = ["id"], Split = new SplitSpec { Method = SplitMethod.Random } },
        Train = new TrainSpec { Engine = "fake", Trainer = "guess", Parameters = new TrainerParameters([]) },
        Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec>() },
        Card = new CardSpec { License = "apache-2.0", IntendedUse = "Offers.", OutOfScope = "Pricing.", Limitations = "One provider.", DataSource = "A sample." },
        Release = new ReleaseSpec(),
    };

    /// <summary>A text that would break out of what is not escaped.</summary>
    public const string Hostile = "\"},{\"type\":\"x\\\u0000\u0001\n\r\t\u2028\u202e</script>😀'";

    public static ModelSpec HostileSpec { get; } = Spec with
    {
        Owner = Hostile,
        MonitoringOwner = Hostile,
        Description = Hostile,
        Data = Spec.Data with { Path = Hostile },
        Card = new CardSpec { License = Hostile, IntendedUse = Hostile, OutOfScope = Hostile, Limitations = Hostile, Contacts = Hostile, DataSource = Hostile },
    };

    public static ModelBundle HostileBundle { get; } = Bundle with
    {
        Manifest = Manifests.Full with
        {
            Trainer = Hostile,
            Versions = new Dictionary<string, string> { [Hostile] = Hostile },
            Signature = new ModelSignature(ModelTask.MulticlassClassification, [new FeatureSignature(Hostile, ColumnType.Categorical, [Hostile])], ["probability_" + Hostile], [Hostile, "no"]),
            Parameters = new TrainerParameters([new("text", Hostile)]),
        },
    };

    public static BuiltImage HostileImage { get; } = Image with
    {
        Base = "base@" + Digest.Of("base"),
        Components = [.. Image.Components, new ImageComponent(Hostile, Hostile, Hostile, null), new ImageComponent(Hostile, Hostile, Hostile, null)],
    };
}
