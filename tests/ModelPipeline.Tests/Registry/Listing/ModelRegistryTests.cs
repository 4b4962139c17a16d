using System.Text;
using System.Text.Json;
using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Registry.Stages;
using ModelPipeline.Releasing;
using ModelPipeline.Storage;
using ModelPipeline.Tests.Git;
using ModelPipeline.Tests.Registry.Stages;

namespace ModelPipeline.Tests.Registry.Listing;

public sealed class ModelRegistryTests
{
    private readonly Models _models = new();

    [Fact]
    public async Task A_row_is_not_cut_within_a_character()
    {
        foreach (var before in new[] { "", "x" })
            _models.Git.Commit(($"models/wide{before}/model.yaml", $"name: wide{before}\nowner: {before}{string.Concat(Enumerable.Repeat("𝒳", 30))}\n"));

        var rows = RegistryListing.Rows((await _models.ReadAsync()).Models);

        rows.ShouldAllBe(row => row.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar));
    }

    [Fact]
    public async Task Tags_of_others_are_not_read()
    {
        _models.Publish("1.0.0");
        _models.Git.Tag("v1.0.0", _models.Git.Tip);

        await _models.ReadAsync();

        _models.Git.Read.ShouldBe(["churn@v1.0.0"]);
    }

    [Fact]
    public async Task Models_are_listed_with_what_their_files_say()
    {
        _models.Add("churn", "monitoring_owner: night-watch\ndepends_on: [fraud]\ndata: { label: left, key: [id], columns: { contract: categorical } }\ncard: { tags: [telecom] }\n");
        _models.Add("fraud");

        var registry = await _models.ReadAsync();

        registry.Models.Select(model => model.Name).ShouldBe(["churn", "fraud"]);
        registry.Find("churn").ShouldSatisfyAllConditions(
            model => model.Owner.ShouldBe("churn-team"),
            model => model.MonitoringOwner.ShouldBe("night-watch"),
            model => model.DependsOn.ShouldBe(["fraud"]),
            model => model.Columns.ShouldBe(["left", "id", "contract"]),
            model => model.Faults.ShouldBeEmpty());
        registry.Find("fraud").ShouldSatisfyAllConditions(
            model => model.MonitoringOwner.ShouldBe("fraud-team"),
            model => model.StageOrder.ShouldBe(["staging", "production"]));
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("CONTRACT", 1)]
    [InlineData("telecom churn", 1)]
    [InlineData("about", 2)]
    [InlineData("telecom fraud", 0)]
    [InlineData("night-watch", 1)]
    public async Task Every_word_of_a_search_must_be_found(string words, int found)
    {
        _models.Add("churn", "monitoring_owner: night-watch\ndata: { columns: { contract: categorical } }\ncard: { tags: [telecom] }\n");
        _models.Add("fraud");

        (await _models.ReadAsync()).Search(words).Count.ShouldBe(found);
    }

    [Fact]
    public async Task Versions_are_what_folders_and_tags_say()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.10.0");
        _models.Record("1.11.0");
        _models.Git.Tag("churn@v3.0.0", _models.Git.Tip);

        var model = await _models.ModelAsync();

        model.Versions.Select(version => $"{version.Version} {version.State}").ShouldBe(["1.0.0 Published", "1.10.0 Published", "1.11.0 Recorded", "3.0.0 Published"]);
        model.Faults.ShouldHaveSingleItem().ShouldContain("churn@v3.0.0 publishes a version without a folder");
    }

    [Fact]
    public async Task What_is_broken_is_listed_with_its_faults_and_hides_nothing_else()
    {
        _models.Git.Commit(
            ("models/broken/model.yaml", "name: [broken\n"),
            ("models/misnamed/model.yaml", "name: other\nowner: a\n"),
            ("models/orphan/model.yaml", "name: orphan\n"),
            ("models/Odd Name/model.yaml", "name: odd\nowner: a\n"),
            ("models/churn/releases/latest/release.json", "{}"),
            ("models/churn/releases/1.0.0/MODEL_CARD.md", "x"),
            ("models/notes.txt", "x"),
            ("models/data-only/rows.csv", "x"));

        var registry = await _models.ReadAsync();

        registry.Models.Select(model => model.Name).ShouldBe(["Odd Name", "broken", "churn", "misnamed", "orphan"]);
        registry.Find("broken").Faults.ShouldHaveSingleItem().ShouldStartWith("models/broken/model.yaml:");
        registry.Find("misnamed").Faults.ShouldHaveSingleItem().ShouldContain("'other'");
        registry.Find("orphan").Faults.ShouldHaveSingleItem().ShouldContain("no owner");
        registry.Find("Odd Name").Faults.Count.ShouldBe(2);
        registry.Find("churn").Faults.ShouldBe(["releases/1.0.0 has no release.json", "releases/latest is not named like a version such as 1.2.3"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_model_whose_folder_is_gone_stays_while_its_stages_are_known()
    {
        _models.Publish("1.0.0");
        await _models.PromoteAsync();
        _models.Git.Commit(("models/churn/model.yaml", null), ("models/churn/releases/1.0.0/release.json", null));

        var model = await _models.ModelAsync();

        model.Stages.ShouldHaveSingleItem().Stage.ShouldBe("staging");
        model.Faults.ShouldContain("there is no models/churn/model.yaml any more");
        (await _models.RetireAsync()).HasChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task Tags_that_say_nothing_are_faults_and_not_counted()
    {
        _models.Publish("1.0.0");
        _models.Git.Tag("churn#staging", _models.Git.Tip);
        _models.Git.Tag("churn#staging#3", "0000000000000000000000000000000000000000");

        var model = await _models.ModelAsync();

        model.Stages.ShouldBeEmpty();
        model.NextNumber.ShouldBe(4);
        model.Faults.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rows_fit_on_a_terminal_of_80_columns()
    {
        _models.Publish("1.0.0");
        await _models.PromoteAsync();
        await _models.PromoteAsync();
        _models.Add("a-model-with-a-name-that-goes-on-and-on-and-on", "release: { stages: [a, a] }\n");
        _models.Git.Commit(("models/evil/model.yaml", "name: evil\nowner: \"\\x1b[31m\\nred\"\n"));

        var rows = RegistryListing.Rows((await _models.ReadAsync()).Models);

        rows.ShouldAllBe(row => row.Length <= 80 && !row.Any(char.IsControl));
        rows.Count.ShouldBe(5);
        rows[0].ShouldBe("Model                     Newest  Stages                    Owner");
        rows.ShouldContain("churn                     1.0.0   staging 1.0.0, producti…  churn-team");
    }

    [Fact]
    public async Task Details_tell_the_history_newest_first()
    {
        _models.Publish("1.0.0");
        _models.Publish("1.1.0");
        await _models.PromoteAsync("1.0.0", "staging");
        await _models.PromoteAsync("1.1.0", "staging");
        await _models.RollbackAsync();

        RegistryListing.Details(await _models.ModelAsync()).ShouldBe(
        [
            "churn: About churn.",
            "Owner churn-team, watched by churn-team.",
            "staging: 1.0.0 since 2026-03-01 12:05 UTC by Ada <ada@acme.example>",
            "1.1.0: published 2026-03-01 12:02 UTC by Ada <ada@acme.example>",
            "1.0.0: published 2026-03-01 12:01 UTC by Ada <ada@acme.example>",
            "2026-03-01 12:05 UTC staging was rolled back from 1.1.0 to 1.0.0 by Ada <ada@acme.example>: customers complain",
            "2026-03-01 12:04 UTC 1.1.0 was promoted to staging by Ada <ada@acme.example>",
            "2026-03-01 12:03 UTC 1.0.0 was promoted to staging by Ada <ada@acme.example>",
        ]);
    }

    [Fact]
    public async Task The_registry_as_json_says_what_is_where()
    {
        _models.Publish("1.0.0");
        await _models.PromoteAsync();
        var registry = await _models.ReadAsync();

        var bytes = RegistryJson.Write(registry, registry.Models);

        bytes.ShouldBe(RegistryJson.Write(await _models.ReadAsync(), registry.Models));
        using var json = JsonDocument.Parse(bytes);
        var model = json.RootElement.GetProperty("models")[0];
        json.RootElement.GetProperty("schema").GetString().ShouldBe("modelpipeline/registry/v1");
        model.GetProperty("versions")[0].GetProperty("state").GetString().ShouldBe("published");
        model.GetProperty("stages")[0].GetProperty("version").GetString().ShouldBe("1.0.0");
        model.GetProperty("stages")[0].GetProperty("kind").GetString().ShouldBe("promoted");
        model.GetProperty("stages")[0].GetProperty("when").GetString().ShouldBe("2026-03-01T12:02:00Z");
        model.TryGetProperty("newest", out _).ShouldBeFalse();
        Encoding.UTF8.GetString(bytes).ShouldEndWith("}\n");
    }

    [Fact]
    public async Task A_real_repository_keeps_it_all()
    {
        var stop = TestContext.Current.CancellationToken;
        using var origin = GitRepository.Empty(bare: true);
        using var author = GitRepository.WithCommit();
        author.Run("remote", "add", "origin", $"file://{origin.Path}");
        author.Commit("models/churn/model.yaml", "name: churn\nowner: retention-team\n");
        foreach (var version in new[] { "1.0.0", "1.1.0" })
        {
            author.Commit($"models/churn/releases/{version}/release.json", Encoding.UTF8.GetString((await Release(version))!));
            author.Run("tag", "-a", "-m", $"Release churn {version}", $"churn@v{version}");
        }

        author.Run("push", "--quiet", "--tags", "origin", "main");
        using var clone = GitRepository.CloneOf(origin, "--depth=1", "--no-tags");
        var git = await GitCommandRemote.OpenAsync(clone.Path, null, new StoppedClock(), stop);
        var keeper = new StageKeeper(new ReleasePlace(git, null, _ => new FolderArtifactStore("unused"), []), "models");

        await keeper.PromoteAsync("churn", new(1, 0, 0), "staging", null, stop);
        await keeper.PromoteAsync("churn", null, null, null, stop);
        (await keeper.RollbackAsync("churn", null, null, "slow", stop)).Tags.ShouldBe(["churn#staging#3"]);
        (await keeper.RetireAsync("churn", new(1, 1, 0), "slow", stop)).Tags.ShouldBe(["churn@v1.1.0!#4"]);

        origin.Run("tag", "--list").Split('\n').ShouldBe(["churn#staging#1", "churn#staging#2", "churn#staging#3", "churn@v1.0.0", "churn@v1.1.0", "churn@v1.1.0!#4"]);
        origin.Run("tag", "--list", "--format=%(contents)", "churn#staging#3").ShouldContain("Reason: slow");
        (await ModelRegistry.ReadAsync(git, "models", stop)).Find("churn").InStage("staging")!.By.ShouldBe("ModelPipeline <modelpipeline@localhost>");
    }

    private async Task<byte[]?> Release(string version) =>
        await _models.Git.ReadAsync(_models.Record(version), $"models/churn/releases/{version}/release.json", TestContext.Current.CancellationToken);
}
