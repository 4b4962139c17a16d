using System.Diagnostics;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

/// <summary>A user's own host, built in a temporary folder from the assemblies that would ship.</summary>
public sealed class OutsideHost : IAsyncLifetime
{
    private const string Program = """
        using Cake.Core.Diagnostics;
        using Cake.Frosting;
        using Cake.Frosting.ModelPipeline;
        using Cake.Frosting.ModelPipeline.Tasks;
        using ModelPipeline.Cards;
        using ModelPipeline.Linear;

        return new CakeHost()
            .UseModelPipeline(pipeline => pipeline
                .AddEngine(new LinearEngine())
                .UseDocumentRenderer(new ScribanDocumentRenderer("templates"))
                .DeclareArgument("region"))
            .RunModelPipeline(args);

        [TaskName("FetchData")]
        [TaskDescription("Runs before ours.")]
        [IsDependeeOf(typeof(ValidateDataTask))]
        public sealed class FetchDataTask : FrostingTask<PipelineContext>
        {
            public override void Run(PipelineContext context) =>
                context.Log.Information("fetched data of " + (context.Arguments.GetArguments("region").FirstOrDefault() ?? "everywhere"));
        }

        [TaskName("Announce")]
        [TaskDescription("Runs after ours.")]
        [IsDependentOn(typeof(VerifyTask))]
        public sealed class AnnounceTask : FrostingTask<PipelineContext>
        {
            public override void Run(PipelineContext context) =>
                context.Log.Information("announced " + string.Join(", ", context.Models.Select(model => model.Name)));
        }

        [TaskName("Broken")]
        [IsDependentOn(typeof(ValidateDataTask))]
        public sealed class BrokenTask : FrostingTask<PipelineContext>
        {
            public override void Run(PipelineContext context) => throw new InvalidOperationException("the user's own task broke");
        }
        """;

    private static readonly string[] Assemblies =
    [
        "Cake.Core", "Cake.Frosting", "Cake.Frosting.ModelPipeline", "ModelPipeline", "ModelPipeline.Cards", "ModelPipeline.Linear",
    ];

    public string Folder { get; } = Directory.CreateTempSubdirectory("outside-host-").FullName;

    public string Host => Path.Combine(Folder, "out", "Outside.dll");

    public async ValueTask InitializeAsync()
    {
        var shipped = Path.GetDirectoryName(HostRun.BuiltHost)!;
        File.WriteAllText(Path.Combine(Folder, "Program.cs"), Program);
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
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
