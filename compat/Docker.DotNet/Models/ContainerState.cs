namespace Docker.DotNet.Models;

/// <summary>Whether a container runs.</summary>
public class ContainerState
{
    /// <summary>Whether it runs.</summary>
    public bool Running { get; set; }

    /// <summary>Whether the kernel ended it for want of memory.</summary>
    public bool OOMKilled { get; set; }

    /// <summary>Its exit code.</summary>
    public long ExitCode { get; set; }
}
