namespace ModelPipeline.Scoring.Hosting;

/// <summary>What an endpoint is for; on endpoints as metadata. One without it is for people: the page and its documents.</summary>
internal sealed class EndpointRole
{
    private EndpointRole()
    {
    }

    /// <summary>Scores rows: behind the key and the queue.</summary>
    public static EndpointRole Scoring { get; } = new();

    /// <summary>Tells how the service is: never behind anything, never counted.</summary>
    public static EndpointRole Probe { get; } = new();

    /// <summary>The metrics: behind the key where the options say so, never counted.</summary>
    public static EndpointRole Metrics { get; } = new();

    /// <summary>The role of a request's endpoint; <see langword="null"/> where it is for people, or there is none.</summary>
    public static EndpointRole? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EndpointRole>();
}
