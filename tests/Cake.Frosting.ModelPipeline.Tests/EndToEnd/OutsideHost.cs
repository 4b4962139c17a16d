using System.Diagnostics;

[assembly: AssemblyFixture(typeof(Cake.Frosting.ModelPipeline.Tests.EndToEnd.OutsideHost))]

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

/// <summary>A user's own host, built in a temporary folder from the guide's program and the assemblies that would ship.</summary>
public sealed class OutsideHost : IAsyncLifetime
{
    private const string TestTasks = """

        [TaskName("Broken")]
        [IsDependentOn(typeof(ValidateDataTask))]
        public sealed class BrokenTask : FrostingTask<PipelineContext>
        {
            public override void Run(PipelineContext context) => throw new InvalidOperationException("the user's own task broke");
        }

        [TaskName("Culture")]
        [IsDependentOn(typeof(TrainTask))]
        public sealed class CultureTask : FrostingTask<PipelineContext>
        {
            public override void Run(PipelineContext context) =>
                context.Log.Information("the culture is {0}", System.Globalization.CultureInfo.CurrentCulture.Name);
        }
        """;

    private static readonly string[] Assemblies =
    [
        "Cake.Core", "Cake.Frosting", "Cake.Frosting.ModelPipeline", "ModelPipeline", "ModelPipeline.Cards", "ModelPipeline.Docker", "ModelPipeline.GitHub", "ModelPipeline.Linear",
    ];

    public string Folder { get; } = Directory.CreateTempSubdirectory("outside-host-").FullName;

    public string Host => Path.Combine(Folder, "out", "Outside.dll");

    public async ValueTask InitializeAsync()
    {
        var shipped = Path.GetDirectoryName(HostRun.BuiltHost)!;
        File.WriteAllText(Path.Combine(Folder, "Program.cs"), GuidesProgram() + TestTasks);
        File.WriteAllText(Path.Combine(Folder, "Outside.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", Assemblies.Select(name => $"""<Reference Include="{name}" HintPath="{Path.Combine(shipped, name + ".dll")}" />"""))}
              </ItemGroup>
            </Project>
            """);
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "-o", Path.Combine(Folder, "out"), "-v", "quiet", "-nologo"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        build.ExitCode.ShouldBe(0, output);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "out", "scoring"), Path.Combine(shipped, "scoring"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The program that the guide tells users to start from.</summary>
    private static string GuidesProgram() =>
        File.ReadAllText(Repository.Path("docs/own-host.md")).Split("```csharp\n")[1].Split("```")[0];
}
