namespace ModelPipeline.Cards.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void The_card_of_a_candidate_that_passed_reads_as_approved() => Rendered.Card(Documents.Passed).ShouldBeApproved("passed-card");

    [Fact]
    public void The_card_of_a_candidate_that_nothing_could_judge_reads_as_approved() => Rendered.Card(Documents.Unjudged).ShouldBeApproved("unjudged-card");

    [Fact]
    public void The_card_of_a_candidate_that_was_compared_with_a_champion_reads_as_approved() => Rendered.Card(Documents.Compared).ShouldBeApproved("compared-card");

    [Fact]
    public void The_report_of_a_mutation_test_reads_as_approved() => Rendered.Mutation(Documents.Mutation).ShouldBeApproved("mutation");

    [Fact]
    public void The_summary_of_a_run_reads_as_approved() => Rendered.Summary(Documents.Summary).ShouldBeApproved("summary");

    [Fact]
    public void The_pull_request_of_a_release_reads_as_approved() => Rendered.PullRequest(Documents.PullRequest).ShouldBeApproved("pull-request");

    [Fact]
    public void The_pull_request_of_a_first_release_reads_as_approved() => Rendered.PullRequest(Documents.FirstPullRequest).ShouldBeApproved("first-pull-request");

    [Fact]
    public void The_summary_of_a_run_that_passed_says_so() =>
        Rendered.Summary(Documents.Summary with { Verdict = "2 of 2 models passed", ExitCode = 0 }).ShouldStartWith("## ModelPipeline: 2 of 2 models passed\n");

    [Fact]
    public void A_slice_that_the_spec_names_and_nothing_measured_is_not_said_to_be_unnamed()
    {
        Rendered.Card(Documents.Unjudged).ShouldContain("### By slice\n\nNothing was measured.\n");
        Rendered.Card(Documents.Unjudged with { SliceMetrics = [] }).ShouldContain("### By slice\n\nThe spec names no slices.\n");
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Rendered.Card(Documents.Passed).ShouldBe(Rendered.Card(Documents.Passed));
}
