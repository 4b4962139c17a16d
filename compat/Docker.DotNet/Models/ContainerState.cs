namespace Docker.DotNet.Models;

/// <summary>Whether a container runs.</summary>
public class ContainerState
{
    /// <summary>For example <c>running</c> or <c>exited</c>.</summary>
    public string Status { get; set; }

    /// <summary>Whether it runs.</summary>
    public bool Running { get; set; }

    /// <summary>Whether the kernel ended it for want of memory.</summary>
    public bool OOMKilled { get; set; }

    /// <summary>Its exit code.</summary>
    public long ExitCode { get; set; }

    /// <summary>Why it did not start.</summary>
    public string Error { get; set; }
}
