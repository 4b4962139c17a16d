namespace Compat.Scriban.Tests.StandIn;

public sealed class RefusalTests
{
    private const string Reason = " is not supported by this stand-in of Scriban";

    [Theory]
    [InlineData("{{ while true }}{{ end }}", 4, "`while`")]
    [InlineData("{{ case 1 }}{{ end }}", 4, "`case`")]
    [InlineData("{{ func f }}{{ end }}", 4, "`func`")]
    [InlineData("{{ capture x }}{{ end }}", 4, "`capture`")]
    [InlineData("{{ with x }}{{ end }}", 4, "`with`")]
    [InlineData("{{ wrap f }}{{ end }}", 4, "`wrap`")]
    [InlineData("{{ tablerow x in y }}{{ end }}", 4, "`tablerow`")]
    [InlineData("{{ import x }}", 4, "`import`")]
    [InlineData("{{ readonly x }}", 4, "`readonly`")]
    [InlineData("{{ ret }}", 4, "`ret`")]
    [InlineData("{{ ret 1 }}", 4, "`ret`")]
    [InlineData("{{ break }}", 4, "`break`")]
    [InlineData("{{ continue }}", 4, "`continue`")]
    [InlineData("{{ x = do; 1; end }}", 8, "`do`")]
    [InlineData("{{ for x in y limit:1 }}{{ end }}", 15, "`limit` (an option of `for`)")]
    [InlineData("{{ for x in y reversed }}{{ end }}", 15, "`reversed` (an option of `for`)")]
    [InlineData("{{ for x in y }}{{ else }}{{ end }}", 20, "`else` of a `for`")]
    [InlineData("a {%{ {{ x }} }%}", 3, "`{%{` (an escape block)")]
    [InlineData("{%%{ }%} }%%}", 1, "`{%{` (an escape block)")]
    [InlineData("{{ 1 ## one\ntwo ## }}", 6, "`##` (a comment that may have several lines)")]
    public void Statements(string template, int column, string construct) => ShouldBeRefused(template, column, construct);

    [Theory]
    [InlineData("true", 4, "the literal `true`")]
    [InlineData("false = 1", 4, "the literal `false`")]
    [InlineData("x == null", 9, "the literal `null`")]
    [InlineData("1.5", 4, "a number with a fraction")]
    [InlineData("$\"a{b}\"", 4, "an interpolated string")]
    [InlineData("`a`", 4, "a verbatim string")]
    [InlineData("0x1F", 4, "a number with a prefix, a separator, an exponent or a suffix")]
    [InlineData("1_000", 4, "a number with a prefix, a separator, an exponent or a suffix")]
    [InlineData("1.5m", 4, "a number with a prefix, a separator, an exponent or a suffix")]
    [InlineData("[1, 2]", 4, "`[` (an array literal)")]
    [InlineData("f [1]", 6, "`[` (an array literal)")]
    [InlineData("{a: 1}", 4, "`{` (an object literal)")]
    public void Literals(string expression, int column, string construct) => ShouldBeRefused($"{{{{ {expression} }}}}", column, construct);

    [Theory]
    [InlineData("1..2", 5, "`..` (a range)")]
    [InlineData("1..<2", 5, "`..<` (a range)")]
    [InlineData("a[0]", 5, "`[` (an indexer)")]
    [InlineData("a?.b", 5, "`?.` (a member of something that may be null)")]
    [InlineData("a ? 1 : 2", 6, "`? :` (a conditional expression) or `.empty?`")]
    [InlineData("a.empty?", 11, "`? :` (a conditional expression) or `.empty?`")]
    [InlineData("!a", 4, "the operator `!`")]
    [InlineData("f !a", 6, "the operator `!`")]
    [InlineData("a && b", 6, "the operator `&&`")]
    [InlineData("1 < 2", 6, "the operator `<`")]
    [InlineData("1 <= 2", 6, "the operator `<=`")]
    [InlineData("1 >= 2", 6, "the operator `>=`")]
    [InlineData("1 + 2", 6, "the operator `+`")]
    [InlineData("1 - 2", 6, "the operator `-`")]
    [InlineData("1 * 2", 6, "the operator `*`")]
    [InlineData("1 / 2", 6, "the operator `/`")]
    [InlineData("1 // 2", 6, "the operator `//`")]
    [InlineData("1 % 2", 6, "the operator `%`")]
    [InlineData("a ?! 1", 6, "the operator `?!`")]
    [InlineData("a++", 5, "the operator `++`")]
    [InlineData("--a", 4, "the operator `--`")]
    [InlineData("-1", 4, "the operator `-` before a single value")]
    [InlineData("+1", 4, "the operator `+` before a single value")]
    [InlineData("f (-1)", 7, "the operator `-` before a single value")]
    [InlineData("a += 1", 6, "the assignment `+=`")]
    [InlineData("a.b = 1", 4, "an assignment to anything but a variable")]
    [InlineData("f(1)", 5, "`(` without a blank before it (a call with its arguments in parentheses)")]
    [InlineData("f 1 name: 2", 12, "`:` (a named argument)")]
    [InlineData("a |> f", 6, "the pipe `|>`")]
    [InlineData("a |\n f", 6, "`|` at the end of a line (a pipe over lines)")]
    [InlineData("a | f == 1", 8, "a pipe into anything but a function and its arguments")]
    [InlineData("a | (f)", 8, "a pipe into anything but a function and its arguments")]
    [InlineData("f ^a", 6, "`^` (a list as arguments)")]
    [InlineData("@f", 4, "`@` (a function that is not called)")]
    public void Operators(string expression, int column, string construct) => ShouldBeRefused($"{{{{ {expression} }}}}", column, construct);

