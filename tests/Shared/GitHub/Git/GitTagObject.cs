using System.Text;

namespace Shared.GitHub.Git;

/// <summary>An annotated tag.</summary>
internal sealed record GitTagObject(string Target, string TargetType, string Name, GitSignature Tagger, string Message) : GitObject
{
    public override string Type => "tag";

    public override byte[] Encode() =>
        Encoding.UTF8.GetBytes($"object {Target}\ntype {TargetType}\ntag {Name}\ntagger {Tagger}\n\n{Message}");
}
