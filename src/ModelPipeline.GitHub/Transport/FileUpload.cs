namespace ModelPipeline.GitHub.Transport;

/// <summary>A file to be uploaded.</summary>
/// <param name="Content">Its bytes from the present position on; it can be read again from there.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record FileUpload(Stream Content, string ContentType);
