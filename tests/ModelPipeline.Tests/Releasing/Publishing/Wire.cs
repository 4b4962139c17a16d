using System.Collections.Concurrent;
using ModelPipeline.Git;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>What every remote call goes through: one at a time, logged, and spoilt where a test says so.</summary>
internal sealed class Wire
{
    private readonly Lock _lock = new();
    private int _calls;

    /// <summary>Says what goes wrong with the call of a number, from 0.</summary>
    public Func<int, string, CallFault> Fault { get; set; } = (_, _) => CallFault.None;

    /// <summary>What was called, changes with an exclamation mark.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    public int Changes => Log.Count(call => call.EndsWith('!'));

    public int Calls => _calls;

    /// <summary>Starts counting anew.</summary>
    public void Restart(Func<int, string, CallFault>? fault = null)
    {
        _calls = 0;
        Log.Clear();
        Fault = fault ?? ((_, _) => CallFault.None);
    }

    public Task<T> ReadAsync<T>(string name, Func<T> read) => RunAsync(name, () => Task.FromResult(Locked(read)));

    public Task<T> ChangeAsync<T>(string name, Func<T> change) => RunAsync(name + "!", () => Task.FromResult(Locked(change)));

    public T Locked<T>(Func<T> act)
    {
        lock (_lock)
            return act();
    }

    /// <param name="name">The call's name.</param>
    /// <param name="act">Does it.</param>
    /// <param name="within">Does the half of it.</param>
    public async Task<T> RunAsync<T>(string name, Func<Task<T>> act, Action? within = null)
    {
        var fault = Fault(Interlocked.Increment(ref _calls) - 1, name);
        Log.Enqueue(name);
        await Task.Yield();
        switch (fault)
        {
            case CallFault.KillBefore:
                throw new KilledException();
            case CallFault.KillWithin:
                within?.Invoke();
                throw new KilledException();
            case CallFault.Refuse:
                throw new RemoteException($"{name} was refused") { Status = 502 };
            case CallFault.LoseRequest:
                throw new RemoteException($"{name} got no answer") { MayHaveHappened = true };
            default:
                var answer = await act();
                return fault switch
                {
                    CallFault.KillAfter => throw new KilledException(),
                    CallFault.LoseAnswer => throw new RemoteException($"{name} got no answer") { MayHaveHappened = true },
                    _ => answer,
                };
        }
    }
}
