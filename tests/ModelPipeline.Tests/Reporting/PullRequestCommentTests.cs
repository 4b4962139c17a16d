using ModelPipeline.Reporting;

namespace ModelPipeline.Tests.Reporting;

public sealed class PullRequestCommentTests
{
    [Fact]
    public void Runs_of_all_models_share_a_marker() => PullRequestComment.Marker([]).ShouldBe("<!-- modelpipeline:verify -->");

    [Fact]
    public void A_run_of_some_models_has_its_own_whatever_their_order() =>
        PullRequestComment.Marker(["prices", "churn", "churn"]).ShouldBe("<!-- modelpipeline:verify churn prices -->");

    [Fact]
    public void A_challenger_has_another_than_its_model() =>
        PullRequestComment.Marker(["churn/trees", "churn"]).ShouldBe("<!-- modelpipeline:verify churn churn/trees -->");

    [Theory]
    [InlineData("--> @everyone <!--")]
    [InlineData("a--->b")]
    [InlineData("a\n-->b")]
    public void No_name_ends_the_marker(string name)
    {
        var marker = PullRequestComment.Marker([name]);

        marker["<!--".Length..^"-->".Length].ShouldNotContain('>');
        marker.ShouldNotContain('\n');
        marker.ShouldNotContain('@');
    }

    [Fact]
    public void A_comment_begins_with_its_marker_and_is_no_longer_than_a_host_takes()
    {
        var body = PullRequestComment.Body("<!-- m -->", string.Concat(Enumerable.Repeat("| row | 🙂 |\n", 10_000)), "https://github.com/acme/models/actions/runs/42");

        body.ShouldStartWith("<!-- m -->\n| row |");
        body.Length.ShouldBeLessThanOrEqualTo(65_536);
        body.Length.ShouldBeGreaterThan(65_000);
        body.ShouldEndWith("an artifact of [the run](https://github.com/acme/models/actions/runs/42).**\n");
    }

    [Fact]
    public void A_short_comment_is_whole() => PullRequestComment.Body("<!-- m -->", "text\n", null).ShouldBe("<!-- m -->\ntext\n");
}
