namespace ModelPipeline.Specs;

/// <summary>A challenger: another recipe for a model, in a file beside its <c>model.yaml</c>.</summary>
/// <param name="Name">Its name: that of its file, <c>challengers/&lt;name&gt;.yaml</c>.</param>
/// <param name="Reason">What is tried, and why its limits are what they are; <see langword="null"/> where the file does not say.</param>
/// <param name="Sections">The sections of its file, in the order of the format.</param>
public sealed record ChallengerSpec(string Name, string? Reason, IReadOnlyList<string> Sections)
{
    /// <summary>Its file's path within the model's folder, with slashes.</summary>
    public string File => ChallengerFiles.Within(Name);
}
