namespace ModelPipeline.Tests.Specs;

/// <summary>Slips that are YAML, but not what was meant: the message says what to write.</summary>
public sealed class SlipTests : IDisposable
{
    private const string Gate = "auc: { threshold: 0.8 }";
    private const string Key = "key: [customer_id]";

    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Gate, "auc: { threshold: 0,8 }", "16:23: write 0.8 with a point, not with a comma")]
    [InlineData(Gate, "auc: { threshold: 80,5 }",
        "16:23: 'evaluate.gates.auc.threshold' must be from 0 to 1, not 80.5",
        "16:23: write 80.5 with a point, not with a comma")]
    [InlineData(Gate, "auc:\n      threshold: 0,8", "17:18: 'evaluate.gates.auc.threshold' must be a number, not '0,8': write 0.8 with a point")]
    [InlineData(Key, Key + "\n  split: { test: 0,2, method: random }", "11:18: write 0.2 with a point, not with a comma")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regression\n  parameters: { l2: 0,5, iterations: 3 }", "14:21: write 0.5 with a point, not with a comma")]
    [InlineData(Gate, "auc: { threshold: 0.8, 8: }", "16:28: unknown key '8'; known: threshold, max_regression, min_improvement")]
    public void A_decimal_comma(string part, string replacement, params string[] faults) => ShouldHaveFaults(part, replacement, faults);

    [Theory]
    [InlineData(Gate, "auc: { threshold:0.8 }", "16:12: a space is missing after the colon: write 'threshold: 0.8'")]
    [InlineData(Key, Key + "\n  split: { test:2, method: random }",
        "11:12: 'data.split.test' must be above 0 and below 1, not 2",
        "11:12: a space is missing after the colon: write 'test: 2'")]
    [InlineData(Gate, "auc:\n      threshold:0.8", "17:7: 'evaluate.gates.auc' must be keys with values, not 'threshold:0.8': a space is missing after the colon")]
    [InlineData(Key, Key + "\n  columns:\n    age:numeric", "12:5: 'data.columns' must be keys with values, not 'age:numeric': a space is missing after the colon")]
    [InlineData(Key, Key + "\n  columns: { a:b: number }", "11:19: 'data.columns.a:b' must be numeric or categorical or time or text, not 'number'")]
    public void A_colon_without_a_space(string part, string replacement, params string[] faults) => ShouldHaveFaults(part, replacement, faults);

    [Theory]
    [InlineData("auc: 0.8", "16:10: 'evaluate.gates.auc' must be keys with values: write auc: { threshold: 0.8 }")]
    [InlineData("auc: 0,8", "16:10: 'evaluate.gates.auc' must be keys with values: write auc: { threshold: 0.8 }")]
    public void A_threshold_in_a_gates_place(string gate, string fault) => ShouldHaveFaults(Gate, gate, [fault]);

    [Theory]
    [InlineData("customer id", "'customer id': write [customer id]")]
    [InlineData("branch, customer_id", "'branch, customer_id': write [branch, customer_id]")]
    [InlineData("7", "'7': write [7]")]
    public void A_text_in_a_lists_place(string value, string rest) =>
        ShouldHaveFaults(Key, $"key: {value}", [$"10:8: 'data.key' must be a list, not {rest}"]);

    [Fact]
    public void A_text_that_brackets_would_not_make_a_list() =>
        ShouldHaveFaults(Key, "key: \"a: b\"", ["10:8: 'data.key' must be a list, such as [first, second], not 'a: b' in quotes"]);

    private void ShouldHaveFaults(string part, string replacement, string[] faults) =>
        SpecFolder.FaultsOf(_folder.ReadWith(part, replacement)).ShouldBe(faults, ignoreOrder: true);
}
