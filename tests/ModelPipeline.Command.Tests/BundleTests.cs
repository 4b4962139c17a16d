using System.Text.Json.Nodes;
using ModelPipeline.Specs;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

public sealed class BundleTests : IDisposable
{
    private readonly Shell _shell = Shell.Sound();

    public BundleTests()
    {
        File.WriteAllText(Path.Combine(_shell.Folder, "helper.sh"), "echo\n");
        _shell.With("files.0", "helper.sh");
        using var model = _shell.Train(TestContext.Current.CancellationToken);
        model.Save(_shell.Bundle);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_bundle_holds_the_program_beside_the_model() => Files().ShouldBe(["command.json", "helper.sh", "model/model"]);

    [Fact]
    public void A_bundle_is_the_folder_of_its_own_recipe()
    {
        using var again = _shell.Engine.Train(_shell.Request() with { Folder = _shell.Bundle }, TestContext.Current.CancellationToken);

        again.Save(Directory.CreateDirectory(Path.Combine(_shell.Folder, "again")).FullName);

        File.ReadAllBytes(Path.Combine(_shell.Folder, "again", "command.json")).ShouldBe(File.ReadAllBytes(Path.Combine(_shell.Bundle, "command.json")));
    }

    [Fact]
    public void Nothing_in_a_bundle_tells_where_it_was_made() =>
        File.ReadAllText(Path.Combine(_shell.Bundle, "command.json")).ShouldNotContain(Path.GetTempPath().TrimEnd('/') + "/");

    [Theory]
    [InlineData("helper.sh")]
    [InlineData("model/model")]
    public void A_changed_file_is_refused(string name)
    {
        File.AppendAllText(Path.Combine(_shell.Bundle, name), "x");

        LoadFault().ShouldContain($"the file '{name}' is missing, a link, or not the one that was written with the model");
    }

    [Theory]
    [InlineData("helper.sh")]
    [InlineData("model/model")]
    [InlineData("command.json")]
    public void A_missing_file_is_refused(string name)
    {
        File.Delete(Path.Combine(_shell.Bundle, name));

        LoadFault().ShouldContain(name);
    }

    [Fact]
    public void A_link_is_refused()
    {
        var file = Path.Combine(_shell.Bundle, "helper.sh");
        File.Move(file, file + ".real");
        File.CreateSymbolicLink(file, file + ".real");

        LoadFault().ShouldContain("the file 'helper.sh' is missing, a link, or");
    }

    [Fact]
    public void Wild_values_are_refused()
    {
        Edit(json => json["parameters"]!["time_limit"] = -1).ShouldContain("'time_limit' is -1");
        Edit(json => json["parameters"]!["score.0"] = 5).ShouldContain("'score.0' is 5");
        Edit(json => json["parameters"]!.AsObject().Remove("score.0")).ShouldContain("'score' is missing");
        Edit(json => json["files"]!["../escaped"] = "sha256:0").ShouldContain("'../escaped'");
        Edit(json => json["files"]!.AsObject().Remove("model/model")).ShouldContain("its files are not those of the program and a model");
        Edit(json => json["files"] = null).ShouldContain("command.json");
        Edit(json => json["schema"] = "other").ShouldContain("its schema");
        Edit(json => json["seed"] = 8).ShouldContain("another signature");
    }

    [Fact]
    public void Another_signature_is_refused()
    {
        var other = Sample.Of(ModelTask.BinaryClassification, 3).Signature;

        Should.Throw<InvalidDataException>(() => _shell.Engine.Load(_shell.Bundle, other)).Message.ShouldContain("another signature");
    }

    [Theory]
    [InlineData("echo x >> \"$1/model\"; ")]
    [InlineData("rm -rf \"$1\"; ")]
    public void A_program_that_changes_its_model_while_it_scores_is_refused(string change)
    {
        var fault = _shell.Score(change + "printf 'prediction\\n1\\n2\\n3\\n' > \"$3\"").ScoringFault();

        fault.ShouldContain("changed the model's file 'model/model'");
    }

    [Fact]
    public void A_model_that_was_changed_is_not_saved()
    {
        _shell.Score("echo x >> \"$1/model\"; exit 1");
        using var model = _shell.Train(TestContext.Current.CancellationToken);
        Should.Throw<InvalidDataException>(() => model.Scorer.Score(Shell.Rows, TestContext.Current.CancellationToken));

        Should.Throw<IOException>(() => model.Save(Directory.CreateDirectory(Path.Combine(_shell.Folder, "other")).FullName)).Message.ShouldContain("must not change it");
    }

    [Fact]
    public void A_bundle_that_cannot_be_changed_is_used_where_it_is()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess || OperatingSystem.IsWindows(), "root may change every file, and elsewhere there are no modes");
        var place = Path.Combine(_shell.Folder, "place");
        _shell.Score($"echo \"$1\" > '{place}'; printf 'prediction\\n1\\n2\\n3\\n' > \"$3\"");
        var bundle = Directory.CreateDirectory(Path.Combine(_shell.Folder, "fixed")).FullName;
        using (var model = _shell.Train(TestContext.Current.CancellationToken))
            model.Save(bundle);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(bundle, "command.json"), UnixFileMode.UserRead);

        using var loaded = _shell.Engine.Load(bundle, _shell.Request().Signature);
        loaded.Score(Shell.Rows, TestContext.Current.CancellationToken).Rows.ShouldBe(3);

        File.ReadAllText(place).TrimEnd().ShouldBe(Path.Combine(bundle, "model"));
    }

    private string Edit(Action<JsonNode> edit)
    {
        var path = Path.Combine(_shell.Bundle, "command.json");
        var before = File.ReadAllText(path);
        var json = JsonNode.Parse(before)!;
        edit(json);
        File.WriteAllText(path, json.ToJsonString());
        var fault = LoadFault();
        File.WriteAllText(path, before);
        return fault;
    }

    private string LoadFault() => Should.Throw<InvalidDataException>(() => _shell.Engine.Load(_shell.Bundle, _shell.Request().Signature)).Message;

    private string[] Files() => [.. Directory.EnumerateFiles(_shell.Bundle, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_shell.Bundle, file)).Order(StringComparer.Ordinal)];
}
