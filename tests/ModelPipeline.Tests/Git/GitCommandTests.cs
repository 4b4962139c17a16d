using ModelPipeline.Git;

namespace ModelPipeline.Tests.Git;

public sealed class GitCommandTests : IDisposable
{
    private readonly GitRepository _repository = GitRepository.Empty();

    [Fact]
    public async Task What_git_leaves_running_with_its_errors_open_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes are other things there.");
        var pipe = Path.Combine(_repository.Path, "pipe");
        _repository.Run("-c", "alias.pipe=!mkfifo pipe", "pipe");
        var call = new GitCall("-c", "alias.leave=!echo said >&2; cat pipe >/dev/null </dev/null & exit 3", "leave") { Limit = TimeSpan.FromSeconds(20) };

        var output = await new GitCommand(_repository.Path).TryAsync(call, TestContext.Current.CancellationToken);

        output.ExitCode.ShouldBe(3);
        output.Errors.ShouldBe("said");
        await File.WriteAllTextAsync(pipe, "end", TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("http://ada:it's@host/x")]
    [InlineData("http://ada:\"q\"@host/x")]
    [InlineData("http://ada:a@b@host/x")]
    public void A_password_with_quotation_marks_is_left_out_too(string address) => GitErrors.WithoutSecrets(address).ShouldBe("http://host/x");

    public void Dispose() => _repository.Dispose();
}
