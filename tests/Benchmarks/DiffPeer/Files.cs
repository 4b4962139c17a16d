using System.Globalization;

namespace DiffPeer;

/// <summary>Two files of predictions in a temporary folder: an identifier, a probability, the predicted class, a segment.</summary>
internal sealed class Files : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("diff-peer-");

    public Files(Shape shape, int rows)
    {
        Rows = rows;
        Write(Old, shape, rows, isNew: false);
        Write(New, shape, rows, isNew: true);
    }

    public int Rows { get; }

    public string Old => Path.Combine(_folder.FullName, "old.csv");

    public string New => Path.Combine(_folder.FullName, "new.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Write(string path, Shape shape, int rows, bool isNew)
    {
        using var file = new StreamWriter(path) { NewLine = shape.CarriageReturns ? "\r\n" : "\n" };
        file.WriteLine("id,score,label,segment");
        foreach (var row in Order(rows, shape.Unsorted ? 3 : isNew && shape.Shuffled ? 5 : null))
        {
            var random = new Random(row);
            var score = random.NextDouble();
            if (random.NextDouble() < shape.Changed && isNew)
                score = Math.Abs(score - shape.Shift);
            var line = string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + row},{score:0.000000},{(score > 0.5 ? "Yes" : "No")},segment-{row % 7}");
            file.WriteLine(shape.Quoted ? $"\"{line.Replace(",", "\",\"", StringComparison.Ordinal)}\"" : line);
        }
    }

    private static int[] Order(int rows, int? seed)
    {
        var order = Enumerable.Range(0, rows).ToArray();
        if (seed is { } shuffle)
            new Random(shuffle).Shuffle(order);
        return order;
    }
}
