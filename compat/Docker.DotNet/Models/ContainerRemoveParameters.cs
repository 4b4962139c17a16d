namespace Docker.DotNet.Models;

/// <summary>How a container is removed.</summary>
public class ContainerRemoveParameters
{
    /// <summary>Whether its anonymous volumes go with it.</summary>
    public bool? RemoveVolumes { get; set; }

    /// <summary>Whether it may run.</summary>
    public bool? Force { get; set; }
}
