using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

public sealed class DataValidatorTests
{
    private const string Sound = "id,x,c,y\na,1,u,yes\nb,2,u,no\nc,3,v,yes\nd,4,v,no\n";
    private static readonly Split Split = new([0, 1], [2, 3]);

    [Fact]
    public void Sound_data_pass_every_check()
    {
        var found = Validate(Sound, new DataChecksSpec { Missing = 0.05, Duplicates = 0 });

        found.Checks.Select(check => $"{check.Name}: {check.Status}: {check.Reason}").ShouldBe(
        [
            "parses: Passed: 4 rows of 4 columns were read from data.csv",
            "label: Passed: 'y' is present in all 4 rows: 'no' in 2, 'yes' in 2",
            "keys_unique: Passed: 'id' is different in each of the 4 rows",
            "missing: Passed: no feature has a missing value in 4 rows, within the allowed 5%",
            "duplicates: Passed: 0% of the rows repeat the features and label of an earlier row (0 of 4 rows), within the allowed 0%",
            "splits_disjoint: Passed: none of the 2 test rows has the features and label of one of the 2 training rows",
        ]);
        found.Checks.ShouldAllBe(check => check.Required && check.Hint == null);
    }

    [Fact]
    public void Without_limits_missing_values_and_duplicates_are_only_measured()
    {
        var found = Validate("id,x,c,y\na,1,,yes\nb,2,u,no\nc,2,u,no\nd,3,v,no\n", new DataChecksSpec());

        found.Checks.Select(check => check.Name).ShouldBe(["parses", "label", "keys_unique", "splits_disjoint"]);
        found.Measures.ToDictionary(measure => measure.Key, measure => measure.Value.Value).ShouldBe(new Dictionary<string, double>
        {
            ["class_share.no"] = 0.75,
            ["class_share.yes"] = 0.25,
            ["columns"] = 4,
            ["duplicates"] = 0.25,
            ["features"] = 2,
            ["missing.c"] = 0.25,
            ["rows"] = 4,
            ["test_rows"] = 2,
            ["train_rows"] = 2,
        }, ignoreOrder: true);
    }

    [Fact]
    public void Measures_are_in_ordinal_order() =>
        Validate(Sound, new DataChecksSpec()).Measures.Keys.ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);

    [Fact]
    public void Repeated_keys_fail_and_are_named_escaped()
    {
        var check = Find(Validate("id,x,c,y\n\"a\n\",1,u,yes\n\"a\n\",2,u,no\nc,3,v,yes\nc,4,v,no\nc,5,v,no\n", new DataChecksSpec()), "keys_unique");

        check.Status.ShouldBe(Status.Failed);
        (check.Observed, check.Limit).ShouldBe((3, 0));
        check.Reason.ShouldBe("3 of 5 rows repeat the 'id' of an earlier row: 'a\\n', 'c'");
        check.Hint.ShouldNotBeNull();
    }

    [Fact]
    public void A_missing_key_fails()
    {
        var check = Find(Validate("id,x,c,y\n,1,u,yes\nb,2,u,no\n,3,v,no\n", new DataChecksSpec()), "keys_unique");

        check.Status.ShouldBe(Status.Failed);
        check.Reason.ShouldBe("1 of 3 rows repeat the 'id' of an earlier row: ''; 2 of 3 rows have no 'id': data.csv:2, data.csv:4");
    }

    [Fact]
    public void A_key_of_several_columns_is_unique_as_a_whole()
    {
        var spec = Given.Spec() with { Key = ["id", "day"] };

        Find(Validate("id,day,x,y\na,1,1,yes\na,2,2,no\nb,1,3,no\n", spec), "keys_unique").Reason.ShouldBe("'id', 'day' is different in each of the 3 rows");
        Find(Validate("id,day,x,y\na,1,1,yes\na,1,2,no\nb,1,3,no\n", spec), "keys_unique").Reason
            .ShouldBe("1 of 3 rows repeat the 'id', 'day' of an earlier row: 'a, 1'");
    }

    [Fact]
    public void The_worst_column_within_the_limit_is_named()
    {
        var check = Find(Validate("id,x,c,y\na,1,,yes\nb,2,u,no\nc,,,yes\nd,4,v,no\n", new DataChecksSpec { Missing = 0.5 }), "missing");

        check.Status.ShouldBe(Status.Passed);
        (check.Observed, check.Limit).ShouldBe((0.5, 0.5));
        check.Reason.ShouldBe("50% of 'c' is missing (2 of 4 rows), within the allowed 50%");
    }

    [Fact]
    public void Every_column_beyond_the_limit_is_named()
    {
        var check = Find(Validate("id,x,c,y\na,1,,yes\nb,2,u,no\nc,,,yes\nd,4,v,no\n", new DataChecksSpec { Missing = 0.2 }), "missing");

        check.Status.ShouldBe(Status.Failed);
        (check.Observed, check.Limit).ShouldBe((0.5, 0.2));
        check.Reason.ShouldBe("50% of 'c' is missing (2 of 4 rows), 25% of 'x' is missing (1 of 4 rows), more than the allowed 20%");
    }

    [Fact]
    public void Duplicates_beyond_the_limit_fail()
    {
        var check = Find(Validate("id,x,c,y\na,1,u,yes\nb,1.0,u,yes\nc,1,u,no\nd,,v,no\ne,,v,no\n", new DataChecksSpec { Duplicates = 0.3 }), "duplicates");

        check.Status.ShouldBe(Status.Failed);
        (check.Observed, check.Limit).ShouldBe((0.4, 0.3));
        check.Reason.ShouldBe("40% of the rows repeat the features and label of an earlier row (2 of 5 rows), more than the allowed 30%");
    }

    [Fact]
    public void Content_on_both_sides_fails()
    {
        var check = Find(Validate("id,x,c,y\na,1,u,yes\nb,2,u,no\nc,2,u,no\nd,4,v,no\n", new DataChecksSpec()), "splits_disjoint");

        check.Status.ShouldBe(Status.Failed);
        (check.Observed, check.Limit).ShouldBe((1, 0));
        check.Reason.ShouldBe("1 of 2 test rows have the features and label of a training row");
    }

    [Fact]
    public void The_label_of_a_regression_is_measured()
    {
        var found = Validate("id,x,y\na,1,1\nb,2,2\nc,3,3\nd,4,6\n", Given.Spec(), ModelTask.Regression);

        Find(found, "label").Reason.ShouldBe("'y' is a number in all 4 rows");
        found.Measures["label.mean"].Value.ShouldBe(3);
        found.Measures["label.min"].Value.ShouldBe(1);
        found.Measures["label.max"].Value.ShouldBe(6);
        found.Measures["label.std"].Value.ShouldBe(Math.Sqrt(14 / 3.0), 1e-15);
        found.Measures.Keys.ShouldNotContain(name => name.StartsWith("class_share."));
    }

    private static Check Find(DataValidation found, string name) => found.Checks.Single(check => check.Name == name);

    private static DataValidation Validate(string content, DataChecksSpec checks) => Validate(content, Given.Spec() with { Checks = checks });

    private static DataValidation Validate(string content, DataSpec spec, ModelTask task = ModelTask.BinaryClassification)
    {
        var data = ModelData.Of(spec, task, DataFolder.ReadText(content, spec, task));
        return DataValidator.Validate(spec, data, Split with { Test = [.. Split.Test.Where(row => row < data.Rows)] });
    }
}
