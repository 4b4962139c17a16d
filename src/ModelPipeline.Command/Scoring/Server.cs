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
    /// <summary>What messages call it.</summary>
    public const string Name = "the serve command";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly ProgramParameters _parameters;
    private readonly ScoresCsv _scores;
    private readonly TimeProvider _clock;
    private readonly RunFolder _folder;
    private readonly Process _process;
    private readonly ProcessFamily _family;
    private readonly ServerInput _input;
    private readonly ServerOutput _output;
    private readonly Task<string> _lastWords;
    private bool _owes;

    /// <exception cref="ProgramException">It cannot be started.</exception>
    public Server(ProgramModel model, ScoresCsv scores, TimeProvider clock)
    {
        (_parameters, _scores, _clock) = (model.Parameters, scores, clock);
        _folder = model.Folder.NewRun();
        try
        {
            _process = ProgramStart.Start(_parameters, Placeholder.Fill(_parameters.Serve, new Dictionary<string, string>(_parameters.Placeholders)
            {
                [Placeholder.Model] = model.Folder.Model,
                [Placeholder.Parameters] = model.Folder.Parameters,
            }), _folder);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }

        _family = new ProcessFamily(_process, _folder);
        _input = new ServerInput(_process.StandardInput.BaseStream);
        _output = new ServerOutput(_process.StandardOutput.BaseStream);
        _lastWords = LastWords.ReadAsync(_process.StandardError);
    }

    /// <summary>Whether it has scored a batch.</summary>
    public bool HasServed { get; private set; }

    /// <summary>Scores a batch. After a failure it is of no more use.</summary>
    /// <exception cref="ServerEndedException">It ended before it said anything.</exception>
    /// <exception cref="ProgramException">There are no scores.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Answer(Batch batch, Span<double> scores, CancellationToken stop)
    {
        _owes = true;
        var most = _scores.MostBytes(batch.Rows);
        var answer = _output.Expect(most);
        _input.Send(batch);
        var begun = _clock.GetTimestamp();
        while (!_output.Wait(Look))
        {
            stop.ThrowIfCancellationRequested();
            if (_input.Fault is { } fault)
                throw new InvalidDataException($"The rows cannot be sent to {Name}: {QuotedText.Escape(fault.Message, 400)}", fault);
            if (_clock.GetElapsedTime(begun) > _parameters.TimeLimit)
                throw ProgramRunner.TooLong(Name, _parameters);
        }

        Judge(answer, most);
        Read(answer, scores);
        _owes = false;
        HasServed = true;
    }

    /// <summary>Closes its input, which asks it to end, and ends it soon after; at once where it still owes an answer.</summary>
    public void Dispose()
    {
        _input.Close();
        if (!_owes)
            _process.WaitForExit(Farewell);
        _family.TryEnd();
        _process.Dispose();
        _folder.Dispose();
    }

    private void Judge(Answered answer, long most)
    {
        if (answer.Length > most)
            throw new ProgramException($"{Name} answered with more than {most} bytes, too much for the rows that it was given");
        if (answer.Length == 0)
            throw new ServerEndedException($"{Name} {Ending()}");
        if (!answer.IsWhole)
            throw new ProgramException($"{Name} {Ending()}, before the blank line that ends an answer");
        if (answer.HasMore)
            throw new ProgramException($"{Name} wrote something after the blank line that ends an answer");
        if (!_input.HasSentAll)
            throw new ProgramException($"{Name} answered before it was sent all rows");
    }

    /// <summary>How its output came to an end: mostly with the process.</summary>
    private string Ending() => _process.WaitForExit(2 * Farewell) ? ProgramRunner.Ending(_process, _lastWords) : "closed its output and went on";

    private void Read(Answered answer, Span<double> scores)
    {
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
