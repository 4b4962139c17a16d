using System.Globalization;

namespace ModelPipeline.Tests.Differential.PredictionFiles;

/// <summary>Compares rows of id, day, x and y in memory, as plainly as can be.</summary>
internal sealed class NaiveDiff
{
    public long Compared { get; private set; }

    public long Identical { get; private set; }

    public long Changed { get; private set; }

    public long OnlyInOld { get; private set; }

    public long OnlyInNew { get; private set; }

    public long DuplicatesInOld { get; private set; }

    public long DuplicatesInNew { get; private set; }

    public Column[] Columns { get; } = [new(), new()];

    public static NaiveDiff Of(string[][] old, string[][] @new, double tolerance)
    {
        var diff = new NaiveDiff();
        var oldRows = old.ToLookup(row => (row[0], row[1]));
        var newRows = @new.ToLookup(row => (row[0], row[1]));
        foreach (var key in old.Concat(@new).Select(row => (row[0], row[1])).Distinct())
        {
            var (before, after) = (oldRows[key].ToList(), newRows[key].ToList());
            diff.DuplicatesInOld += before.Count > 1 ? 1 : 0;
            diff.DuplicatesInNew += after.Count > 1 ? 1 : 0;
            diff.OnlyInOld += Math.Max(0, before.Count - after.Count);
            diff.OnlyInNew += Math.Max(0, after.Count - before.Count);
            foreach (var (first, second) in before.Zip(after))
                diff.Compare(first[2..], second[2..], tolerance);
        }

        return diff;
    }

    private void Compare(string[] before, string[] after, double tolerance)
    {
        var changed = false;
        for (var i = 0; i < before.Length; i++)
            changed |= Columns[i].Differs(before[i], after[i], tolerance);
        Compared++;
        Identical += before.SequenceEqual(after) ? 1 : 0;
        Changed += changed ? 1 : 0;
    }

    internal sealed class Column
    {
        public long Changed { get; private set; }

        public long Missing { get; private set; }

        public long Text { get; private set; }

        public double Sum { get; private set; }

        public double Max { get; private set; }

        public bool Differs(string before, string after, double tolerance)
        {
            if (before == after || (IsMissing(before) && IsMissing(after)))
                return false;
            if (IsMissing(before) || IsMissing(after))
                Missing++;
            else if (!double.TryParse(before, CultureInfo.InvariantCulture, out var x) | !double.TryParse(after, CultureInfo.InvariantCulture, out var y))
                Text++;
            else if (!Shifts(x, y, tolerance))
                return false;
            Changed++;
            return true;
        }

        private bool Shifts(double before, double after, double tolerance)
        {
            var shift = after - before;
            Max = Math.Max(Max, Math.Abs(shift));
            Sum += double.IsInfinity(shift) ? 0 : shift;
            return double.IsFinite(shift) ? Math.Abs((decimal)after - (decimal)before) > (decimal)tolerance : Math.Abs(shift) > tolerance;
        }

        private static bool IsMissing(string cell) => cell is "" or "NaN" or "nan";
    }
}
