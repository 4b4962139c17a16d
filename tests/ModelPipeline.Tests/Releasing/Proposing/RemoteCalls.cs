using ModelPipeline.Git;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>Every call to a remote, in order; a test may strike before or after any of them.</summary>
internal sealed class RemoteCalls
{
    private readonly List<string> _made = [];
    private readonly List<string> _changes = [];

    /// <summary>The calls' names.</summary>
    public IReadOnlyList<string> Made => _made;

    /// <summary>The calls that changed something.</summary>
    public IReadOnlyList<string> Changes => _changes;

    /// <summary>Called before and after each call with its number from 1 and whether it is done; may throw.</summary>
    public Action<int, bool> Strike { get; set; } = (_, _) => { };

    /// <summary>Forgets what was called.</summary>
    public void Clear()
    {
        _made.Clear();
        _changes.Clear();
        Strike = (_, _) => { };
    }

    public Task<T> Read<T>(string name, Func<T> read)
    {
        _made.Add(name);
        var number = _made.Count;
        Strike(number, false);
        var result = read();
        Strike(number, true);
        return Task.FromResult(result);
    }

    /// <summary>A call that changes something where it returns true.</summary>
    public Task<T> Change<T>(string name, Func<(T Result, bool IsChanged)> change) => Read(name, () =>
    {
        var (result, isChanged) = change();
        if (isChanged)
            _changes.Add(name);
        return result;
    });

    public static RemoteException Lost() => new("the connection was lost") { MayHaveHappened = true };
}
