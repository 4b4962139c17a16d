namespace Cake.Frosting.Tests.Support;

/// <summary>What tasks and lifetimes write down, in order.</summary>
internal sealed class Journal
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string line) => _lines.Add(line);
}
