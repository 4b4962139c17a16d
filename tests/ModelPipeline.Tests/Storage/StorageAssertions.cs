namespace ModelPipeline.Tests.Storage;

internal static class StorageAssertions
{
    /// <summary>Which of the two it is depends on the operating system.</summary>
    public static void ShouldBeCannotWrite(this Exception fault) => (fault is IOException or UnauthorizedAccessException).ShouldBeTrue(fault.ToString());
}
