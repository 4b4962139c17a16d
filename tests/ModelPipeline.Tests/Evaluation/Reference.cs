using System.Text.Json;

namespace ModelPipeline.Tests.Evaluation;

/// <summary>The peer's values in reference.json, which reference.py writes.</summary>
internal static class Reference
{
    private static readonly Lazy<JsonElement> Root = new(Load);

    public static JsonElement[] Of(string section) => [.. Root.Value.GetProperty(section).EnumerateArray()];

    public static JsonElement Named(string section, string name) => Of(section).Single(item => Text(item, "name") == name);

    public static TheoryData<string> Names(string section) => [.. Of(section).Select(item => Text(item, "name"))];

    public static string Text(this JsonElement item, string property) => item.GetProperty(property).GetString()!;

    public static double Number(this JsonElement item, string property) => item.GetProperty(property).GetDouble();

    public static T[] Array<T>(this JsonElement item, string property) => item.GetProperty(property).Deserialize<T[]>()!;

    /// <summary>Equal up to a relative error, near zero an absolute one, of 1e-12.</summary>
    public static void ShouldAgreeWith(this double actual, double expected, string what) =>
        actual.ShouldBe(expected, 1e-12 * Math.Max(1, Math.Abs(expected)), what);

    private static JsonElement Load()
    {
        return JsonDocument.Parse(File.ReadAllBytes(Repository.Path("tests/ModelPipeline.Tests/Evaluation/reference.json"))).RootElement;
    }
}
