using Scriban;
using Scriban.Runtime;

namespace Compat.Scriban.Tests;

public sealed class VariableTests
{
    [Fact]
    public void The_object_pushed_last_is_asked_first()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["a"] = 1, ["b"] = 1 });
        var top = new ScriptObject { ["b"] = 2 };
        context.PushGlobal(top);

        Template.Parse("{{ a }}{{ b }}").Render(context).ShouldBe("12");
        context.PopGlobal().ShouldBeSameAs(top);
        Template.Parse("{{ a }}{{ b }}").Render(context).ShouldBe("11");
    }

    [Fact]
    public void Assignments_write_into_the_object_pushed_last()
    {
        var (bottom, top) = (new ScriptObject { ["a"] = 1 }, new ScriptObject());
        var context = new TemplateContext();
        context.PushGlobal(bottom);
        context.PushGlobal(top);

        Template.Parse("{{ a = 2 }}").Render(context);

        bottom["a"].ShouldBe(1);
        top["a"].ShouldBe(2);
    }

    [Fact]
    public void Taking_away_what_was_not_pushed_fails() => Should.Throw<InvalidOperationException>(() => new TemplateContext().PopGlobal());

    [Fact]
    public void Read_only_members_cannot_be_assigned()
    {
        var model = new ScriptObject();
        model.SetValue("a", 1, readOnly: true);

        Rendering.FailureOf("{{ a = 2 }}", model).ShouldBe("t.sbn(1,4) : error : Cannot set the readonly variable `a`");
    }

    [Fact]
    public void Unknown_variables_are_null_unless_the_context_is_strict()
    {
        Rendering.Render("[{{ nope }}]").ShouldBe("[]");
        Rendering.FailureOf("[{{ nope }}]", configure: context => context.StrictVariables = true)
            .ShouldBe("t.sbn(1,5) : error : The variable or function `nope` was not found");
    }

    [Fact]
    public void A_strict_context_knows_loop_variables_and_nulls() =>
        Rendering.Render("{{ for x in 'a'; x; end; n }}", new ScriptObject { ["n"] = null }, context => context.StrictVariables = true).ShouldBe("a");

    [Fact]
    public void Built_in_functions_can_be_shadowed() => Rendering.Render("{{ array }}", new ScriptObject { ["array"] = 1 }).ShouldBe("1");
}
