using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline.Runs;
using Spectre.Console;
using Status = ModelPipeline.Evidence.Status;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

public sealed class SummaryTableTests
{
    [Fact]
    public void The_table_names_models_once_and_gives_each_step_its_status_and_reason() =>
        Written(
            new("churn", "validate-data", Status.Passed, "7,043 rows, 19 features (unchanged since 2026-01-31 12:00Z)", Skipped: true),
            new("churn", "train", Status.Passed, "logistic-regression on 5,634 rows, bundle d9449fad6581"),
            new("churn", "evaluate", Status.Failed, "log_loss 0.5781 [0.5546, 0.6015] is above the threshold 0.4800 by 0.0981"),
            new("diamonds", "validate-data", Status.Error, "data/diamonds.csv:3: 9 fields, the header has 11\ndata/diamonds.csv:7: 12 fields, the header has 11", IsInputFault: true),
            new("diamonds", "train", Status.NotRun, "validate-data could not judge")).ShouldBe("""
            Skipped: the same data, spec, baseline and tool as when the step passed.

              Model      Step            Status    Reason
            ────────────────────────────────────────────────────────────────────────────────
              churn      validate-data   skipped   7,043 rows, 19 features (unchanged
                                                   since 2026-01-31 12:00Z)
                         train           passed    logistic-regression on 5,634 rows,
                                                   bundle d9449fad6581
                         evaluate        failed    log_loss 0.5781 [0.5546, 0.6015] is
                                                   above the threshold 0.4800 by 0.0981
              diamonds   validate-data   error     data/diamonds.csv:3: 9 fields, the
                                                   header has 11 (and 1 more, see above)
                         train           not-run   validate-data could not judge

            Cards, evidence and bundles: .pipeline

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Untrusted_text_is_no_markup_no_control_sequence_and_no_workflow_command()
    {
        var written = Written(new StepReport("churn", "evaluate", Status.Failed, "[red]x[/] \u001b[31m ::add-mask::y ##[error]z"));

        written.ShouldContain("[red]x[/]");
        written.ShouldNotContain("\u001b");
        written.ShouldNotContain("::");
        written.ShouldNotContain("##[");
    }

    private static string Written(params StepReport[] reports)
    {
        var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 80;
        SummaryTable.Write(console, reports, ".pipeline");
        return string.Join('\n', text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }
}
