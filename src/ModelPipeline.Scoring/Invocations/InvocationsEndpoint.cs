using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.Invocations;

/// <summary><c>POST /invocations</c>: scores rows.</summary>
internal static class InvocationsEndpoint
{
    /// <param name="app">Where the route is added.</param>
    /// <param name="model">The model that answers.</param>
    /// <param name="log">Is told of what was scored.</param>
    /// <param name="options">What is taken; <see langword="null"/> for the defaults.</param>
    public static void Map(IEndpointRouteBuilder app, ServedModel model, IRequestLog log, InvocationOptions? options = null) =>
        app.MapPost("/invocations", new InvocationHandler(model, log, options ?? new()).HandleAsync);
}
