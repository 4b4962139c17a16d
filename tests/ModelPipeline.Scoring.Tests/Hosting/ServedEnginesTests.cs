using System.Diagnostics;
using ModelPipeline.Serving;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using ModelPipeline.XGBoost;
using Shared.Models;

namespace ModelPipeline.Scoring.Tests.Hosting;

/// <summary>The published program with bundles of engines that need more than itself.</summary>
public sealed class ServedEnginesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Bundle => _folder.File("bundle");

    [Theory]
    [InlineData(ModelTask.BinaryClassification)]
    [InlineData(ModelTask.MulticlassClassification)]
    [InlineData(ModelTask.Regression)]
    public async Task With_xgboost_it_gives_the_golden_rows_scores_bit_for_bit(ModelTask task)
    {
        var bundle = TrainXGBoost(task);
        using var service = await ServiceProcess.ServeAsync(Bundle, []);

        await ShouldGiveGoldenScoresAsync(service, bundle);
    }

    [Fact]
    public async Task Without_the_library_it_says_what_to_install()
    {
        TrainXGBoost(ModelTask.Regression);

        var (code, error) = await ServiceProcess.RunAsync(["--bundle", Bundle], ("XGBOOST_LIBRARY", _folder.File("nowhere.so")));

        code.ShouldBe(2);
        error.ShouldContain("libxgboost0");
        error.Trim().Split('\n').Length.ShouldBe(1, error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_a_program_it_gives_the_golden_rows_scores_bit_for_bit(bool serves)
    {
        var bundle = WriteProgram(serves);
        using var service = await ServiceProcess.ServeAsync(Bundle, []);

        await ShouldGiveGoldenScoresAsync(service, bundle);
    }

    [Fact]
    public async Task One_process_of_the_program_answers_many_requests_and_ends_with_the_service()
    {
        var bundle = WriteProgram(serves: true);
        using var service = await ServiceProcess.ServeAsync(Bundle, ["--stop-delay-seconds", "0"]);
        await ShouldGiveGoldenScoresAsync(service, bundle);
        var program = ChildrenOf(service.Id).ShouldHaveSingleItem();

        for (var i = 0; i < 20; i++)
            await ShouldGiveGoldenScoresAsync(service, bundle);
        ChildrenOf(service.Id).ShouldBe([program]);

        service.Terminate();
        (await service.EndAsync()).Code.ShouldBe(0);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(program));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task ShouldGiveGoldenScoresAsync(ServiceProcess service, ModelBundle bundle)
    {
        var (rows, expected) = GoldenRows.Read(bundle.Folder, bundle.Manifest.Signature);
        using var client = new ServiceClient(service.Client.BaseAddress!);
        var scores = await client.ScoreAsync(rows, expected.Outputs, TestContext.Current.CancellationToken);
        scores.Values.ToArray().ShouldBe(expected.Values.ToArray());
    }

    /// <summary>The processes that a process started: each is listed with the thread that did.</summary>
    private static int[] ChildrenOf(int id) =>
    [
        .. Directory.EnumerateDirectories($"/proc/{id}/task")
            .SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(int.Parse),
    ];

    private ModelBundle TrainXGBoost(ModelTask task)
    {
        try
        {
            return EngineBundle.Write(Bundle, new XGBoostEngine(), "gradient-boosting", task);
        }
        catch (InputException missing)
        {
            Absent(missing.Message);
            throw;
        }
    }

    private ModelBundle WriteProgram(bool serves)
    {
        if (!File.Exists(AwkProgram.BusyBox))
            Absent($"There is no {AwkProgram.BusyBox}: install Debian's busybox-static.");
        return AwkProgram.Write(Bundle, Directory.CreateDirectory(_folder.File("program")).FullName, serves);
    }

    private static void Absent(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
