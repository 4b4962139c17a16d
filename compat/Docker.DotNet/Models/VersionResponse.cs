namespace Docker.DotNet.Models;

/// <summary>An engine's version.</summary>
public class VersionResponse
{
    /// <summary>For example <c>28.2.2</c>.</summary>
    public string Version { get; set; }
}
