using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Compat.Scriban.Tests;

public sealed class FunctionTests
{
    private static ScriptObject Model => CreateModel();

    [Theory]
    [InlineData("{{ mark 'a' }}", "<a>")]
    [InlineData("{{ mark (1) }}", "<1>")]
    [InlineData("{{ mark 1 == 1 }}", "<true>")]
    [InlineData("{{ sub nope ?? 5 2 }}", "3")]
    [InlineData("{{ 3 == sub 5 2 }}", "true")]
    [InlineData("{{ sub (sub 9 1) 2 }}", "6")]
    [InlineData("{{ zero }}{{ zero == 0 }}", "0true")]
    [InlineData("{{ x = mark 'a'; x }}", "<a>")]
    [InlineData("{{ group.mark 'a' }}", "<a>")]
    public void Functions_take_arguments_after_blanks(string template, string expected) => Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ 'a' | mark }}", "<a>")]
    [InlineData("{{ 'a' | mark | mark }}", "<<a>>")]
    [InlineData("{{ 5 | sub 2 }}", "3")]
    [InlineData("{{ 1 == 1 | mark }}", "<true>")]
    [InlineData("{{ mark 'a' | mark }}", "<<a>>")]
    [InlineData("{{ sub (9 | sub 1) 2 }}", "6")]
    [InlineData("{{ x = 'a' | mark; x }}", "<a>")]
    [InlineData("{{ 'a' | group.mark }}", "<a>")]
    [InlineData("{{ if 'a' | mark }}b{{ end }}", "b")]
    public void A_piped_value_becomes_the_first_argument(string template, string expected) => Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ sub '5' fraction }}", "2")]
    [InlineData("{{ sub nope yes }}", "-1")]
    [InlineData("{{ mark nope }}", "<>")]
    [InlineData("{{ mark one }}", "<1>")]
    [InlineData("{{ mark list }}", "<[1, 2]>")]
    [InlineData("{{ truth '' }}{{ truth nope }}", "truefalse")]
    [InlineData("{{ count list }}{{ count 'abc' }}", "23")]
    public void Arguments_are_converted(string template, string expected) => Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ optional 'a' }}", "aB7")]
    [InlineData("{{ optional 'a' 'b' }}", "ab7")]
    [InlineData("{{ 'a' | optional 'b' 1 }}", "ab1")]
    [InlineData("{{ rest 'a' }}", "a:")]
    [InlineData("{{ rest 'a' 1 '2' }}", "a:1,2")]
    [InlineData("{{ where 1 }}", "t.sbn(1,4)=1")]
    [InlineData("{{ culture }}", "IV")]
    public void Optional_rest_and_leading_context_parameters_are_filled(string template, string expected) =>
        Rendering.Render(template, Model).ShouldBe(expected);

    [Theory]
    [InlineData("{{ mark }}", "t.sbn(1,8) : error : Invalid number of arguments `0` passed to `mark` while expecting `1` arguments")]
    [InlineData("{{ sub 1 }}", "t.sbn(1,9) : error : Invalid number of arguments `1` passed to `sub 1` while expecting `2` arguments")]
    [InlineData("{{ 1 | sub }}", "t.sbn(1,11) : error : Invalid number of arguments `1` passed to `sub` while expecting `2` arguments")]
    [InlineData("{{ mark 1 2 }}", "t.sbn(1,4) : error : Argument index must be < 1 (Parameter 'index')")]
    [InlineData("{{ mark 1 nope.a }}", "t.sbn(1,4) : error : Argument index must be < 1 (Parameter 'index')")]
    [InlineData("{{ sub 1 'z' }}", "t.sbn(1,10) : error : Unable to convert type `string` to int")]
    [InlineData("{{ count 5 }}", "t.sbn(1,10) : error : Unable to convert type `int` to `IEnumerable`")]
    [InlineData("{{ nope 1 }}", "t.sbn(1,4) : error : The function `nope` was not found")]
    [InlineData("{{ 1 | nope }}", "t.sbn(1,8) : error : The function `nope` was not found")]
    [InlineData("{{ list 1 }}", "t.sbn(1,4) : error : Invalid target function `System.Int32[]` (array)")]
    [InlineData("{{ 1 2 }}", "t.sbn(1,4) : error : Invalid target function `1` (int)")]
    [InlineData("{{ 1 | list }}", "t.sbn(1,8) : error : Pipe expression destination `list` is not a valid function ")]
    [InlineData("{{ 1 | 6 }}", "t.sbn(1,8) : error : Pipe expression destination `6` is not a valid function ")]
    public void Calls_that_cannot_be_made_fail(string template, string expected) => Rendering.FailureOf(template, Model).ShouldBe(expected);

    [Fact]
    public void A_strict_context_reports_an_unknown_function_as_an_unknown_variable() =>
        Rendering.FailureOf("{{ nope 1 }}", configure: context => context.StrictVariables = true)
            .ShouldBe("t.sbn(1,4) : error : The variable or function `nope` was not found");

    [Fact]
    public void An_exception_inside_a_function_is_wrapped()
    {
        var failure = Should.Throw<ScriptRuntimeException>(() => Rendering.Render("a\n  {{ fail 'x' }}", Model));

        failure.Message.ShouldBe("t.sbn(2,6) : error : no x");
        failure.OriginalMessage.ShouldBe("no x");
        failure.ToString().ShouldBe(failure.Message);
        failure.InnerException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public void An_argument_that_a_function_refuses_is_pointed_at() =>
        Rendering.FailureOf("{{ picky 1 22 }}", Model).ShouldBe("t.sbn(1,12) : error : bad (Parameter 'second')");

    [Fact]
    public void Imported_functions_cannot_be_overwritten()
    {
        var model = new ScriptObject();
        model.Import("f", () => 1);

        Rendering.FailureOf("{{ f = 2 }}", model).ShouldBe("t.sbn(1,4) : error : Cannot set the readonly variable `f`");
    }

    private static ScriptObject CreateModel()
    {
        var model = new ScriptObject { ["list"] = new[] { 1, 2 }, ["one"] = 1.0, ["fraction"] = 2.6, ["yes"] = true };
        model.Import("mark", (string? text) => $"<{text}>");
        model.Import("sub", (int left, int right) => left - right);
        model.Import("zero", () => 0);
        model.Import("truth", (bool value) => value);
        model.Import("count", (IEnumerable values) => values.Cast<object>().Count());
        model.Import("optional", Optional);
        model.Import("rest", Rest);
        model.Import("where", (TemplateContext _, SourceSpan span, object value) => $"{span.ToStringSimple()}={value}");
        model.Import("culture", (TemplateContext context) => context.CurrentCulture.ThreeLetterISOLanguageName[..2].ToUpperInvariant());
        model.Import("fail", Fail);
        model.Import("picky", Picky);
        var group = new ScriptObject();
        group.Import("mark", (string? text) => $"<{text}>");
        model["group"] = group;
        return model;
    }

    private static string Optional(string first, string second = "B", int third = 7) => first + second + third;

    private static string Rest(string first, params int[] rest) => $"{first}:{string.Join(",", rest)}";

    private static string Fail(string text) => throw new InvalidOperationException($"no {text}");

    private static string Picky(string first, int second) => throw new ArgumentException($"bad", nameof(second));
}
