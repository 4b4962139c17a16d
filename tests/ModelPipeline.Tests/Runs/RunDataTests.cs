using ModelPipeline.Data;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Specs;

namespace ModelPipeline.Tests.Runs;

/// <summary>A spec that does not fit its data: every fault has its place in the spec.</summary>
public sealed class RunDataTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_copy_with_another_split_has_that_split_s_rows()
    {
        var spec = Spec("  label: churn\n  positive: \"Yes\"\n  key: [id]", "[x]");
        _folder.Write("models/churn/data.csv", "id,churn,x\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{(i % 2 == 0 ? "Yes" : "No")},{i}\n")));
        var data = RunData.Read(spec, null, TestContext.Current.CancellationToken);
        data.TrainFeatures.Rows.ShouldBe(data.Split.Train.Length);

        var copy = data with { Split = data.Split with { Train = [0, 1] } };

        copy.TrainFeatures.Rows.ShouldBe(2);
        copy.TrainLabels.Count.ShouldBe(2);
    }

    [Fact]
    public void Every_column_that_the_data_lack_is_reported_at_once_with_its_place()
    {
        var spec = Spec(
            """
              label: chrun
              positive: "Yes"
              key: [id, customer]
              time: dya
              ignore: [nots]
              columns: { site: categorical, "si te": numeric }
              split: { method: group, group: household }
            """,
            "[plam, site]");

        FaultsOf(spec, "id,churn,day,notes,site,plan\n1,Yes,2026-01-01,n,a,b\n").ShouldBe(
        [
            "8:10: data.label: data.csv has no column 'chrun': did you mean 'churn'?",
            "10:13: data.key: data.csv has no column 'customer'; its columns are 'id', 'churn', 'day', 'notes', 'site', 'plan'",
            "11:9: data.time: data.csv has no column 'dya': did you mean 'day'?",
            "12:12: data.ignore: data.csv has no column 'nots': did you mean 'notes'?",
            "13:33: data.columns: data.csv has no column 'si te': did you mean 'site'?",
            "14:34: data.split.group: data.csv has no column 'household'; its columns are 'id', 'churn', 'day', 'notes', 'site', 'plan'",
            "21:12: evaluate.slices: data.csv has no column 'plam': did you mean 'plan'?",
        ]);
    }

    [Fact]
    public void A_slice_that_is_no_number_and_no_category_or_has_too_many_values_is_reported_with_its_place()
    {
        var spec = Spec("  label: churn\n  positive: \"Yes\"\n  key: [id]\n  columns: { city: categorical, zone: categorical }", "[x, day, city, zone]");
        var rows = Enumerable.Range(0, 300).Select(i => $"{i},{(i % 2 == 0 ? "Yes" : "No")},{i},2026-01-{i % 28 + 1:00},c{i % 101},z{i % 100}\n");

        FaultsOf(spec, "id,churn,x,day,city,zone\n" + string.Concat(rows)).ShouldBe(
        [
            "18:15: evaluate.slices: 'day' is neither numeric nor categorical",
            "18:20: evaluate.slices: 'city' has 101 values, more than 100: slice by a column that has fewer",
        ]);
    }

    private ModelSpec Spec(string columns, string slices)
    {
        var reading = _folder.Read(SpecFolder.Minimal
            .Replace("data/churn.csv", "data.csv")
            .Replace("  label: churn\n  positive: \"Yes\"\n  key: [customer_id]", columns)
            .Replace("0.8 }", $"0.8 }}\n  slices: {slices}"));
        SpecFolder.FaultsOf(reading).ShouldBeEmpty();
        return reading.Spec.ShouldNotBeNull();
    }

    /// <summary>The faults, of which each begins with the spec's path.</summary>
    private IEnumerable<string> FaultsOf(ModelSpec spec, string data)
    {
        _folder.Write("models/churn/data.csv", data);
        var faults = Should.Throw<DataException>(() => RunData.Read(spec, null, TestContext.Current.CancellationToken)).Faults;
        faults.ShouldAllBe(fault => fault.StartsWith(_folder.SpecPath + ":"));
        return faults.Select(fault => fault[(_folder.SpecPath.Length + 1)..]);
    }
}
