using System.Net;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.Options;

public sealed class OptionReaderTests
{
    [Fact]
    public void A_body_is_not_larger_than_one_array_can_be()
    {
        Read(["--max-body-bytes", "2147483591"]).MaxBodyBytes.ShouldBe(Array.MaxLength);
        Should.Throw<InputException>(() => Read(["--max-body-bytes", "2147483592"]));
    }

    [Fact]
    public void Nothing_given_gives_the_defaults() => Read([]).ShouldBe(new ScoringOptions());

    [Fact]
    public void An_argument_counts_before_a_variable()
    {
        var options = Read(["--max-rows", "7", "--queue=9"], ("SCORING_MAX_ROWS", "5"), ("SCORING_BUNDLE", "/elsewhere"));

        options.Invocations.MaxRows.ShouldBe(7);
        options.Queue.ShouldBe(9);
        options.Bundle.ShouldBe("/elsewhere");
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var fault = Should.Throw<InputException>(() => Read(["--max-rows", "many", "--que", "1", "--drain-seconds"], ("SCORING_ADRESS", "x"), ("SCORING_QUEUE", "-1")));

        fault.Message.Split('\n').ShouldBe(
        [
            "unknown environment variable 'SCORING_ADRESS': did you mean 'SCORING_ADDRESS'?",
            "SCORING_QUEUE '-1' is not a whole number from 0 to 1000000.",
            "--max-rows 'many' is not a whole number from 1 to 2147483647.",
            "unknown argument '--que': did you mean '--queue'?",
            "--drain-seconds lacks its value.",
        ]);
    }

    [Fact]
    public void An_argument_given_twice_is_refused() =>
        Should.Throw<InputException>(() => Read(["--queue", "1", "--queue", "2"])).Message.ShouldBe("--queue is given twice.");

    [Fact]
    public void What_Kubernetes_gives_every_container_of_a_service_named_scoring_is_passed_over() =>
        Read(
            [],
            ("SCORING_SERVICE_HOST", "10.0.0.1"),
            ("SCORING_SERVICE_PORT", "80"),
            ("SCORING_SERVICE_PORT_HTTP", "80"),
            ("SCORING_PORT", "tcp://10.0.0.1:80"),
            ("SCORING_PORT_80_TCP_ADDR", "10.0.0.1"),
            ("SCORING_CHURN_PORT_80_TCP", "tcp://10.0.0.1:80")).ShouldBe(new ScoringOptions());

    [Fact]
    public void A_key_is_never_an_argument() =>
        Should.Throw<InputException>(() => Read(["--api-key", "abc"])).Message.ShouldContain("give the variable SCORING_API_KEY");

    [Fact]
    public void A_faulty_key_is_not_shown()
    {
        var fault = Should.Throw<InputException>(() => Read([], ("SCORING_API_KEY", "top secret")));

        fault.Message.ShouldStartWith("SCORING_API_KEY has a space");
        fault.Message.ShouldNotContain("top");
    }

    [Fact]
    public void A_key_is_read_from_a_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("key"), "abc\n");

        Read([], ("SCORING_API_KEY_FILE", folder.File("key"))).ApiKey!.Equals("abc").ShouldBeTrue();
    }

    [Fact]
    public void A_key_and_a_file_are_one_too_many()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("key"), "abc");

        Should.Throw<InputException>(() => Read([], ("SCORING_API_KEY", "abc"), ("SCORING_API_KEY_FILE", folder.File("key")))).Message.ShouldContain("leave one out");
    }

    [Fact]
    public void A_missing_key_file_is_refused() =>
        Should.Throw<InputException>(() => Read([], ("SCORING_API_KEY_FILE", "/there/is/none"))).Message.ShouldContain("cannot be read");

    [Theory]
    [InlineData("http://0.0.0.0:8080", "0.0.0.0:8080")]
    [InlineData("http://*:81", "0.0.0.0:81")]
    [InlineData("http://localhost:82/", "127.0.0.1:82")]
    [InlineData("http://[::]:83", "[::]:83")]
    [InlineData("http://127.0.0.1:0", "127.0.0.1:0")]
    public void An_address_is_a_host_and_a_port(string text, string expected) => Read(["--address", text]).Address.ShouldBe(IPEndPoint.Parse(expected));

    [Theory]
    [InlineData("https://0.0.0.0:8080")]
    [InlineData("http://example.org:8080")]
    [InlineData("http://0.0.0.0:8080/path")]
    [InlineData("0.0.0.0:8080")]
    [InlineData("http://0.0.0.0:99999")]
    [InlineData("")]
    public void Another_address_is_refused(string text) => Should.Throw<InputException>(() => Read(["--address", text])).Message.ShouldStartWith("--address ");

    [Theory]
    [InlineData("--request-log-share", "1.5")]
    [InlineData("--request-log-share", "NaN")]
    [InlineData("--queue-seconds", "1e3")]
    [InlineData("--queue-seconds", "0,5")]
    [InlineData("--digest", "sha256:abc")]
    [InlineData("--access-log", "yes")]
    [InlineData("--bundle", "")]
    public void A_faulty_value_is_refused(string argument, string text) => Should.Throw<InputException>(() => Read([argument, text])).Message.ShouldStartWith(argument);

    [Fact]
    public void The_documentation_has_every_option_with_its_default()
    {
        var rows = File.ReadAllLines(Shared.Repository.Path("docs/scoring-service.md"));

        foreach (var option in ServiceOptions.All)
            rows.ShouldContain($"| {(option.HasArgument ? $"`{option.Argument}`" : "")} | `{option.Variable}` | {option.Default} | {option.Meaning} |");
    }

    [Fact]
    public void Every_default_is_the_one_that_is_shown()
    {
        string[] words = ["any", "none", "processors"];
        foreach (var option in ServiceOptions.All.Where(option => !words.Contains(option.Default)))
            option.Apply(new(), option.Default).ShouldBe(new ScoringOptions(), option.Name);
    }

    private static ScoringOptions Read(string[] arguments, params (string Name, string Text)[] variables) =>
        OptionReader.Read(arguments, variables.ToDictionary(variable => variable.Name, variable => variable.Text));
}
