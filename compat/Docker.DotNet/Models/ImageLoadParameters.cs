namespace Docker.DotNet.Models;

/// <summary>How an archive is loaded.</summary>
public class ImageLoadParameters
{
    /// <summary>Whether progress is left out.</summary>
    public bool Quiet { get; set; }
}
