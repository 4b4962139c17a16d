namespace ModelPipeline.Docker.Registries.Transport;

/// <summary>Which addresses that a registry names are gone to: HTTPS anywhere, plain HTTP on this machine where the registry is there too.</summary>
internal static class TrustedAddress
{
    /// <summary>Reads an address that a registry names.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="from">The address that a relative one is relative to.</param>
    /// <param name="named">The address; <see langword="null"/> where it is missing.</param>
    /// <param name="what">What it is for, for messages.</param>
    /// <exception cref="InputException">It is missing, or not one to go to.</exception>
    public static Uri Read(ImageReference registry, Uri from, Uri? named, string what)
    {
        if (named is null || !Uri.TryCreate(from, named, out var address))
            throw Fault(registry, what, "no address");
        var isPlain = address.Scheme == Uri.UriSchemeHttp;
        if (!isPlain && address.Scheme != Uri.UriSchemeHttps)
            throw Fault(registry, what, $"an address with the scheme {QuotedText.Of(address.Scheme)}");
        if (isPlain && !(registry.IsLoopback && ImageReference.IsLoopbackHost(address.Host)))
            throw Fault(registry, what, $"plain HTTP to {QuotedText.Of(address.Authority)}");
        return address.UserInfo.Length == 0 ? address : throw Fault(registry, what, "an address with a password in it");
    }

    private static InputException Fault(ImageReference registry, string what, string reason) =>
        new($"The registry {registry.Registry} gives {reason} for {what}, which is refused. Ask whoever runs the registry.");
}
