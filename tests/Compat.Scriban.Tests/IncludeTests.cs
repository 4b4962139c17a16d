using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class IncludeTests
{
    [Theory]
    [InlineData("a{{ include 'one' }}b", "a1b")]
    [InlineData("{{ x = include 'one'; x; x }}", "11")]
    [InlineData("{{ 'one' | include }}", "1")]
    [InlineData("{{ for x in 'ab'; include 'loop'; end }}", "<a><b>")]
    [InlineData("{{ include 'assigns' }}{{ v }}", "set")]
    public void An_include_gives_the_text_of_a_template_rendered_in_place(string template, string expected) =>
        Rendering.Render(template, configure: context => context.TemplateLoader = new Includes(
            ("one", "1"), ("loop", "<{{ x }}>"), ("assigns", "{{ v = 'set' }}"))).ShouldBe(expected);

    [Fact]
    public void A_template_is_loaded_once_a_context()
    {
        var loader = new Includes(("one", "1"));

        Rendering.Render("{{ include 'one' }}{{ include 'one' }}", configure: context => context.TemplateLoader = loader).ShouldBe("11");

        loader.Loaded.ShouldBe(["one"]);
    }

    [Theory]
    [InlineData("{{ include '' }}", "t.sbn(1,4) : error : Include template name cannot be null or empty")]
    [InlineData("{{ include nope }}", "t.sbn(1,4) : error : Include template name cannot be null or empty")]
    [InlineData("{{ include 'null' }}", "t.sbn(1,4) : error : The result of including `null` cannot be null")]
    [InlineData("{{ include 'gone' }}", "t.sbn(1,4) : error : Unexpected exception while creating template from path `gone`")]
    [InlineData("{{ include 'fails' }}", "fails(2,9) : error : Cannot get the member nope.x for a null object.")]
    [InlineData("{{ include }}", "t.sbn(1,11) : error : Invalid number of arguments `0` passed to `include` while expecting `1` arguments")]
    public void An_include_that_cannot_be_rendered_fails(string template, string expected) =>
        Rendering.FailureOf(template, configure: context => context.TemplateLoader = new Includes(("null", null), ("fails", "\n{{ nope.x }}")))
            .ShouldBe(expected);

    [Fact]
    public void The_errors_of_an_included_template_are_listed() =>
        Rendering.FailureOf("{{ include 'bad' }}", configure: context => context.TemplateLoader = new Includes(("bad", "{{ 1 == }}")))
            .ShouldStartWith("t.sbn(1,4) : error : Error while parsing template `bad` Parser messages:\n bad(1,9) : error : Error while parsing binary expression");

    [Fact]
    public void Without_a_loader_nothing_can_be_included() =>
        Rendering.FailureOf("{{ include 'one' }}")
            .ShouldBe("t.sbn(1,4) : error : Unable to include <one>. No TemplateLoader registered in TemplateContext.TemplateLoader");

    [Theory]
    [InlineData(null, "Include template path is null for `one")]
    [InlineData("throw", "Unexpected exception while getting the path for the include name `one`")]
    public void A_loader_without_a_path_fails(string? path, string expected) =>
        Rendering.FailureOf("{{ include 'one' }}", configure: context => context.TemplateLoader = new Pathless(path))
            .ShouldBe($"t.sbn(1,4) : error : {expected}");

    private sealed class Pathless(string? path) : ITemplateLoader
    {
        public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            path is null ? null : throw new InvalidOperationException(path);

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => "";

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => ValueTask.FromResult<string?>("");
    }
}
