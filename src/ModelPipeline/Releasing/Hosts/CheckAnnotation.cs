namespace ModelPipeline.Releasing.Hosts;

/// <summary>A remark beside a line of a file.</summary>
/// <param name="Path">The file, relative to the repository's root, with slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="IsFailure">Whether it is why the check failed; else a warning.</param>
/// <param name="Title">One line.</param>
/// <param name="Message">Plain text.</param>
public sealed record CheckAnnotation(string Path, int Line, bool IsFailure, string Title, string Message);
