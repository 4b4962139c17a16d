namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>What GitHub Actions tells a step by its environment. Elsewhere all of it is absent.</summary>
internal sealed record RunnerEnvironment
{
    /// <summary>Whether a runner of GitHub Actions reads the console.</summary>
    public bool IsActions { get; init; }

    /// <summary>The file that takes the job summary.</summary>
    public string? SummaryFile { get; init; }

    /// <summary>The file that takes the step's outputs.</summary>
    public string? OutputFile { get; init; }

    /// <summary>The event's name, for example <c>pull_request</c>.</summary>
    public string? EventName { get; init; }

    /// <summary>The file that holds the event's payload.</summary>
    public string? EventFile { get; init; }

    /// <summary>The commit that the workflow runs on; of a pull request's event a merge commit.</summary>
    public string? Commit { get; init; }

    /// <summary>The number of the workflow's run; <see langword="null"/> where it is no number.</summary>
    public string? RunId { get; init; }

    /// <summary>Reads the process's environment.</summary>
    public static RunnerEnvironment Read() => new()
    {
        IsActions = Value("GITHUB_ACTIONS") == "true",
        SummaryFile = Value("GITHUB_STEP_SUMMARY"),
        OutputFile = Value("GITHUB_OUTPUT"),
        EventName = Value("GITHUB_EVENT_NAME"),
        EventFile = Value("GITHUB_EVENT_PATH"),
        Commit = Value("GITHUB_SHA"),
        RunId = Value("GITHUB_RUN_ID") is { } id && id.All(char.IsAsciiDigit) ? id : null,
    };

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
