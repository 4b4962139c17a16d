using System.Security.Cryptography;
using System.Text;

namespace ModelPipeline.Scoring.Pages;

/// <summary>A script or style that stands in the page itself.</summary>
/// <param name="Text">Its text.</param>
internal sealed record PageAsset(string Text)
{
    /// <summary>What the page's policy allows it by.</summary>
    public string Source => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    /// <summary>Reads a file beside this one.</summary>
    public static PageAsset Read(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream($"ModelPipeline.Scoring.Pages.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
