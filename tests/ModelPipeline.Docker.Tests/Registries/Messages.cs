using System.Collections.Concurrent;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>What is said of the progress, with nothing put off.</summary>
internal sealed class Messages : IProgress<string>
{
    public ConcurrentQueue<string> All { get; } = new();

    public void Report(string value) => All.Enqueue(value);
}
