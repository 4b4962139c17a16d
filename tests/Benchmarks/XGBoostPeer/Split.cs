using System.Text.Json;

namespace XGBoostPeer;

/// <summary>Divides diamonds by chance, four to one, into train.csv and test.csv that both sides read.</summary>
internal static class Split
{
    public static void Write(Recipe recipe, string folder)
    {
        string[] lines = File.ReadAllLines(Path.Combine("models", "diamonds", "data", "diamonds.csv"));
        var random = new Random(7);
        var rows = lines.Skip(1).ToLookup(_ => random.Next(5) == 0);
        File.WriteAllLines(Path.Combine(folder, "train.csv"), [lines[0], .. rows[false]]);
        File.WriteAllLines(Path.Combine(folder, "test.csv"), [lines[0], .. rows[true]]);
        File.WriteAllText(Path.Combine(folder, "recipe.json"), JsonSerializer.Serialize(recipe, Recipe.Json));
    }
}
