namespace ModelPipeline.Registry.Listing;

/// <summary>The registry as lines of text for a terminal. What people wrote is escaped.</summary>
public static class RegistryListing
{
    /// <summary>How wide a line is unless told otherwise, in characters.</summary>
    public const int DefaultWidth = 80;

    private const int WidestName = 24;
    private const int WidestOwner = 20;
    private const string Gap = "  ";

    /// <summary>A heading and a row for each model, with its faults below it.</summary>
    /// <param name="models">The models.</param>
    /// <param name="width">How wide a line may be, in characters; at least 60.</param>
    public static IReadOnlyList<string> Rows(IReadOnlyList<RegisteredModel> models, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(models);
        var rows = models.Select(CellsOf).Prepend(["Model", "Newest", "Stages", "Owner"]).ToArray();
        var name = WidthOf(rows, 0, WidestName);
        var newest = WidthOf(rows, 1, width);
        var owner = WidthOf(rows, 3, WidestOwner);
        int[] widths = [name, newest, width - name - newest - owner - (3 * Gap.Length), owner];
        var lines = new List<string>();
        foreach (var (cells, model) in rows.Zip(models.Cast<RegisteredModel?>().Prepend(null)))
        {
            lines.Add(string.Join(Gap, cells.Zip(widths, Fit)).TrimEnd());
            lines.AddRange((model?.Faults ?? []).Select(fault => Cut($"  ! {QuotedText.Escape(fault, width)}", width)));
        }

        return lines;
    }

    /// <summary>What is known of one model: its stages, versions and the history of its stages, the newest first.</summary>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<string> Details(RegisteredModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var needs = model.DependsOn.Count == 0 ? "" : $" Reads {string.Join(", ", model.DependsOn.Select(name => QuotedText.Escape(name)))}.";
        return
        [
            $"{QuotedText.Escape(model.Name)}{(model.IsRetired ? " (retired)" : "")}: {QuotedText.Escape(model.Description, 400)}",
            $"Owner {QuotedText.Escape(model.Owner)}, watched by {QuotedText.Escape(model.MonitoringOwner)}.{needs}",
            .. model.Stages.Select(present => $"{present.Stage}: {present.Version} since {TimeOf(present.When)} by {QuotedText.Escape(present.By)}"),
            .. model.Versions.Reverse().Select(version => $"{version.Version}: {StateOf(version)}"),
            .. model.History.Reverse().Select(change => $"{TimeOf(change.When)} {Sentence(change)} by {QuotedText.Escape(change.By)}{(change.Reason is { } reason ? $": {QuotedText.Escape(reason, 400)}" : "")}"),
            .. model.Faults.Select(fault => $"! {QuotedText.Escape(fault, 400)}"),
        ];
    }

    /// <summary>A time in UTC, to the minute.</summary>
    internal static string TimeOf(DateTimeOffset? time) => time is { } known ? FormattableString.Invariant($"{known.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "an unknown time";

    private static string[] CellsOf(RegisteredModel model) =>
    [
        QuotedText.Escape(model.Name),
        model.IsRetired ? "retired" : model.Newest?.Version.ToString() ?? (model.Versions.Count > 0 ? "unpublished" : "-"),
        string.Join(", ", model.Stages.Select(present => $"{present.Stage} {present.Version}")),
        QuotedText.Escape(model.Owner),
    ];

    private static string StateOf(RegisteredVersion version) => version.State switch
    {
        VersionState.Recorded => "recorded, not published",
        VersionState.Retired => "retired",
        _ => $"published {TimeOf(version.Published)} by {QuotedText.Escape(version.By ?? "")}",
    };

    private static string Sentence(StageEvent change) => change.Kind switch
    {
        StageEventKind.Left => $"{change.Version} left {change.Stage}",
        StageEventKind.RolledBack => $"{change.Stage} was rolled back from {change.From} to {change.Version}",
        _ => $"{change.Version} was promoted to {change.Stage}",
    };

    private static int WidthOf(string[][] rows, int column, int widest) => Math.Min(widest, rows.Max(row => row[column].Length));

    private static string Fit(string text, int width) => Cut(text, width).PadRight(width);

    private static string Cut(string text, int width)
    {
        if (text.Length <= width)
            return text;
        var end = char.IsHighSurrogate(text[width - 2]) ? width - 2 : width - 1;
        return $"{text[..end]}…";
    }
}
