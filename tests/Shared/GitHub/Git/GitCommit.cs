using System.Text;

namespace Shared.GitHub.Git;

/// <summary>A commit.</summary>
internal sealed record GitCommit(string Tree, IReadOnlyList<string> Parents, GitSignature Author, GitSignature Committer, string Message) : GitObject
{
    public override string Type => "commit";

    public override byte[] Encode()
    {
        var text = new StringBuilder().Append($"tree {Tree}\n");
        foreach (var parent in Parents)
            text.Append($"parent {parent}\n");
        text.Append($"author {Author}\ncommitter {Committer}\n\n{Message}");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
