namespace ModelPipeline.LoadTesting.Sending;

/// <summary>The kinds of error, in words.</summary>
internal static class CallResults
{
    /// <summary>Every kind of error.</summary>
    public static IReadOnlyList<CallResult> Errors { get; } = [.. Enum.GetValues<CallResult>().Where(result => result != CallResult.Correct)];

    /// <summary>A kind's name among the measures, for example <c>timed_out</c>.</summary>
    public static string Name(CallResult result) => result switch
    {
        CallResult.Correct => "correct",
        CallResult.WrongAnswer => "wrong_answer",
        CallResult.TooManyRequests => "status_429",
        CallResult.Unavailable => "status_503",
        CallResult.OtherStatus => "other_status",
        CallResult.ConnectionRefused => "connection_refused",
        CallResult.ConnectionLost => "connection_lost",
        CallResult.TimedOut => "timed_out",
        CallResult.NotSent => "not_sent",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>A kind in a sentence, for example <c>timed out</c>.</summary>
    public static string Words(CallResult result) => Name(result).Replace('_', ' ');
}
