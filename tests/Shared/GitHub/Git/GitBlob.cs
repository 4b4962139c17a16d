namespace Shared.GitHub.Git;

/// <summary>A file's content.</summary>
internal sealed record GitBlob(byte[] Content) : GitObject
{
    public override string Type => "blob";

    public override byte[] Encode() => Content;
}
