using System.Diagnostics;
using System.Globalization;

namespace DiffPeer;

/// <summary>Times several ways to compare the same two files, which take turns, and prints the medians.</summary>
internal sealed class Contest(Files files)
{
    private const int WarmUps = 2;
    private const int Rounds = 5;

    private readonly List<(string Name, Func<long> Changed)> _sides = [("ours", () => Ours.Changed(files.Old, files.New))];

    public Contest Against(string name, Func<string, string, long> changed)
    {
        _sides.Add((name, () => changed(files.Old, files.New)));
        return this;
    }

    public IEnumerable<string> Lines()
    {
        var times = _sides.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < WarmUps; round++)
            _sides.ForEach(side => side.Changed());
        var counts = _sides.Select(side => side.Changed()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (i, side) in _sides.Index())
            {
                var watch = Stopwatch.StartNew();
                side.Changed();
                times[i].Add(watch.Elapsed.TotalSeconds);
            }
        }

        var medians = times.Select(seconds => seconds.Order().ElementAt(Rounds / 2)).ToList();
        for (var i = 0; i < _sides.Count; i++)
        {
            var note = counts[i] == counts[0] ? "" : string.Create(CultureInfo.InvariantCulture, $"; COUNTS {counts[i]} CHANGED ROWS, OURS {counts[0]}");
            yield return string.Create(CultureInfo.InvariantCulture,
                $"  {_sides[i].Name,-36} {1000 * medians[i],7:0} ms  {files.Rows / medians[i] / 1e6,6:0.00} M row pairs/s  {medians[i] / medians[0],6:0.00} x ours{note}");
        }
    }
}
