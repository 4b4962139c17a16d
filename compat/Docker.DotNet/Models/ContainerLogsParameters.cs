namespace Docker.DotNet.Models;

/// <summary>What is read of a container's log.</summary>
public class ContainerLogsParameters
{
    /// <summary>Its standard output.</summary>
    public bool? ShowStdout { get; set; }

    /// <summary>Its standard error.</summary>
    public bool? ShowStderr { get; set; }

    /// <summary>How many of the last lines, or <c>all</c>.</summary>
    public string Tail { get; set; }
}
