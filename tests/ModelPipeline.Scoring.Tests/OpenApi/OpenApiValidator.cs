using System.ComponentModel;
using System.Diagnostics;

namespace ModelPipeline.Scoring.Tests.OpenApi;

/// <summary>The npm package <c>@seriousme/openapi-schema-validator</c>, which knows the specification's own schema.</summary>
internal sealed class OpenApiValidator
{
    private const string Package = "@seriousme/openapi-schema-validator@2.11.0";

    private const string Script = """
        import { Validator } from '@seriousme/openapi-schema-validator';
        let text = '';
        for await (const piece of process.stdin) text += piece;
        const validator = new Validator();
        const result = await validator.validate(JSON.parse(text));
        console.log(result.valid ? `valid ${validator.version}` : JSON.stringify(result.errors));
        """;

    private static readonly Lazy<Task<string?>> Fault = new(InstallAsync);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "openapi-validator");

    /// <summary>Installs it, once for all tests; skips the test where that cannot be.</summary>
    public static async Task<OpenApiValidator> InstalledAsync()
    {
        if (await Fault.Value is not { } fault)
            return new();
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(fault);
        Assert.Skip(fault);
        return new();
    }

    /// <summary>What the validator says of a document.</summary>
    public async Task<string> FaultsAsync(byte[] document)
    {
        var (_, output) = await RunAsync("node", [Path.Combine(Folder, "validate.mjs")], document);
        return output.Trim();
    }

    private static async Task<string?> InstallAsync()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "package.json"), """{"private":true}""");
        await File.WriteAllTextAsync(Path.Combine(Folder, "validate.mjs"), Script);
        try
        {
            var (code, output) = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", Folder, Package], []);
            return code == 0 ? null : $"{Package} cannot be installed: {output}";
        }
        catch (Win32Exception fault)
        {
            return $"npm is not here: {fault.Message}";
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + (process.ExitCode == 0 ? "" : await errors));
    }
}
