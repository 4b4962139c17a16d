namespace ModelPipeline.GitHub.Transport;

/// <summary>Where GitHub's API is, and which other address belongs to it: only these are ever told the token.</summary>
internal sealed class ApiAddress
{
    /// <summary>An address as GITHUB_API_URL gives it.</summary>
    /// <param name="address">The address; a missing last slash is added, so that its path stays whole.</param>
    public ApiAddress(Uri address) => Base = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Where endpoints start; it ends with a slash.</summary>
    public Uri Base { get; }

    /// <summary>Whether an address is of the API: same scheme, host and port, below its path.</summary>
    public bool IsOfApi(Uri address) => IsOwnHost(address) && address.AbsolutePath.StartsWith(Base.AbsolutePath, StringComparison.Ordinal);

    /// <summary>Whether an address is on the API's own host: same scheme, host and port.</summary>
    public bool IsOwnHost(Uri address) =>
        address.UserInfo.Length == 0 && address.Scheme == Base.Scheme && address.Port == Base.Port
        && string.Equals(address.Host, Base.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether assets may be uploaded to an address: on the API's own host, or the one beside it for uploads.</summary>
    public bool TakesUploads(Uri address) => address.UserInfo.Length == 0 && (IsOwnHost(address) || IsUploadHost(address));

    /// <summary>Whether bytes may be read from an address that GitHub redirects to, without the token.</summary>
    public bool MayRead(Uri address) => address.UserInfo.Length == 0 && address.Scheme == Base.Scheme;

    private bool IsUploadHost(Uri address) =>
        address.Scheme == Base.Scheme && ((Base.IsLoopback && address.IsLoopback) || (address.Port == Base.Port && IsSibling(address.Host)));

    // api.github.com has uploads.github.com, api.acme.ghe.com has uploads.acme.ghe.com.
    private bool IsSibling(string host) =>
        Base.Host.StartsWith("api.", StringComparison.OrdinalIgnoreCase)
        && string.Equals(host, $"uploads.{Base.Host["api.".Length..]}", StringComparison.OrdinalIgnoreCase);
}
