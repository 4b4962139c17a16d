using System.Diagnostics;

namespace ModelPipeline.Tests.Packaging.BillsOfMaterials;

/// <summary>The npm package @cyclonedx/cyclonedx-library, installed in a folder of its own for as long as the tests run.</summary>
public sealed class CycloneDxLibrary : IAsyncLifetime
{
    private const string Script = """
        const { Spec, Validation } = require('@cyclonedx/cyclonedx-library');
        const text = require('fs').readFileSync(process.argv[2], 'utf8');
        new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text).then(
          error => { if (error !== null) { console.log(JSON.stringify(error)); process.exit(3); } },
          fault => { console.log(String(fault)); process.exit(4); });
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelpipeline-tests-");
    private string? _reason;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "package.json"), """{"private":true}""");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "validate.cjs"), Script);
        var (code, output) = await RunAsync(
            "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline",
            "@cyclonedx/cyclonedx-library@10.3.0", "ajv@8.17.1", "ajv-formats@3.0.1", "ajv-formats-draft2019@1.6.1");
        _reason = code == 0 ? null : $"the npm package @cyclonedx/cyclonedx-library cannot be installed: {output}";
    }

    /// <summary>What the library's strict validator says of a bill; empty where it is valid.</summary>
    public async Task<string> FaultsAsync(byte[] bill)
    {
        if (_reason is not null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip(_reason);
        _reason.ShouldBeNull();
        var path = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, bill);
        var (code, output) = await RunAsync("node", "validate.cjs", path);
        return code == 0 ? "" : $"{code}: {output}";
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output + await error);
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            return (-1, fault.Message);
        }
    }
}
