namespace ModelPipeline.Evidence;

/// <summary>How statuses are written in evidence and shown to people.</summary>
public static class StatusNames
{
    private static readonly Dictionary<Status, string> Names = new()
    {
        [Status.Passed] = "passed",
        [Status.NoBaseline] = "no-baseline",
        [Status.Pending] = "pending",
        [Status.NotRun] = "not-run",
        [Status.Failed] = "failed",
        [Status.Error] = "error",
    };

    /// <summary>The written form, for example <c>not-run</c>.</summary>
    public static string Of(Status status) => Names[status];

    /// <summary>Reads the written form; <see langword="null"/> where the text is none.</summary>
    public static Status? Parse(string? text)
    {
        foreach (var (status, name) in Names)
            if (name == text)
                return status;
        return null;
    }
}
