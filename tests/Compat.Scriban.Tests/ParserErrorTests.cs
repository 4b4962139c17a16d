using Scriban;
using Scriban.Parsing;

namespace Compat.Scriban.Tests;

public sealed class ParserErrorTests
{
    [Theory]
    [InlineData("{{ if x }}a", "1,11", "Error while parsing if statement: The <end> statement was not found in: if <expression> ... end|else|else if")]
    [InlineData("{{ if }}{{ end }}", "1,7", "Error while parsing if statement: Expecting <expression> instead of `}}` in: if <expression> ... end|else|else if")]
    [InlineData("{{ if x\n1 }}", "2,3", "Error while parsing if statement: The <end> statement was not found in: if <expression> ... end|else|else if")]
    [InlineData("a{{ end }}", "1,7", "Error while parsing ScriptPage: Found <end> statement without a corresponding beginning of a block in: ...")]
    [InlineData("{{ else }}{{ end }}", "1,4", "A else condition must be preceded by another if/else/when condition or a for loop.")]
    [InlineData("{{ if x }}{{ else }}{{ else }}{{ end }}", "1,24", "A else condition must be preceded by another if/else/when condition or a for loop.")]
    [InlineData("{{ if x\nelse test\nend }}", "2,6", "Invalid token found `test`. Expecting <EOL>/end of line.")]
    [InlineData("{{ for 5 in x }}{{ end }}", "1,4", "Error while parsing for statement: Expecting a variable instead of `5` in: for <variable> in <expression> ... end")]
    [InlineData("{{ for x y }}{{ end }}", "1,4", "Error while parsing for statement: Expecting 'in' word instead of `y` in: for <variable> in <expression> ... end")]
    [InlineData("{{ for x in\nend }}", "1,12", "Error while parsing for statement: Expecting <expression> instead of `\\n` in: for <variable> in <expression> ... end")]
    [InlineData("{{ 1 == }}", "1,9", "Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>")]
    [InlineData("{{ a | }}", "1,8", "Error while parsing pipe expression: Expecting <expression> instead of `}}` in: <expression> | <expression>")]
    [InlineData("{{ x = }}", "1,8", "Error while parsing assign expression: Expecting <expression> instead of `}}` in: <target_expression> = <value_expression>")]
    [InlineData("{{ if x = 1 }}{{ end }}", "1,7", "Error while parsing assign expression: Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>")]
    [InlineData("{{ (1 == 2 }}", "1,12", "Invalid token `}}`. Expecting a closing `)`.")]
    [InlineData("{{ 1 & 2 }}", "1,6", "Invalid token found `&`. Expecting <EOL>/end of line.")]
    [InlineData("{{ 1, 2 }}", "1,5", "Invalid token found `,`. Expecting <EOL>/end of line.")]
    [InlineData("{{ ) }}", "1,4", "Unexpected token )")]
    public void An_error_says_where_and_what(string template, string place, string message) =>
        Rendering.ErrorsOf(template).ShouldBe([$"t.sbn({place}) : error : {message}"]);

    [Theory]
    [InlineData("{{ 'a }}", "t.sbn(1,8) : error : Unexpected end of file while parsing a string not terminated by a '")]
    [InlineData(@"{{ 'a\qb' }}", @"t.sbn(1,7) : error : Unexpected escape character `q` in string. Only 0 ' \ "" b f n r t v u0000-uFFFF x00-xFF are allowed")]
    [InlineData(@"{{ 'a\u00g0' }}", @"t.sbn(1,10) : error : Unexpected hex number `g` following `\u`. Expecting `\u0000` to `\uffff`.")]
    [InlineData(@"{{ 'a\xg0' }}", @"t.sbn(1,8) : error : Unexpected hex number `g` following `\x`. Expecting `\x00` to `\xff`")]
    public void An_error_inside_a_string_is_among_the_errors(string template, string expected) => Rendering.ErrorsOf(template).ShouldContain(expected);

    [Fact]
    public void A_bad_template_has_errors_and_cannot_be_rendered()
    {
        var template = Template.Parse("{{ 1 == }}", "card.sbn");

        template.HasErrors.ShouldBeTrue();
        template.SourceFilePath.ShouldBe("card.sbn");
        template.Messages.HasErrors.ShouldBeTrue();
        template.Messages[0].Type.ShouldBe(ParserMessageType.Error);
        template.Messages.ToString().ShouldBe(template.Messages[0] + Environment.NewLine);
        Should.Throw<InvalidOperationException>(() => template.Render(new TemplateContext())).Message.ShouldContain(template.Messages[0].ToString());
    }

    [Fact]
    public void A_good_template_has_no_messages()
    {
        var template = Template.Parse("{{ 1 }}");

        template.HasErrors.ShouldBeFalse();
        template.SourceFilePath.ShouldBeNull();
        template.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_template_without_a_name_is_called_input() =>
        Template.Parse("{{ 1 == }}").Messages[0].ToString().ShouldStartWith("<input>(1,9) : error : ");

    [Fact]
    public void Lines_and_columns_are_zero_based_in_positions_and_one_based_in_messages()
    {
        var message = Template.Parse("a\r\n {{ 1 == }}").Messages[0];

        (message.Span.Start.Line, message.Span.Start.Column).ShouldBe((1, 9));
        message.Span.ToStringSimple().ShouldBe("<input>(2,10)");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("1 == ", "")]
    [InlineData("1 | f ", "")]
    public void Deep_expressions_are_refused(string before, string after)
    {
        var template = "{{ " + string.Concat(Enumerable.Repeat(before, 10_000)) + "1" + string.Concat(Enumerable.Repeat(after, 10_000)) + " }}";

        Rendering.ErrorsOf(template).ShouldHaveSingleItem().ShouldEndWith("The statement depth limit `250` was reached when parsing this statement");
    }

    [Fact]
    public void Deep_blocks_are_refused() =>
        Rendering.ErrorsOf(string.Concat(Enumerable.Repeat("{{ if x }}", 10_000)))[0]
            .ShouldEndWith("The statement depth limit `250` was reached when parsing this statement");

    [Fact]
    public void The_depth_limit_is_an_option() =>
        Template.Parse("{{ ((1)) }}", parserOptions: new ParserOptions { ExpressionDepthLimit = 3 }).HasErrors.ShouldBeTrue();
}
