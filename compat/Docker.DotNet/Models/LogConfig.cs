namespace Docker.DotNet.Models;

/// <summary>Where a container's log goes.</summary>
public class LogConfig
{
    /// <summary>The log driver.</summary>
    public string Type { get; set; }

    /// <summary>The driver's options.</summary>
    public IDictionary<string, string> Config { get; set; }
}
