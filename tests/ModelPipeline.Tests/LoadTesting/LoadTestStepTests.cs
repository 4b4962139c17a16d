using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.LoadTesting;
using ModelPipeline.Packaging;
using ModelPipeline.Tests.Serving;

namespace ModelPipeline.Tests.LoadTesting;

public sealed class LoadTestStepTests : IDisposable
{
    private readonly ServedFolder _folder = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_service_that_answers_as_the_bundle_does_passes_and_the_evidence_tells_what_was_measured()
    {
        var service = await ServeAsync(ServedFolder.Score);

        var outcome = await _folder.TestAsync(_cancellation);

        outcome.Checks.Select(check => (check.Name, check.Status)).ShouldBe(
        [
            ("p99", Status.Passed), ("throughput", Status.Passed), ("errors", Status.Passed), ("answers", Status.Passed), ("memory", Status.Passed), ("client", Status.Passed),
            ("container", Status.Passed),
        ]);
        outcome.Candidate.ShouldBe(_folder.Candidate);
        outcome.Facts.ShouldBe(new Dictionary<string, string> { ["answers"] = "bit for bit", ["arrivals"] = "poisson", ["place"] = "a container of Fake 1.0" });
        outcome.Measures["memory_mb"].Value.ShouldBe(40);
        outcome.Measures["requests"].Value.ShouldBe(outcome.Measures["rate.due"].Value * 0.3, 1e-6);
        outcome.Measures["rate.sent"].Value.ShouldBe(outcome.Measures["rate.due"].Value);
        outcome.Measures.Where(measure => measure.Key.StartsWith("errors.", StringComparison.Ordinal)).ShouldAllBe(measure => measure.Value.Value == 0);
        new[] { "latency_ms.p50", "latency_ms.p90", "latency_ms.p99", "latency_ms.p999", "latency_ms.max", "capacity", "cpu.client", "cpu.service" }.ShouldBeSubsetOf(outcome.Measures.Keys);
        outcome.Reports.Keys.ShouldBe(["load.svg", "load.csv"]);
        _folder.Limits.ShouldBe([new ContainerLimits(256 << 20, 0.5)]);
        service.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task Other_scores_than_the_bundles_fail_by_the_last_bit()
    {
        await ServeAsync(x => x == 3 ? Math.BitIncrement(0.25) : ServedFolder.Score(x));

        var outcome = await _folder.TestAsync(_cancellation);

        var check = outcome.Checks.Single(check => check.Name == "answers");
        check.Status.ShouldBe(Status.Failed);
        check.Reason.ShouldEndWith("the first: 'probability' is 0.25000000000000006, not 0.25");
    }

    [Fact]
    public async Task A_service_that_refuses_fails_with_the_kind_of_error()
    {
        _folder.Service = await FakeService.StartAsync("{}", _ => (503, "{}"));

        var outcome = await _folder.TestAsync(_cancellation);

        outcome.Checks.Single(check => check.Name == "errors").Reason.ShouldContain("have no correct answer: status 503 ");
        outcome.Checks.Single(check => check.Name == "p99").Status.ShouldBe(Status.Failed);
        outcome.Measures["errors.status_503"].Value.ShouldBe(outcome.Measures["requests"].Value);
    }

    [Fact]
    public async Task A_service_that_ends_under_load_fails_with_its_last_words()
    {
        var service = await ServeAsync(ServedFolder.Score);
        service.End = "it ended with exit code 137 and without a word";

        var outcome = await _folder.TestAsync(_cancellation);

        var check = outcome.Checks[0];
        (check.Name, check.Status).ShouldBe(("service", Status.Failed));
        check.Reason.ShouldBe("the service ended under load: it ended with exit code 137 and without a word");
        outcome.Facts["place"].ShouldBe("a container of Fake 1.0");
        service.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_ends_before_it_is_ready_fails_with_its_last_words()
    {
        var service = await FakeService.StartAsync("{}", _ => (200, "{}"), readyAfter: int.MaxValue);
        (service.End, _folder.Service) = ("it ended with exit code 1; its last words: 'no bundle'", service);

        var outcome = await _folder.TestAsync(_cancellation);

        outcome.Checks[0].Reason.ShouldBe("The scoring service in a container of Fake 1.0 is not ready: it ended with exit code 1; its last words: 'no bundle'");
    }

    [Fact]
    public async Task An_engine_that_refuses_is_an_error_and_says_nothing_against_the_model()
    {
        var outcome = await _folder.TestAsync(_cancellation);

        outcome.Checks.ShouldHaveSingleItem().ShouldBe(new Check { Name = "service", Status = Status.Error, Reason = "the engine refused" });
    }

    [Fact]
    public async Task A_stop_ends_the_load_and_the_service()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        var service = await ServeAsync(x =>
        {
            stop.Cancel();
            return ServedFolder.Score(x);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => _folder.TestAsync(stop.Token));

        service.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public void Another_image_or_place_is_another_input()
    {
        var step = new LoadTestStep(_folder, TimeProvider.System);
        _folder.Pipeline.Leave(StepNames.Package, change: evidence => evidence with { Facts = new Dictionary<string, string> { ["image"] = "sha256:a", ["tried_in"] = "a local process" } });
        var first = step.Inputs(_folder.Pipeline.Run()).ToList();
        _folder.Pipeline.Leave(StepNames.Package, change: evidence => evidence with { Facts = new Dictionary<string, string> { ["image"] = "sha256:a", ["tried_in"] = "a container" } });

        step.Inputs(_folder.Pipeline.Run()).ShouldNotBe(first);
        first[0].ShouldBe($"{_folder.Candidate}");
    }

    [Fact]
    public async Task A_service_elsewhere_is_tested_without_evidence_and_told_apart_by_its_bundle()
    {
        var service = await ServeAsync(ServedFolder.Score);
        var folder = _folder.Pipeline["load"];

        var outcome = await new UrlLoadTest(TimeProvider.System, ServedFolder.Plan).RunAsync(_folder.Pipeline.Run(), service.Address, null, folder, new Progress<string>(), _cancellation);
        await service.DisposeAsync();

        outcome.Checks.Select(check => check.Name).ShouldBe(["p99", "throughput", "errors", "answers", "client"]);
        outcome.Checks.ShouldAllBe(check => check.Status == Status.Passed);
        outcome.Facts["bundle"].ShouldBe($"{Digest.Of("another")}, another than the candidate's {_folder.Candidate}");
        Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(["load.csv", "load.svg"]);
        _folder.Pipeline.Evidence.Read(StepNames.LoadTest).ShouldBeNull();
    }

    private async Task<FakeService> ServeAsync(Func<double, double> score)
    {
        var service = await FakeService.StartAsync(
            $$"""{"digest":"{{Digest.Of("another")}}"}""",
            rows => (200, string.Create(CultureInfo.InvariantCulture, $$"""{"predictions":[{"probability":{{score(rows.Single()):R}},"label":"no"}]}""")));
        _folder.Service = service;
        return service;
    }
}
