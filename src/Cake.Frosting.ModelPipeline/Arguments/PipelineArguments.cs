namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>The arguments of the pipeline's own tasks.</summary>
internal static class PipelineArguments
{
    public const string Model = "model";
    public const string Workspace = "workspace";
    public const string Data = "data";
    public const string Force = "force";

    public static IReadOnlyList<ArgumentDefinition> All { get; } =
    [
        new(Model, ArgumentKind.Values),
        new(Workspace, ArgumentKind.Value),
        new(Data, ArgumentKind.Value),
        new(Force, ArgumentKind.Flag),
        new("baseline", ArgumentKind.Later),
        new("candidate", ArgumentKind.Later),
        new("release-version", ArgumentKind.Later),
        new("pull-request", ArgumentKind.Later),
    ];
}
