namespace Docker.DotNet.Models;

/// <summary>How an image is removed.</summary>
public class ImageDeleteParameters
{
    /// <summary>Whether it may have further names.</summary>
    public bool? Force { get; set; }
}
