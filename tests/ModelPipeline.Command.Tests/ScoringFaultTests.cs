using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

public sealed class ScoringFaultTests : IDisposable
{
    private readonly Shell _shell = Shell.Sound();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("true", "ended with exit code 0 and wrote no file {output}")]
    [InlineData(": > \"$3\"", "is empty, or a link")]
    [InlineData("ln -s /dev/zero \"$3\"", "is empty, or a link")]
    [InlineData("mkfifo \"$3\"", "is empty, or a link")]
    [InlineData("echo 'Traceback: boom' >&2; exit 1", "the score command ended with exit code 1; its last words: 'Traceback: boom'")]
    [InlineData("printf 'prediction\\n1\\n2\\n' > \"$3\"", "has 2 scores for 3 rows")]
    [InlineData("printf 'prediction\\n1\\n2\\n3\\n4\\n' > \"$3\"", "has more scores than the 3 rows")]
    [InlineData("printf 'score\\n1\\n2\\n3\\n' > \"$3\"", "has the header 'score', not 'prediction'")]
    [InlineData("printf '1\\n2\\n3\\n' > \"$3\"", "has the header '1', not 'prediction'")]
    [InlineData("printf 'prediction\\n1\\nnan\\n3\\n' > \"$3\"", "has 'nan' in line 3 as 'prediction': not a finite number")]
    [InlineData("printf 'prediction\\n1\\n1e999\\n3\\n' > \"$3\"", "not a finite number")]
    [InlineData("printf 'prediction\\n1\\n\\n2\\n3\\n' > \"$3\"", "has '' in line 3")]
    [InlineData("printf 'prediction\\n1\\n2,5\\n3\\n' > \"$3\"", "has 2 fields in line 3, not 1")]
    [InlineData("printf 'prediction\\n\"1\\n2\\n3\\n' > \"$3\"", "the file {output} of the score command")]
    [InlineData("head -c 5000000 /dev/zero > \"$3\"", "too much for the rows")]
    public void A_score_command_that_breaks_the_contract_is_told_so(string script, string fault) =>
        _shell.Score(script).ScoringFault().ShouldContain(fault);

    [Fact]
    public void Scores_without_end_are_stopped()
    {
        var fault = _shell.Score("yes 1 > \"$3\"").ScoringFault();

        fault.ShouldContain("too much for the rows");
    }

    [Fact]
    public void A_command_that_takes_too_long_is_ended()
    {
        var fault = _shell.With("time_limit", 1L).Score("sleep 1000").ScoringFault();

        fault.ShouldContain("took longer than 1 s and was ended: raise 'time_limit'");
    }

    [Theory]
    [InlineData("0.5,0.2,0.2", "add up to")]
    [InlineData("1.5,-0.5,0", "not a probability")]
    public void Probabilities_that_are_none_are_refused(string scores, string fault)
    {
        var sample = Sample.Of(ModelTask.MulticlassClassification, 1);
        _shell.Score($"printf 'probability_high,probability_low,probability_middle\\n{scores}\\n' > \"$3\"");
        using var model = _shell.Engine.Train(_shell.Request() with { Signature = sample.Signature, Features = sample.Rows, Labels = sample.Labels }, TestContext.Current.CancellationToken);

        Should.Throw<InvalidDataException>(() => model.Scorer.Score(sample.Rows, TestContext.Current.CancellationToken)).Message.ShouldContain(fault);
    }

    [Fact]
    public void A_row_without_any_value_is_no_blank_line()
    {
        _shell.Score("test \"$(head -2 \"$2\" | tail -1)\" = '\"\"' && printf 'prediction\\n1\\n2\\n' > \"$3\"");
        var rows = new Table([new NumericColumn("x", [double.NaN, 1])]);
        var request = _shell.Request() with
        {
            Signature = new(ModelTask.Regression, [.. rows.Columns.Select(FeatureSignature.Of)], ["prediction"], []),
            Features = rows,
            Labels = Labels.OfNumbers([1, 2]),
        };
        using var model = _shell.Engine.Train(request, TestContext.Current.CancellationToken);

        model.Scorer.Score(rows, TestContext.Current.CancellationToken).Values.ToArray().ShouldBe([1, 2]);
    }
}
