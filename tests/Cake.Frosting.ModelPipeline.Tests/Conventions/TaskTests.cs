using System.Reflection;

namespace Cake.Frosting.ModelPipeline.Tests.Conventions;

public sealed class TaskTests
{
    public static TheoryData<Type> Tasks =>
        [.. typeof(PipelineContext).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IFrostingTask)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_task_is_public_sealed_named_after_its_class_and_described(Type task)
    {
        task.IsSealed.ShouldBeTrue();
        task.GetCustomAttribute<TaskNameAttribute>().ShouldNotBeNull().Name.ShouldBe(task.Name.Replace("Task", "", StringComparison.Ordinal));
        task.GetCustomAttribute<TaskDescriptionAttribute>().ShouldNotBeNull().Description.ShouldEndWith(".");
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_task_derives_directly_from_a_base_class_over_the_context(Type task) =>
        new[] { typeof(FrostingTask<PipelineContext>), typeof(AsyncFrostingTask<PipelineContext>) }.ShouldContain(task.BaseType);

    [Fact]
    public void No_task_of_ours_is_called_Default_so_that_a_host_may_have_its_own() =>
        Tasks.Select(row => row.Data.Name).ShouldNotContain("DefaultTask");
}
