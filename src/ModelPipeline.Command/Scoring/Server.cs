using System.Diagnostics;
using ModelPipeline.Command.Exchange;
using ModelPipeline.Command.Files;
using ModelPipeline.Command.Parameters;
using ModelPipeline.Command.Persistence;
using ModelPipeline.Command.Running;
using ModelPipeline.Processes;

namespace ModelPipeline.Command.Scoring;

/// <summary>A process that scores batch after batch: it is sent rows as CSV and a blank line, and answers with scores as CSV and a blank line.</summary>
internal sealed class Server : IDisposable
{
    private const string Name = "the serve command";
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly ProgramParameters _parameters;
    private readonly ScoresCsv _scores;
    private readonly TimeProvider _clock;
    private readonly RunFolder _folder;
    private readonly Process _process;
    private readonly ProcessFamily _family;
    private readonly Task<string> _lastWords;
    private bool _disposed;

    /// <exception cref="ProgramException">It cannot be started.</exception>
    public Server(ProgramModel model, ScoresCsv scores, TimeProvider clock)
    {
        (_parameters, _scores, _clock) = (model.Parameters, scores, clock);
        _folder = model.Folder.NewRun();
        _process = ProgramStart.Start(_parameters, Placeholder.Fill(_parameters.Serve, new Dictionary<string, string>(_parameters.Placeholders)
        {
            [Placeholder.Model] = model.Folder.Model,
            [Placeholder.Parameters] = model.Folder.Parameters,
        }), _folder);
        _family = new ProcessFamily(_process, _folder);
        _lastWords = LastWords.ReadAsync(_process.StandardError);
    }

    /// <summary>Whether it has scored a batch.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Scores a batch. After a failure it is of no more use.</summary>
    /// <exception cref="ServerEndedException">It ended before it said anything.</exception>
    /// <exception cref="ProgramException">There are no scores.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Answer(Batch batch, Span<double> scores, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var limit = new CancellationTokenSource(_parameters.TimeLimit, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var ending = stop.Token.Register(() => _family.TryEnd());
        var sending = Task.Run(() => Send(batch, stop.Token), CancellationToken.None);
        var answer = Receive(batch.Rows);
        if (!answer.IsWhole)
            _family.End();
        sending.Wait(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested)
            throw ProgramRunner.TooLong(Name, _parameters);
        Read(answer, scores);
        HasServed = true;
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _process.StandardInput.BaseStream.Dispose(); // closing the writer would flush it, which fails where the process has ended
        _process.WaitForExit(Farewell);
        _family.End();
        _process.Dispose();
        _folder.Dispose();
    }

    /// <summary>Sends the rows. Where the process reads no more, what it answered tells why.</summary>
    private void Send(Batch batch, CancellationToken cancellation)
    {
        try
        {
            var input = _process.StandardInput.BaseStream;
            batch.Write(input, cancellation);
            input.WriteByte((byte)'\n');
            input.Flush();
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // It was stopped, or it has ended: both show where the answer is read.
        }
    }

    private Answered Receive(int rows)
    {
        var most = _scores.MostBytes(rows);
        var answer = new Answered();
        while (!answer.IsWhole && answer.ReadFrom(_process.StandardOutput.BaseStream))
        {
            if (answer.Length > most)
                throw new ProgramException($"{Name} answered with more than {most} bytes, too much for the rows that it was given");
        }

        return answer;
    }

    private void Read(Answered answer, Span<double> scores)
    {
        if (answer.Length == 0)
            throw new ServerEndedException($"{Name} {ProgramRunner.Ending(_process, _lastWords)}");
        if (!answer.IsWhole)
            throw new ProgramException($"{Name} {ProgramRunner.Ending(_process, _lastWords)}, before the blank line that ends an answer");
        if (answer.HasMore)
            throw new ProgramException($"{Name} wrote something after the blank line that ends an answer");
        try
        {
            _scores.Read(answer.Content, scores);
        }
        catch (ProgramException fault)
        {
            throw new ProgramException($"the answer of {Name} {fault.Message}");
        }
    }
}
