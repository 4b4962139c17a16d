using System.IO.Compression;
using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.Tests.Invocations;

public sealed class SampleModelsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sample-").FullName;

    [Theory]
    [InlineData("churn")]
    [InlineData("diamonds")]
    [InlineData("penguins")]
    public async Task Golden_rows_of_the_champion_get_the_bits_of_scoring_in_process_in_every_form(string name)
    {
        var release = Directory.GetDirectories(Path.Combine(Repository.Root, "models", name, "releases"))[0];
        ZipFile.ExtractToDirectory(Path.Combine(release, "bundle.zip"), _folder);
        using var model = ServedModel.Open(_folder, ScoringProgram.Engines);
        var rows = ServedModels.GoldenOf(model).Rows;
        var expected = model.Scorer.Score(rows, TestContext.Current.CancellationToken).Values.ToArray();
        await using var service = await InvocationService.StartAsync(model);

        foreach (var form in Bodies.Forms)
        {
            var answer = await service.PostAsync(Bodies.Of(rows, form), Bodies.ContentTypeOf(form));

            answer.Status.ShouldBe(200, answer.Text);
            (form == "application/x-ndjson" ? answer.LineOutputs() : answer.Outputs()).SelectMany(row => row).ShouldBe(expected, form);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
