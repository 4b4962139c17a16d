namespace Docker.DotNet.Models;

/// <summary>A container's network.</summary>
public class NetworkSettings
{
    /// <summary>Where its ports are published, by port and protocol.</summary>
    public IDictionary<string, IList<PortBinding>> Ports { get; set; }
}
