namespace ModelPipeline.Command.Tests;

public sealed class TrainingFaultTests : IDisposable
{
    private readonly Shell _shell = Shell.Sound();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("exit 3", "ended with exit code 3 and without a word")]
    [InlineData("echo 'no \u001b[31mcolumn x' >&2; exit 1", "ended with exit code 1; its last words: 'no \\u{1B}[31mcolumn x'")]
    [InlineData("echo only said >&1; exit 1", "its last words: 'only said'")]
    [InlineData("kill -9 $$", "was ended by signal 9")]
    [InlineData("true", "ended with exit code 0 and wrote no file to the folder {output}")]
    [InlineData("rmdir \"$2\"", "removed the folder {output}")]
    [InlineData("mkdir \"$2/empty\"", "wrote no file")]
    [InlineData("ln -s /etc/passwd \"$2/model\"", "wrote the link 'model'")]
    [InlineData("mkdir \"$2/a\"; ln -s / \"$2/a/root\"", "wrote the link 'a/root'")]
    [InlineData("rmdir \"$2\"; ln -s /etc \"$2\"", "removed the folder {output}")]
    [InlineData("echo [] > \"$2/versions.json\"", "wrote a versions.json that is not an object of texts")]
    [InlineData("cat", "wrote no file")]
    [InlineData("echo '{\"ModelPipeline.command\": \"1\"}' > \"$2/versions.json\"; echo > \"$2/model\"", "is the pipeline's to tell")]
    [InlineData("echo > \"$2/$(printf 'a\\377b')\"", "a name is text in UTF-8")]
    public void A_train_command_that_breaks_the_contract_is_told_so(string script, string fault) =>
        _shell.Train(script).TrainingFault().ShouldContain(fault);

    [Fact]
    public void A_pipe_in_the_output_is_taken_for_an_empty_file()
    {
        _shell.Train("mkfifo \"$2/pipe\"; echo model > \"$2/model\"");

        using var model = _shell.Train(TestContext.Current.CancellationToken);
        model.Save(_shell.Bundle);

        new FileInfo(Path.Combine(_shell.Bundle, "model", "pipe")).Length.ShouldBe(0);
        _shell.Engine.Load(_shell.Bundle, _shell.Request().Signature).Dispose();
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_removed_with_the_model()
    {
        var place = Path.Combine(_shell.Folder, "place");
        _shell.Train($"echo \"$2\" > '{place}'; mkdir \"$2/sub\"; echo x > \"$2/sub/file\"; chmod 500 \"$2/sub\"");

        _shell.Train(TestContext.Current.CancellationToken).Dispose();

        Directory.Exists(File.ReadAllText(place).TrimEnd()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_command_that_ends_by_the_interrupt_that_stops_the_host_is_not_to_blame()
    {
        var begun = Path.Combine(_shell.Folder, "begun");
        using var stop = new CancellationTokenSource();
        var training = Task.Run(() => _shell.Train($"echo > '{begun}'; kill -INT $$; sleep 1").Train(stop.Token), TestContext.Current.CancellationToken);
        while (!training.IsCompleted && !File.Exists(begun))
            await Task.Yield();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => training);
    }

    [Fact]
    public void What_a_command_prints_without_end_fills_no_pipe_and_no_memory()
    {
        var fault = _shell.Train("head -c 50000000 /dev/zero; head -c 50000000 /dev/zero >&2; echo done >&2; exit 1").TrainingFault();

        fault.Length.ShouldBeLessThan(2000);
        fault.ShouldContain("done'");
    }

    [Fact]
    public void A_program_that_is_not_installed_is_named()
    {
        _shell.Parameters["train.0"] = "no-such-program";

        _shell.TrainingFault().ShouldContain("no program 'no-such-program' on the PATH");
    }

    [Fact]
    public void A_file_of_the_program_is_run_by_its_path()
    {
        File.WriteAllText(Path.Combine(_shell.Folder, "train.sh"), "#!/bin/sh\necho model > \"$1/model\"\ncat \"$2\" > /dev/null\n");
        foreach (var (index, argument) in new[] { "./train.sh", "{output}", "{data}" }.Index())
            _shell.Parameters[$"train.{index}"] = argument;
        foreach (var index in new[] { 3, 4, 5 })
            _shell.Parameters.Remove($"train.{index}");
        _shell.With("files.0", "train.sh").Train(TestContext.Current.CancellationToken).Dispose();

        _shell.With("train.0", "train.sh").TrainingFault().ShouldContain("write './train.sh'");
    }

    [Fact]
    public void All_files_that_cannot_be_taken_are_named_at_once()
    {
        File.CreateSymbolicLink(Path.Combine(_shell.Folder, "link.py"), "/etc/passwd");

        var fault = _shell.With("files.0", "absent.py").With("files.1", "link.py").TrainingFault();

        fault.ShouldContain("there is no file 'absent.py'");
        fault.ShouldContain("'link.py' is a link");
    }

    [Fact]
    public void A_command_sees_the_allowed_variables_alone()
    {
        _shell.Train("env > \"$2/model\"").With("environment.0", "PATH").With("variables.ANSWER", 42L);

        using var model = _shell.Train(TestContext.Current.CancellationToken);
        model.Save(_shell.Bundle);

        var names = File.ReadAllLines(Path.Combine(_shell.Bundle, "model", "model")).Select(line => line.Split('=')[0]).Except(["PWD", "SHLVL", "_", "OLDPWD"]);
        names.ShouldBe(["PATH", "ANSWER", "MODELPIPELINE_RUN"], ignoreOrder: true);
    }

    [Fact]
    public void The_rows_have_the_features_in_order_and_the_label_last()
    {
        _shell.Train("cp \"$1\" \"$2/rows\"");

        using var model = _shell.Train(TestContext.Current.CancellationToken);
        model.Save(_shell.Bundle);

        var lines = File.ReadAllLines(Path.Combine(_shell.Bundle, "model", "rows"));
        lines[0].ShouldBe("strong,weak,colour,shop,price");
        lines.Length.ShouldBe(4);
    }

    [Fact]
    public void Versions_that_the_command_writes_are_the_models()
    {
        _shell.Train("echo '{\"scikit-learn\": \"1.2.1\"}' > \"$2/versions.json\"");

        using var model = _shell.Train(TestContext.Current.CancellationToken);

        model.Versions.ShouldBe(new Dictionary<string, string> { ["scikit-learn"] = "1.2.1" });
    }
}
