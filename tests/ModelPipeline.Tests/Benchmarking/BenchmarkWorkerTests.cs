using ModelPipeline.Benchmarking;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Benchmarking;

public sealed class BenchmarkWorkerTests : IDisposable
{
    private static readonly ModelSignature Signature = new(ModelTask.Regression, [new FeatureSignature("x", ColumnType.Numeric, [])], ["prediction"], []);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("modelpipeline-worker/0", "fake", "bundle", "rows", "0")]
    [InlineData(WorkerJob.Protocol, "fake", "bundle", "rows")]
    public void Started_by_hand_it_says_in_one_line_what_it_is_for_and_exits_2(params string[] arguments)
    {
        var errors = new StringWriter();
        var output = new StringWriter();

        BenchmarkWorker.Run(arguments, new EngineCatalog([]), TimeProvider.System, TextReader.Null, output, errors).ShouldBe(2);

        errors.ToString().TrimEnd().ShouldBe("'worker' is for the target BenchmarkTest, which starts it to score rows beside another: it is of no use by hand.");
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void It_answers_every_message_with_the_same_word_and_ends_with_its_input()
    {
        var (code, lines) = Talk("load", "calibrate Latency 1000", "block Latency 3 2", "block Batch 0 1", "peak");

        code.ShouldBe(0);
        lines.Select(line => line.Split(' ')[0]).ShouldBe(["hello", "load", "calibrate", "block", "block", "peak"]);
        lines.Skip(1).SelectMany(line => line.Split(' ').Skip(1)).ShouldAllBe(number => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture) >= 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Its_processor_time_is_not_that_of_programs_which_the_engine_starts(bool startsPrograms)
    {
        var output = new StringWriter();
        var job = new WorkerJob("fake", _folder["bundle"], _folder["rows"]);
        var engines = new EngineCatalog([new FakeEngine { StartsPrograms = startsPrograms }]);

        BenchmarkWorker.Run(job.Arguments, engines, TimeProvider.System, TextReader.Null, output, TextWriter.Null).ShouldBe(0);

        output.ToString().ShouldBe(CpuClock.IsThere && !startsPrograms ? "hello 1\n" : "hello 0\n");
    }

    [Fact]
    public void Blocks_of_single_rows_begin_where_they_are_told_and_go_around()
    {
        var seen = new List<double>();

        Talk(seen, "load", "block Latency 1 3", "block Batch 0 1");

        seen.ShouldBe([20, 30, 10, 10, 20, 30]);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("block Latency 0 1")]
    [InlineData("block Latency 0 many")]
    [InlineData("block Dance 0 1")]
    public void What_it_cannot_answer_it_says_and_exits_1(string message)
    {
        var (code, lines) = Talk(message);

        code.ShouldBe(1);
        lines[^1].ShouldStartWith("fault ");
    }

    [Fact]
    public void A_bundle_that_is_not_there_is_told_on_one_line()
    {
        var output = new StringWriter();
        var job = new WorkerJob("fake", _folder["absent"], _folder["rows"]);

        BenchmarkWorker.Run(job.Arguments, new EngineCatalog([new FakeEngine()]), TimeProvider.System, new StringReader("load\n"), output, TextWriter.Null).ShouldBe(1);

        output.ToString().Split('\n')[1].ShouldContain("There is no bundle in");
    }

    public void Dispose() => _folder.Dispose();

    private (int Code, string[] Lines) Talk(params string[] messages) => Talk([], messages);

    private (int Code, string[] Lines) Talk(List<double> seen, params string[] messages)
    {
        _folder.Write("bundle/fake.bin", "weights");
        File.WriteAllBytes(_folder["bundle/bundle.json"], BundleJson.Write(Manifests.Full with { Signature = Signature }));
        RowsFile.Write(_folder["rows"], new Table([new NumericColumn("x", [10, 20, 30])]));
        var engine = new FakeEngine
        {
            Loaded = x =>
            {
                seen.Add(x);
                return x;
            },
        };
        var output = new StringWriter();
        var input = new StringReader(string.Join('\n', messages));
        var code = BenchmarkWorker.Run(new WorkerJob("fake", _folder["bundle"], _folder["rows"]).Arguments, new EngineCatalog([engine]), TimeProvider.System, input, output, TextWriter.Null);
        return (code, output.ToString().TrimEnd('\n').Split('\n'));
    }
}
