using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Docker.NativeLibraries;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Images.Bases;

/// <summary>The lowest layer of an image without a base: the native libraries of this machine and the few files that every Linux program expects.</summary>
internal static class ScratchLayer
{
    private const string CLibrary = "libc.so.6";
    private const string Users = "root:x:0:0:root:/:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/tmp:/sbin/nologin\n";
    private const string Groups = "root:x:0:\nnonroot:x:65532:\n";
    private const string Names = "passwd: files\ngroup: files\nhosts: files dns\n";

    /// <summary>The layer.</summary>
    /// <param name="libraries">The libraries. All go where the C library is, which is where the loader looks by itself; the loader goes where the program names it.</param>
    /// <param name="loader">The full path of the loader in the image; <see langword="null"/> where nothing needs one.</param>
    /// <param name="digests">The digests of files.</param>
    public static LayerContent Of(IReadOnlyList<NativeLibrary> libraries, string? loader, FileDigests digests)
    {
        var folder = libraries.FirstOrDefault(library => library.Name == CLibrary)?.FoundIn;
        var native = libraries.Select(library => library.Name == Path.GetFileName(loader)
            ? LayerEntry.OfProgram(loader!.TrimStart('/'), library.File, digests.Of(library.File))
            : LayerEntry.OfFile($"{folder}/{library.Name}", library.File, digests.Of(library.File)));
        return new LayerContent("base", native.Concat(
        [
            LayerEntry.OfText("etc/passwd", Users),
            LayerEntry.OfText("etc/group", Groups),
            LayerEntry.OfText("etc/nsswitch.conf", Names),
            LayerEntry.SharedFolder("tmp"),
        ]));
    }

    /// <summary>The libraries, with the Debian packages that they came from and their licences.</summary>
    public static IEnumerable<ImageComponent> Components(IReadOnlyList<NativeLibrary> libraries, DebianDatabase debian, FileDigests digests)
    {
        var packages = debian.PackagesOf([.. libraries.Select(library => library.File)]);
        return libraries.Select(library =>
        {
            var package = packages.GetValueOrDefault(library.File);
            return new ImageComponent(library.Name, package?.Version, package?.PackageUrl(debian.Vendor), digests.Of(library.File))
            {
                License = package is null ? null : debian.LicenseOf(package),
            };
        });
    }
}
