[assembly: AssemblyFixture(typeof(Cake.Frosting.ModelPipeline.Tests.EndToEnd.ImageCache))]

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

/// <summary>The folder of image layers that all tests share.</summary>
public sealed class ImageCache : IDisposable
{
    public static string Folder { get; } = Directory.CreateTempSubdirectory("image-cache-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
