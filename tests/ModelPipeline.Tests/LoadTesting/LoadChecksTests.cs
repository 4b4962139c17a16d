using ModelPipeline.Evidence;
using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.LoadTesting;

public sealed class LoadChecksTests
{
    private static readonly LoadSpec Spec = new() { Rate = 200, Seconds = 1, P99Ms = 50, Errors = 0, MemoryMb = 256 };

    [Fact]
    public void A_service_within_every_limit_passes_every_check()
    {
        var checks = Judge(Given.Findings(Given.Reading(200)));

        checks.Select(check => check.Name).ShouldBe(["p99", "throughput", "errors", "answers", "memory", "client"]);
        checks.ShouldAllBe(check => check.Status == Status.Passed && check.Required);
        Named(checks, "p99").Reason.ShouldBe("99% of the requests were answered within 2 ms, within the limit of 50 ms");
        Named(checks, "answers").Reason.ShouldBe("every answer is that of the bundle, bit for bit");
        Named(checks, "memory").Reason.ShouldBe("the service held 100 MB at most, within the limit of 256 MB");
    }

    [Theory]
    [InlineData(50, Status.Passed)]
    [InlineData(50.001, Status.Failed)]
    public void The_limit_of_the_latency_may_be_reached_and_not_passed(double latencyMs, Status expected) =>
        Named(Judge(Given.Findings(Given.Reading(200, latencyMs))), "p99").Status.ShouldBe(expected);

    [Fact]
    public void Errors_are_named_by_kind()
    {
        var check = Named(Judge(Given.Findings(Given.Reading(197, errors: [CallResult.TooManyRequests, CallResult.TimedOut, CallResult.TimedOut]))), "errors");

        check.Status.ShouldBe(Status.Failed);
        check.Observed!.Value.ShouldBe(0.015, 1e-9);
        check.Reason.ShouldBe("3 of 200 requests have no correct answer: status 429 1, timed out 2");
    }

    [Fact]
    public void Errors_that_the_spec_allows_pass() =>
        Judge(Given.Findings(Given.Reading(197, errors: [CallResult.Unavailable, CallResult.Unavailable])), Spec with { Errors = 0.02 })
            .ShouldAllBe(check => check.Status == Status.Passed);

    [Fact]
    public void One_wrong_answer_fails_even_where_errors_are_allowed_and_in_any_of_the_loads()
    {
        var step = new LoadStep("1.25", Given.Reading(10, errors: [CallResult.WrongAnswer]));

        var check = Named(Judge(Given.Findings(Given.Reading(200), steps: step), Spec with { Errors = 0.5 }), "answers");

        check.Status.ShouldBe(Status.Failed);
        check.Reason.ShouldBe("1 answers are not those of the bundle; the first: 'probability' is 0.5, not 0.25");
    }

    [Fact]
    public void Nothing_answered_is_nothing_passed()
    {
        var checks = Judge(Given.Findings(Given.Reading(0, errors: [CallResult.ConnectionRefused, CallResult.ConnectionRefused])));

        checks.Where(check => check.Status == Status.Failed).Select(check => check.Name).ShouldBe(["p99", "throughput", "errors", "answers"]);
    }

    [Fact]
    public void No_request_at_all_passes_nothing_that_was_measured() =>
        Judge(Given.Findings(new LoadReading(TimeSpan.FromSeconds(1)))).Where(check => check.Status == Status.Passed).Select(check => check.Name).ShouldBe(["memory"]);

    [Fact]
    public void Answers_that_come_too_slowly_fail_the_throughput()
    {
        var load = Given.Reading(200);
        load.Add(new Reply(CallResult.Correct, 0), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(200));

        var check = Named(Judge(Given.Findings(load)), "throughput");

        check.Status.ShouldBe(Status.Failed);
        check.Reason.ShouldBe("167.5 correct answers/s of 201 requests/s, at least 181.9 are needed");
    }

