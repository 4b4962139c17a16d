namespace ModelPipeline.Specs.Reading;

/// <summary>Reads where rows are.</summary>
internal static class DataPath
{
    public static string? Read(SpecValue? value)
    {
        if (value?.Text() is not { } path)
            return null;

        if (path.Contains("://", StringComparison.Ordinal))
            value.Fault($"must be a path, not the URL {QuotedText.Of(path)}");
        else if (path.Contains('\\'))
            value.Fault($"must have '/' between folders, not '\\': {QuotedText.Of(path)}");
        else if (path[0] == '/' || path is [_, ':', ..])
            value.Fault($"must be relative to this file, not {QuotedText.Of(path)}");
        else if (path.AsSpan().ContainsAny('\r', '\n', '\t'))
            value.Fault($"must be one line without tabs, not {QuotedText.Of(path)}");
        else if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            value.Fault($"must end in .csv or .csv.gz, not {QuotedText.Of(path)}");
        return path;
    }
}
