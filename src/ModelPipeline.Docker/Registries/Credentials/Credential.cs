namespace ModelPipeline.Docker.Registries.Credentials;

/// <summary>How somebody proves to a registry who they are. It has no text form, so that none gets into a log.</summary>
/// <param name="user">The name; unused with an identity token.</param>
/// <param name="secret">The password or the identity token.</param>
/// <param name="isIdentityToken">Whether the secret is an identity token, which is exchanged for others.</param>
internal sealed class Credential(string user, string secret, bool isIdentityToken)
{
    public string User => user;

    public string Secret => secret;

    public bool IsIdentityToken => isIdentityToken;
}
