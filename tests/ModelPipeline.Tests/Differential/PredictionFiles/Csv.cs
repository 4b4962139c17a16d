using System.Text;

namespace ModelPipeline.Tests.Differential.PredictionFiles;

/// <summary>Writes rows of id, day, x and y as CSV in one of many styles: quotes where they need not be, either line end, a byte order mark, an open last line.</summary>
internal static class Csv
{
    public static byte[] Write(string[][] rows, int style)
    {
        var random = new Random(style);
        var lineEnd = random.Next(2) == 0 ? "\n" : "\r\n";
        var quotes = random.Next(3) == 0 ? 2 : 10;
        int[] order = random.Next(3) == 0 ? [3, 0, 2, 1] : [0, 1, 2, 3];
        string[][] records = [["id", "day", "x", "y"], .. rows];
        var text = new StringBuilder(random.Next(3) == 0 ? "\uFEFF" : "");
        foreach (var record in records)
            text.AppendJoin(',', order.Select(column => Cell(record[column], random.Next(quotes) == 0))).Append(lineEnd);
        if (random.Next(3) == 0)
            text.Length -= lineEnd.Length;
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string text, bool quoted) =>
        quoted || text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
