namespace ModelPipeline.Cards.Tests;

/// <summary>Compares a rendered text with the one that a person approved.</summary>
internal static class Approved
{
    public static void ShouldBeApproved(this string text, string name)
    {
        var approved = Path.Combine(AppContext.BaseDirectory, $"{name}.approved.md");
        var received = Path.Combine(AppContext.BaseDirectory, $"{name}.received.md");
        File.WriteAllText(received, text);

        text.ShouldBe(
            File.Exists(approved) ? File.ReadAllText(approved) : "",
            $"Read {received}. If the change is meant, copy it to tests/ModelPipeline.Cards.Tests/{name}.approved.md.");
    }
}
