namespace ModelPipeline.Docker.Images.Bases;

/// <summary>How a base is called where people read it.</summary>
internal static class BaseName
{
    /// <summary>Whether a base is an archive and not an image in a registry.</summary>
    public static bool IsArchive(string reference) => Path.IsPathFullyQualified(reference);

    /// <summary>The reference of an image in a registry, or the file name of an archive: the folder says where a build ran, which must not change the image.</summary>
    public static string Of(BaseImage image) => IsArchive(image.Reference) ? Path.GetFileName(image.Reference) : image.Reference;
}
