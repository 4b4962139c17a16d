using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.LoadTesting.Sending;

public sealed class OpenLoopTests
{
    private static readonly LoadPlan Plan = new();
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_sent_when_they_are_due_whatever_becomes_of_those_before()
    {
        var time = new SimulatedTime();
        var service = SimulatedService.Steady(time, milliseconds: 2500);

        var reading = await RunAsync(time, service, rate: 10, seconds: 1);

        service.Came.Select(came => came.TotalMilliseconds).ShouldBe([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
        reading.Latency.PercentileMs(0.5).ShouldBe(2500, 2.5);
        reading.AnsweredRate.ShouldBe(10 / 3.4, 1e-9);
    }

    [Fact]
    public async Task A_latency_counts_from_the_moment_a_request_was_due()
    {
        var time = new SimulatedTime { Oversleep = due => due >= TimeSpan.FromMilliseconds(500) ? TimeSpan.FromMilliseconds(40) : TimeSpan.Zero };

        var reading = await RunAsync(time, SimulatedService.Steady(time, 1), rate: 10, seconds: 1);

        reading.Latency.MaxMs.ShouldBe(41);
        reading.Lag.MaxMs.ShouldBe(40);
        reading.Lag.PercentileMs(0.5).ShouldBe(0);
    }

    [Fact]
    public async Task The_warm_up_is_sent_and_not_counted()
    {
        var time = new SimulatedTime();
        var service = new SimulatedService(time, now => now + (now < Second ? Second : TimeSpan.FromMilliseconds(3)));

        var reading = await new OpenLoop(service, time, time, Plan).RunAsync(ArrivalSchedule.Of(Arrivals.Constant, 50, 3 * Second, 1), Second, 3 * Second, _cancellation);

        service.Came.Count.ShouldBe(150);
        reading.Due.ShouldBe(100);
        reading.DueRate.ShouldBe(50);
        reading.Latency.MaxMs.ShouldBe(3);
    }

    [Fact]
    public async Task Each_kind_of_error_is_counted_and_a_refusal_is_no_fast_answer()
    {
        var time = new SimulatedTime();
        var service = new SimulatedService(time, now => now + TimeSpan.FromMilliseconds(1)) { Result = number => number % 4 == 0 ? CallResult.TooManyRequests : CallResult.Correct };

        var reading = await RunAsync(time, service, rate: 100, seconds: 1);

        reading.Count(CallResult.TooManyRequests).ShouldBe(25);
        reading.Errors.ShouldBe(25);
        reading.Latency.Count.ShouldBe(75);
        reading.AnsweredRate.ShouldBe(75);
    }

    [Fact]
    public async Task Where_every_connection_waits_requests_are_missed_and_count_as_slow_until_one_is_free()
    {
        var service = new StuckService();
        var time = new SimulatedTime { Oversleep = due => service.ReleaseFrom(due, TimeSpan.FromMilliseconds(900)) };

        var reading = await new OpenLoop(service, time, time, Plan with { MostConnections = 4 })
            .RunAsync(ArrivalSchedule.Of(Arrivals.Constant, 10, Second, 1), TimeSpan.Zero, Second, _cancellation);

        reading.Missed.ShouldBe(5);
        reading.Sent.ShouldBe(5);
        reading.Latency.PercentileMs(0.99).ShouldBe(Plan.AnswerLimit.TotalMilliseconds, 5);
    }

    [Fact]
    public async Task A_stop_ends_it()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);
        var time = new SimulatedTime { Oversleep = _ => { stop.Cancel(); return TimeSpan.Zero; } };

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new OpenLoop(SimulatedService.Steady(time, 1), time, time, Plan).RunAsync(ArrivalSchedule.Of(Arrivals.Constant, 10, Second, 1), TimeSpan.Zero, Second, stop.Token));
    }

    private Task<LoadReading> RunAsync(SimulatedTime time, SimulatedService service, double rate, int seconds) =>
        new OpenLoop(service, time, time, Plan).RunAsync(ArrivalSchedule.Of(Arrivals.Constant, rate, seconds * Second, 1), TimeSpan.Zero, seconds * Second, _cancellation);
}
