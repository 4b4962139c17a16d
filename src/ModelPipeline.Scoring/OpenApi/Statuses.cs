namespace ModelPipeline.Scoring.OpenApi;

/// <summary>What the service's status codes mean.</summary>
internal static class Statuses
{
    /// <summary>The codes of refused rows.</summary>
    public static IReadOnlyList<string> Refusals { get; } = ["400", "401", "408", "413", "415", "429", "503"];

    public static string Describe(string status) => status switch
    {
        "200" => "As asked.",
        "400" => "Rows or their form are at fault; each fault is named with its row and column.",
        "401" => "The key is missing or wrong.",
        "408" => "The request took too long.",
        "413" => "The body or its rows are too many.",
        "415" => "The body is in a form that the service does not know.",
        "429" => "There are too many requests; Retry-After says when to come back.",
        "503" => "The service starts, stops or is full; Retry-After says when to come back.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
