namespace ModelPipeline.Specs;

/// <summary>A line of a spec.</summary>
/// <param name="File">The file's path within the model's folder, with slashes.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record SpecLine(string File, int Line);
