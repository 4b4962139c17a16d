namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class DiffTests
{
    private static readonly string[] Files = ["--target=Diff", "--old=old.csv", "--new=new.csv", "--key=id"];

    [Fact]
    public async Task Files_that_agree_exit_0_in_a_repository_without_models()
    {
        using var repository = Given("id,score\n1,0.5\n2,0.7\n", "id,score\n2,0.71\n1,0.5\n");

        var run = await repository.RunAsync(Files);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("0 of 2 rows changed");
        File.ReadAllText(Path.Combine(repository.Workspace, "differential.csv")).ShouldBe("change,id,old:score,new:score\n");
        Directory.Exists(Path.Combine(repository.Folder, "models")).ShouldBeFalse();
        Directory.Exists(Path.Combine(repository.Workspace, "temp", "diff")).ShouldBeFalse();
    }

    [Fact]
    public async Task Files_that_differ_exit_3_and_the_report_fits_into_80_columns()
    {
        using var repository = Given("id,score,label\n1,0.5,a\n2,0.7,b\n3,0.1,a\n", "id,score,label\n1,0.5,a\n3,0.2,b\n2,,b\n4,1,a\n");

        var run = await repository.RunAsync([.. Files, "--tolerance=0.05", "--output=out/changes.csv"]);

        run.ExitCode.ShouldBe(3, run.Output);
        run.Output.ReplaceLineEndings("\n").ShouldContain("""
                2 of 3 rows changed (66.7%), more than the allowed 0%
                1 row is only in the new file
                rows      3 compared, 1 identical, 2 changed
                only old  0
                only new  1: '4'
                column                    changed    missing     text mean shift   max shift
                score                           2          1        0    0.03333         0.1
                label                           1          0        1          0           0
                written to out/changes.csv
            """.ReplaceLineEndings("\n"));
        run.Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);
        File.ReadAllLines(Path.Combine(repository.Folder, "out", "changes.csv")).Length.ShouldBe(4);
    }

    [Fact]
    public async Task An_allowed_share_of_changed_rows_exits_0()
    {
        using var repository = Given("id,score\n1,0.5\n2,0.7\n", "id,score\n1,0.5\n2,0.8\n");

        (await repository.RunAsync([.. Files, "--max-changed=0.5"])).ExitCode.ShouldBe(0);
        (await repository.RunAsync([.. Files, "--max-changed=0.5", "--target=Diff"])).ExitCode.ShouldBe(0);
        (await repository.RunAsync([.. Files, "--max-changed=0.4"])).ExitCode.ShouldBe(3);
        (await repository.RunAsync([.. Files, "--relative=0.2"])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Faulty_arguments_exit_2_all_at_once()
    {
        using var repository = Given("id,score\n1,0.5\n", "id,score\n1,0.5\n");

        var run = await repository.RunAsync("--target=Diff", "--old=old.csv", "--nwe=new.csv", "--old=old.csv", "--tolerance=wide", "--relative=-1", "--max-changed=2");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("unknown argument '--nwe': did you mean '--new'?");
        run.Output.ShouldContain("'--old' is given twice");
        run.Output.ShouldContain("'--new' is missing: the target Diff needs --new=FILE");
        run.Output.ShouldContain("'--key' is missing: the target Diff needs --key=COLUMN[,COLUMN]");
        run.Output.ShouldContain("'--tolerance' takes a number from 0 on, not 'wide'");
        run.Output.ShouldContain("'--relative' takes a number from 0 on, not '-1'");
        run.Output.ShouldContain("'--max-changed' takes a number from 0 to 1, not '2'");
    }

    [Theory]
    [InlineData("id,score\n1,0.5,6\n", "new.csv:2: 3 fields where the header has 2")]
    [InlineData("key,score\n1,0.5\n", "new.csv:1: unknown column 'id'")]
    [InlineData("", "new.csv is empty")]
    public async Task A_broken_file_exits_2_with_its_name_and_line_and_nothing_is_left(string text, string message)
    {
        using var repository = Given("id,score\n1,0.5\n", text);

        var run = await repository.RunAsync(Files);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain(message);
        run.Output.ShouldNotContain("   at ");
        repository.HalfWritten().ShouldBeEmpty();
        File.Exists(Path.Combine(repository.Workspace, "differential.csv")).ShouldBeFalse();
    }

    private static ModelRepository Given(string old, string @new)
    {
        var repository = new ModelRepository();
        File.WriteAllText(Path.Combine(repository.Folder, "old.csv"), old);
        File.WriteAllText(Path.Combine(repository.Folder, "new.csv"), @new);
        return repository;
    }
}
