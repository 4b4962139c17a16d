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
    public void The_comment_on_a_run_of_two_models_reads_as_approved() => Rendered.Comment(Documents.Comment).ShouldBeApproved("comment");

    [Fact]
    public void The_check_run_of_a_model_that_did_not_pass_reads_as_approved() => Rendered.Check(Documents.Check).ShouldBeApproved("check");

    [Fact]
    public void A_check_run_of_a_spec_at_fault_says_that_no_step_ran() =>
        Rendered.Check(Documents.Check with { Steps = [] }).ShouldStartWith("The spec of churn is at fault: no step ran.\n\n| Check |");

    [Fact]
    public void A_comment_on_a_spec_at_fault_says_that_no_step_ran() =>
        Rendered.Comment(Documents.Comment with { Models = [Documents.Comment.Models[0] with { Steps = [], Metrics = [] }] }).ShouldContain("### churn\n\nNo step ran.\n\nRow by row");

    [Fact]
    public void A_comment_on_a_run_that_passed_says_so_and_shows_nothing_that_did_not_pass()
    {
        var comment = Rendered.Comment(Documents.Comment with { Passed = true, Failing = [], Commit = null, RunPage = null });

        comment.ShouldEndWith("\nEvery step that ran passed. Whether it is released is for people to decide.\n");
        comment.ShouldNotContain("What did not pass");
    }

    [Fact]
    public void A_slice_that_the_spec_names_and_nothing_measured_is_not_said_to_be_unnamed()
    {
        Rendered.Card(Documents.Unjudged).ShouldContain("### By slice\n\nNothing was measured.\n");
        Rendered.Card(Documents.Unjudged with { SliceMetrics = [] }).ShouldContain("### By slice\n\nThe spec names no slices.\n");
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Rendered.Card(Documents.Passed).ShouldBe(Rendered.Card(Documents.Passed));
}
