using System.Net;
using System.Net.Http.Headers;

namespace ModelPipeline.GitHub.Transport;

/// <summary>A file's bytes as a request's body. The file stays open: it may have to be sent again.</summary>
internal sealed class UploadContent : HttpContent
{
    private readonly Stream _file;

    /// <summary>A body.</summary>
    /// <param name="file">The bytes from the present position on.</param>
    /// <param name="contentType">Their media type.</param>
    public UploadContent(Stream file, string contentType)
    {
        _file = file;
        Headers.ContentType = new MediaTypeHeaderValue(contentType);
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _file.CopyToAsync(stream);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => _file.CopyToAsync(stream, cancellationToken);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length - _file.Position;
        return true;
    }
}
