using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>
/// The pull request that a workflow's event is about. Only a hint: whoever decides something re-reads the pull request from the host (the gate's rule R1).
/// </summary>
/// <param name="PullRequest">Its number; <see langword="null"/> where the event is about none.</param>
/// <param name="Head">The commit at its tip when the event happened; <see langword="null"/> where the event does not say.</param>
/// <param name="Remark">Why the event cannot be read, for the console; <see langword="null"/> where there is nothing to say.</param>
internal sealed partial record EventPayload(int? PullRequest, string? Head, string? Remark)
{
    /// <summary>The most that is read. GitHub sends up to 25 MB.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    /// <summary>An event that is about no pull request.</summary>
    public static EventPayload None { get; } = new(null, null, null);

    /// <summary>Reads the event. A payload that is missing, too large or no JSON is about nothing, with a remark.</summary>
    /// <param name="environment">Names the event and its file.</param>
    public static EventPayload Read(RunnerEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment.EventName is null || environment.EventFile is null)
            return None;
        try
        {
            using var payload = JsonDocument.Parse(Bytes(environment.EventFile));
            return Of(environment.EventName, payload.RootElement, environment.Commit);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or ArgumentException or NotSupportedException)
        {
            return None with { Remark = $"The event's payload cannot be read, so no pull request is known: {fault.Message}" };
        }
    }

    /// <summary>The event, where the run is about another pull request than the event's without the event's head and remark.</summary>
    /// <param name="pullRequest">The run's pull request; <see langword="null"/> for the event's.</param>
    public EventPayload Of(int? pullRequest) => pullRequest is null || pullRequest == PullRequest ? this : new(pullRequest, null, null);

    private static EventPayload Of(string name, JsonElement payload, string? commit) => name switch
    {
        "pull_request" or "pull_request_target" or "pull_request_review" or "pull_request_review_comment" => OfRequest(Member(payload, "pull_request")),
        "issue_comment" when Member(payload, "issue") is { } issue && Member(issue, "pull_request") is { } => new(Number(Member(issue, "number")), null, null),
        "workflow_dispatch" => OfDispatch(payload, commit),
        "merge_group" => new(QueuedNumber(Text(Member(payload, "merge_group", "head_ref"))), null, null),
        "workflow_run" or "check_suite" or "check_run" => OfList(Member(payload, name, "pull_requests")),
        _ => None,
    };

    private static EventPayload OfRequest(JsonElement? request) => Number(Member(request, "number")) is { } number
        ? new(number, Hash(Text(Member(request, "head", "sha"))), null)
        : None;

    private static EventPayload OfDispatch(JsonElement payload, string? commit)
    {
        var input = Member(payload, "inputs", "pull_request") ?? Member(payload, "inputs", "pull-request");
        return Number(input) is { } number ? new(number, Hash(commit), null) : None;
    }

    /// <summary>An event of a commit counts where the commit is that of one pull request.</summary>
    private static EventPayload OfList(JsonElement? requests) => requests switch
    {
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() == 1 => OfRequest(list[0]),
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 1 => None with { Remark = "The event is about several pull requests: name one with --pull-request." },
        _ => None,
    };

    private static JsonElement? Member(JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            element = element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
        return element;
    }

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static int? Number(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) && value > 0 => value,
        { ValueKind: JsonValueKind.String } text => Number(text.GetString()),
        _ => null,
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    private static int? QueuedNumber(string? headRef) => Number(Queued().Match(headRef ?? "").Groups["number"].Value);

    private static string? Hash(string? text) => text is not null && CommitHash().IsMatch(text) ? text : null;

    private static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[Math.Min(file.Length, MostBytes) + 1];
        var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return count < buffer.Length ? buffer[..count] : throw new IOException($"'{path}' is larger than {MostBytes >> 20} MB, or grew meanwhile.");
    }

    /// <summary>The branch of a merge queue names the pull request that it ends with.</summary>
    [GeneratedRegex(@"^refs/heads/gh-readonly-queue/.+/pr-(?<number>[0-9]{1,9})-[0-9a-f]{40,64}\z")]
    private static partial Regex Queued();

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex CommitHash();
}
