using FsCheck;
using FsCheck.Fluent;

namespace ModelPipeline.Tests.Differential.PredictionFiles;

public sealed class PredictionDiffPropertyTests
{
    private static readonly string[] Keys = ["1", "2", "10", "11", "a", "a,b", "say \"so\"", "two\nlines", "two\r\nlines", "", " ", "é", "=1+1"];
    private static readonly string[] Cells = ["0.5", "0.51", "0.53", "-0.5", "1e3", "", "NaN", "nan", "Infinity", "a", "b", "a,b", "\"", "\r\n", "-a", "NA", "é"];

    [Fact]
    public void Counts_are_those_of_a_naive_comparison() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        (from old in Rows(0, 30)
         from kept in Gen.Choose(0, 3).ArrayOf(old.Length)
         from changed in Rows(old.Length, old.Length)
         from extra in Rows(0, 3)
         from shuffle in Gen.Choose(0, 2)
         let rows = (string[][])[.. old.Select((row, i) => kept[i] == 0 ? [row[0], row[1], .. changed[i][2..]] : row).Where((_, i) => i % 7 != 6 || kept[i] > 1), .. extra]
         from @new in shuffle == 0 ? Gen.Shuffle(rows) : Gen.Constant(rows)
         from isSorted in Gen.Elements(true, false)
         from styles in Gen.Choose(0, 1_000_000).Two()
         from isOneStyle in Gen.Elements(true, false)
         let style = isOneStyle ? (styles.Item1, styles.Item1) : (styles.Item1, styles.Item2)
         from partition in Gen.Elements(2048, 1 << 16)
         select (Old: isSorted ? Sorted(old) : old, New: isSorted && shuffle > 0 ? Sorted(@new) : @new, style, partition)).ToArbitrary(),
        given =>
        {
            using var folder = new DiffFolder(Csv.Write(given.Old, given.style.Item1), Csv.Write(given.New, given.style.Item2));
            folder.Options = folder.Options with { Key = ["id", "day"], PartitionBytes = given.partition };

            var result = folder.Compare();

            var expected = NaiveDiff.Of(given.Old, given.New, folder.Options.Tolerance);
            (result.Compared, result.Identical, result.Changed).ShouldBe((expected.Compared, expected.Identical, expected.Changed));
            (result.OnlyInOld.Count, result.OnlyInNew.Count).ShouldBe((expected.OnlyInOld, expected.OnlyInNew));
            (result.DuplicatesInOld.Count, result.DuplicatesInNew.Count).ShouldBe((expected.DuplicatesInOld, expected.DuplicatesInNew));
            foreach (var (column, naive) in result.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Zip(expected.Columns))
            {
                (column.Changed, column.Missing, column.Text).ShouldBe((naive.Changed, naive.Missing, naive.Text));
                column.MeanShift.ShouldBe(naive.Sum / Math.Max(1, expected.Compared), 1e-9);
                column.MaxShift.ShouldBe(naive.Max);
            }
        }));

    private static string[][] Sorted(string[][] rows) => [.. rows.OrderBy(row => row[0].Length).ThenBy(row => row[0], StringComparer.Ordinal).ThenBy(row => row[1], StringComparer.Ordinal)];

    private static Gen<string[][]> Rows(int minimum, int maximum) =>
        from count in Gen.Choose(minimum, maximum)
        from rows in (
            from key in Gen.Elements(Keys)
            from day in Gen.Choose(1, 9)
            from cells in Gen.Elements(Cells).Two()
            select (string[])[key, $"{day}", cells.Item1, cells.Item2]).ArrayOf(count)
        select rows;
}
