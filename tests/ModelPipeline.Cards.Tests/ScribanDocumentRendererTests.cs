namespace ModelPipeline.Cards.Tests;

public sealed class ScribanDocumentRendererTests : IDisposable
{
    private readonly TemplateFolder _templates = new();

    [Fact]
    public void A_file_of_the_same_name_takes_the_place_of_a_template_that_ships()
    {
        _templates.With("summary.sbn", "exit {{ exit_code }}:{{ for row in rows }} {{ row.reason | md }}{{ end }}\r\n");

        _templates.Render(new SummaryDocument("0 of 1 models passed", 3, ".pipeline", [new SummaryRow("churn", "train", "failed", "5 of 5")])).ShouldBe("exit 3: 5 of 5\n");
    }

    [Fact]
    public void A_part_can_be_replaced_alone()
    {
        _templates.With("facts.sbn", "{{ facts | array.size }} facts\n");

        _templates.Render(Documents.Passed, "model-card").ShouldContain("## Provenance\n\n2 facts\n");
    }

    [Fact]
    public void A_template_may_include_another_file_of_its_folder()
    {
        _templates.With("summary.sbn", "{{ include 'my-part' }}").With("my-part.sbn", "mine {{ exit_code }}");

        _templates.Render(Documents.Summary).ShouldBe("mine 3");
    }

    [Theory]
    [InlineData("a\n{{ if passed }}", "summary.sbn(2,")]
    [InlineData("{{ 1 == }}", "summary.sbn(1,9)")]
    [InlineData("a\n  {{ nonsense }}", "summary.sbn(2,6) : error : The variable or function `nonsense` was not found")]
    [InlineData("{{ rows.resaon }}", "summary.sbn(1,")]
    [InlineData("{{ exit_code | markdown }}", "markdown")]
    [InlineData("{{ include 'gone' }}", "There is no template 'gone'")]
    [InlineData("{{ include 'broken' }}", "broken.sbn(2,9)")]
    public void A_template_at_fault_is_named_with_file_line_and_column(string text, string message)
    {
        _templates.With("summary.sbn", text).With("broken.sbn", "\n{{ 1 == }}");

        var fault = _templates.FaultOf(Documents.Summary);

        fault.ShouldContain(message);
        fault.ShouldContain(_templates["summary.sbn"] + "(");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\outside")]
    [InlineData("sub/part")]
    [InlineData("Part")]
    [InlineData(".")]
    public void Nothing_outside_the_folder_can_be_included(string name)
    {
        _templates.With("summary.sbn", $"{{{{ include '{name.Replace("\\", "\\\\", StringComparison.Ordinal)}' }}}}").With("../outside.sbn", "secret").With("sub/part.sbn", "secret");

        _templates.FaultOf(Documents.Summary).ShouldContain("is no template's name: lower-case letters and dashes only.");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("")]
    [InlineData("Summary")]
    public void No_other_name_can_be_rendered(string name)
    {
        _templates.With("../outside.sbn", "secret");

        _templates.FaultOf(Documents.Summary, name).ShouldContain("is no template's name");
        Should.Throw<InputException>(() => _templates.Renderer.Identity(name));
    }

    [Fact]
    public void A_template_that_is_nowhere_is_named_beside_those_that_are()
    {
        var fault = _templates.FaultOf(Documents.Summary, "farewell");

        fault.ShouldStartWith($"There is no template 'farewell': neither {_templates["farewell.sbn"]} nor an embedded one (");
        fault.ShouldContain("model-card");
    }

    [Fact]
    public void A_template_that_includes_itself_is_stopped()
    {
        _templates.With("summary.sbn", "{{ include 'summary' }}");

        _templates.FaultOf(Documents.Summary).ShouldContain("recursive depth limit");
    }

    [Fact]
    public void A_template_that_loops_too_often_is_stopped()
    {
        _templates.With("summary.sbn", Nested(8, "{{ a = 1 }}"));

        _templates.FaultOf(new { Items = new int[10] }).ShouldContain("iteration limit `1000000`");
    }

    [Fact]
    public void A_document_that_grows_too_long_is_refused_and_not_cut()
    {
        _templates.With("summary.sbn", Nested(2, "{{ text }}"));

        _templates.FaultOf(new { Items = new int[10], Text = new string('x', 200_000) }).ShouldContain("the document is longer than 16 million characters");
    }

    [Fact]
    public void Rendering_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => _templates.Renderer.Render("model-card", Documents.Passed, stop.Token)).CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public void A_text_that_looks_like_a_template_is_not_run()
    {
        _templates.With("summary.sbn", "{{ text | md }}");

        _templates.Render(new { Text = "{{ 1 + 1 }}" }).ShouldBe("{{ 1 + 1 }}");
    }

    [Fact]
    public void The_identity_changes_with_every_template_that_may_have_a_part_in_the_text()
    {
        var shipped = _templates.Renderer.Identity("model-card");
        _templates.With("facts.sbn", "other facts");
        var overridden = _templates.Renderer.Identity("model-card");
        _templates.With("my-part.sbn", "mine");
        var extended = _templates.Renderer.Identity("model-card");
        _templates.With("my-part.sbn", "changed");
        var changed = _templates.Renderer.Identity("model-card");

        new[] { shipped, overridden, extended, changed }.Distinct().Count().ShouldBe(4);
        _templates.Renderer.Identity("model-card").ShouldBe(changed);
        new ScribanDocumentRenderer("no-such-folder").Identity("model-card").ShouldBe(shipped);
    }

    [Fact]
    public void Line_ends_do_not_change_the_identity_nor_the_text()
    {
        _templates.With("summary.sbn", "a\nb\n");
        var (identity, text) = (_templates.Renderer.Identity("summary"), _templates.Render(Documents.Summary));
        _templates.With("summary.sbn", "a\r\nb\r\n");

        _templates.Renderer.Identity("summary").ShouldBe(identity);
        _templates.Render(Documents.Summary).ShouldBe(text);
    }

    public void Dispose() => _templates.Dispose();

    private static string Nested(int depth, string inner) =>
        string.Concat(Enumerable.Range(0, depth).Select(level => $"{{{{ for i{level} in items }}}}")) + inner + string.Concat(Enumerable.Repeat("{{ end }}", depth));
}
