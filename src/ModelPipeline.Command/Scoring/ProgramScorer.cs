using ModelPipeline.Command.Exchange;
using ModelPipeline.Command.Parameters;
using ModelPipeline.Command.Persistence;
using ModelPipeline.Command.Running;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Scoring;

/// <summary>Scores rows with a program, block by block: with one that serves where there is such a command, else with a process a block.</summary>
internal sealed class ProgramScorer : IScorer
{
    private const int ServedRows = 10_000;
    private const int RowsAProcess = 100_000;

    private readonly ProgramModel _model;
    private readonly ModelSignature _signature;
    private readonly ProgramRunner _runner;
    private readonly ScoresCsv _scores;
    private readonly ServerPool? _servers;
    private readonly ModelStamp _stamp;
    private int _disposed;

    /// <param name="model">The model, which the scorer owns from now on.</param>
    /// <param name="signature">What it reads and writes.</param>
    /// <param name="clock">Measures the time limits.</param>
    public ProgramScorer(ProgramModel model, ModelSignature signature, TimeProvider clock)
    {
        (_model, _signature) = (model, signature);
        _runner = new ProgramRunner(model.Parameters, clock);
        _scores = new ScoresCsv(signature);
        _stamp = new ModelStamp(model);
        _servers = model.Parameters.Serve.Count == 0 ? null : new ServerPool(() => new Server(model, _scores, clock), model.Parameters.Processes);
    }

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        var columns = InputColumns.Of(rows, _signature.Inputs);
        var servers = RowsCsv.HaveLineBreaks(columns, _signature.Outputs) ? null : _servers;
        var values = new double[rows.Rows * _signature.Outputs.Count];
        var block = servers is null ? RowsAProcess : ServedRows;
        try
        {
            for (var first = 0; first < rows.Rows; first += block)
            {
                var batch = new Batch(columns, first, Math.Min(block, rows.Rows - first));
                var scores = values.AsSpan(first * _signature.Outputs.Count, batch.Rows * _signature.Outputs.Count);
                if (servers is null)
                    ScoreInProcess(batch, scores, cancellation);
                else
                    servers.Answer(batch, scores, cancellation);
            }

            _stamp.Check();
        }
        catch (ProgramException fault)
        {
            throw new InvalidDataException($"Engine '{CommandEngine.EngineName}': {fault.Message}.", fault);
        }

        return new(_signature.Outputs, values);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _servers?.Dispose();
        _model.Folder.Dispose();
    }

    private void ScoreInProcess(Batch batch, Span<double> scores, CancellationToken cancellation)
    {
        using var run = _model.Folder.NewRun();
        using (var data = File.Create(run.Data))
            batch.Write(data, cancellation);
        var command = Placeholder.Fill(_model.Parameters.Score, new Dictionary<string, string>(_model.Parameters.Placeholders)
        {
            [Placeholder.Data] = run.Data,
            [Placeholder.Output] = run.Scores,
            [Placeholder.Model] = _model.Folder.Model,
            [Placeholder.Parameters] = _model.Folder.Parameters,
        });
        var most = _scores.MostBytes(batch.Rows);
        _runner.Run("the score command", command, run, () => Limit(run.Scores, most), cancellation);
        Limit(run.Scores, most);
        Read(run.Scores, scores);
    }

    private void Read(string file, Span<double> scores)
    {
        if (!File.Exists(file))
            throw new ProgramException("the score command ended with exit code 0 and wrote no file {output}");
        if (new FileInfo(file) is { LinkTarget: not null } or { Length: 0 })
            throw new ProgramException("the score command ended with exit code 0, and its file {output} is empty, or a link");
        try
        {
            _scores.Read(File.ReadAllBytes(file), scores);
        }
        catch (ProgramException fault)
        {
            throw new ProgramException($"the file {{output}} of the score command {fault.Message}");
        }
    }

    private static void Limit(string file, long most)
    {
        if (File.Exists(file) && new FileInfo(file).Length > most)
            throw new ProgramException($"the score command wrote more than {most} bytes to {{output}}, too much for the rows that it was given");
    }
}
