namespace Docker.DotNet.Models;

/// <summary>How often a container's use is read.</summary>
public class ContainerStatsParameters
{
    /// <summary>Again and again; default true.</summary>
    public bool Stream { get; set; } = true;

    /// <summary>Once, without waiting for a second reading to compare with.</summary>
    public bool? OneShot { get; set; }
}
