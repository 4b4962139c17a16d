using ModelPipeline.Evidence;
using ModelPipeline.Storage;

namespace ModelPipeline.Runs;

/// <summary>The tables and figures that a step leaves for people; the evidence records their digests.</summary>
internal static class ReportFiles
{
    private const string Prefix = "report.";
    private static readonly string[] Kept = [".csv", ".json", ".svg"];

    /// <summary>The files that evidence records.</summary>
    public static IEnumerable<string> Of(StepEvidence evidence) =>
        evidence.Facts.Keys.Where(fact => fact.StartsWith(Prefix, StringComparison.Ordinal)).Select(fact => fact[Prefix.Length..]).Where(IsName);

    /// <summary>Whether every file that evidence records is there, unchanged.</summary>
    public static bool AreThere(ModelWorkspace workspace, StepEvidence evidence) => Of(evidence).All(file =>
        Path.Combine(workspace.Reports, file) is var path && File.Exists(path) && Digest.OfFile(path).ToString() == evidence.Facts[Prefix + file]);

    /// <summary>Whether every file that evidence records and a release keeps is in the release, unchanged.</summary>
    /// <param name="digestOf">The digest of a file of the release; <see langword="null"/> where it is not there.</param>
    /// <param name="evidence">The evidence.</param>
    public static bool AreAmong(Func<string, Digest?> digestOf, StepEvidence evidence) =>
        Of(evidence).Where(IsKept).All(file => digestOf(file)?.ToString() == evidence.Facts[Prefix + file]);

    /// <summary>Whether a release keeps a file: tables and figures, not what people may make again from them.</summary>
    /// <param name="file">Its name.</param>
    public static bool IsKept(string file) => Kept.Contains(Path.GetExtension(file));

    /// <summary>Writes the files of an outcome, removes those of an earlier one, and adds their digests to the facts.</summary>
    /// <exception cref="ArgumentException">A name is not that of a file in the folder of reports.</exception>
    /// <exception cref="IOException">A file cannot be written; none of them is left.</exception>
    public static StepOutcome Replace(ModelWorkspace workspace, string step, StepOutcome outcome)
    {
        if (outcome.Reports.Keys.FirstOrDefault(file => !IsName(file)) is { } odd)
            throw new ArgumentException($"{QuotedText.Of(odd)} is not a plain file name.", nameof(outcome));
        Remove(workspace, step);
        var facts = new Dictionary<string, string>(outcome.Facts, StringComparer.Ordinal);
        try
        {
            foreach (var (file, bytes) in outcome.Reports)
            {
                AtomicFile.Write(Path.Combine(workspace.Reports, file), bytes.Span);
                facts[Prefix + file] = Digest.Of(bytes.Span).ToString();
            }
        }
        catch
        {
            Remove(workspace, outcome);
            throw;
        }

        return outcome with { Facts = facts };
    }

    /// <summary>Removes the files that a step's last evidence records.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    public static void Remove(ModelWorkspace workspace, string step) => Remove(workspace, Last(workspace, step) is { } last ? Of(last) : []);

    /// <summary>Removes the files of an outcome that no evidence records.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    public static void Remove(ModelWorkspace workspace, StepOutcome outcome) => Remove(workspace, outcome.Reports.Keys);

    private static void Remove(ModelWorkspace workspace, IEnumerable<string> files)
    {
        foreach (var path in files.Select(file => Path.Combine(workspace.Reports, file)).Where(File.Exists))
            File.Delete(path);
    }

    private static StepEvidence? Last(ModelWorkspace workspace, string step)
    {
        try
        {
            return workspace.Evidence.Read(step);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsName(string file) =>
        file.Length > 0 && file[0] != '.' && file != ModelWorkspace.ModelCardName && file.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
