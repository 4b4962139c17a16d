using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Images;

/// <summary>Everything that an image's archive holds.</summary>
internal sealed class ImageParts
{
    /// <summary>Makes the documents of an image.</summary>
    /// <param name="request">What it is made of.</param>
    /// <param name="image">What it is built on; <see langword="null"/> for nothing.</param>
    /// <param name="layers">All its layers, from the base to the model.</param>
    public ImageParts(ImageRequest request, BaseImage? image, IReadOnlyList<LayerBlob> layers)
    {
        var tag = request.Bundle.Digest.Short;
        Layers = layers;
        Reference = $"{request.Name}:{tag}";
        Config = ImageConfig.Write(request, image, layers);
        Manifest = ImageDocuments.Manifest(Config, layers, ImageDescription.Labels(request, image));
        Index = ImageDocuments.Index(Manifest, request.Name, tag);
        DockerList = ImageDocuments.DockerList(Config, layers, Reference);
    }

    public IReadOnlyList<LayerBlob> Layers { get; }

    /// <summary>The name and the tag: the first digits of the bundle's digest.</summary>
    public string Reference { get; }

    public byte[] Config { get; }

    public byte[] Manifest { get; }

    public byte[] Index { get; }

    public byte[] DockerList { get; }

    /// <summary>What determines the archive's bytes.</summary>
    public Digest Key => Digest.Of($"archive 1\n{Digest.Of(Index)}\n{Digest.Of(DockerList)}");
}
