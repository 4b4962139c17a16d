using System.Diagnostics;
using ModelPipeline.Scoring.Metrics;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.Metrics;

public sealed class MetricsTests
{
    [Fact]
    public async Task Requests_are_counted_by_status_and_probes_are_not()
    {
        await using var service = await RunningService.StartAsync();
        await service.PostAsync("/echo", "body");
        await service.PostAsync("/echo", "body");
        await service.PostAsync("/failing");
        await service.GetAsync("/nowhere");
        await service.GetAsync("/livez");

        var metrics = await service.GetTextAsync("/metrics");

        metrics.ShouldContain("scoring_requests_total{status=\"200\"} 2\n");
        metrics.ShouldContain("scoring_requests_total{status=\"404\"} 1\n");
        metrics.ShouldContain("scoring_requests_total{status=\"500\"} 1\n");
        metrics.ShouldContain("scoring_request_duration_seconds_count 2\n");
        metrics.ShouldContain("scoring_requests_in_flight 0\n");
        metrics.ShouldContain($"scoring_model_info{{model=\"churn\",model_version=\"\",digest=\"{service.Digest}\",engine=\"linear\",service_version=\"");
    }

    [Fact]
    public async Task The_version_names_the_model_and_the_service()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { ModelVersion = "1.2.0" });

        (await service.GetTextAsync("/version")).ShouldStartWith($"{{\"model\":\"churn\",\"modelVersion\":\"1.2.0\",\"digest\":\"{service.Digest}\",\"engine\":\"linear\",\"serviceVersion\":\"");
    }

    [Fact]
    public async Task Every_line_is_a_comment_or_a_sample_of_the_metric_before_it()
    {
        await using var service = await RunningService.StartAsync();

        var metric = "";
        foreach (var line in (await service.GetTextAsync("/metrics")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
                metric = line.Split(' ')[2];
            else if (!line.StartsWith("# HELP ", StringComparison.Ordinal))
                line.ShouldMatch($"^{metric}(_bucket|_sum|_count)?({{[^}}]*}})? [0-9.eE+-]+$");
    }

    [Fact]
    public void A_histogram_is_cumulative()
    {
        var histogram = new LatencyHistogram();
        histogram.Add(Stopwatch.Frequency / 500);
        histogram.Add(Stopwatch.Frequency / 500);
        histogram.Add(Stopwatch.Frequency * 100);

        var text = new MetricsText().Histogram("t", "Help.", histogram).ToString();

        text.ShouldContain("t_bucket{le=\"0.001\"} 0\nt_bucket{le=\"0.0025\"} 2\n");
        text.ShouldContain("t_bucket{le=\"30\"} 2\nt_bucket{le=\"+Inf\"} 3\nt_sum 100.004\nt_count 3\n");
    }

    [Fact]
    public void Labels_are_escaped() =>
        new MetricsText().Sample("t", 1, ("l", "a\"b\\c\nd")).ToString().ShouldBe("t{l=\"a\\\"b\\\\c\\nd\"} 1\n");

    [Fact]
    public void Rows_are_counted()
    {
        var metrics = new ServiceMetrics();
        using var folder = new TemporaryFolder();
        var bundle = TrainedBundle.Write(folder.Path);
        using var scorer = new CountingScorer(new Linear.LinearEngine().Load(folder.Path, bundle.Manifest.Signature), metrics);

        scorer.Score(TrainedBundle.Rows, TestContext.Current.CancellationToken);
        scorer.Score(TrainedBundle.Rows, TestContext.Current.CancellationToken);

        metrics.Rows.ShouldBe(8);
    }
}
