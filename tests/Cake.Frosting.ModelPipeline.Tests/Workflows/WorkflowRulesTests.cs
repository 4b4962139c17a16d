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
        ["release.yml select"] = [],
        ["release.yml propose"] = ["actions", "contents", "pull-requests"],
        ["release.yml release"] = ["checks", "contents", "packages", "pull-requests"],
    };

    /// <summary>Events whose payload names a head that others wrote, while the token may write.</summary>
    private static readonly string[] Privileged = ["pull_request_target", "pull_request_review", "workflow_run", "check_suite", "issue_comment"];

    [Theory]
    [MemberData(nameof(WorkflowFile.All), MemberType = typeof(WorkflowFile))]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is(string file)
    {
        var uses = Uses().Matches(WorkflowFile.Read(file).Text);

        uses.ShouldNotBeEmpty();
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
        foreach (var (name, job) in WorkflowFile.Read(file).Jobs)
        {
            var condition = WorkflowFile.Scalar(WorkflowFile.Child(job, "if")) ?? "";
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

    [GeneratedRegex("github\\.token|secrets\\.(?!APP_ID\\b)|outputs\\.token", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
