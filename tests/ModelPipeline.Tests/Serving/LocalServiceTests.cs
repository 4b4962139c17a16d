using ModelPipeline.Packaging;
using ModelPipeline.Serving;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Serving;

public sealed class LocalServiceTests : IDisposable
{
    private const string Script = """
        #!/bin/sh
        printf '{"event":"listening","address":"http://127.0.0.1:1/%s-%s"}\n' "${PATH:+path}" "${MODELPIPELINE_TEST_VARIABLE:-nothing}"
        exec cat
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task It_is_given_the_variables_that_its_engine_reads_and_no_other()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The service runs on Linux.");
        Environment.SetEnvironmentVariable("MODELPIPELINE_TEST_VARIABLE", "text");

        (await SaidAsync("MODELPIPELINE_TEST_VARIABLE")).ShouldBe("/path-text");
        (await SaidAsync("MODELPIPELINE_OTHER_VARIABLE")).ShouldBe("/path-nothing");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> SaidAsync(params string[] variables)
    {
        var program = _folder["service"];
        if (!File.Exists(program))
        {
            _folder.Write("service", Script.ReplaceLineEndings("\n"));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await using var service = await LocalService.StartAsync(
            new ServicePayload(_folder["."], program), _folder["bundle"], new ContainerLimits(1 << 30, 1), variables, TimeProvider.System, TestContext.Current.CancellationToken);
        return service.Address.AbsolutePath;
    }
}
