using System.Text;
using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Figures;

namespace ModelPipeline.Tests.LoadTesting;

public sealed class LoadReportsTests
{
    private static readonly LoadSpec Spec = new() { Rate = 200, P99Ms = 50 };

    [Fact]
    public void The_figure_shows_latencies_the_limit_and_what_lies_beyond()
    {
        LoadStep[] steps = [new("load", Given.Reading(200, 3)), new("0.5", Given.Reading(500, 5)), new("1.25", Given.Reading(1250, 400))];

        var figure = new Func<string>(() => LoadFigure.Draw(steps, Spec)).ShouldBeFigure();

        figure.Texts()[0].ShouldBe("Latency under load");
        figure.Texts().ShouldContain("median");
        figure.Texts()[^1].ShouldBe("large dots: 200 requests/s, p99 3.00 ms, limit 50.0 ms; p99 beyond the axis: 1");
    }

    [Fact]
    public void A_figure_without_answers_says_so() =>
        new Func<string>(() => LoadFigure.Draw([new("load", Given.Reading(0, errors: [CallResult.ConnectionRefused]))], Spec)).ShouldBeFigure()
            .Texts()[^1].ShouldBe("No request was answered.");

    [Fact]
    public void The_table_has_a_line_a_load() =>
        Encoding.UTF8.GetString(LoadTable.Write([new("load", Given.Reading(200, 3)), new("0.5", Given.Reading(0, errors: [CallResult.Unavailable]))])).ShouldBe(
            """
            step,rate_due,rate_sent,rate_answered,p50_ms,p90_ms,p99_ms,p999_ms,max_ms,requests,errors,missed,send_lag_p99_ms
            load,200,200,200,3,3,3,3,3,200,0,0,0.1
            0.5,1,1,0,,,,,,1,1,0,0.1

            """.ReplaceLineEndings("\n"));
}
