using System.Text;

namespace Shared.GitHub;

/// <summary>Files to be pushed, by path; <see langword="null"/> removes one.</summary>
internal sealed class PushedFiles : Dictionary<string, byte[]?>
{
    public void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));
}
