namespace Compat.Docker.DotNet.Tests;

/// <summary>Keeps what is reported, in order.</summary>
internal sealed class Recorder<T> : IProgress<T>
{
    public List<T> Values { get; } = [];

    public void Report(T value) => Values.Add(value);
}
