[assembly: AssemblyFixture(typeof(Cake.Frosting.ModelPipeline.Tests.EndToEnd.VerifiedModel))]

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

/// <summary>The model penguins as Verify leaves it where everything passes. It is run once for all tests, each of which gets a copy.</summary>
public sealed class VerifiedModel : IDisposable
{
    private const string Model = "penguins";

    private static readonly Lazy<Task<ModelRepository>> Once = new(VerifyAsync);

    /// <summary>A repository whose workspace holds what the run left.</summary>
    internal static async Task<ModelRepository> CopyAsync()
    {
        var verified = await Once.Value;
        var copy = new ModelRepository(Model);
        ModelRepository.Copy(Path.Combine(verified.Workspace, Model), Path.Combine(copy.Workspace, Model));
        return copy;
    }

    public void Dispose()
    {
        if (Once is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            Once.Value.Result.Dispose();
    }

    private static async Task<ModelRepository> VerifyAsync()
    {
        var repository = new ModelRepository(Model);
        var run = await repository.RunAsync();
        run.ExitCode.ShouldBe(0, run.Output);
        return repository;
    }
}
