using System.Text.RegularExpressions;
using Cake.Frosting.ModelPipeline.Tests.Reporting;
using ModelPipeline.Reporting;
using YamlDotNet.RepresentationModel;

namespace Cake.Frosting.ModelPipeline.Tests.Workflows;

public sealed partial class WorkflowRulesTests
{
    /// <summary>Everything that a job may write, and no more.</summary>
    private static readonly Dictionary<string, string[]> Writes = new()
    {
        ["ci.yml verify"] = ["checks", "pull-requests"],
        ["ci.yml ci"] = [],
        ["release.yml select"] = [],
        ["release.yml propose"] = ["actions", "contents", "pull-requests"],
        ["release.yml which"] = [],
        ["release.yml release"] = ["checks", "contents", "packages", "pull-requests"],
        ["review.yml review"] = [],
    };

    /// <summary>Events whose workflow GitHub takes from the pull request: whoever pushes to its head writes what runs.</summary>
    private static readonly string[] OfHead = ["pull_request", "pull_request_review", "pull_request_review_comment"];

    /// <summary>Events whose payload names a head that others wrote, while the token may write.</summary>
    private static readonly string[] Privileged = ["pull_request_target", "pull_request_review", "workflow_run", "check_suite", "issue_comment"];

    [Theory]
    [MemberData(nameof(WorkflowFile.All), MemberType = typeof(WorkflowFile))]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is(string file)
    {
        var workflow = WorkflowFile.Read(file);

        var uses = Uses().Matches(workflow.Text);

        uses.Count.ShouldBe(workflow.Steps.Count(step => WorkflowFile.Child(step, "uses") is not null));
        foreach (Match match in uses)
            Pinned().IsMatch(match.Value).ShouldBeTrue(match.Value);
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.All), MemberType = typeof(WorkflowFile))]
    public void One_version_of_an_action_is_used_everywhere(string file)
    {
        var others = WorkflowFile.All.SelectMany(row => Uses().Matches(WorkflowFile.Read(row.Data).Text)).Select(match => match.Groups[1].Value).ToList();
        foreach (var action in Uses().Matches(WorkflowFile.Read(file).Text).Select(match => match.Groups[1].Value))
            others.Where(other => other.Split('@')[0] == action.Split('@')[0]).Distinct().ShouldBe([action]);
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.All), MemberType = typeof(WorkflowFile))]
    public void No_script_has_an_expression_in_it_values_come_by_the_environment(string file)
    {
        var scripts = WorkflowFile.Read(file).Steps.Select(step => WorkflowFile.Scalar(WorkflowFile.Child(step, "run"))).OfType<string>().ToList();

        scripts.ShouldNotBeEmpty();
        scripts.ShouldAllBe(script => !script.Contains("${{", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void A_job_may_do_what_it_needs_and_a_workflow_nothing(string file)
    {
        var workflow = WorkflowFile.Read(file);

        WorkflowFile.Child(workflow.Root, "permissions").ShouldBeOfType<YamlMappingNode>().Children.ShouldBeEmpty();
        foreach (var (name, job) in workflow.Jobs)
        {
            var permissions = WorkflowFile.Child(job, "permissions").ShouldBeOfType<YamlMappingNode>(name);
            permissions.Children
                .Where(permission => WorkflowFile.Scalar(permission.Value) != "read")
                .Select(permission => $"{WorkflowFile.Scalar(permission.Key)}: {WorkflowFile.Scalar(permission.Value)}")
                .ShouldBe(Writes[$"{Path.GetFileName(file)} {name}"].Select(scope => $"{scope}: write"), ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void Every_job_ends_in_time(string file)
    {
        foreach (var (name, job) in WorkflowFile.Read(file).Jobs)
            WorkflowFile.Child(job, "timeout-minutes").ShouldNotBeNull(name);
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void A_checkout_keeps_no_token_and_never_is_of_a_head_that_others_wrote(string file)
    {
        var workflow = WorkflowFile.Read(file);
        foreach (var (name, job) in workflow.Jobs)
        {
            var condition = workflow.ConditionOf(job);
            foreach (var checkout in WorkflowFile.StepsOf(job).Where(step => WorkflowFile.Scalar(WorkflowFile.Child(step, "uses"))?.StartsWith("actions/checkout@", StringComparison.Ordinal) ?? false))
            {
                WorkflowFile.Scalar(WorkflowFile.Child(checkout, "with", "persist-credentials")).ShouldBe("false", name);
                var reference = WorkflowFile.Scalar(WorkflowFile.Child(checkout, "with", "ref"));
                reference.ShouldBe(Privileged.Any(condition.Contains) ? "${{ github.event.repository.default_branch }}" : null, name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void A_job_of_an_event_that_others_cause_says_so_in_its_condition(string file)
    {
        var workflow = WorkflowFile.Read(file);
        var events = Privileged.Where(name => WorkflowFile.Child(workflow.Root, "on", name) is not null).ToList();
        foreach (var (name, job) in workflow.Jobs.Where(_ => events.Count > 0))
            (WorkflowFile.Scalar(WorkflowFile.Child(job, "if")) ?? "").ShouldContain(WorkflowFile.Child(job, "needs") is null ? "github.event_name == " : "needs.", Case.Sensitive, name);
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void A_token_reaches_single_steps_only(string file)
    {
        var workflow = WorkflowFile.Read(file);
        foreach (var environment in workflow.Jobs.Select(job => WorkflowFile.Child(job.Job, "env")).Append(WorkflowFile.Child(workflow.Root, "env")).OfType<YamlMappingNode>())
            foreach (var value in environment.Children.Values)
                Secret().IsMatch(WorkflowFile.Scalar(value) ?? "").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void What_a_pull_request_may_have_written_itself_has_no_secret_and_writes_nothing_but_reports(string file)
    {
        var workflow = WorkflowFile.Read(file);
        if (!OfHead.Any(name => WorkflowFile.Child(workflow.Root, "on", name) is not null))
            return;

        workflow.Text.ShouldNotContain("secrets.");
        foreach (var (name, job) in workflow.Jobs)
            ((YamlMappingNode)WorkflowFile.Child(job, "permissions")!).Children
                .Where(permission => WorkflowFile.Scalar(permission.Value) == "write").Select(permission => WorkflowFile.Scalar(permission.Key))
                .ShouldBeSubsetOf(["checks", "pull-requests"], name);
    }

    [Fact]
    public void A_review_reaches_the_workflow_that_releases_only_by_one_without_a_token()
    {
        var review = WorkflowFile.Read(".github/workflows/review.yml");
        var release = WorkflowFile.Read(".github/workflows/release.yml");

        WorkflowFile.Child(review.Root, "on", "pull_request_review").ShouldNotBeNull();
        WorkflowFile.Child(release.Root, "on", "workflow_run", "workflows").ShouldBeOfType<YamlSequenceNode>().Children.Select(WorkflowFile.Scalar)
            .ShouldContain(WorkflowFile.Scalar(WorkflowFile.Child(review.Root, "name")));
        foreach (var (name, job) in review.Jobs)
            WorkflowFile.Child(job, "permissions").ShouldBeOfType<YamlMappingNode>().Children.ShouldBeEmpty(name);
        review.Text.ShouldNotContain("token }}");
        review.Text.ShouldNotContain("uses:");
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void A_job_with_a_secret_is_in_the_environment_that_guards_it(string file)
    {
        foreach (var (name, job) in WorkflowFile.Read(file).Jobs.Where(job => job.Job.AllNodes.OfType<YamlScalarNode>().Any(node => node.Value!.Contains("secrets.", StringComparison.Ordinal))))
            WorkflowFile.Scalar(WorkflowFile.Child(job, "environment")).ShouldBe("release", name);
    }

    [Fact]
    public void Proposals_and_releases_of_one_model_wait_for_each_other()
    {
        var jobs = WorkflowFile.Read(".github/workflows/release.yml").Jobs.ToDictionary(job => job.Name, job => job.Job);

        Group("propose").ShouldBe("model-${{ matrix.model }}");
        Group("release").ShouldBe("model-${{ needs.which.outputs.model }}");

        string? Group(string job) => WorkflowFile.Scalar(WorkflowFile.Child(jobs[job], "concurrency", "group"));
    }

    [Fact]
    public void The_check_that_the_gate_itself_writes_does_not_start_the_gate_again()
    {
        var which = WorkflowFile.Read(".github/workflows/release.yml").Jobs.Single(job => job.Name == "which").Job;

        WorkflowFile.Scalar(WorkflowFile.Child(which, "if")).ShouldNotBeNull().ShouldContain("&& github.event.check_suite.app.id != vars.APP_ID)");
    }

    [Fact]
    public void Only_the_gates_own_exit_code_lets_a_release_go_on()
    {
        var steps = WorkflowFile.StepsOf(WorkflowFile.Read(".github/workflows/release.yml").Jobs.Single(job => job.Name == "release").Job).ToList();

        var gate = WorkflowFile.Scalar(WorkflowFile.Child(steps.Single(step => WorkflowFile.Scalar(WorkflowFile.Child(step, "id")) == "gate"), "run"))!;
        var release = steps.Single(step => WorkflowFile.Scalar(WorkflowFile.Child(step, "name")) == "Release");

        gate.ShouldContain("|| code=$?");
        gate.ShouldContain("0) echo \"approved=true\" >> \"$GITHUB_OUTPUT\"");
        WorkflowFile.Scalar(WorkflowFile.Child(release, "if")).ShouldBe("steps.gate.outputs.approved == 'true'");
    }

    [Theory]
    [MemberData(nameof(WorkflowFile.Workflows), MemberType = typeof(WorkflowFile))]
    public void What_a_workflow_may_be_given_by_hand_it_uses(string file)
    {
        var workflow = WorkflowFile.Read(file);
        var inputs = (WorkflowFile.Child(workflow.Root, "on", "workflow_dispatch", "inputs") as YamlMappingNode)?.Children.Keys.Select(WorkflowFile.Scalar) ?? [];
        foreach (var input in inputs)
            workflow.Text.ShouldContain($"inputs.{input}");
    }

    [Fact]
    public void Everything_that_a_run_gives_out_is_an_output_of_the_action()
    {
        var action = WorkflowFile.Read(".github/actions/model-pipeline/action.yml");

        var outputs = WorkflowFile.Child(action.Root, "outputs").ShouldBeOfType<YamlMappingNode>().Children;

        outputs.Keys.Select(WorkflowFile.Scalar).ShouldBe(RunOutputs.Of(Given.Report(), null, null, null).Select(output => output.Key), ignoreOrder: true);
        foreach (var (name, output) in outputs)
            WorkflowFile.Scalar(WorkflowFile.Child(output, "value")).ShouldBe($"${{{{ steps.run.outputs.{WorkflowFile.Scalar(name)} }}}}");
    }

    [GeneratedRegex(@"\buses: *(\S+).*")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex("github\\.token|secrets\\.|outputs\\.token", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
