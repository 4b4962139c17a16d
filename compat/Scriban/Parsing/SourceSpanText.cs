namespace Scriban.Parsing;

/// <summary>The text of a range, as messages show it.</summary>
internal static class SourceSpanText
{
    public static string In(this SourceSpan span, string source) => source.Substring(span.Start.Offset, span.Length);

    /// <summary>The range from the start of one to the end of another.</summary>
    public static SourceSpan To(this SourceSpan first, SourceSpan last) => new(first.FileName, first.Start, last.End);
}
