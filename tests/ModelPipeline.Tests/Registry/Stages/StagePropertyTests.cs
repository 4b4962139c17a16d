using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Registry.Stages;

namespace ModelPipeline.Tests.Registry.Stages;

public sealed class StagePropertyTests
{
    private static readonly string[] Versions = ["1.0.0", "1.1.0", "1.2.0", "2.0.0"];
    private static readonly string?[] Stages = [null, "staging", "canary", "production"];

    /// <summary>A verb and choices of version and stage, by number: 0 for none.</summary>
    private static readonly Arbitrary<(int Verb, int Version, int Stage)[]> Sequences = Gen.Choose(0, 9)
        .SelectMany(verb => Gen.Choose(0, Versions.Length).SelectMany(version => Gen.Choose(0, Stages.Length - 1).Select(stage => (verb, version, stage))))
        .ArrayOf(30)
        .ToArbitrary();

    [Fact]
    public void Whatever_is_asked_for_the_rules_are_kept() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Sequences, sequence => RunAsync(sequence).GetAwaiter().GetResult()));

    private static async Task RunAsync((int Verb, int Version, int Stage)[] sequence)
    {
        var models = new Models();
        models.Add(Models.Name, "release: { stages: [staging, canary, production] }\n");
        foreach (var version in Versions)
            models.Publish(version);

        foreach (var step in sequence)
        {
            var before = await models.ModelAsync();
            var tags = models.Git.Tags;
            var version = step.Version == 0 ? null : Versions[step.Version - 1];
            var stage = Stages[step.Stage];
            try
            {
                var change = await AskAsync(models, step.Verb, version, stage);
                models.Git.Tags.Count.ShouldBe(tags.Count + change.Tags.Count);
                if (version is not null && stage is not null)
                    (await AskAsync(models, step.Verb, version, stage)).HasChanged.ShouldBeFalse();
            }
            catch (InputException)
            {
                models.Git.Tags.ShouldBe(tags);
            }

            Judge(before, await models.ModelAsync());
        }
    }

    private static Task<StageChange> AskAsync(Models models, int verb, string? version, string? stage) => verb switch
    {
        < 6 => models.PromoteAsync(version, stage),
        < 8 => models.RollbackAsync(version, stage),
        8 => models.RetireAsync(version ?? Versions[0]),
        _ => models.RetireAsync(version),
    };

    private static void Judge(RegisteredModel before, RegisteredModel after)
    {
        after.Faults.ShouldBeEmpty();
        after.History.Take(before.History.Count).ShouldBe(before.History);
        after.History.Select(change => change.Number).ShouldBeUnique();
        after.NextNumber.ShouldBeGreaterThanOrEqualTo(before.NextNumber);
        after.Stages.ShouldAllBe(present => after.Find(present.Version)!.State == VersionState.Published);
        if (before.IsRetired)
            after.ShouldSatisfyAllConditions(model => model.IsRetired.ShouldBeTrue(), model => model.Stages.ShouldBeEmpty(), model => model.History.Count.ShouldBe(before.History.Count));
        foreach (var change in after.History.Skip(before.History.Count))
            Judge(before, change);
    }

    /// <summary>The rules, told from the history alone and not from the code that decides.</summary>
    private static void Judge(RegisteredModel before, StageEvent change)
    {
        var there = before.History.LastOrDefault(past => past.Stage == change.Stage);
        var entered = before.History.Where(past => past.Version == change.Version && past.Kind != StageEventKind.Left).ToArray();
        switch (change.Kind)
        {
            case StageEventKind.Promoted:
                if (there is not null)
                    change.Version.ShouldBeGreaterThan(there.Version);
                change.From.ShouldBe(there?.Version);
                var index = before.StageOrder.ToList().IndexOf(change.Stage);
                if (index > 0)
                    entered.ShouldContain(past => past.Stage == before.StageOrder[index - 1]);
                break;
            case StageEventKind.RolledBack:
                change.From.ShouldBe(there!.Version);
                change.Reason.ShouldBe(Models.Reason);
                entered.ShouldContain(past => past.Stage == change.Stage);
                var left = before.History.LastOrDefault(past => past.Stage == change.Stage && past.Kind == StageEventKind.RolledBack && past.From == change.Version);
                if (left is not null)
                    before.History.ShouldContain(past => past.Stage == change.Stage && past.Kind == StageEventKind.Promoted && past.Version == change.Version && past.Number > left.Number);
                break;
        }
    }
}
