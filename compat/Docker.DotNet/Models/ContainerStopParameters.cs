namespace Docker.DotNet.Models;

/// <summary>How a container is stopped.</summary>
public class ContainerStopParameters
{
    /// <summary>The seconds that it has; zero is not sent.</summary>
    public uint? WaitBeforeKillSeconds { get; set; }
}
