using System.Security.Cryptography;
using System.Text;

namespace Shared.GitHub.Git;

/// <summary>An object of git's database.</summary>
internal abstract record GitObject
{
    /// <summary><c>blob</c>, <c>tree</c>, <c>commit</c> or <c>tag</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Its bytes as git stores them, without the header.</summary>
    public abstract byte[] Encode();

    /// <summary>The hash that git gives it.</summary>
    public string Hash()
    {
        var content = Encode();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha.AppendData(Encoding.ASCII.GetBytes($"{Type} {content.Length}\0"));
        sha.AppendData(content);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
