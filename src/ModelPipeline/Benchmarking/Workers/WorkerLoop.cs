using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Training;

namespace ModelPipeline.Benchmarking.Workers;

/// <summary>
/// A worker's side of the conversation. A message is one line: a word, then whole numbers or a mode, parted by spaces; the answer begins with the same word.
/// <c>hello</c> comes first and unasked; <c>core N</c> pins, <c>load</c> loads the bundle, <c>calibrate MODE NANOSECONDS</c> tells how many scores take that long,
/// <c>block MODE FIRST COUNT</c> scores, <c>peak</c> tells the peak of the memory. Where it cannot answer it says <c>fault</c> and why, and ends.
/// </summary>
internal sealed class WorkerLoop(WorkerJob job, IModelEngine engine, TimeProvider clock) : IDisposable
{
    private readonly BlockMeter _meter = new(clock, CpuClock.Covers(engine), job.SlowDown);
    private IScorer? _scorer;
    private ScoringWork? _work;

    private ScoringWork Work => _work ?? throw new InvalidDataException("nothing is loaded yet");

    /// <summary>Answers until the input ends.</summary>
    public void Run(TextReader input, TextWriter output)
    {
        Say(output, "hello", [CpuClock.Covers(engine) ? 1 : 0]);
        while (input.ReadLine() is { } message)
            Say(output, message.Split(' ')[0], Answer(message.Split(' ')));
    }

    public void Dispose() => _scorer?.Dispose();

    private long[] Answer(string[] message) => message switch
    {
        ["core", var core] => [Cores.Pin((int)Number(core)) ? 1 : 0],
        ["load"] => Load(),
        ["calibrate", var mode, var target] => Work.Calibrate(Mode(mode), Number(target)) is var (count, time) ? [count, time] : [],
        ["block", var mode, var first, var count] => Numbers(Work.Block(Mode(mode), Number(first), Number(count))),
        ["peak"] => [Peak()],
        _ => throw new InvalidDataException($"unknown message {QuotedText.Of(string.Join(' ', message))}"),
    };

    private long[] Load()
    {
        var signature = ModelBundle.Open(job.Bundle).Manifest.Signature;
        var times = new BlockMeter(clock, CpuClock.Covers(engine)).Measure(() => _scorer = engine.Load(job.Bundle, signature));
        _work = new ScoringWork(_scorer!, RowsFile.Read(job.Rows), _meter);
        return Numbers(times);
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static long[] Numbers(BlockTimes times) => [times.Thread, times.Process, times.Wall, times.Bytes];

    private static long Number(string word) => long.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);

    private static ScoringMode Mode(string word) => Enum.Parse<ScoringMode>(word);

    private static void Say(TextWriter output, string word, long[] numbers)
    {
        output.Write(string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).Prepend(word)) + "\n");
        output.Flush();
    }
}