    [Theory]
    [InlineData(256.0, Status.Passed)]
    [InlineData(256.1, Status.Failed)]
    [InlineData(null, Status.Error)]
    public void The_memory_is_judged_by_its_peak_and_one_that_is_not_known_has_not_passed(double? peakMb, Status expected) =>
        Named(Judge(Given.Findings(Given.Reading(200), peakMb)), "memory").Status.ShouldBe(expected);

    [Fact]
    public void A_service_elsewhere_has_no_memory_to_judge() =>
        new LoadChecks(Spec, new LoadPlan()).Of(Given.Findings(Given.Reading(200), null), 1e-6, isLocal: false)
            .Select(check => check.Name).ShouldBe(["p99", "throughput", "errors", "answers", "client"]);

    [Theory]
    [InlineData(50, 5, Status.Failed)]
    [InlineData(50, 5.1, Status.NotRun)]
    [InlineData(200, 20, Status.Failed)]
    [InlineData(200, 20.1, Status.NotRun)]
    public void A_latency_beyond_its_limit_is_held_against_the_service_where_the_client_was_no_later_than_5_ms_or_a_tenth_of_it(double p99Ms, double lagMs, Status expected) =>
        Named(Judge(Given.Findings(Given.Reading(200, latencyMs: 2 * p99Ms, lagMs: lagMs)), Spec with { P99Ms = p99Ms }), "p99").Status.ShouldBe(expected);

    [Fact]
    public void What_a_starved_client_measured_is_inconclusive_not_failed()
    {
        var findings = Given.Findings(Given.Reading(200, latencyMs: 80, lagMs: 70));
        var checks = Judge(findings);

        Named(checks, "p99").Status.ShouldBe(Status.NotRun);
        Named(checks, "client").Status.ShouldBe(Status.Error);
        Named(checks, "client").Hint.ShouldBe("measure where nothing else runs, or lower load.rate");
        LoadRecord.Outcome(findings, Spec, checks).IsUndecided.ShouldBeTrue();
    }

    [Fact]
    public void A_late_client_takes_nothing_from_a_service_that_is_within_the_limits_with_its_delay()
    {
        var check = Named(Judge(Given.Findings(Given.Reading(200, latencyMs: 20, lagMs: 18))), "client");

        check.Status.ShouldBe(Status.Passed);
        check.Reason.ShouldStartWith("the client was late, and the service within the limits with its delay: 99% of the requests were sent within 18");
    }

    [Fact]
    public void A_starved_client_does_not_hide_a_wrong_answer()
    {
        var checks = Judge(Given.Findings(Given.Reading(199, latencyMs: 80, lagMs: 70, errors: [CallResult.WrongAnswer])));

        Named(checks, "answers").Status.ShouldBe(Status.Failed);
        Named(checks, "client").Status.ShouldBe(Status.NotRun);
    }

    [Fact]
    public void More_than_a_hundredth_of_requests_that_were_not_sent_is_inconclusive_where_the_spec_allows_the_errors() =>
        Named(Judge(Given.Findings(Missing(sent: 194, missed: 6)), Spec with { Errors = 0.5, P99Ms = 10_000 }), "client").Status.ShouldBe(Status.Error);

    [Fact]
    public void One_request_in_a_hundred_may_be_missed() =>
        Named(Judge(Given.Findings(Missing(sent: 198, missed: 2)), Spec with { Errors = 0.5, P99Ms = 10_000 }), "client").Status.ShouldBe(Status.Passed);

    private static LoadReading Missing(int sent, int missed)
    {
        var reading = Given.Reading(sent);
        for (var i = 0; i < missed; i++)
            reading.AddMissed(TimeSpan.FromSeconds(5));
        return reading;
    }

    private static IReadOnlyList<Check> Judge(LoadFindings findings, LoadSpec? spec = null) => new LoadChecks(spec ?? Spec, new LoadPlan()).Of(findings, tolerance: 0, isLocal: true);

    private static Check Named(IReadOnlyList<Check> checks, string name) => checks.Single(check => check.Name == name);
}
