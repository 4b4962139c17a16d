namespace ModelPipeline.Specs;

/// <summary>Something wrong in a <c>model.yaml</c>.</summary>
/// <param name="File">The file, as the caller named it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong and what to do: one line, a user's text in it escaped and shortened.</param>
public sealed record SpecFault(string File, int Line, int Column, string Message)
{
    /// <summary>The form that editors and CI services make a link of: <c>file:line:column: message</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}: {Message}");
}
