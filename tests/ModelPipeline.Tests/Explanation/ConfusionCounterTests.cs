using ModelPipeline.Explanation;

namespace ModelPipeline.Tests.Explanation;

public sealed class ConfusionCounterTests
{
    [Fact]
    public void Rows_are_actual_classes_and_columns_predicted_ones()
    {
        var table = ConfusionCounter.Count(Given.BinaryRows([0, 0, 0, 1, 1], 0.1, 0.5, 0.2, 0.9, 0.499));

        table.Classes.ShouldBe(["no", "yes"]);
        table.Counts.ShouldBe([[2, 1], [1, 1]]);
        table.OtherClasses.ShouldBe(0);
    }

    [Fact]
    public void Of_more_than_25_classes_the_most_frequent_stay_and_the_rest_is_taken_together()
    {
        // Class c29 has two rows, c0 to c28 have one each; every row is predicted as c0.
        int[] codes = [.. Enumerable.Range(0, 30), 29];
        double[] values = [.. codes.SelectMany(_ => Enumerable.Range(0, 30).Select(code => code == 0 ? 1.0 : 0.0))];

        var table = ConfusionCounter.Count(Given.MulticlassRows(30, codes, values));

        table.Classes.ShouldBe([.. Enumerable.Range(0, 24).Select(code => $"c{code}"), "c29"]);
        table.OtherClasses.ShouldBe(5);
        table.Counts.Count.ShouldBe(26);
        table.Counts.Sum(row => row.Sum()).ShouldBe(31);
        table.Counts[24][0].ShouldBe(2);
        table.Counts[25][0].ShouldBe(5);
    }
}
