using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries;

/// <summary>The header <c>Docker-Content-Digest</c>: what a registry says that something is.</summary>
internal static class ContentDigest
{
    private const string Header = "Docker-Content-Digest";

    /// <summary>Compares what a registry says with what it should say. A registry may say nothing.</summary>
    /// <param name="reply">The registry's answer.</param>
    /// <param name="expected">The digest of what it has or sent.</param>
    /// <exception cref="IOException">It says something else.</exception>
    public static void Verify(RegistryReply reply, Digest expected)
    {
        if (reply.Headers.TryGetValues(Header, out var values) && values.FirstOrDefault() is { } stated && stated != expected.ToString())
            throw new IOException($"{reply.Address.Authority} says that it has {QuotedText.Of(stated)} where it must have {expected}. Nothing that it has can be relied on.");
    }
}
