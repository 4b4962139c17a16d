namespace Docker.DotNet;

/// <summary>Placeholder until the client is here.</summary>
public class AnonymousCredentials
{
}