    [Theory]
    [InlineData("$x", 4, "`$x` (a local variable or an argument)")]
    [InlineData("$0", 4, "`$0` (a local variable or an argument)")]
    [InlineData("this.a", 4, "`this`")]
    [InlineData("a == empty", 9, "`empty`")]
    [InlineData("blank", 4, "`blank`")]
    [InlineData("include_join a b", 4, "`include_join`")]
    [InlineData("x = if", 8, "the keyword `if` as a variable")]
    [InlineData("for.index", 4, "`for.` (what a loop says about itself)")]
    [InlineData("f for.last", 6, "`for.` (what a loop says about itself)")]
    [InlineData("while.index", 4, "`while.` (what a loop says about itself)")]
    [InlineData("string.upcase 'a'", 4, "`string.upcase`")]
    [InlineData("'a' | string.upcase", 10, "`string.upcase`")]
    [InlineData("array.first a", 4, "`array.first`")]
    [InlineData("math.round 1.5", 4, "`math.round`")]
    [InlineData("date.now", 4, "`date.now`")]
    [InlineData("object.default a 1", 4, "`object.default`")]
    [InlineData("include 'a' 1", 16, "`include` with arguments for the template")]
    [InlineData("'a' | include 1", 18, "`include` with arguments for the template")]
    public void Names(string expression, int column, string construct) => ShouldBeRefused($"{{{{ {expression} }}}}", column, construct);

    [Fact]
    public void All_refusals_of_a_template_are_listed_at_once()
    {
        var errors = Rendering.ErrorsOf("""
            {{ while true }}
              {{ 1 * 2 }}
            {{ end }}
            {{ if a[0] }}
              {{ case x }}{{ when 1 }}{{ [] }}{{ else }}{{ ret }}{{ end }}
            {{ else }}
              {{ string.upcase 'a' }}
            {{ end }}
            {{ 1 == }}
            """);

        errors.Select(error => error[..error.IndexOf(" : error", StringComparison.Ordinal)]).ShouldBe(
            ["t.sbn(1,4)", "t.sbn(2,8)", "t.sbn(4,8)", "t.sbn(5,6)", "t.sbn(5,18)", "t.sbn(5,30)", "t.sbn(5,48)", "t.sbn(7,6)", "t.sbn(9,9)"]);
    }

    [Theory]
    [InlineData("{{ for x in y }}{{ else }}{{ x }}{{ end }}")]
    [InlineData("{{ for x in y }}{{ else if x }}{{ if x }}{{ end }}{{ end }}")]
    [InlineData("{%{ {{ end }} }%}")]
    [InlineData("{%{ {{ end }}")]
    [InlineData("{{ if x ## if ## }}{{ end }}")]
    [InlineData("{{ a |\n f }}")]
    [InlineData("{{ if !x }}{{ end }}")]
    public void A_refusal_has_no_other_errors_in_its_wake(string template) => Rendering.ErrorsOf(template).ShouldHaveSingleItem();

    [Theory]
    [InlineData("date")]
    [InlineData("string")]
    public void Built_in_objects_that_are_missing_fail_when_they_are_used(string name) =>
        Rendering.FailureOf($"{{{{ {name} }}}}").ShouldBe($"t.sbn(1,4) : error : `{name}` is no variable, and the built-in `{name}`{Reason}.");

    [Fact]
    public void A_model_may_use_the_names_of_missing_built_in_objects() =>
        Rendering.Render("{{ date.text }}", new() { ["date"] = new Dictionary<string, string> { ["text"] = "today" } }).ShouldBe("today");

    [Fact]
    public void Operators_between_script_arrays_fail() =>
        Rendering.FailureOf("{{ a == a }}", new() { ["a"] = new global::Scriban.Runtime.ScriptArray() })
            .ShouldBe($"t.sbn(1,6) : error : The operator `==` between lists{Reason}.");

    [Fact]
    public void Dictionaries_need_strings_as_keys() =>
        Rendering.FailureOf("{{ d.a }}", new() { ["d"] = new Dictionary<int, int>() }).ShouldContain("A dictionary with keys of type `int`" + Reason);

    private static void ShouldBeRefused(string template, int column, string construct) =>
        Rendering.ErrorsOf(template)[0].ShouldStartWith($"t.sbn(1,{column}) : error : {construct}{Reason}: write it with what docs/templates.md lists, or build with -p:UseNuGetPackages=true");
}
