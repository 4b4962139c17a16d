using System.Text;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>Makes CODEOWNERS up, of patterns whose meaning is plain.</summary>
internal static class OwnersMaker
{
    private static readonly (string Pattern, Func<string, bool> Matches)[] Patterns =
    [
        ("*", _ => true),
        ("*.md", path => path.EndsWith(".md", StringComparison.Ordinal)),
        ("/models/churn/", path => path.StartsWith("models/churn/", StringComparison.Ordinal)),
        ("/models/churn/model.yaml", path => path == "models/churn/model.yaml"),
        ("/models/**/release.json", path => path.StartsWith("models/", StringComparison.Ordinal) && path.EndsWith("/release.json", StringComparison.Ordinal)),
        ("docs/*", path => path.StartsWith("docs/", StringComparison.Ordinal) && path.IndexOf('/', 5) < 0),
        ("releases/", path => path.Contains("/releases/", StringComparison.Ordinal)),
        ("CODEOWNERS", path => path.Split('/')[^1] == "CODEOWNERS"),
        ("/models/churn", path => path.StartsWith("models/churn/", StringComparison.Ordinal)),
        ("/models/*/model.yaml", path => path == "models/churn/model.yaml"),
        ("churn/model.yaml", _ => false),
        ("/Models/churn/", _ => false),
        ("src/*.cs", path => path == "src/Trainer.cs"),
    ];

    private static readonly string[] Owners = ["@ann", "@ben", "@CLEO", "@dan", "@eve", "@hal", "@acme/risk", "@acme/data", "@Acme/Risk", "@acme/nobodys", "ann@acme.test"];
    private static readonly string[] Faults = ["!docs/ @ann", "*.md ann", "*.md @ann bob!"];
    private static readonly byte[] TooLong = [.. Encoding.UTF8.GetBytes("* @ann\n"), .. Enumerable.Repeat((byte)'#', 3 * 1024 * 1024)];

    public static OwnersText Make(Random random)
    {
        if (random.Next(200) == 0)
        {
            return new OwnersText([], true, TooLong);
        }

        var lines = Enumerable.Range(0, random.Next(0, 5)).Select(_ => MakeLine(random)).ToList();
        var isFaulty = random.Next(50) == 0;
        if (isFaulty)
        {
            lines.Add(new OwnersLine(random.GetItems(Faults, 1)[0], _ => false, []));
        }

        return new OwnersText(lines, isFaulty, Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => line.Text))));
    }

    private static OwnersLine MakeLine(Random random)
    {
        if (random.Next(10) == 0)
        {
            return new OwnersLine(random.Next(2) == 0 ? "# * @nobody" : "", _ => false, []);
        }

        var (pattern, matches) = random.GetItems(Patterns, 1)[0];
        var owners = random.Next(6) == 0 ? [] : random.GetItems(Owners, random.Next(1, 5)).Distinct().ToArray();
        var remark = random.Next(10) == 0 ? " # @nobody" : "";
        return new OwnersLine(string.Join(' ', owners.Prepend(pattern)) + remark, matches, [.. owners.Select(owner => owner.TrimStart('@').ToLowerInvariant())]);
    }
}
