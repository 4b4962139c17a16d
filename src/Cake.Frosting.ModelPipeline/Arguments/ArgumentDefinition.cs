namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>An argument that a command line may have.</summary>
/// <param name="Name">The name without dashes.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Spelling">Whether upper and lower case may differ.</param>
internal sealed record ArgumentDefinition(string Name, ArgumentKind Kind, StringComparison Spelling = StringComparison.OrdinalIgnoreCase)
{
    /// <summary>One line for the help; empty where Cake or the host's own task describes it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The name with its dashes.</summary>
    public string Written => (Name.Length == 1 ? "-" : "--") + Name;
}
