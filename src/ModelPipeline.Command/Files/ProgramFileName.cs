namespace ModelPipeline.Command.Files;

/// <summary>The names that a program's files may have, in the model's folder and in the bundle.</summary>
internal static class ProgramFileName
{
    private const int Longest = 200;
    private static readonly string[] Taken = ["bundle.json", "golden.csv", "training-rows.txt", Persistence.ProgramModelFile.FileName, ModelFiles.Folder];

    /// <summary>What is wrong with the names of a program's files, a sentence a fault.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (Fault(name) is { } fault)
                yield return $"'files' has {QuotedText.Of(name)}: {fault}";
            else if (Taken.Contains(name.Split('/')[0], StringComparer.OrdinalIgnoreCase))
                yield return $"'files' has {QuotedText.Of(name)}: the bundle has something else of this name; give the file another";
        }

        foreach (var twice in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return $"'files' has {QuotedText.Of(twice.Key)} twice";
    }

    /// <summary>Why a name cannot be that of a file below a folder; <see langword="null"/> where it can.</summary>
    public static string? Fault(string name) => name switch
    {
        _ when name.Length > Longest => $"a name has at most {Longest} characters",
        _ when name.Any(char.IsControl) || name.Contains('\\') || name.Contains(':') => "a name has no control character, no backslash and no colon",
        _ when name.Contains('\uFFFD') => "a name is text in UTF-8",
        _ when name.Split('/').Any(part => part is "" or "." or "..") => "it must be a relative path below the folder, without '.' and '..'",
        _ => null,
    };
}
