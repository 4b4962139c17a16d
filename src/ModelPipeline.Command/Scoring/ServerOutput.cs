namespace ModelPipeline.Command.Scoring;

/// <summary>
/// Reads what a serving process writes, also while it owes nothing, on a thread of its own that nobody waits for: a stranger may hold the other end of the pipe for ever.
/// </summary>
internal sealed class ServerOutput
{
    private readonly object _gate = new();
    private Answered? _answer;
    private long _most;
    private bool _unasked;
    private bool _ended;

    /// <param name="stream">The process's standard output, which is closed at its end.</param>
    public ServerOutput(Stream stream) => new Thread(() => ReadAll(stream)) { IsBackground = true, Name = "serve: output" }.Start();

    private bool IsOver => _ended || _answer is null or { IsWhole: true } || _answer.Length > _most;

    /// <summary>From now on the process owes an answer.</summary>
    /// <param name="most">How many bytes it has at most; a few more are read.</param>
    /// <exception cref="ProgramException">It wrote something while it owed nothing.</exception>
    public Answered Expect(long most)
    {
        lock (_gate)
        {
            if (_unasked)
                throw new ProgramException($"{Server.Name} wrote something after the blank line that ends an answer, or before the first rows");
            _most = most;
            return _answer = new Answered();
        }
    }

    /// <summary>Waits until the answer is whole, or too long, or the end of the output; false where time passes before.</summary>
    public bool Wait(TimeSpan time)
    {
        lock (_gate)
            return IsOver || (Monitor.Wait(_gate, time) && IsOver);
    }

    private void ReadAll(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[16 << 10];
            while (Read(stream, bytes) is > 0 and var read && Take(bytes.AsSpan(0, read)))
            {
                // Every byte counts for the answer that is owed, or against the process.
            }
        }

        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }
    }

    private static int Read(Stream stream, byte[] bytes)
    {
        try
        {
            return stream.Read(bytes);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <returns>Whether more may come.</returns>
    private bool Take(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (IsOver)
                return !(_unasked = true);
            _answer!.Append(bytes);
            Monitor.PulseAll(_gate);
            return _answer.Length <= _most;
        }
    }
}
